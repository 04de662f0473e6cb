"""A point in time as written: a day, a month or a year, and where it stands.

Base of `dates` and `periods`. What does not belong here: ranges.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingestion.records import Precision
from ingestion.text.rules.months import EN_MONTH, FI_MONTH, MONTH, SV_MONTH, month_number

YEAR = r"(?:19|20|21)\d{2}"
#: A day may be glued to a year before it (`Katsaus vuoteen 20258.2.2026`) or to a letter.
_NOT_AFTER = rf"(?:(?<![\d.,/])|(?<=(?<!\d){YEAR})|(?<=\.{YEAR}))"


@dataclass(frozen=True)
class Point:
    """First and last day of what was written; both None where no such day exists."""

    first: date | None
    last: date | None
    precision: Precision

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Point:
        """The point of a year, a month of a year, or a day."""
        precision: Precision = "day" if day is not None else "month" if month else "year"
        try:
            first = date(year, month or 1, day or 1)
            last_month = month or 12
            last = date(year, last_month, day or monthrange(year, last_month)[1])
        except ValueError:
            return cls(None, None, precision)
        return cls(first, last, precision)


def _day(match: re.Match[str]) -> Point:
    return Point.of(int(match["y"]), int(match["m"]), int(match["d"]))


def _worded(match: re.Match[str]) -> Point:
    day = int(match["d"]) if match["d"] else None
    return Point.of(int(match["y"]), month_number(match["m"]), day)


def _month_first(match: re.Match[str]) -> Point:
    return Point.of(int(match["y"]), month_number(match["m"]), int(match["d"]))


def _month(match: re.Match[str]) -> Point:
    return Point.of(int(match["y"]), month_number(match["m"]))


def _year(match: re.Match[str]) -> Point:
    return Point.of(int(match["y"]))


_I = re.IGNORECASE
#: What a point looks like; earlier rows mask what they cover.
_FORMS = (
    (
        re.compile(rf"{_NOT_AFTER}(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>{YEAR})"),
        _day,
    ),
    (
        re.compile(rf"(?<![\d-])(?P<y>{YEAR})-(?P<m>\d{{2}})-(?P<d>\d{{2}})(?![\d-])"),
        _day,
    ),
    (
        re.compile(
            rf"(?<!\d)(?P<d>\d{{1,2}})\.?\s+(?P<m>{FI_MONTH}|{SV_MONTH}|{EN_MONTH})\.?,?\s+"
            rf"(?P<y>{YEAR})(?!\d)",
            _I,
        ),
        _worded,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<m>{EN_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
            rf"(?P<y>{YEAR})(?!\d)",
            _I,
        ),
        _month_first,
    ),
    (
        re.compile(rf"(?<!\w)(?P<m>{MONTH})\.?,?\s+(?P<y>{YEAR})(?![\d.]\d|\d)", _I),
        _month,
    ),
    (
        re.compile(
            r"(?<!\w)(?:vuo(?:nna|den|desta|teen|delle|delta)|år(?:et)?|(?:loppu|alku)?"
            r"(?:kevä|syksy|kesä|talv)\w{1,4}|(?:våren|hösten|sommaren|vintern)"
            r"|(?:in|since|by|until|from|spring|autumn|summer|winter))\s+"
            rf"(?P<y>{YEAR})(?![\d/]|\.\d|[-–—]\s?\d|\s[-–—]\s\d)",
            _I,
        ),
        _year,
    ),
)


_YEAR = re.compile(YEAR)
_BEFORE, _BEHIND = 90, 50


def year_windows(text: str) -> list[tuple[int, int]]:
    """Parts of a text around its years: whatever has a date stands in one of them."""
    windows: list[tuple[int, int]] = []
    for match in _YEAR.finditer(text):
        start = max(0, match.start() - _BEFORE)
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
        end = text.find(" ", match.end() + _BEHIND)
        end = len(text) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows


def find_points(text: str) -> list[tuple[Point, int, int]]:
    """Points of a text with their spans, in text order; impossible ones are left out."""
    found: list[tuple[Point, int, int]] = []
    windows = year_windows(text)
    for pattern, read in _FORMS:
        for match in (m for window in windows for m in pattern.finditer(text, *window)):
            start, end = match.span()
            if any(start < taken_end and taken < end for _, taken, taken_end in found):
                continue
            found.append((read(match), start, end))
    return sorted(_possible(found), key=lambda item: item[1])


def _possible(found: list[tuple[Point, int, int]]) -> Iterator[tuple[Point, int, int]]:
    return (item for item in found if item[0].first is not None)
