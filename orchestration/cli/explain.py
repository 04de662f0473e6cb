"""`elo explain`: every value of a project with its source, and the values that lost.

What does not belong here: finding them (`orchestration/release/evidence.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, RenderableType
from rich.text import Text

from ingestion.settings import Settings
from orchestration.cli.output import as_text
from orchestration.cli.pairs import side_by_side, waterfall
from orchestration.release.evidence import (
    Evidence,
    ManyProjectsError,
    UnknownProjectError,
    collect_evidence,
)
from orchestration.release.id_history import IdHistory, read_id_history
from orchestration.release.layout import DATABASE, NoReleaseError, resolve_release
from orchestration.release.pairs import UnknownPairError, read_pair
from orchestration.release.query import QueryError

Row = dict[str, Any]


def explain(
    asked: Annotated[
        str,
        typer.Argument(
            metavar="PROJECT_ID",
            help="A project id (old ones lead to the new one), project code, or id at a source;"
            " with --link a record id.",
        ),
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="[RECORD_B]", help="With --link the second record id.")
    ] = None,
    link: Annotated[
        bool, typer.Option("--link", help="Explain why two records are, or are not, one project.")
    ] = False,
) -> None:
    """Show where each value of a project comes from, and which values lost and why."""
    settings = Settings.from_env()
    if link != (other is not None):
        typer.echo("elo explain: give one project id, or --link and two record ids", err=True)
        raise typer.Exit(2)
    try:
        database = resolve_release(settings.releases) / DATABASE
        if other is not None:
            lines: Iterable[RenderableType] = explain_link(asked, other, database)
        else:
            lines = explain_project(asked, database, settings)
    except ManyProjectsError as error:
        typer.echo(f"elo explain: {error}; ask for one of them by its id:", err=True)
        for project_id, name in error.candidates:
            typer.echo(f"  {project_id}  {name}", err=True)
        raise typer.Exit(1) from error
    except (NoReleaseError, UnknownProjectError, UnknownPairError, QueryError) as error:
        typer.echo(f"elo explain: {error}", err=True)
        raise typer.Exit(1) from error
    _print(lines)


def explain_project(asked: str, database: Path, settings: Settings) -> list[Text]:
    """Everything behind a project, and what became of the id that was asked for.

    Raises:
        UnknownProjectError: nothing is known by that name.
        ManyProjectsError: several projects are.
    """
    registry = settings.state / "registry"
    history = read_id_history(asked, registry)
    lines = list(describe_history(history)) if history else []
    try:
        found = collect_evidence(asked, database, registry / "entity.parquet", settings.landing)
    except UnknownProjectError:
        if history is None:
            raise
        # a retired id, or one that leads to a retired one: its story is the whole answer
        if history.redirect_to and (end := read_id_history(history.redirect_to, registry)):
            lines += describe_history(end)
        return [*lines, Text(f"the current release shows no project under {asked}")]
    today = str(found.project["project_id"])
    if today != asked and (current := read_id_history(today, registry)):
        lines += describe_history(current)
    return [*lines, *([Text()] if lines else []), *describe(found)]


def describe_history(history: IdHistory) -> Iterator[Text]:
    """What happened to an id; nothing where it was only given and stands."""
    if len(history.events) < 2 and history.status == "active" and not history.is_pinned:
        return
    pinned = ", pinned by a person" if history.is_pinned else ""
    yield _heading(f"Id {history.project_id}: {history.status}{pinned}")
    for day, what in history.events:
        yield Text(f"  {day}  {what}")


def describe(evidence: Evidence) -> Iterator[Text]:
    """The evidence as lines for a reader."""
    project = evidence.project
    if evidence.redirected_from:
        yield Text(f"{evidence.redirected_from} was merged into {project['project_id']}")
        yield Text()
    yield Text(as_text(project["name"]), style="bold")
    yield Text(f"project id {project['project_id']} · status {as_text(project['status'])}")
    yield Text()
    yield _heading(f"Records ({len(evidence.records)})")
    for record in evidence.records:
        yield from _describe_record(record)
    yield Text()
    yield _heading("Values")
    yield from _describe_facts(evidence.facts, indent="")
    yield Text()
    yield _heading(f"Money ({len(evidence.money)})")
    for row in evidence.money:
        yield from _describe_money(row)


def explain_link(left: str, right: str, database: Path) -> list[RenderableType]:
    """Two records side by side and the weights of their link as a waterfall.

    Raises:
        UnknownPairError: none of this pair was weighed.
    """
    pair = read_pair(left, right, database)
    return [
        _heading(f"{pair.left.record_id} – {pair.right.record_id}"),
        side_by_side(pair.left, pair.right),
        Text(),
        *waterfall(pair),
    ]


def _describe_record(record: Row) -> Iterator[Text]:
    yield Text.assemble(
        f"  {record['source_id']} ",
        (as_text(record["native_id"]), "bold"),
        f" ({record['record_kind']} record {record['record_id']})",
    )
    linked = f"linked by {record['match_rule']}, decided by {record['match_decided_by']}"
    if record["match_probability"] is not None:
        linked += f", probability {float(record['match_probability']):.2f}"
    yield Text(f"      {linked}")
    yield Text(f"      {_origin(record)}", style="dim")


def _describe_facts(facts: Iterable[Row], indent: str) -> Iterator[Text]:
    for name, group in groupby(facts, key=lambda fact: fact["property"]):
        yield Text(f"{indent}  {name}", style="bold")
        for fact in group:
            won = bool(fact["is_preferred"])
            reason = as_text(fact["reason"])
            yield Text.assemble(
                (f"{indent}    {'✓' if won else '✗'} ", "green" if won else "red"),
                as_text(fact["value"]),
                (f"   [{'' if won else 'lost: '}{reason}]" if reason else "", "italic"),
            )
            yield Text(f"{indent}        {fact['source_id']} · {_origin(fact)}", style="dim")


def _describe_money(row: Row) -> Iterator[Text]:
    amount = as_text(row["amount"]) or f"no sum ({as_text(row['amount_status'])})"
    words = [
        f"  {row['amount_kind']} {amount} {as_text(row['currency'])}".rstrip(),
        as_text(row["instrument"]),
        f"decided {row['decision_date']}" if row["decision_date"] else "no decision date",
        f"from {row['funder']}" if row["funder"] else "",
        f"to {row['recipient']}" if row["recipient"] else "",
        "counts in totals" if row["counts_in_total"] else "does not count in totals",
    ]
    yield Text(" · ".join(word for word in words if word))
    yield from _describe_facts(row["facts"], indent="    ")


def _origin(row: Row) -> str:
    parts = [
        as_text(row["source_url"]),
        as_text(row.get("locator")),
        f"fetched {as_text(row['retrieved_at'])}",
        f"sha256 {row['content_sha256']}",
    ]
    if row.get("first_seen_at"):
        parts.append(f"first seen {row['first_seen_at']}, last seen {row['last_seen_at']}")
    return " · ".join(part for part in parts if part)


def _heading(text: str) -> Text:
    return Text(text, style="bold underline")


def _print(lines: Iterable[RenderableType]) -> None:
    console = Console(soft_wrap=True)
    for line in lines:
        console.print(line)
