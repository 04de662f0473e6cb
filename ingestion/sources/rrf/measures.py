"""A row of the hand-kept table of measures as an item of a code list.

What does not belong here: supported objects (`objects.py`).
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.platforms.cells import read_date
from ingestion.platforms.table_rows import ColumnError, Row
from ingestion.records import CodeRecord

LIST_NAME: Final = "rrf_measure"
_CODE = re.compile(r"P[1-4]C\d[RI]\d{1,2}")
_CONFIDENCE: Final = frozenset({"confirmed", "reported", "assumed"})


def read_measure(row: Row, url: str) -> CodeRecord:
    """The measure of a row; a code that was given anew is told apart by its first day.

    Raises:
        ColumnError: the code, its first day or its confidence cannot be read.
    """
    code = row.required("measure_code").upper()
    if not _CODE.fullmatch(code):
        raise ColumnError("measure_code", "code", "no measure code")
    valid_from = row.read("valid_from", read_date)
    confidence = row.required("confidence")
    if confidence not in _CONFIDENCE:
        raise ColumnError("confidence", "enum", "an unknown degree of confidence")
    since = f"#{valid_from.isoformat()}" if valid_from else ""
    return CodeRecord(
        native_id=f"{LIST_NAME}:{code}{since}",
        source_url=url,
        locator=f"row {row.number}",
        list_name=LIST_NAME,
        code=code,
        name_fi=row.text("name_fi"),
        valid_from=valid_from,
        responsible=row.text("ministry"),
        citation=row.text("citation"),
        confidence=confidence,
    )
