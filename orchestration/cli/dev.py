"""`elo dev`: the Dagster UI on 127.0.0.1, with schedules and sensors at work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from ingestion.settings import Settings
from orchestration.cli.console import fail
from orchestration.lib.instance import prepare_home
from orchestration.release.state import RegistryLostError, ensure_state

_CHECKOUT = Path(__file__).parents[2]


def dev(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on 127.0.0.1.")] = 3000,
) -> None:
    """Open the Dagster UI on 127.0.0.1 (nobody else can reach it)."""
    settings = Settings.from_env()
    prepare_home(settings)
    try:
        ensure_state(settings.state, settings.releases)
    except RegistryLostError as error:
        fail(str(error), code=1)
    command = [
        str(Path(sys.executable).with_name("dagster")),
        "dev",
        "--workspace",
        str(_CHECKOUT / "workspace.yaml"),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    ended = subprocess.run(command, cwd=_CHECKOUT, env=dict(os.environ), check=False)  # noqa: S603 own arguments
    raise typer.Exit(ended.returncode)
