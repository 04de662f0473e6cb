"""Compares a database with the release before it: what shrank, and what changed its scale.

All of it warns and nothing blocks: records stay when a source drops them, so a fall has a cause
worth reading, and honest changes happen. What does not belong here: rows of one table
(`suites/`).
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from expectations.frames import open_marts
from expectations.outcome import Outcome

#: A table may lose this share of its rows before the page says so.
_MAX_DROP = 0.10
#: Small tables jump; a share of few rows says nothing.
_MIN_ROWS = 20
_MAX_RATIO = 20.0

_MEDIANS = """
    select amount_kind, median(amount_eur)::double
    from marts.fct_funding where amount_eur > 0 group by amount_kind having count(*) >= 30
"""


def compare_with_previous(database: Path, previous: Path | None) -> list[Outcome]:
    """Trends against the release before; empty where there is none.

    Args:
        database: the file to judge.
        previous: the folder or the `elo.duckdb` of the release before, or None.
    """
    if previous is None:
        return []
    old_file = previous / "elo.duckdb" if previous.is_dir() else previous
    try:
        old_counts, old_medians = _measure(old_file)
    except (duckdb.Error, OSError) as error:
        return [_incomparable(str(error).splitlines()[0])]
    counts, medians = _measure(database)
    return [
        *(
            _count_outcome(table, old, counts.get(table, 0))
            for table, old in sorted(old_counts.items())
            if old >= _MIN_ROWS
        ),
        *(
            _median_outcome(kind, old, medians[kind])
            for kind, old in sorted(old_medians.items())
            if kind in medians
        ),
    ]


def _measure(database: Path) -> tuple[dict[str, int], dict[str, float]]:
    if not database.is_file():
        raise FileNotFoundError(f"no file {database.name}")
    with open_marts(database) as connection:
        tables = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'marts'"
        ).fetchall()
        counts = {
            table: _count(connection, table) for (table,) in tables if table != "mart_change_log"
        }
        medians = dict(connection.execute(_MEDIANS).fetchall()) if "fct_funding" in counts else {}
    return counts, medians


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    name = table.replace('"', '""')
    row = connection.execute(f'select count(*) from marts."{name}"').fetchone()  # noqa: S608 a name from the catalogue
    return int(row[0]) if row else 0


def _count_outcome(table: str, old: int, new: int) -> Outcome:
    return Outcome(
        table=table,
        expectation="RowsDoNotDrop",
        column=None,
        passed=new >= old * (1 - _MAX_DROP),
        severity="warn",
        observed=f"{new:,} rows, {old:,} in the release before",
        expected=f"a fall of at most {_MAX_DROP:.0%}",
        why="Records stay in the fact base when a source drops them, so a table shrinks only by"
        " merging, by erasing, or by a fault. Look at the sources and at mart_change_log.",
    )


def _median_outcome(kind: str, old: float, new: float) -> Outcome:
    return Outcome(
        table="fct_funding",
        expectation="MedianKeepsItsScale",
        column="amount_eur",
        passed=old / _MAX_RATIO <= new <= old * _MAX_RATIO,
        severity="warn",
        observed=f"median of {kind}: {new:,.0f} €, {old:,.0f} € in the release before",
        expected=f"a change by a factor below {_MAX_RATIO:g}",
        why="A median that jumps by orders of magnitude overnight is a unit read wrongly"
        " (thousands or millions of euros), not news about projects.",
    )


def _incomparable(message: str) -> Outcome:
    return Outcome(
        table="release",
        expectation="PreviousReleaseCanBeRead",
        column=None,
        passed=False,
        severity="warn",
        observed=message,
        expected="the release before can be opened",
        why="Without the release before, nobody can say what shrank.",
    )
