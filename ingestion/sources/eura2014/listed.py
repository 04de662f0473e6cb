"""Turns the cells of a list row into a project record.

What does not belong here: splitting a row into cells (`rows.py`, `listing.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from ingestion.records import Amount, AmountKind, Code, Instrument, ProjectRecord, Status
from ingestion.sources.eura2014.rows import Cells, RowError
from ingestion.sources.eura2014.stated import names_by_language, organisations
from ingestion.spec import SourceSpec
from ingestion.text.aims import judge_aims
from ingestion.text.dates import read_day
from ingestion.text.names import collapse

AMOUNT_KINDS: tuple[AmountKind, ...] = (
    "granted",
    "realised",
    "planned_public",
    "realised_public",
)
_BARE_NUMBER = re.compile(r"-?[\d\s.,]*\d")
_CENT = Decimal("0.01")
#: What DECIMAL(14,2) holds.
_TOO_LARGE = Decimal(10) ** 12


def has_numeric_beneficiary(cells: Cells) -> bool:
    """Whether the beneficiary is a bare number, the mark of a row that lost a field."""
    return _BARE_NUMBER.fullmatch(cells.beneficiary.strip()) is not None


def list_record(cells: Cells, url: str, row_number: int, spec: SourceSpec) -> ProjectRecord:
    """The project that a row states.

    Raises:
        RowError: a date is in no calendar or an amount does not fit its column.
    """
    title = collapse(cells.title) or None
    lead = None if has_numeric_beneficiary(cells) else collapse(cells.beneficiary) or None
    instrument = cast(Instrument, spec.lookups["project.instrument"][cells.fund])
    start, end = _read_day(cells.start, cells.code), _read_day(cells.end, cells.code)
    return ProjectRecord(
        native_id=cells.code,
        source_url=url,
        locator=f"row {row_number}",
        record_type=cells.fund,
        name=title,
        **names_by_language(title),
        start_date=start,
        start_precision="day" if start else None,
        end_date=end,
        end_precision="day" if end else None,
        status=cast(Status, spec.lookups["project.status"][cells.status]),
        status_raw=cells.status,
        programme=collapse(cells.programme_part) or None,
        priority=cells.priority,
        instrument=instrument,
        codes=(Code(scheme="eura", value=cells.code, role="own"),),
        organisations=organisations(lead, None, [], cells.authority),
        amounts=tuple(_amounts(cells, instrument, lead)),
        **judge_aims(title, None),
    )


def _read_day(text: str, code: str) -> date | None:
    if not text:
        return None
    day = read_day(text)
    if day is None:
        raise RowError("status_dates", "a date that is in no calendar", code)
    return day


def _amounts(cells: Cells, instrument: Instrument, lead: str | None) -> Iterator[Amount]:
    for kind, text in zip(AMOUNT_KINDS, cells.amounts, strict=True):
        if not text:
            continue
        value = Decimal(text)
        if abs(value) >= _TOO_LARGE or value != value.quantize(_CENT):
            raise RowError("amounts", "an amount finer than cents or too large", cells.code)
        yield Amount(
            kind=kind,
            # One spelling of one sum, whatever form the list came in.
            amount=value.quantize(_CENT),
            instrument=instrument,
            funder=cells.authority,
            recipient=lead,
        )
