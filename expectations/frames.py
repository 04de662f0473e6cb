"""Fetches what the suites look at: one read-only connection, closed at the end.

A connection that stayed open would lock the file for the step that comes next. What does not
belong here: judging.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from expectations.suite import Suite

if TYPE_CHECKING:
    import pandas as pd

Frames = dict[str, "pd.DataFrame | str"]


@contextmanager
def open_marts(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection with times in UTC, closed at the end."""
    connection = duckdb.connect(str(database), read_only=True)
    try:
        connection.execute("set timezone = 'UTC'")
        yield connection
    finally:
        connection.close()


def fetch_frames(database: Path, suites: Mapping[str, Suite]) -> Frames:
    """The frame of each suite; where it cannot be fetched, the database's message instead."""
    frames: Frames = {}
    with open_marts(database) as connection:
        for table, suite in suites.items():
            try:
                frames[table] = connection.execute(suite.query()).df()
            except duckdb.Error as error:
                frames[table] = str(error).splitlines()[0]
    return frames
