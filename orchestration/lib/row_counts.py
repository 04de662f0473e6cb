"""Row counts of the warehouse's tables, shown beside each of its assets.

dagster-dbt can fetch them itself, but through a connection of this process that stays open, and
the next one to the file fails (dbt-duckdb#616, reproduced). So dbt's events wait here until its
process has ended and closed the file, which then is read once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

#: (schema, table) -> rows.
Counts = dict[tuple[str, str], int]


def attach_row_counts(
    events: Iterable[Any], database: Path, key_of: Callable[[str], dg.AssetKey]
) -> Iterator[Any]:
    """Yield dbt's events, each built table's with its row count.

    Args:
        events: what the dbt invocation streams.
        database: the file it builds; nobody else may have it open for writing at the end.
        key_of: output name -> asset key, whose parts are schema and table.

    Raises:
        dagster.Failure: dbt failed; raised after everything that it did has been yielded.
    """
    held: list[Any] = []
    failure: dg.Failure | None = None
    try:
        held.extend(events)
    except dg.Failure as error:
        failure = error
    counts = count_tables(database)
    for event in held:
        rows = _find(counts, key_of(event.output_name)) if isinstance(event, dg.Output) else None
        yield event if rows is None else _add(event, rows)
    if failure is not None:
        raise failure


def count_tables(database: Path) -> Counts:
    """Rows of every table of a database; nothing for a file that dbt did not come to write."""
    if not database.exists():
        return {}
    with duckdb.connect(str(database), read_only=True) as connection:
        names = connection.execute(
            "select schema_name, table_name from duckdb_tables() where not internal"
        ).fetchall()
        return {(schema, table): _count(connection, schema, table) for schema, table in names}


def _count(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> int:
    return len(connection.table(f'"{schema}"."{table}"'))


def _find(counts: Counts, key: dg.AssetKey) -> int | None:
    return counts.get((key.path[0], key.path[-1]))


def _add(event: dg.Output[Any], rows: int) -> dg.Output[Any]:
    return event.with_metadata({**event.metadata, "dagster/row_count": rows})
