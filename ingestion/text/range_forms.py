"""What a range of time looks like: the table of forms behind `periods`.

What does not belong here: which ranges count.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingestion.text.points import YEAR, Point
from ingestion.text.rules.months import EN_MONTH, MONTH, month_number

Ends = tuple[Point | None, Point | None]
Reader = Callable[[re.Match[str]], Ends]

_DASH = r"\s*[-–—‒−]\s*"
_TO = r"(?:\s*[-–—‒−]\s*|\s+(?:till(?: och med)?|to|until|through|t\.?o\.?m\.?|aina)\s+)"
_D = r"\d{1,2}"
_I = re.IGNORECASE


def _full(prefix: str) -> str:
    return rf"(?P<{prefix}d>{_D})\.\s?(?P<{prefix}m>{_D})\.\s?(?P<{prefix}y>{YEAR})"


def _word_day(prefix: str) -> str:
    return rf"(?P<{prefix}d>{_D})\.?\s+(?P<{prefix}m>{MONTH})\.?,?\s+(?P<{prefix}y>{YEAR})"


def _month_day(prefix: str) -> str:
    return (
        rf"(?P<{prefix}m>{EN_MONTH})\.?\s+(?P<{prefix}d>{_D})(?:st|nd|rd|th)?,?\s+"
        rf"(?P<{prefix}y>{YEAR})"
    )


def _number_or_month(text: str) -> int:
    return int(text) if text.isdigit() else month_number(text)


def _point(match: re.Match[str], prefix: str, **defaults: str | None) -> Point:
    groups = match.groupdict()
    year = groups.get(f"{prefix}y") or defaults.get("y") or ""
    month = groups.get(f"{prefix}m") or defaults.get("m")
    day = groups.get(f"{prefix}d") or defaults.get("d")
    return Point.of(
        int(year), _number_or_month(month) if month else None, int(day) if day else None
    )


def both(match: re.Match[str]) -> Ends:
    """Both ends are written in full."""
    return _point(match, "a"), _point(match, "b")


def _shortened(match: re.Match[str]) -> Ends:
    """The end states what the start leaves out."""
    return _point(match, "a", y=match["by"], m=match["bm"]), _point(match, "b")


#: Forms of a range; earlier rows mask what they cover.
FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            rf"\b(?:Alkaa|Börjar|Starts?(?: on)?)\s*:?\s+{_full('a')}\s*[,;]?\s*(?:ja|och|and)?\s*"
            rf"(?:päättyy|slutar|ends?(?: on)?)\s*:?\s+{_full('b')}(?!\d)",
            _I,
        ),
        both,
    ),
    (
        re.compile(
            rf"\b(?:mellan|between)\s+(?:den\s+)?{_word_day('a')}\s+(?:och|and)\s+(?:den\s+)?"
            rf"{_word_day('b')}(?!\d)",
            _I,
        ),
        both,
    ),
    (
        re.compile(rf"(?<!\w){_month_day('a')}{_TO}{_month_day('b')}(?!\d)", _I),
        both,
    ),
    (
        re.compile(
            rf"\bvuoden\s+(?P<ay>{YEAR})\s+alusta\s+(?:aina\s+)?vuoden\s+(?P<by>{YEAR})\s+loppuun",
            _I,
        ),
        both,
    ),
    (re.compile(rf"(?<![\d.]){_full('a')}{_TO}{_full('b')}(?!\d)", _I), both),
    # Glued: the separator was lost on the way to the page.
    (re.compile(rf"(?<![\d.]){_full('a')}{_full('b')}(?!\d)"), both),
    (
        re.compile(
            rf"(?<![\d.]){_full('a')}\s*(?:alkaen|lähtien|(?:ja"
            rf"|se)\s+päättyy)\s+(?:ja\s+(?:päättyy|jatkuu)\s+)?"
            rf"{_full('b')}(?!\d)",
            _I,
        ),
        both,
    ),
    (
        re.compile(rf"(?<![\d.])(?P<ad>{_D})\.(?P<am>{_D})\.?{_TO}{_full('b')}(?!\d)", _I),
        _shortened,
    ),
    (re.compile(rf"(?<![\d.])(?P<ad>{_D})\.?{_DASH}{_full('b')}(?!\d)"), _shortened),
    (re.compile(rf"(?<!\d){_word_day('a')}{_TO}(?:den\s+)?{_word_day('b')}(?!\d)", _I), both),
    (
        re.compile(
            rf"(?<!\d)(?P<ad>{_D})\.?\s+(?P<am>{MONTH}){_TO}(?:den\s+)?{_word_day('b')}(?!\d)", _I
        ),
        _shortened,
    ),
    (
        re.compile(rf"(?<!\d)(?P<ad>{_D})\.?{_TO}(?:den\s+)?{_word_day('b')}(?!\d)", _I),
        _shortened,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<am>{MONTH})\s+(?P<ay>{YEAR})(?:{_TO}|\s+)(?P<bm>{MONTH})\s+"
            rf"(?P<by>{YEAR})(?!\d)",
            _I,
        ),
        both,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<am>{MONTH})(?:{_TO}|\s+)(?P<bm>{MONTH})\s+(?P<by>{YEAR})(?!\d)", _I
        ),
        _shortened,
    ),
    (
        re.compile(
            rf"(?<![\d/.])(?P<am>0?[1-9]|1[0-2])[/.](?P<ay>{YEAR}){_TO}"
            rf"(?P<bm>0?[1-9]|1[0-2])[/.](?P<by>{YEAR})(?![\d/.]\d|\d)"
        ),
        both,
    ),
    (
        re.compile(
            rf"(?<![\d/.])(?P<am>0?[1-9]|1[0-2]){_DASH}(?P<bm>0?[1-9]|1[0-2])/(?P<by>{YEAR})(?!\d)"
        ),
        _shortened,
    ),
)
_MONTH = r"0?[1-9]|1[0-2]"
#: `3/23–8/25`, `3/2023–8/25`: only as a labelled value; 14 and more is no month.
_YY = r"(?:20)?(?:1[4-9]|[2-4]\d)"
SHORT_MONTHS = re.compile(
    rf"(?<![\d/.])(?P<am>{_MONTH})/(?P<ay>{_YY}){_TO}(?P<bm>{_MONTH})/(?P<by>{_YY})(?![\d/.]\d|\d)",
    _I,
)
YEARS = re.compile(rf"(?<![\d./-])(?P<ay>{YEAR}){_TO}(?P<by>{YEAR})(?![\d/-]|\.\d)", _I)
SHORT_YEARS = re.compile(rf"(?<![\d./-])(?P<ay>{YEAR})[–—-](?P<by>\d{{2}})(?![\d/-]|\.\d)")
ONE_YEAR = re.compile(rf"\s*(?:vuonna\s+|år\s+|in\s+)?(?P<ay>{YEAR})\s*", _I)
MONTH_YEAR = re.compile(rf"(?<![\d/.])(?P<am>0?[1-9]|1[0-2])/(?P<ay>{YEAR})(?!\d)")
#: Between the two ends of a range.
TO = re.compile(_TO, _I)
