"""Reads a release, and nothing else: connections that cannot write, reach files, or be reset.

What does not belong here: showing the rows (`orchestration/cli/sql.py`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from orchestration.release.tables import MARTS, literal

#: Settings of a connection for questions of strangers, from its first moment.
CONFINED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # a table name must never find a variable of this program
    "python_enable_replacements": False,
    # large sorts spill here and not into the release
    "temp_directory": str(Path(tempfile.gettempdir()) / "elo-query"),
}


class QueryError(ValueError):
    """The query was refused or is wrong; the message is for the person who asked."""


@dataclass(frozen=True)
class Answer:
    """Column names and rows of a query."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def open_locked(database: Path) -> duckdb.DuckDBPyConnection:
    """A connection for questions of strangers: read-only, no files, no network, no settings.

    Tables of schema `marts` can be named with and without the schema. The caller closes it.

    Args:
        database: the `elo.duckdb` of a release.
    """
    connection = duckdb.connect(
        str(database), read_only=True, config={**CONFINED, "enable_external_access": False}
    )
    lock(connection, MARTS)
    return connection


def lock(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Close every way out of a connection, and the way back.

    Args:
        connection: made with `CONFINED`; what it needs of files has been read.
        schema: whose tables can be named without it.
    """
    connection.execute("set timezone = 'UTC'")
    connection.execute(f"set schema = {literal(schema)}")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def run_query(sql: str, database: Path, parameters: Sequence[Any] = ()) -> Answer:
    """Run one question on a release.

    Args:
        sql: what was asked; of several statements the last one answers.
        database: the `elo.duckdb` of a release.
        parameters: values of `?` in the question.

    Raises:
        QueryError: it is refused or wrong.
    """
    connection = open_locked(database)
    try:
        return run_on(connection, sql, parameters)
    finally:
        connection.close()


def run_on(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[Any] = ()
) -> Answer:
    """Run one question on a connection that is locked already.

    Raises:
        QueryError: it is refused or wrong.
    """
    try:
        cursor = connection.execute(sql, list(parameters) or None)
        if cursor is None:
            raise QueryError("nothing was asked")
        columns = tuple(column[0] for column in cursor.description or ())
        return Answer(columns, cursor.fetchall() if columns else [])
    except (duckdb.Error, RuntimeError) as error:
        raise QueryError(str(error).strip()) from error
