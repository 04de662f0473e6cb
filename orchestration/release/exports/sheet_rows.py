"""The rows of a worksheet as XML, written by the database.

XlsxWriter spends six microseconds of Python on a cell, which for the evidence table alone is
longer than all other exports together. It still writes the workbook around the rows; the rows
come from here. What does not belong here: sheets, formats and files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import duckdb

from orchestration.release.exports.cells import cell
from orchestration.release.tables import MARTS, Column, Table, quote

#: Excel refuses longer cells.
MAX_TEXT = 32_767
_CHUNK = 5_000
#: Characters that XML 1.0 has no form for.
_NOT_XML = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]"
_NUMBERS = ("DECIMAL", "DOUBLE", "FLOAT", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT",
            "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")  # fmt: skip


def row_xml(
    connection: duckdb.DuckDBPyConnection, table: Table, styles: Mapping[int, str]
) -> Iterator[bytes]:
    """The rows below the header, a chunk of them at a time.

    Args:
        connection: an open connection to the release.
        table: the table to write.
        styles: number of a column -> the style of the workbook that its cells carry.
    """
    cells = ", ".join(cell(column) for column in table.columns)
    parts = " || ".join(
        _cell_xml(column, column_letters(place), styles.get(place, ""))
        for place, column in enumerate(table.columns)
    )
    cursor = connection.execute(
        f"select '<row r=\"' || n || '\">' || {parts} || '</row>' from (select"
        f" (row_number() over () + 1)::varchar as n, {cells} from {MARTS}.{quote(table.name)})"
    )
    while rows := cursor.fetchmany(_CHUNK):
        yield "".join(row for (row,) in rows).encode()


def column_letters(place: int) -> str:
    """Name of a column as a spreadsheet has it: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cell_xml(column: Column, letters: str, style: str) -> str:
    name = quote(column.name)
    start = f"'<c r=\"{letters}' || n || '\"" + (f' s="{style}"' if style else "")
    if column.type == "DATE":
        value = f"({name} - date '1899-12-30')::varchar"
        full = f"{start}><v>' || {value} || '</v></c>'"
    elif column.type == "BOOLEAN":
        full = f"{start} t=\"b\"><v>' || {name}::integer || '</v></c>'"
    elif column.type.startswith(_NUMBERS) and not column.is_list:
        full = f"{start}><v>' || {name}::varchar || '</v></c>'"
        if column.type in ("DOUBLE", "FLOAT"):
            return f"case when isfinite({name}) then {full} else '' end"
    else:
        text = _xml_text(f"{name}::varchar")
        full = (
            f'{start} t="inlineStr"><is><t xml:space="preserve">\' || {text} || \'</t></is></c>\''
        )
        return f"case when {name}::varchar <> '' then {full} else '' end"
    return f"coalesce({full}, '')"


def _xml_text(text: str) -> str:
    cut = f"left({text}, {MAX_TEXT})"
    clean = f"regexp_replace({cut}, '{_NOT_XML}', '', 'g')"
    # Excel reads _x0041_ as a letter: the underscore itself has to be written that way then
    plain = f"regexp_replace({clean}, '(_x[0-9a-fA-F]{{4}}_)', '_x005F\\1', 'g')"
    return f"replace(replace(replace({plain}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')"
