"""Writes the replica's tables: XLSX as Power BI exports it, and CSV as a person saves it on.

The sheet uses the prefix `x:`, inline texts and no cell references. Equal rows give equal bytes.
What does not belong here: what the rows say (`replica_rows.py`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

#: A cents number, a day, a text, or nothing.
Value = int | date | str | None
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="utf-8"?>'
_PARTS = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_XML}<x:workbook xmlns:x="{_MAIN}" xmlns:r="{_RELATIONS}"><x:sheets>'
        '<x:sheet name="Export" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>'
    ),
    "xl/styles.xml": (
        f'{_XML}<x:styleSheet xmlns:x="{_MAIN}"><x:fonts count="1"><x:font/></x:fonts>'
        '<x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills>'
        '<x:borders count="1"><x:border/></x:borders>'
        '<x:cellStyleXfs count="1"><x:xf/></x:cellStyleXfs>'
        '<x:cellXfs count="2"><x:xf numFmtId="0" xfId="0"/>'
        '<x:xf numFmtId="14" xfId="0" applyNumberFormat="1"/></x:cellXfs></x:styleSheet>'
    ),
}
_EPOCH = date(1899, 12, 30)


def write_workbook(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """An XLSX file with one sheet `Export`."""
    sheet = [f'{_XML}<x:worksheet xmlns:x="{_MAIN}"><x:sheetData>']
    for row in (header, *rows):
        sheet.append(f"<x:row>{''.join(map(_cell, row))}</x:row>")
    sheet.append("</x:sheetData></x:worksheet>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": "".join(sheet)}.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return out.getvalue()


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The same table as spreadsheet programs in Finland save it: semicolons, decimal commas."""
    lines = [";".join(map(_field, row)) for row in (header, *rows)]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def serial(day: date) -> int:
    """The number by which a spreadsheet knows a day."""
    return (day - _EPOCH).days


def _cell(value: Value) -> str:
    if value is None:
        return "<x:c/>"
    if isinstance(value, date):
        return f'<x:c s="1"><x:v>{serial(value)}</x:v></x:c>'
    if isinstance(value, int):
        return f"<x:c><x:v>{_number(value, '.')}</x:v></x:c>"
    text = f'<x:t xml:space="preserve">{escape(value)}</x:t>'
    return f'<x:c t="inlineStr"><x:is>{text}</x:is></x:c>'


def _field(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, int):
        return _number(value, ",")
    return '"' + value.replace('"', '""') + '"' if set(value) & set(';"\n') else value


def _number(cents: int, mark: str) -> str:
    whole, part = divmod(cents, 100)
    return f"{whole}{mark}{part:02d}" if part else str(whole)
