"""`elo source …`: the verbs of whoever adds or mends a source."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from ingestion.collect import collect as collect_source
from ingestion.examples import accept as accept_examples
from ingestion.registry import SOURCES, Source, find_sources, get_source
from ingestion.replay import NothingToParseError, parse_and_land, usable_snapshots
from ingestion.scaffold import ScaffoldError, list_next_steps, new_source
from ingestion.settings import Settings, extra_source_folders
from orchestration.cli.console import fail, out, show_progress
from orchestration.lib.progress import reporter

app = typer.Typer(no_args_is_help=True, help="Verbs for whoever adds or mends a source.")

SourceId = Annotated[str, typer.Argument(help="Id of the source.")]


@app.command(name="list")
def list_sources() -> None:
    """All sources the registry finds."""
    table = Table("source", "platform", "lifecycle", "verified live", "base URL")
    for source in find_sources().values():
        spec = source.spec
        live = "yes" if spec.verified_live else "no"
        table.add_row(spec.id, spec.platform, spec.lifecycle, live, spec.base_url or "drop folder")
    out.print(table)


@app.command()
def new(
    source_id: SourceId,
    into: Annotated[
        Path,
        typer.Option(
            help="Folder of source folders; another one is for trials.",
            show_default="ingestion/sources",
        ),
    ] = SOURCES,
) -> None:
    """Copy the template into a new source folder and say what to do with it."""
    try:
        folder = new_source(source_id, into.resolve())
    except ScaffoldError as error:
        fail(str(error), code=2)
    out.print(f"created {folder}, which works as it is; next:", highlight=False, soft_wrap=True)
    for number, step in enumerate(list_next_steps(folder), start=1):
        out.print(f"  {number}. {step}", highlight=False, soft_wrap=True)
    known = (SOURCES, *(path.resolve() for path in extra_source_folders()))
    if folder.parent not in known:
        setting = shlex.quote(os.pathsep.join(str(path) for path in (*known[1:], folder.parent)))
        out.print(
            f"this folder is found only with: export ELO_EXTRA_SOURCES={setting}",
            highlight=False,
            soft_wrap=True,
        )


@app.command()
def collect(source_id: SourceId) -> None:
    """Fetch one snapshot into the archive, without Dagster."""
    source = _get(source_id)
    with show_progress():
        info = collect_source(
            source, Settings.from_env(), progress=reporter(f"collect {source_id}")
        )
    out.print(f"{info.id} {info.outcome}: {info.counts}", highlight=False)
    for finding in info.summary.get("findings", ()):
        out.print(f"  {finding['level']} {finding['code']}: {finding['detail']}", highlight=False)
    raise typer.Exit(0 if info.outcome == "complete" else 1)


@app.command()
def parse(source_id: SourceId) -> None:
    """Read the newest snapshot of the archive into typed records, without Dagster."""
    source, settings = _get(source_id), Settings.from_env()
    try:
        with show_progress():
            newest = usable_snapshots(settings, source_id)[-1:]
            outcome = parse_and_land(
                source, settings, newest, progress=reporter(f"parse {source_id}")
            )
    except NothingToParseError as error:
        fail(str(error), code=1, hint=f"run `elo source collect {source_id}` first")
    out.print(
        f"{outcome.verdict}: {dict(outcome.counts)}, {outcome.quarantined} quarantined, "
        f"{outcome.drift_count} drift",
        highlight=False,
    )
    for finding in outcome.findings:
        out.print(f"  {finding.level} {finding.code}: {finding.detail}", highlight=False)
    raise typer.Exit(0 if outcome.verdict == "good" else 1)


@app.command()
def accept(source_id: SourceId) -> None:
    """Write the expected JSON of the examples; read it before you commit it."""
    for path in accept_examples(_get(source_id)):
        out.print(f"wrote {path}")


def _get(source_id: str) -> Source:
    try:
        return get_source(source_id)
    except KeyError as error:
        fail(str(error.args[0]), code=2)
