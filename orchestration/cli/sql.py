"""`elo sql`: a question to the current release, or to what was known on a day."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from ingestion.settings import Settings
from orchestration.cli.console import say
from orchestration.cli.output import Format, show
from orchestration.release.known import open_known
from orchestration.release.layout import NoReleaseError
from orchestration.release.query import QueryError, run_on


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
            help="What was known on this day: by the release of that night while it is held,"
            " else projects and money from the history.",
        ),
    ] = None,
) -> None:
    """Ask the released fact base in SQL; read-only, no files, no network.

    Example: elo sql "select status, count(*) from dim_project group by all"
    """
    day = as_of.date() if as_of else None
    try:
        with open_known(Settings.from_env().home, day) as known:
            if known.note:
                say(known.note)
            answer = run_on(known.connection, query)
    except (NoReleaseError, QueryError) as error:
        typer.echo(f"elo sql: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(show(answer, form))
