"""The warehouse hash: one figure that says whether two releases state the same things.

Two builds of the same archive give the same hash, whatever the order of rows and columns, the
hour, or the number of threads. Left out is what belongs to the run and not to the content:

- the columns named in `RUN_TIMES`, in every table: when and how something was fetched, set aside
  or compared, and by which run;
- the table `mart_change_log`: it tells how a release differs from the one before it.

Days that follow from the day that counts as today (`first_seen_at`, `last_seen_at`) are content:
the same archive read as of the same day gives the same days.

How it is computed: each row becomes a text, its columns in order of name, each as name, length
and value (so that no two different rows share a text), NULL apart from empty; the SHA-256 of
each row are sorted and hashed to one figure a table; the tables' figures, sorted by name and
each with its name, are hashed to the result. A table without rows counts with its name.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb

from orchestration.release.tables import Column, Table, describe_tables, path, quote

#: Columns that tell about the run, not about the world.
RUN_TIMES = frozenset(
    {
        "retrieved_at", "quarantined_at", "changed_at", "last_success_at", "last_attempt_at",
        "run_id", "loaded_as",
    }
)  # fmt: skip
#: Tables that tell about the difference to another release.
LEFT_OUT = frozenset({"mart_change_log"})


def warehouse_hash(database: Path) -> str:
    """SHA-256 over the sorted rows of all published tables, as 64 hex digits.

    Args:
        database: a build file or the `elo.duckdb` of a release; it is only read.
    """
    connection = duckdb.connect(str(database), read_only=True)
    try:
        return hash_tables(connection)
    finally:
        connection.close()


def hash_tables(connection: duckdb.DuckDBPyConnection) -> str:
    """The same figure over an open connection."""
    connection.execute("set timezone = 'UTC'")
    catalog = str(_one(connection, "select current_database()"))
    digest = hashlib.sha256()
    for table in describe_tables(connection, count=False):
        if table.name not in LEFT_OUT:
            digest.update(f"{table.name} {_hash_table(connection, catalog, table)}\n".encode())
    return digest.hexdigest()


def _hash_table(connection: duckdb.DuckDBPyConnection, catalog: str, table: Table) -> str:
    columns = sorted(
        (column for column in table.columns if column.name not in RUN_TIMES),
        key=lambda column: column.name,
    )
    if not columns:
        return "no columns"
    text = " || ".join(_column_text(column) for column in columns)
    return str(
        _one(
            connection,
            "select coalesce(sha256(string_agg(row_hash, '' order by row_hash)), 'no rows') from"
            f" (select sha256({text}) as row_hash from {path(catalog, table.name)})",
        )
    )


def _column_text(column: Column) -> str:
    name = quote(column.name)
    nested = column.is_list or column.type.startswith(("STRUCT", "MAP"))
    value = f"to_json({name})::varchar" if nested else f"{name}::varchar"
    label = column.name.replace("'", "''")
    return (
        f"'{label}' || case when {name} is null then '-'"
        f" else strlen({value})::varchar || ':' || {value} end"
    )


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> object:
    row = connection.execute(sql).fetchone()
    if row is None:
        raise LookupError(f"no row from: {sql}")
    return row[0]
