"""`csv/<table>.csv`: UTF-8, comma, header row, harmless to open in a spreadsheet.

NULL is an empty cell, lists are joined, times are UTC with `Z`, decimals have a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.release.exports.cells import cell
from orchestration.release.tables import MARTS, Table, literal, quote


def export(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], folder: Path) -> None:
    """Write one file a table into `folder`/csv."""
    target = folder / "csv"
    target.mkdir(parents=True)
    for table in tables:
        cells = ", ".join(cell(column) for column in table.columns)
        connection.execute(
            f"copy (select {cells} from {MARTS}.{quote(table.name)})"
            f" to {literal(str(target / f'{table.name}.csv'))} (format csv, header true)"
        )
