"""`elo sandbox serve`: the invented world on loopback, with its truth beside it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from ingestion.sandbox import Sandbox
from ingestion.settings import Settings
from orchestration.cli.console import out

app = typer.Typer(no_args_is_help=True, help="The bundled sandbox of all sources.")


@app.callback()
def sandbox() -> None:
    """The bundled sandbox of all sources."""


@app.command()
def serve(
    projects: Annotated[int, typer.Option(min=1, help="How many projects the world has.")] = 400,
    seed: Annotated[int, typer.Option(help="The same seed gives the same world.")] = 1,
    port: Annotated[
        int, typer.Option(min=0, max=65000, help="First port, one a source; 0 = free ones.")
    ] = 0,
    out_dir: Annotated[
        Path | None, typer.Option("--out", help="Truth and drop files; $ELO_HOME/sandbox.")
    ] = None,
) -> None:
    """Serve the sandbox until it is interrupted (Ctrl-C)."""
    settings = Settings.from_env()
    folder = out_dir or settings.sandbox
    world = Sandbox.build(projects=projects, seed=seed, as_of=settings.as_of)
    world.write(folder)
    with world.serve(port=port, log=folder / "requests.jsonl") as served:
        out.print(
            f"# {projects} projects, seed {seed}; truth in {folder / 'truth'}", soft_wrap=True
        )
        out.print("# paste these into the shell that runs `elo refresh`:")
        for name, value in served.env().items():
            out.print(f"export {name}={value}", highlight=False, soft_wrap=True)
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            out.print("# sandbox stopped")
