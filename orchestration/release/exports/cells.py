"""How a value becomes a cell of a sheet or of a CSV file, written as SQL expressions.

A spreadsheet runs a text that looks like a formula, wherever it came from. So text cells that
begin with `= + - @`, a tab or a carriage return get a leading apostrophe; numbers and dates
stay what they are. What does not belong here: Parquet and JSON, which no spreadsheet runs.
"""

from __future__ import annotations

from orchestration.release.tables import Column, quote

#: First characters that make a spreadsheet evaluate a text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
#: Between the elements of a list in one cell.
LIST_SEPARATOR = "; "

_STARTS_SQL = ", ".join(
    f"chr({ord(start)})" if start < " " else f"'{start}'" for start in FORMULA_STARTS
)


def cell(column: Column) -> str:
    """SQL of one column as cells: lists joined, times in UTC, text made harmless."""
    name = quote(column.name)
    if column.is_list:
        joined = f"nullif(array_to_string({name}, {LIST_SEPARATOR!r}), '')"
        return f"{_harmless(joined)} as {name}"
    if column.type.startswith("TIMESTAMP"):
        return f"{utc_text(column)} as {name}"
    if column.is_text:
        return f"{_harmless(name)} as {name}"
    if column.type.startswith(("STRUCT", "MAP", "JSON")):
        return f"{_harmless(f'to_json({name})::varchar')} as {name}"
    return name


def utc_text(column: Column) -> str:
    """SQL of a time as ISO text with seconds and `Z`."""
    return f"strftime({quote(column.name)}, '%Y-%m-%dT%H:%M:%SZ')"


def _harmless(text: str) -> str:
    return f"case when left({text}, 1) in ({_STARTS_SQL}) then '''' || {text} else {text} end"
