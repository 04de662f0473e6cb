"""`elo ask`: the named questions of analysts, listed or answered.

What does not belong here: their SQL (`dbt_project/analyses`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import typer
from duckdb import DuckDBPyConnection
from rich.table import Table
from rich.text import Text

from ingestion.settings import Settings
from orchestration.cli.console import out, say
from orchestration.cli.output import Format, as_text, show
from orchestration.release.known import open_known
from orchestration.release.layout import NoReleaseError
from orchestration.release.query import QueryError, run_on
from orchestration.release.questions import Question, QuestionError, read_questions

#: Headings of a question that stand below its answer.
_BELOW = ("One row", "Units", "Caveats")


def ask(
    number: Annotated[
        int | None, typer.Argument(help="Which question; without one all are listed.")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", help="A parameter, as name=value; may be given several times."),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="How to show the answer.")
    ] = Format.TABLE,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="What was known on this day."),
    ] = None,
    sql: Annotated[
        bool, typer.Option("--sql", help="Print the SQL, to be pasted elsewhere, and no answer.")
    ] = False,
) -> None:
    """Answer one of the named questions, or list them.

    Example: elo ask 1 --param maakunta_code=17 --format csv
    """
    try:
        questions = read_questions()
        if number is None:
            _list(questions.values())
            return
        if number not in questions:
            raise QuestionError(f"there is no question {number}; `elo ask` lists them")
        question = questions[number]
        if sql:
            typer.echo(question.with_values({}, {}).rstrip())
            return
        with open_known(Settings.from_env().home, as_of.date() if as_of else None) as known:
            if known.note:
                say(known.note)
            _answer(question, _read_values(param or []), known.connection, form)
    except (NoReleaseError, QueryError, QuestionError) as error:
        typer.echo(f"elo ask: {error}", err=True)
        raise typer.Exit(1) from error


def _list(questions: Iterable[Question]) -> None:
    table = Table(show_header=True, box=None, pad_edge=False)
    for heading in ("", "question", "parameters"):
        table.add_column(heading)
    for question in questions:
        table.add_row(str(question.number), Text(question.title), ", ".join(question.parameters))
    out.print(table)


def _read_values(given: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals:
            raise QuestionError(f"write --param name=value, not {one!r}")
        values[name.strip()] = value
    return values


def _answer(
    question: Question, values: dict[str, str], connection: DuckDBPyConnection, form: Format
) -> None:
    stated = run_on(connection, f"describe {question.defaults}")
    types = {str(row[0]): str(row[1]) for row in stated.rows}
    statement = question.with_values(values, types)
    answer = run_on(connection, statement, list(values.values()))
    if form is not Format.TABLE:
        typer.echo(show(answer, form))
        return
    defaults = run_on(connection, question.defaults)
    used = dict(zip(defaults.columns, defaults.rows[0], strict=True)) | values
    typer.echo(f"{question.number}. {question.title}")
    typer.echo("   with " + ", ".join(f"{name}={as_text(value)}" for name, value in used.items()))
    typer.echo(show(answer, form))
    for heading in _BELOW:
        if heading in question.notes:
            typer.echo(f"{heading}: {question.notes[heading]}")
