"""What one cell of a dropped table says: text, a day, a sum of money, a business id.

A cell that says something else raises `CellError`; an empty one is None, never zero. What does
not belong here: where the cell stands, and what the value means to a source.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final
from zoneinfo import ZoneInfo

from ingestion.platforms.tables import Cell, cell_text
from ingestion.text.dates import read_day
from ingestion.text.identifiers import business_id_valid, normal_business_id

_HELSINKI: Final = ZoneInfo("Europe/Helsinki")
_EXCEL_EPOCH: Final = date(1899, 12, 30)
#: Serials outside 1954–2200 are some other number that stands in the wrong column.
_SERIALS: Final = (20_000, 109_575)
_YEARS: Final = (1954, 2199)
_SERIAL_TEXT = re.compile(r"\d{5,6}(?:[.,]0+)?")
_CLOCK = re.compile(r"(?P<day>.*?\d{4})[ T](?:klo )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?")
_BLANK = "[ \u00a0\u2007\u2009\u202f]"
_MONEY = re.compile(
    rf"(?P<sign>[-−–])?{_BLANK}?(?P<whole>\d{{1,3}}(?:{_BLANK}\d{{3}})+|\d+)"
    rf"(?:[.,](?P<part>\d+))?{_BLANK}*(?:€|EUR|euroa?)?",
    re.IGNORECASE,
)
_CENT: Final = Decimal("0.01")
#: Noise of a binary fraction, far below a cent.
_NOISE: Final = Decimal("0.000001")
#: What DECIMAL(14,2) holds.
_TOO_LARGE: Final = Decimal(10) ** 12
_SHOWN = 24


class CellError(ValueError):
    """A cell does not hold what its column holds.

    Args:
        step: reading step, e.g. `amount`, `date`.
        reason: what was found instead, free of personal data.
    """

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason


def read_text(cell: Cell) -> str | None:
    """Text with blanks collapsed, or None for an empty cell."""
    return cell_text(cell) or None


def read_date(cell: Cell) -> date | None:
    """A day written as an Excel serial, a date, a datetime, `d.m.yyyy` or ISO text.

    A serial counts from 30 December 1899; an instant with a zone is its day in Finland.

    Raises:
        CellError: it is none of these, or no day between 1954 and 2199.
    """
    if cell is None:
        return None
    day = _day_of(cell)
    if day is None or not _YEARS[0] <= day.year <= _YEARS[1]:
        raise CellError("date", f"{_shape(cell)} is no day")
    return day


def read_money(cell: Cell) -> Decimal | None:
    """A sum in whole euros with two decimals, from a number or text; the sign is kept.

    Raises:
        CellError: it is no sum, finer than cents, or too large for its column.
    """
    if cell is None:
        return None
    value = cell if isinstance(cell, Decimal) else _money_of(cell)
    if value is None:
        raise CellError("amount", f"{_shape(cell)} is no amount")
    if abs(value) >= _TOO_LARGE:
        raise CellError("amount", "an amount too large for its column")
    rounded = value.quantize(_CENT)
    if abs(rounded - value) > _NOISE:
        raise CellError("amount", "an amount finer than cents")
    return rounded


def read_business_id(cell: Cell) -> str | None:
    """A Y-tunnus in normal form.

    Raises:
        CellError: it has another form or a wrong check digit.
    """
    text = read_text(cell)
    if text is None:
        return None
    if not business_id_valid(text):
        raise CellError("check digit", f"{_shape(text)} is no valid Y-tunnus")
    return normal_business_id(text)


def _day_of(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.astimezone(_HELSINKI).date() if cell.tzinfo else cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, Decimal):
        return _from_serial(cell)
    return _from_text(cell_text(cell)) if isinstance(cell, str) else None


def _from_serial(number: Decimal) -> date | None:
    """Days since the epoch; the part of a day is the clock."""
    if not _SERIALS[0] <= number <= _SERIALS[1]:
        return None
    return _EXCEL_EPOCH + timedelta(days=int(number))


def _from_text(text: str) -> date | None:
    if _SERIAL_TEXT.fullmatch(text):
        return _from_serial(Decimal(text.replace(",", ".")))
    finnish = _CLOCK.fullmatch(text)
    day = read_day(finnish["day"] if finnish else text)
    if day is not None or not re.match(r"\d{4}-", text):
        return day
    try:
        return _day_of(datetime.fromisoformat(text))
    except ValueError:
        return None


def _money_of(cell: Cell) -> Decimal | None:
    match = _MONEY.fullmatch(cell_text(cell)) if isinstance(cell, str) else None
    if match is None:
        return None
    part = match["part"] or "0"
    if len(part) == 3:
        return None  # `1.234` may mean a thousand or a fraction
    try:
        value = Decimal(re.sub(_BLANK, "", match["whole"]) + "." + part)
    except InvalidOperation:
        return None
    return -value if match["sign"] else value


def _shape(cell: Cell) -> str:
    """A cell in a message: digits and marks as they stand, words by their length only."""
    text = cell_text(cell)
    if len(text) > _SHOWN:
        return f"a text of {len(text)} characters"
    return repr(re.sub(r"[^\W\d_]{3,}", "…", text))
