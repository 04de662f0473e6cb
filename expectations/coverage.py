"""Figures of what a release holds and lacks, for its quality page.

A table that a database does not have gives no figure instead of an error: the page describes any
release, also an old one. What does not belong here: judging (`suites/`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from expectations.frames import open_marts


@dataclass(frozen=True)
class Gap:
    """How much of something is known, and why the rest is not."""

    what: str
    known: int
    of: int
    why_missing: str

    @property
    def share(self) -> str:
        """The known part in per cent; a dash where there is nothing to know."""
        return f"{self.known / self.of:.1%}" if self.of else "–"


@dataclass(frozen=True)
class Coverage:
    """Everything the page shows beside the checks."""

    counts: dict[str, int]
    sources: list[dict[str, Any]]
    gaps: list[Gap]
    set_aside: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)


_GAPS: tuple[tuple[str, str, str], ...] = (
    (
        "Projects with a start date",
        "select count(start_date), count(*) from marts.dim_project",
        "The source shows no date, or one that cannot be read with certainty.",
    ),
    (
        "Projects with an end date",
        "select count(end_date), count(*) from marts.dim_project",
        "Open-ended work, or the source shows no end.",
    ),
    (
        "Projects with a lead organisation",
        "select count(lead_organisation_id), count(*) from marts.dim_project",
        "The source names none, or gives a name only inside running text.",
    ),
    (
        "Projects with a region",
        "select count(*) filter (project_id in (select project_id from"
        " marts.bridge_project_region)), count(*) from marts.dim_project",
        "The source states no target area. The region of the funding office is never taken for it.",
    ),
    (
        "Projects with a granted sum",
        "select count(*) filter (project_id in (select project_id from marts.fct_funding where"
        " counts_in_total and amount_eur is not null)), count(*) from marts.dim_project",
        "The decision is not published, or is known only as a total cost or from a text.",
    ),
    (
        "Granted decisions with a published sum",
        "select count(amount), count(*) from marts.fct_funding where amount_kind = 'granted'",
        "The decision is known and its sum was not published. It is never counted as zero.",
    ),
    (
        "Granted decisions with a decision date",
        "select count(decision_date), count(*) from marts.fct_funding"
        " where amount_kind = 'granted'",
        "The source gives no date of the decision; the year then follows the project's start.",
    ),
    (
        "Releases linked to a project",
        "select count(project_id), count(*) from marts.fct_release",
        "Most releases are about other things, and one that names several projects has no single"
        " one.",
    ),
)

_SET_ASIDE = """
    select source_id, step, coalesce(reason, 'no reason given') as reason, count(*) as rows
    from marts.mart_quarantine group by all
    order by rows desc, source_id, step, reason limit 100
"""


def measure_coverage(database: Path) -> Coverage:
    """Count what the published tables hold.

    Args:
        database: a build or release file; it is only read.
    """
    with open_marts(database) as connection:
        names = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'marts'"
            " order by table_name"
        ).fetchall()
        counts = {
            name: int(_rows(connection, f'select count(*) as n from marts."{name}"')[0]["n"])  # noqa: S608 names from the catalogue
            for (name,) in names
        }
        return Coverage(
            counts=counts,
            sources=_rows(connection, "select * from marts.dim_source order by source_id"),
            gaps=[gap for entry in _GAPS if (gap := _gap(connection, *entry)) is not None],
            set_aside=_rows(connection, _SET_ASIDE),
        )


def _gap(connection: duckdb.DuckDBPyConnection, what: str, sql: str, why: str) -> Gap | None:
    try:
        row = connection.execute(sql).fetchone()
    except duckdb.CatalogException:
        return None
    return Gap(what, int(row[0]), int(row[1]), why) if row else None


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    try:
        cursor = connection.execute(sql)
    except duckdb.CatalogException:
        return []
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return value
