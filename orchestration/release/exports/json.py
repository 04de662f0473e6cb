"""`json/<table>.json`: one array of records a table.

Dates are ISO text, times UTC with `Z`, money is text with two decimals: a JSON number would be
read as a binary fraction. Lists stay lists. A record names every column, also the empty ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.release.exports.cells import utc_text
from orchestration.release.tables import MARTS, Column, Table, literal, quote


def export(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], folder: Path) -> None:
    """Write one file a table into `folder`/json."""
    target = folder / "json"
    target.mkdir(parents=True)
    for table in tables:
        values = ", ".join(_value(column) for column in table.columns)
        file = target / f"{table.name}.json"
        connection.execute(
            f"copy (select {values} from {MARTS}.{quote(table.name)})"
            f" to {literal(str(file))} (format json, array true)"
        )


def _value(column: Column) -> str:
    name = quote(column.name)
    if column.type.startswith("DECIMAL"):
        return f"{name}::varchar as {name}"
    if column.type.startswith("TIMESTAMP"):
        return f"{utc_text(column)} as {name}"
    return name
