"""`parquet/<table>.parquet`: the exact values, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.release.tables import MARTS, Table, literal, quote


def export(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], folder: Path) -> None:
    """Write one file a table into `folder`/parquet."""
    target = folder / "parquet"
    target.mkdir(parents=True)
    for table in tables:
        connection.execute(
            f"copy {MARTS}.{quote(table.name)} to {literal(str(target / f'{table.name}.parquet'))}"
            " (format parquet, compression zstd)"
        )
