"""`elo demo`: the nightly job against the bundled sandbox, over HTTP on loopback."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ingestion.sandbox import Sandbox
from ingestion.sandbox.agreement import Stated, score
from ingestion.sandbox.grants import trace_grants
from ingestion.settings import Settings
from orchestration.cli.console import out
from orchestration.cli.refresh import run_watched, show_result
from orchestration.cli.stated import read_stated
from orchestration.cli.truth import show_agreement, show_grants, show_phenomena
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
    """Serve a world, refresh from it and print the summary, with the truth beside it."""
    world = Sandbox.build(projects=projects, seed=seed, as_of=settings.as_of)
    world.write(settings.sandbox, settings.drop)
    with world.serve(port=0, log=settings.sandbox / "requests.jsonl") as served:
        # the steps read the environment, as they do in any night
        os.environ.update(served.env())
        os.environ.setdefault("ELO_CRAWL_DELAY_S", "0")
        result = run_watched(replace(Settings.from_env(), home=settings.home))
    show_phenomena(world.phenomena())
    truth = settings.sandbox / "truth"
    if result.released is not None:
        _show_truth(truth, read_stated(result.released / "elo.duckdb", settings.landing))
    show_result(result, settings)
    out.print(f"  truth     {truth}", highlight=False, soft_wrap=True)
    return result


def _show_truth(truth: Path, stated: Stated) -> None:
    show_agreement(score(truth, stated))
    show_grants(trace_grants(truth, stated))
