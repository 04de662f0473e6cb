"""Writes the replica's register as XLSX, and an older state of it as CSV.

Equal rows give equal bytes. What does not belong here: what the rows say (`replica_rows.py`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import xlsxwriter

from ingestion.sources.eura2021_register.replica_rows import CANONICAL, FOOTER, HEADER, Value

_TITLE = "Hankkeet, rakennerahastot 2021–2027"


def write_workbook(rows: Iterable[Sequence[Value]]) -> bytes:
    """One sheet: a title, a blank line, the heading, the rows, a blank line and the filters."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("Export")
        day = book.add_format({"num_format": "d.m.yyyy"})
        sheet.write_string(0, 0, _TITLE)
        sheet.write_row(2, 0, HEADER)
        last = 2
        for last, row in enumerate(rows, start=3):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(last, place, value, day)
                elif isinstance(value, int):
                    sheet.write_number(last, place, value / 100)
                elif value is not None:
                    sheet.write_string(last, place, value)
        sheet.write_string(last + 2, 0, FOOTER)
    return out.getvalue()


def write_csv(rows: Iterable[Sequence[Value]]) -> bytes:
    """The canonical columns, as a person saved an earlier export."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CANONICAL)
    writer.writerows([_field(value) for value in row[: len(CANONICAL)]] for row in rows)
    return out.getvalue().encode()


def _field(value: Value) -> str:
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, int):
        return f"{value // 100}.{value % 100:02d}"
    return value or ""
