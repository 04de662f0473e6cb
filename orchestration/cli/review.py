"""`elo review`: people answer what the matcher doubts, and have the last word.

An answer is one line in `state/match_decisions.csv`, appended and never changed; the next refresh
obeys it. What does not belong here: what a verdict does (SQL) and how the file is read
(`orchestration/release/decisions.py`).
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from ingestion.settings import HELSINKI, Settings
from orchestration.cli.pairs import side_by_side, waterfall
from orchestration.release.answers import (
    Answer,
    append_answers,
    decided_pairs,
    read_answers,
    undecided,
)
from orchestration.release.decisions import DECISIONS, DecisionFileError
from orchestration.release.layout import DATABASE, NoReleaseError, resolve_release
from orchestration.release.pairs import (
    Question,
    UnknownPairError,
    read_pair,
    read_queue,
    read_side,
)
from orchestration.release.query import QueryError

_VERDICTS = {"y": "yes", "n": "no", "u": "unsure"}
_KEYS = "y yes · n no · u unsure · s skip · q quit"
_ASKED = {
    "same_as": "Do both describe the same project?",
    "follows": "Does one of them continue the other (another phase of it)?",
}


def review(
    answers: Annotated[
        Path | None,
        typer.Option(
            help="Take the answers from a CSV file instead, with the columns of"
            " state/match_decisions.csv; nothing is asked.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    user: Annotated[
        str | None, typer.Option(help="Who answers; default: the name of this account.")
    ] = None,
    limit: Annotated[int, typer.Option(help="How many questions at most.", min=1)] = 50,
) -> None:
    """Answer which records are the same project: the most doubtful and expensive first."""
    settings = Settings.from_env()
    file = settings.state / DECISIONS
    console = Console(soft_wrap=True)
    try:
        if answers is not None:
            given = read_answers(answers)
            added = append_answers(file, given)
            console.print(
                f"{added} decisions appended to {file}, {len(given) - added} were there already;"
                " the next `elo refresh` obeys them"
            )
            return
        database = resolve_release(settings.releases) / DATABASE
        asked = undecided(read_queue(database), decided_pairs(file))
        if not asked:
            console.print("Nothing is doubtful that nobody decided on.")
            return
        console.print(f"{len(asked)} open questions; {_KEYS}\n")
        _ask_all(asked[:limit], database, file, user or getpass.getuser(), console)
    except (DecisionFileError, NoReleaseError, QueryError) as error:
        typer.echo(f"elo review: {error}", err=True)
        raise typer.Exit(1) from error


def _ask_all(
    questions: Iterable[Question], database: Path, file: Path, user: str, console: Console
) -> None:
    answered = 0
    for number, question in enumerate(questions, start=1):
        _show(number, question, database, console)
        key = _choose()
        if key == "q":
            break
        if key == "s":
            continue
        reason = typer.prompt("  why (a word or two)", default="", show_default=False)
        answer = Answer(
            question.left_record_id, question.right_record_id, question.relation, _VERDICTS[key],
            user, datetime.now(HELSINKI).isoformat(timespec="seconds"), reason, "",
        )  # fmt: skip
        answered += append_answers(file, [answer])
    console.print(f"{answered} decisions appended to {file}; the next `elo refresh` obeys them")


def _show(number: int, question: Question, database: Path, console: Console) -> None:
    console.rule(
        f"{number} · {question.band} · {question.score} bits · "
        f"{question.euros_at_stake:,.0f} EUR at stake",
        align="left",
    )
    left = read_side(question.left_record_id, database)
    right = read_side(question.right_record_id, database)
    console.print(side_by_side(left, right))
    try:
        for line in waterfall(read_pair(left.record_id, right.record_id, database)):
            console.print(line)
    except UnknownPairError:  # below the review band only the summary is kept
        console.print(Text(f"  {question.features}"))
    now = "They are one project now." if question.is_joined else "They are two projects now."
    console.print(Text(f"{now} {_ASKED[question.relation]}", style="bold"))


def _choose() -> str:
    while True:
        key = str(typer.prompt("  y/n/u/s/q")).strip().lower()[:1]
        if key in {*_VERDICTS, "s", "q"}:
            return key
        typer.echo(f"  {_KEYS}")
