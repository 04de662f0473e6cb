"""Rows of a release as plain Python, in a few bulk queries.

A table or column that a database does not have reads as empty: the site describes any release,
also an older one. What does not belong here: sums (`money.py`) and wording (`texts/`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import duckdb

from orchestration.release.tables import MARTS, quote

Row = dict[str, Any]


class Marts:
    """The published tables of one open database."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Read the catalogue once."""
        self._connection = connection
        self._columns: dict[str, set[str]] = defaultdict(set)
        for table, column in connection.execute(
            "select table_name, column_name from information_schema.columns where table_schema = ?",
            [MARTS],
        ).fetchall():
            self._columns[table].add(column)

    def has(self, table: str) -> bool:
        """Whether the release holds that table."""
        return table in self._columns

    def rows(
        self, table: str, columns: Sequence[str], order: str = "", where: str = ""
    ) -> list[Row]:
        """All rows of a table; columns that it lacks are None."""
        return [
            dict(zip(columns, row, strict=True))
            for batch in self._batches(table, columns, order, where)
            for row in batch
        ]

    def grouped(
        self, table: str, key: str, columns: Sequence[str], order: str = "", where: str = ""
    ) -> dict[Any, list[Row]]:
        """Rows of a table by the value of one column, each group in the given order."""
        found: dict[Any, list[Row]] = defaultdict(list)
        for row in self.rows(table, columns, order, where):
            found[row[key]].append(row)
        return dict(found)

    def streamed(
        self, table: str, key: str, columns: Sequence[str], order: str = "", where: str = ""
    ) -> Iterator[tuple[Any, list[tuple[Any, ...]]]]:
        """Groups of a large table in the order of `key`, one after another.

        The first column has to be `key`. Rows are tuples: a dictionary for each of a million
        facts would cost more than all pages together.
        """
        full = f"{key}, {order}" if order else key
        rows = (row for batch in self._batches(table, columns, full, where) for row in batch)
        for value, group in groupby(rows, key=lambda row: row[0]):
            yield value, list(group)

    def _batches(
        self, table: str, columns: Sequence[str], order: str, where: str
    ) -> Iterator[list[tuple[Any, ...]]]:
        held = self._columns.get(table)
        if held is None:
            return
        chosen = ", ".join(
            quote(name) if name in held else f"null as {quote(name)}" for name in columns
        )
        sql = f"select {chosen} from {MARTS}.{quote(table)}"
        sql += f" where {where}" if where else ""
        sql += f" order by {order}" if order else ""
        cursor = self._connection.cursor()
        cursor.execute("set timezone = 'UTC'")
        cursor.execute(sql)
        while batch := cursor.fetchmany(20_000):
            yield batch


def by(rows: Iterable[Row], key: str) -> dict[Any, Row]:
    """Rows by a column that is their key."""
    return {row[key]: row for row in rows}
