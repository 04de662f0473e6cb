"""Single values of the file: what stands for nothing, days, sums, rates, pairs of coordinates.

What does not belong here: which column gives which field (`operations.py`).
"""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ingestion.text.names import collapse
from ingestion.text.privacy import redact

_NOTHING = frozenset({"", "n.a.", "n/a", "na", "none"})
_DMY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]\d{2}:\d{2}:\d{2}(?:\.\d+)?)?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_RATE = re.compile(r"(\d+(?:\.\d+)?)\s*(%?)")
_PAIR = re.compile(r"\(?\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*\)?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_QID = re.compile(r"Q\d+")
_EURA = re.compile(r"[ASJ]\d{5}")
_CCI = re.compile(r"\d{4}[A-Z]{2}\w{4}[A-Z]{2}\d{3}|\d{4}[A-Z]{2}\w{9}")
_CENT = Decimal("0.01")
#: What DECIMAL(14,2) holds.
_TOO_LARGE = Decimal(10) ** 12


class RowError(ValueError):
    """A row that must not become a record.

    Args:
        step: reading step that failed.
        reason: what was expected, free of the row's own text where it could be a person's.
        field: column.
    """

    def __init__(self, step: str, reason: str, field: str | None = None) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason
        self.field = field


def stated(cell: str | None) -> str | None:
    """The text of a cell, None where it says nothing."""
    text = collapse(cell or "")
    return None if text.casefold() in _NOTHING else text


def several(cell: str | None) -> list[str]:
    """The values of a cell that may hold many."""
    return [text for part in (cell or "").split("|") if (text := stated(part))]


def plain(cell: str | None) -> str | None:
    """Text without markup and without anything personal that has a form."""
    text = stated(html.unescape(_TAG.sub(" ", cell or "")))
    return redact(text) if text else None


def read_day(cell: str | None, field: str) -> date | None:
    """A day.

    Raises:
        RowError: another form, or a day that no calendar has.
    """
    text = stated(cell)
    if text is None:
        return None
    dmy, iso = _DMY.fullmatch(text), _ISO.fullmatch(text)
    try:
        if dmy:
            return date(int(dmy[3]), int(dmy[2]), int(dmy[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError as error:
        raise RowError("date", f"no calendar has the day {text}", field) from error
    raise RowError("date", "expected DD/MM/YYYY or YYYY-MM-DD", field)


def read_amount(cell: str | None, field: str) -> Decimal | None:
    """A sum in whole units with two decimals; finer digits are those of a binary float.

    Raises:
        RowError: it is no plain decimal number, or too large for the column.
    """
    text = stated(cell)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text) or len(text) > 40:
        raise RowError("amount", "expected a number with a decimal point", field)
    value = Decimal(text)
    if abs(value) >= _TOO_LARGE:
        raise RowError("amount", "larger than a sum of money can be here", field)
    return value.quantize(_CENT, ROUND_HALF_UP)


def read_rate(cell: str | None) -> Decimal | None:
    """A co-financing rate in percent, of `40.0`, `40%` or `0.4`; None for nothing.

    Raises:
        ValueError: another form.
    """
    text = stated(cell)
    if text is None:
        return None
    match = _RATE.fullmatch(text)
    if match is None:
        raise ValueError("expected a rate such as 40.0, 40% or 0.4")
    value = Decimal(match[1])
    return value if match[2] or value > 1 else value * 100


def read_pair(text: str) -> tuple[Decimal, Decimal] | None:
    """Latitude and longitude of a pair in either order, None where it cannot be in Finland.

    The column's name says latitude first, an official example has longitude first: only the
    bounds of the country decide.
    """
    match = _PAIR.fullmatch(text)
    if match is None:
        return None
    first, second = Decimal(match[1]), Decimal(match[2])
    for latitude, longitude in ((first, second), (second, first)):
        if 59 <= latitude <= 71 and 19 <= longitude <= 32:
            return latitude, longitude
    return None


def read_qid(cell: str | None) -> str:
    """The id of an operation: the last part of its address.

    Raises:
        RowError: there is none.
    """
    qid = (stated(cell) or "").rstrip("/").rpartition("/")[2]
    if not _QID.fullmatch(qid):
        raise RowError("identifier", "expected an address that ends in Q and digits")
    return qid


def split_local_id(cell: str | None) -> tuple[str | None, str | None]:
    """Programme code and EURA code of a local identifier, each None where it has none.

    `<programme>_<national code>` is expected and not verified; what stands behind the last `_`,
    or the whole, counts when it has the form of a EURA code.
    """
    head, _, tail = (stated(cell) or "").rpartition("_")
    programme = head if _CCI.fullmatch(head) else None
    return programme, tail if _EURA.fullmatch(tail) else None
