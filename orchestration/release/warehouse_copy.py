"""Writes `elo.duckdb`: the published schema alone, in a fresh file.

Rows are stored in a fixed order, so that the same content gives the same exports whatever order
the build wrote it in. Keys are checked by the build and not declared again: their indexes made
the file of 10,000 projects 124 MB instead of 51 (measured 2026-11). The storage version is the
oldest that holds all our types: the default of DuckDB 2.0 is refused by DuckDB 1.4 and by the
browser build, and this one is read by both. What does not belong here: any change of a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from orchestration.release.tables import (
    MARTS,
    Table,
    describe_tables,
    literal,
    path,
    quote,
    with_descriptions,
)

STORAGE_VERSION = "v1.2.0"
_LEADING = 3


class NothingToReleaseError(RuntimeError):
    """The build file holds no published table."""


@dataclass(frozen=True)
class Copied:
    """What the new file holds, and in which storage version."""

    tables: list[Table]
    storage_version: str


def copy_marts(build: Path, target: Path, manifest: Mapping[str, Any] | None = None) -> Copied:
    """Copy schema `marts` of the build file into a new file.

    Args:
        build: the build file; it is only read.
        target: the file to write; it must not exist.
        manifest: dbt's parsed `manifest.json`, for keys and descriptions the build file lacks.

    Raises:
        NothingToReleaseError: the build file has no table in schema `marts`.
    """
    connection = duckdb.connect()
    try:
        connection.execute("set timezone = 'UTC'")
        connection.execute(f"attach {literal(str(build))} as build (read_only)")
        described = describe_tables(connection, catalog="build", count=False)
        tables = with_descriptions(described, manifest)
        if not tables:
            raise NothingToReleaseError(f"{build} holds no table in schema {MARTS!r}")
        connection.execute(
            f"attach {literal(str(target))} as release (storage_version '{STORAGE_VERSION}')"
        )
        connection.execute(f"create schema release.{MARTS}")
        copied = [replace(table, rows=_copy_table(connection, table)) for table in tables]
        connection.execute("checkpoint release")
        return Copied(copied, _storage_version(connection))
    finally:
        connection.close()


def _copy_table(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    target = path("release", table.name)
    columns = [
        f"{quote(c.name)} {c.type}{'' if c.is_nullable else ' not null'}" for c in table.columns
    ]
    connection.execute(f"create table {target} ({', '.join(columns)})")
    row = connection.execute(
        f"insert into {target} select * from {path('build', table.name)} order by {_order(table)}"
    ).fetchone()
    if table.description:
        connection.execute(f"comment on table {target} is {literal(table.description)}")
    for column in table.columns:
        if column.description:
            connection.execute(
                f"comment on column {target}.{quote(column.name)} is {literal(column.description)}"
            )
    return int(row[0]) if row else 0


def _order(table: Table) -> str:
    """Rows that belong together lie together; the key, mostly a hash, only settles ties."""
    if not table.primary_key:
        return "all"
    others = [column.name for column in table.columns if column.name not in table.primary_key]
    leading = [] if len(table.primary_key) > 1 else others[:_LEADING]
    return ", ".join(map(quote, [*leading, *table.primary_key]))


def _storage_version(connection: duckdb.DuckDBPyConnection) -> str:
    row = connection.execute(
        "select tags['storage_version'] from duckdb_databases() where database_name = 'release'"
    ).fetchone()
    return str(row[0]) if row and row[0] else STORAGE_VERSION
