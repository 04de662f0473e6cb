"""`xlsx/elo.xlsx`: one sheet a table for people, with a first sheet that lists them.

Each sheet has a header row, no merged cells, and one value a cell. Text stays text: formulas and
links are never written, and cells that look like a formula carry an apostrophe as in the CSV.
A table with more rows than a sheet is pleasant for is named on the first sheet instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter

from orchestration.release.exports.cells import cell
from orchestration.release.tables import MARTS, Table, quote

MAX_ROWS = 200_000
_FIRST_SHEET = "tables"
_CHUNK = 10_000
#: Excel refuses longer cells.
_MAX_TEXT = 32_767
_EPOCH = date(1899, 12, 30).toordinal()

Writer = Callable[[int, int, Any], object]


def export(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], folder: Path
) -> list[str]:
    """Write `folder`/xlsx/elo.xlsx and return the tables that were too long for it."""
    target = folder / "xlsx"
    target.mkdir(parents=True)
    workbook = xlsxwriter.Workbook(
        str(target / "elo.xlsx"),
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": str(target),
        },
    )
    # One date for all files of one content: the stamp of a release stands in release.json.
    workbook.set_properties({"title": "ELO fact base", "created": datetime(2026, 1, 1)})  # noqa: DTZ001 Excel knows no zones
    left_out = [table.name for table in tables if table.rows > MAX_ROWS]
    formats = {
        "header": workbook.add_format({"bold": True}),
        "date": workbook.add_format({"num_format": "yyyy-mm-dd"}),
        "money": workbook.add_format({"num_format": "#,##0.00"}),
    }
    _write_index(workbook.add_worksheet(_FIRST_SHEET), tables, left_out, formats)
    taken = {_FIRST_SHEET}
    for table in tables:
        if table.name not in left_out:
            sheet = workbook.add_worksheet(sheet_name(table.name, taken))
            _write_table(connection, sheet, table, formats)
    workbook.close()
    return left_out


def sheet_name(table: str, taken: set[str]) -> str:
    """A name Excel accepts (31 characters) that no other sheet has; it is added to `taken`."""
    name = table[:31]
    number = 2
    while name.lower() in taken:
        name = f"{table[: 31 - len(str(number)) - 1]}~{number}"
        number += 1
    taken.add(name.lower())
    return name


def _write_index(
    sheet: Any, tables: Sequence[Table], left_out: list[str], formats: dict[str, Any]
) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 2, 20)
    sheet.set_column(3, 3, 90)
    for place, title in enumerate(("table", "rows", "sheet", "description")):
        sheet.write_string(0, place, title, formats["header"])
    taken = {_FIRST_SHEET}
    for number, table in enumerate(tables, start=1):
        where = (
            f"too long for a sheet: see csv/{table.name}.csv"
            if table.name in left_out
            else sheet_name(table.name, taken)
        )
        sheet.write_string(number, 0, table.name)
        sheet.write_number(number, 1, table.rows)
        sheet.write_string(number, 2, where)
        sheet.write_string(number, 3, table.description[:_MAX_TEXT])


def _write_table(
    connection: duckdb.DuckDBPyConnection, sheet: Any, table: Table, formats: dict[str, Any]
) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, 14 if not column.is_text else 24)
        sheet.write_string(0, place, column.name, formats["header"])
    cells = ", ".join(cell(column) for column in table.columns)
    rows = connection.execute(f"select {cells} from {MARTS}.{quote(table.name)}")
    writers = _writers(sheet, formats)
    number = 0
    while chunk := rows.fetchmany(_CHUNK):
        for row in chunk:
            number += 1
            for place, value in enumerate(row):
                if value is not None and value != "":
                    writers[type(value)](number, place, value)


def _writers(sheet: Any, formats: dict[str, Any]) -> dict[type, Writer]:
    write_string, write_number = sheet.write_string, sheet.write_number
    money, day = formats["money"], formats["date"]

    def text(row: int, place: int, value: Any) -> None:
        write_string(row, place, value[:_MAX_TEXT])

    return {
        str: text,
        bool: sheet.write_boolean,
        int: write_number,
        float: write_number,
        Decimal: lambda row, place, value: write_number(row, place, float(value), money),
        date: lambda row, place, value: write_number(row, place, value.toordinal() - _EPOCH, day),
    }
