"""`xlsx/elo.xlsx`: one sheet a table for people, with a first sheet that lists them.

Each sheet has a header row, no merged cells, and one value a cell. Text stays text: formulas and
links are never written, and cells that look like a formula carry an apostrophe as in the CSV.
A table with more rows than a sheet is pleasant for is named on the first sheet instead.

The workbook is written in two steps: XlsxWriter writes it with headers only, then the rows of
each table are put into its sheet (`sheet_rows.py`).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import duckdb
import xlsxwriter

from orchestration.release.exports.sheet_rows import MAX_TEXT, column_letters, row_xml
from orchestration.release.tables import Table

MAX_ROWS = 200_000
_FIRST_SHEET = "tables"
_ROWS_END = b"</sheetData>"
#: Level 1 costs a third of the usual one and makes the file a fifth larger.
_LEVEL = 1
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)


def export(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], folder: Path
) -> list[str]:
    """Write `folder`/xlsx/elo.xlsx and return the tables that were too long for it."""
    target = folder / "xlsx"
    target.mkdir(parents=True)
    left_out = [table.name for table in tables if table.rows > MAX_ROWS]
    shown = [table for table in tables if table.name not in left_out]
    headers = target / "headers.xlsx"
    _write_headers(headers, tables, shown)
    # the first sheet is the list of tables
    sheets = {
        f"xl/worksheets/sheet{number}.xml": table for number, table in enumerate(shown, start=2)
    }
    with (
        zipfile.ZipFile(headers) as source,
        zipfile.ZipFile(
            target / "elo.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL
        ) as workbook,
    ):
        for name in source.namelist():
            with workbook.open(name, "w", force_zip64=True) as stream:
                if name in sheets:
                    _fill_sheet(connection, sheets[name], source.read(name), stream)
                else:
                    stream.write(source.read(name))
    headers.unlink()
    return left_out


def sheet_names(tables: Sequence[Table]) -> dict[str, str]:
    """A sheet name that Excel accepts (31 characters, no two alike) for each table."""
    names: dict[str, str] = {}
    taken = {_FIRST_SHEET}
    for table in tables:
        name = table.name[:31]
        number = 2
        while name.lower() in taken:
            name = f"{table.name[: 30 - len(str(number))]}~{number}"
            number += 1
        taken.add(name.lower())
        names[table.name] = name
    return names


def _write_headers(path: Path, tables: Sequence[Table], shown: Sequence[Table]) -> None:
    workbook = xlsxwriter.Workbook(
        str(path),
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": str(path.parent),
        },
    )
    # The same content gives the same file: when it was made stands in release.json.
    workbook.set_properties({"title": "ELO fact base", "created": datetime(*_NO_CLOCK)})  # noqa: DTZ001 Excel knows no zones
    formats = {
        "header": workbook.add_format({"bold": True}),
        "DATE": workbook.add_format({"num_format": "yyyy-mm-dd"}),
        "DECIMAL": workbook.add_format({"num_format": "#,##0.00"}),
    }
    names = sheet_names(shown)
    _write_index(workbook.add_worksheet(_FIRST_SHEET), tables, names, formats)
    for table in shown:
        sheet = workbook.add_worksheet(names[table.name])
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            width = 24 if column.is_text or column.is_list else 14
            kind = column.type.partition("(")[0]
            sheet.set_column(place, place, width, None if column.is_list else formats.get(kind))
            sheet.write_string(0, place, column.name, formats["header"])
    workbook.close()


def _write_index(
    sheet: Any, tables: Sequence[Table], names: Mapping[str, str], formats: Mapping[str, Any]
) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 3, 60)
    for place, title in enumerate(("table", "rows", "sheet", "description")):
        sheet.write_string(0, place, title, formats["header"])
    for number, table in enumerate(tables, start=1):
        where = names.get(table.name) or f"too long for a sheet: see csv/{table.name}.csv"
        sheet.write_string(number, 0, table.name)
        sheet.write_number(number, 1, table.rows)
        sheet.write_string(number, 2, where)
        sheet.write_string(number, 3, table.description[:MAX_TEXT])


def _fill_sheet(
    connection: duckdb.DuckDBPyConnection, table: Table, header: bytes, stream: IO[bytes]
) -> None:
    before, end, after = header.partition(_ROWS_END)
    if not end:
        raise ValueError(f"the sheet of {table.name} has no rows element")
    corner = f"{column_letters(len(table.columns) - 1)}{table.rows + 1}"
    stream.write(
        re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="A1:{corner}"'.encode(), before)
    )
    for rows in row_xml(connection, table, _column_styles(before)):
        stream.write(rows)
    stream.write(end + after)


def _column_styles(header: bytes) -> dict[int, str]:
    """Styles that XlsxWriter gave to whole columns, by the column's number."""
    found = re.findall(rb'<col min="(\d+)" max="(\d+)"[^>]*? style="(\d+)"', header)
    return {
        place - 1: style.decode()
        for low, high, style in found
        for place in range(int(low), int(high) + 1)
    }
