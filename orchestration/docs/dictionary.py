"""`docs/data-dictionary.md`: every published table and column, with keys and checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from expectations.suite import Check, Suite
from expectations.wording import say_demand
from orchestration.docs.diagrams import draw_flow, draw_schema
from orchestration.docs.markdown import anchor, bullets, code, page, percent
from orchestration.docs.marts import ColumnDoc, Reference, TableDoc, read_tables
from orchestration.lib.markdown import link, tabulate
from orchestration.release.exports.cells import LIST_SEPARATOR

_INTRO = """\
A release is one DuckDB file and the same tables as Parquet, CSV, JSON and XLSX. All published
tables stand in schema `marts`. This page says of each what one row is, what every column means, and
what is checked before anybody can see it. Finnish terms stand in brackets, as the sources use
them."""

_RULES = (
    "**Empty is unknown.** An empty cell means that no source states the value, never zero or no.",
    "**Money** is `decimal(14,2)` in euros. Sums of different `amount_kind` are never added; the"
    " sum granted is `sum(amount_eur)` over rows with `counts_in_total`, and belongs beside the"
    " number of decisions with `amount_status = 'not_published'`.",
    "**Codes are text** and keep their leading zeros: maakunta `01` is not `1`.",
    f"**Lists** (`varchar[]`) are joined with `{LIST_SEPARATOR}` in CSV and XLSX, which have none.",
    "**Times** (`timestamptz`) are UTC, **days** (`date`) are Finnish days.",
    "**Ids are stable.** `project_id` survives every rebuild; an id that was merged leads on to the"
    " one that took over (`elo explain`).",
    "**What a column holds** is tested on every build, before anything is released: keys, closed"
    " lists and references (→) as much as the rules below a table. Of the expectations, those"
    " marked *block* keep a release back, those marked *warn* stand on its quality page.",
    "**Every value has its source.** `fct_fact` holds each published value of `dim_project` and"
    " `fct_funding` with the page it stands on, and the values that lost, with the reason.",
)

_FOLDERS = {
    "core": "Projects, organisations, places and lists",
    "funding": "Money",
    "evidence": "Where each statement comes from",
    "activity": "What happens in and around projects",
    "insight": "What is missing",
}


def write_dictionary(manifest: Mapping[str, Any], suites: Mapping[str, Suite]) -> str:
    """The page as text.

    Args:
        manifest: dbt's parsed `manifest.json`.
        suites: expectation suites by table.

    Raises:
        DocsError: a table or column is not described in full.
    """
    tables = read_tables(manifest)
    order = [*_FOLDERS, *sorted({t.folder for t in tables} - set(_FOLDERS))]
    tables.sort(key=lambda t: order.index(t.folder))  # stable: the order within a folder stays
    names = {t.name for t in tables}
    return page(
        [
            "# Data dictionary",
            _INTRO,
            "## Contents",
            bullets(_list_contents(tables)),
            "## Read this first",
            bullets(_RULES),
            "## The way of the data",
            "Folders of the dbt project, from typed records to what is published. All but three are"
            " built anew every night: `landing` holds the last good records of every source,"
            " `seeds` the reviewed lists, and `state` the ids and the history that survive. An"
            " arrow is left out where heavier ones lead the same way.",
            draw_flow(manifest),
            "## How the tables hang together",
            "Keys and foreign keys alone. A double bar at the beginning of a line means that a test"
            " demands the reference, a ring that it may be empty.",
            draw_schema(tables),
            *_write_folders(tables, suites, names),
        ]
    )


def _list_contents(tables: Sequence[TableDoc]) -> Iterator[str]:
    for heading in ("Read this first", "The way of the data", "How the tables hang together"):
        yield link(heading, anchor(heading))
    for folder, members in groupby(tables, key=lambda t: t.folder):
        names = " · ".join(link(code(t.name), anchor(t.name)) for t in members)
        yield f"{link(_title(folder), anchor(_title(folder)))}: {names}"


def _title(folder: str) -> str:
    return _FOLDERS.get(folder, folder.capitalize())


def _write_folders(
    tables: Sequence[TableDoc], suites: Mapping[str, Suite], names: set[str]
) -> Iterator[str]:
    for folder, group in groupby(tables, key=lambda t: t.folder):
        members = list(group)
        yield f"## {_title(folder)}"
        yield tabulate(
            ("table", "one row is", "columns"),
            [(link(code(t.name), anchor(t.name)), t.grain, str(len(t.columns))) for t in members],
        )
        for doc in members:
            yield from _write_table(doc, suites.get(doc.name), names)


def _write_table(doc: TableDoc, suite: Suite | None, names: set[str]) -> Iterator[str]:
    yield f"### {doc.name}"
    yield doc.description
    inputs = ", ".join(link(code(n), anchor(n)) if n in names else code(n) for n in doc.inputs)
    yield bullets(
        [
            f"**One row:** {doc.grain}",
            f"**Key:** {', '.join(code(name) for name in doc.key)}",
            f"**Built from:** {inputs} in {link(code(doc.path), f'../dbt_project/{doc.path}')}",
        ]
    )
    yield tabulate(
        ("column", "type", "meaning", "holds"),
        [
            (_name(column), code(column.type), column.description, _constraints(column, doc, names))
            for column in doc.columns
        ],
    )
    if doc.rules:
        yield "A build that breaks one of these is not released:"
        yield tabulate(
            ("dbt test", "holds for every row"),
            [(code(name), _rule(text)) for name, text in doc.rules.items()],
        )
    if suite is not None:
        yield _fold(
            f"{len(suite.checks)} expectations of a data owner",
            tabulate(
                ("looks at", "demands", "if not", "why"),
                [(*_judged(check), check.severity, check.why) for check in suite.checks],
            )
            + f"\n\nWhat is looked at is put together in {_suite_file(suite)}.",
        )


def _name(column: ColumnDoc) -> str:
    return f"**{code(column.name)}**" if column.is_key else code(column.name)


def _constraints(column: ColumnDoc, doc: TableDoc, names: set[str]) -> str:
    notes = ["key"] if column.is_key else ["never empty"] if column.is_required else []
    notes += [_target(ref, names) for ref in doc.references if column.name in ref.columns]
    if column.allowed:
        notes.append("one of " + ", ".join(code(value) for value in column.allowed))
    return "; ".join(notes)


def _target(ref: Reference, names: set[str]) -> str:
    if ref.table in names:
        return f"→ {link(code(ref.table), anchor(ref.table))}"
    return f"→ reviewed list {code(ref.table)}"


def _rule(text: str) -> str:
    """SQL as code, a sentence as it is."""
    return text if text.endswith(".") else code(text)


def _suite_file(suite: Suite) -> str:
    name = f"expectations/suites/{suite.table}.py"
    return link(code(name), f"../{name}")


def _judged(check: Check) -> tuple[str, str]:
    looks_at = code(check.column) if check.column else "the table"
    return looks_at, say_demand(check.expectation) + _bounds(check)


def _bounds(check: Check) -> str:
    low, high = (check.arguments.get(name) for name in ("min_value", "max_value"))
    parts = []
    if low is not None and high is not None:
        parts.append(f"{_number(low)} to {_number(high)}")
    elif low is not None:
        parts.append(f"at least {_number(low)}")
    elif high is not None:
        parts.append(f"at most {_number(high)}")
    if "mostly" in check.arguments:
        parts.append(f"in {percent(check.arguments['mostly'])} of the rows")
    if check.min_rows:
        parts.append(f"judged from {check.min_rows} rows on")
    return f" ({', '.join(parts)})" if parts else ""


def _number(value: float) -> str:
    """Years without, large sums with a mark at the thousands."""
    return f"{value:,.12g}" if abs(value) >= 10_000 else f"{value:.12g}"


def _fold(title: str, body: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"
