"""Writes `elo.duckdb`: the published schema alone, in a fresh file.

Rows are stored in the order of their key, so that the same content gives the same exports
whatever order the build wrote it in. The storage version is the oldest that holds all our
types: the default of DuckDB 2.0 is refused by DuckDB 1.4 and by the browser build, and this one
is read by both. What does not belong here: any change of a value.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.release.tables import (
    MARTS,
    Table,
    describe_tables,
    literal,
    path,
    quote,
)

STORAGE_VERSION = "v1.2.0"


class NothingToReleaseError(RuntimeError):
    """The build file holds no published table."""


def copy_marts(build: Path, target: Path) -> str:
    """Copy schema `marts` of the build file into a new file and return its storage version.

    Args:
        build: the build file; it is only read.
        target: the file to write; it must not exist.

    Raises:
        NothingToReleaseError: the build file has no table in schema `marts`.
    """
    connection = duckdb.connect()
    try:
        connection.execute("set timezone = 'UTC'")
        connection.execute(f"attach {literal(str(build))} as build (read_only)")
        tables = describe_tables(connection, catalog="build", count=False)
        if not tables:
            raise NothingToReleaseError(f"{build} holds no table in schema {MARTS!r}")
        connection.execute(
            f"attach {literal(str(target))} as release (storage_version '{STORAGE_VERSION}')"
        )
        connection.execute(f"create schema release.{MARTS}")
        for table in tables:
            _copy_table(connection, table)
        connection.execute("checkpoint release")
        return _storage_version(connection)
    finally:
        connection.close()


def _copy_table(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    target = path("release", table.name)
    columns = [
        f"{quote(c.name)} {c.type}{'' if c.is_nullable else ' not null'}" for c in table.columns
    ]
    if table.primary_key:
        columns.append(f"primary key ({', '.join(map(quote, table.primary_key))})")
    connection.execute(f"create table {target} ({', '.join(columns)})")
    order = ", ".join(map(quote, table.primary_key)) or "all"
    connection.execute(
        f"insert into {target} select * from {path('build', table.name)} order by {order}"
    )
    if table.description:
        connection.execute(f"comment on table {target} is {literal(table.description)}")
    for column in table.columns:
        if column.description:
            connection.execute(
                f"comment on column {target}.{quote(column.name)} is {literal(column.description)}"
            )


def _storage_version(connection: duckdb.DuckDBPyConnection) -> str:
    row = connection.execute(
        "select tags['storage_version'] from duckdb_databases() where database_name = 'release'"
    ).fetchone()
    return str(row[0]) if row and row[0] else STORAGE_VERSION
