"""`datapackage.json`: the Frictionless description of the CSV, JSON and Parquet files.

The CSV files are the package's resources, with types, keys and descriptions; the other formats
of a table are named beside them. What does not belong here: facts about a table. They come from
the database's comments and from dbt's manifest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.release.exports.cells import LIST_SEPARATOR
from orchestration.release.tables import Column, Table

_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UINTEGER", "UBIGINT")
_DIALECT_NOTES = (
    "CSV: UTF-8, comma, empty cell = no value, lists joined with '; ', times in UTC; a text that"
    " begins with = + - @, a tab or a carriage return carries a leading apostrophe, so that no"
    " spreadsheet runs it. JSON: an array of records, dates as ISO text, times in UTC with Z,"
    " money as text with two decimals. Parquet: the exact types, lists as lists."
)
#: Reason texts beside the money columns, where the schema itself cannot say it.
_MONEY = "Euros or whole units of `currency`, two decimals. Never add across `amount_kind`."


def export(
    tables: Sequence[Table], folder: Path, *, stamp: datetime, licences: Mapping[str, str]
) -> None:
    """Write `folder`/datapackage.json.

    Args:
        tables: the published tables, with descriptions where there are any.
        folder: the generation; its `csv` files are already there.
        stamp: when the generation was made.
        licences: source id -> licence id its publisher states.
    """
    package = {
        "profile": "data-package",
        "name": "elo-tietopohja",
        "title": "Fact base of lifelong guidance in Finland",
        "description": _DIALECT_NOTES,
        "created": stamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "version": stamp.strftime("%Y%m%dT%H%M%SZ"),
        "sources": [
            {"title": source, "licence": licence} for source, licence in sorted(licences.items())
        ],
        "resources": [_resource(table, folder) for table in tables],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def _resource(table: Table, folder: Path) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        key = table.primary_key
        schema["primaryKey"] = list(key) if len(key) > 1 else key[0]
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "title": table.name,
        "path": f"csv/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": (folder / "csv" / f"{table.name}.csv").stat().st_size,
        "rows": table.rows,
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "alternatives": [f"parquet/{table.name}.parquet", f"json/{table.name}.json"],
        "schema": schema,
    }
    if table.description:
        resource["description"] = table.description
    return resource


def _field(column: Column, table: Table) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, **_type(column)}
    notes = [column.description] if column.description else []
    if column.is_list:
        notes.append(f"A list, joined with {LIST_SEPARATOR!r}.")
    if column.type.startswith("DECIMAL") and "amount_kind" in {c.name for c in table.columns}:
        notes.append(_MONEY)
    if notes:
        field["description"] = " ".join(notes)
    if not column.is_nullable or column.name in table.primary_key:
        field["constraints"] = {"required": True}
    return field


def _type(column: Column) -> dict[str, str]:
    if column.type in _INTEGERS:
        return {"type": "integer"}
    if column.type.startswith(("DECIMAL", "DOUBLE", "FLOAT")):
        return {"type": "number"}
    if column.type.startswith("TIMESTAMP"):
        return {"type": "datetime"}
    plain = {"DATE": "date", "BOOLEAN": "boolean", "TIME": "time"}
    return {"type": plain.get(column.type, "string")}
