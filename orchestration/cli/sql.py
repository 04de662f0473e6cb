"""`elo sql`: a question to the current release, or to what was known on a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from ingestion.settings import Settings
from orchestration.cli.output import Format, show
from orchestration.release.layout import DATABASE, NoReleaseError, resolve_release
from orchestration.release.query import QueryError, run_query


def sql(
    query: Annotated[str, typer.Argument(help="One SQL question; tables of schema marts.")],
    form: Annotated[
        Format, typer.Option("--format", help="How to show the answer.")
    ] = Format.TABLE,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            formats=["%Y-%m-%d"],
            help="Ask the newest release that knows nothing after this day.",
        ),
    ] = None,
) -> None:
    """Ask the released fact base in SQL; read-only, no files, no network.

    Example: elo sql "select status, count(*) from dim_project group by all"
    """
    day: date | None = as_of.date() if as_of else None
    try:
        release = resolve_release(Settings.from_env().releases, day)
        answer = run_query(query, release / DATABASE)
    except (NoReleaseError, QueryError) as error:
        typer.echo(f"elo sql: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(show(answer, form))
