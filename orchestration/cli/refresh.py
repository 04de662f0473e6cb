"""`elo refresh`: the nightly job through Dagster, and what it came to in words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table

from ingestion.settings import Settings, SettingsError
from orchestration.cli.console import err, fail, how_to_call, out, show_progress
from orchestration.lib.instance import HomeBusyError
from orchestration.lib.night import NightResult, UnknownSourceError, run_night
from orchestration.release.decisions import DecisionFileError
from orchestration.release.layout import read_manifest, resolve_release
from orchestration.release.state import RegistryLostError

_COLOURS = {"fresh": "green", "stale": "yellow", "failed": "red", "off": "dim"}


def refresh(
    sources: Annotated[
        str | None,
        typer.Option(help="Only these source ids, separated by commas; others keep their rows."),
    ] = None,
    offline: Annotated[
        bool,
        typer.Option("--offline", help="Rebuild from the raw archive, no socket to another host."),
    ] = False,
) -> None:
    """Collect, parse, land, build, check and release.

    Exit code 0: released, every attempted source fresh · 3: released, some source stale or
    failed (named) · 1: nothing released, the last release stands · 2: usage error.
    """
    only = None if sources is None else [part.strip() for part in sources.split(",")]
    result = run_and_show(Settings.from_env(), only=only, offline=offline)
    raise typer.Exit(result.exit_code)


def run_and_show(
    settings: Settings, *, only: list[str] | None = None, offline: bool = False
) -> NightResult:
    """Run a night with progress, then print its summary."""
    result = run_watched(settings, only=only, offline=offline)
    show_result(result, settings)
    return result


def run_watched(
    settings: Settings, *, only: list[str] | None = None, offline: bool = False
) -> NightResult:
    """Run a night with progress; an error in its settings ends the command with what to do."""
    try:
        with show_progress():
            return run_night(settings, only=only, offline=offline)
    except (UnknownSourceError, SettingsError) as error:
        fail(str(error), code=2)
    except (HomeBusyError, RegistryLostError, DecisionFileError) as error:
        fail(str(error), code=1)


def show_result(result: NightResult, settings: Settings) -> None:
    """The readable summary at the end of a night."""
    table = Table(title="Sources", title_justify="left", header_style="bold", box=SIMPLE_HEAD)
    for column in ("source", "status", "records", "quarantined", "drift"):
        table.add_column(column, justify="left" if column in ("source", "status") else "right")
    table.add_column("why", overflow="fold")
    for status in result.statuses:
        colour = _COLOURS[status.status]
        table.add_row(
            status.source_id,
            f"[{colour}]{status.status}[/]",
            str(status.records),
            str(status.quarantined),
            str(status.drift_count),
            status.reason[:300],
        )
    out.print(table)
    for failure in result.failures:
        err.print(f"[red]failed[/] {failure}", highlight=False)
    if result.released is None:
        out.print("[bold red]Nothing released.[/] The last release stands.", highlight=False)
        _show_last(settings)
        return
    _show_release(result)


def _show_last(settings: Settings) -> None:
    link = settings.releases / "current"
    if link.exists():
        out.print(f"  current   {resolve_release(settings.releases)}", highlight=False)
    else:
        out.print("  There is no release yet.", highlight=False)
    out.print(f"  look      {how_to_call()} dev   (the run's events and checks in the Dagster UI)")


def _show_release(result: NightResult) -> None:
    assert result.released is not None  # noqa: S101 the caller has looked
    counts = read_manifest(result.released)["counts"]
    current = result.released.parent / "current"
    out.print(
        f"[bold green]Released[/] {result.released.name}: "
        f"{counts.get('dim_project', 0)} projects, {counts.get('fct_funding', 0)} sums of money, "
        f"{counts.get('fct_fact', 0)} facts with evidence "
        f"in {result.seconds:.0f} s",
        highlight=False,
    )
    out.print(f"  warehouse {current / 'elo.duckdb'}", highlight=False, soft_wrap=True)
    out.print(f"  quality   {current / 'quality' / 'index.html'}", highlight=False, soft_wrap=True)
    elo = how_to_call()
    query = 'sql "select name, status from marts.dim_project limit 10"'
    out.print(f"  query     {elo} {query}", highlight=False, soft_wrap=True)
    out.print(f"  look      {elo} dev   (Dagster UI on 127.0.0.1:3000)", highlight=False)
    if result.exit_code == 3:
        names = [
            s.source_id
            for s in result.statuses
            if s.source_id in result.attempted and s.status != "fresh"
        ]
        out.print(f"[yellow]Not fresh:[/] {', '.join(names)}", highlight=False)
