"""Single days, months and years in text.

A month is its first day and says so by its precision; a day that cannot exist, or a day
without a year, is not found. What does not belong here: ranges (`periods` of this package),
and whether a day is the project's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingestion.records import Precision
from ingestion.text.periods import PeriodFound, find_periods, read_period
from ingestion.text.points import Point, find_points

__all__ = [
    "DateFound", "PeriodFound", "find_dates", "find_periods", "read_day", "read_period",
]  # fmt: skip

_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


@dataclass(frozen=True)
class DateFound:
    """A day, or the first day of a month or year, as a text states it."""

    day: date
    precision: Precision
    quote: str
    start: int
    end: int


def read_day(text: str) -> date | None:
    """The day of a text that is nothing but `d.m.yyyy` (zero-padded or with inner blanks)."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    return Point.of(int(match[3]), int(match[2]), int(match[1])).first


def find_dates(text: str) -> list[DateFound]:
    """Every dated point of a text, in text order; also the ends of ranges written in full."""
    return [
        DateFound(point.first, point.precision, text[start:end], start, end)
        for point, start, end in find_points(text)
        if point.first is not None
    ]
