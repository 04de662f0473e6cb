"""`elo demo`: the nightly job against the bundled sandbox, over HTTP on loopback."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Annotated

import typer

from ingestion.sandbox import Sandbox
from ingestion.settings import Settings
from orchestration.cli.console import out
from orchestration.cli.refresh import run_and_show
from orchestration.lib.night import NightResult


def demo(
    projects: Annotated[int, typer.Option(min=1, help="How many projects the world has.")] = 400,
    seed: Annotated[int, typer.Option(help="The same seed gives the same world.")] = 1,
) -> None:
    """Release an invented world: start the sandbox, run the night against it, say what came of it.

    Exit codes as `elo refresh`.
    """
    result = run_demo(Settings.from_env(), projects=projects, seed=seed)
    raise typer.Exit(result.exit_code)


def run_demo(settings: Settings, *, projects: int, seed: int) -> NightResult:
    """Serve a world, refresh from it and print the summary."""
    world = Sandbox.build(projects=projects, seed=seed, as_of=settings.as_of)
    world.write(settings.sandbox)
    with world.serve(port=0, log=settings.sandbox / "requests.jsonl") as served:
        # the steps read the environment, as they do in any night
        os.environ.update(served.env())
        os.environ.setdefault("ELO_CRAWL_DELAY_S", "0")
        night = replace(Settings.from_env(), home=settings.home)
        result = run_and_show(night)
    out.print(f"  truth     {settings.sandbox / 'truth'}", highlight=False, soft_wrap=True)
    return result
