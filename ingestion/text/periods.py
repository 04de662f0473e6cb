"""Ranges of time in text: a start, an end, and how precisely each was written.

A month or year is its first day as a start and its last day as an end. Ranges of bare years
are mostly those of programmes and strategies: they count only as labelled values, beside a
fund in parentheses, or where the sentence says that a project runs. What does not belong
here: whether a range is the project's own or, say, an application window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingestion.records import Precision
from ingestion.text.points import YEAR, Point, find_points, year_windows
from ingestion.text.range_forms import (
    FORMS,
    MONTH_YEAR,
    ONE_YEAR,
    SHORT_MONTHS,
    SHORT_YEARS,
    TO,
    YEARS,
    Ends,
    Reader,
    both,
)
from ingestion.text.rules.period_words import (
    END_WORD,
    OPEN_END,
    OPEN_START,
    PROGRAMME_YEARS,
    RUNNING_YEARS,
    SEASON,
    START_WORD,
    YEAR_LABEL,
)

_TWO_SEASONS = re.compile(
    rf"(?:{SEASON.pattern})\s+(?P<ay>{YEAR})\s+(?:aina\s+)?(?:{SEASON.pattern})\s+(?P<by>{YEAR})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PeriodFound:
    """A range as written; one side is None where it is open.

    `quote` is the text between `start_pos` and `end_pos`.
    """

    start: date | None
    end: date | None
    start_precision: Precision | None
    end_precision: Precision | None
    quote: str
    start_pos: int
    end_pos: int


def find_periods(text: str, language: str | None = None) -> list[PeriodFound]:  # noqa: ARG001
    """Ranges of a text, in text order.

    Args:
        text: running text or lines of `Label: value`.
        language: not needed to tell the forms apart; kept so that readers are called alike.
    """
    found = [*_scan(text, FORMS)]
    found.extend(p for p in _worded(text) if not _overlaps(found, p.start_pos, p.end_pos))
    for match in YEARS.finditer(text):
        if not _overlaps(found, *match.span()) and _years_count(text, match):
            found.extend(_period(text, match, both(match)))
    for match in SHORT_MONTHS.finditer(text):
        label = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not _overlaps(found, *match.span()) and YEAR_LABEL.search(label):
            found.extend(_period(text, match, _short_months(match)))
    return sorted(found, key=lambda period: period.start_pos)


def read_period(value: str, language: str | None = None) -> PeriodFound | None:  # noqa: ARG001
    """The range that the value of a label such as `Kesto` states, or None.

    Accepts what running text does not: open ends, bare years, `m/yyyy`, seasons (as years).
    """
    if seasons := _seasons(value):
        return seasons
    plain = SEASON.sub(lambda match: " " * len(match[0]), value)
    for pattern, read in (
        *FORMS, (YEARS, both), (SHORT_YEARS, _short_years), (SHORT_MONTHS, _short_months)
    ):  # fmt: skip
        match = pattern.search(plain)
        if match:
            # A range that cannot be is not read as one of its halves.
            return next(_period(plain, match, read(match)), None)
    return _halves(plain) or _open(plain) or _single_year(plain)


def _short_years(match: re.Match[str]) -> Ends:
    return Point.of(int(match["ay"])), Point.of(int(match["ay"][:2] + match["by"]))


def _short_months(match: re.Match[str]) -> Ends:
    start, end = (
        Point.of(2000 + int(match[f"{side}y"][-2:]), int(match[f"{side}m"])) for side in "ab"
    )
    return start, end


def _seasons(value: str) -> PeriodFound | None:
    """`syksystä 2098 kevääseen 2099`: two seasons with nothing but their cases between them."""
    match = _TWO_SEASONS.search(value)
    if match is None:
        return None
    return _made(value, Point.of(int(match["ay"])), Point.of(int(match["by"])), *match.span())


def _worded(text: str) -> Iterator[PeriodFound]:
    """A start and an end that the words of one sentence tie together."""
    points: list[tuple[Point, int, int]] | None = None
    for word in START_WORD.finditer(text):
        points = find_points(text) if points is None else points
        first = next((p for p in points if 0 <= p[1] - word.end() < 60), None)
        if first is None or "\n" in text[word.end() : first[1]]:
            continue
        end_word = END_WORD.search(text, first[2], first[2] + 80)
        if end_word is None or re.search(r"\n|[^\d]\. ", text[first[2] : end_word.start()]):
            continue
        second = next((p for p in points if 0 <= p[1] - end_word.start() < 50), None)
        if second is None or "\n" in text[end_word.start() : second[1]]:
            continue
        period = _made(text, first[0], second[0], first[1], second[2])
        if period:
            yield period


def _halves(value: str) -> PeriodFound | None:
    """Two points of different precision around one separator."""
    for separator in TO.finditer(value):
        start = _point_alone(value[: separator.start()])
        end = _point_alone(value[separator.end() :])
        if start and end:
            return _made(value, start, end, 0, len(value))
    return None


def _point_alone(text: str) -> Point | None:
    points = find_points(text)
    if len(points) == 1:
        return points[0][0]
    match = MONTH_YEAR.search(text)
    if match:
        return Point.of(int(match["ay"]), int(match["am"]))
    match = ONE_YEAR.fullmatch(text.rstrip(" .,;)"))
    return Point.of(int(match["ay"])) if match else None


def _scan(text: str, forms: tuple[tuple[re.Pattern[str], Reader], ...]) -> Iterator[PeriodFound]:
    taken: list[tuple[int, int]] = []
    windows = year_windows(text)
    for pattern, read in forms:
        for match in (m for window in windows for m in pattern.finditer(text, *window)):
            start, end = match.span()
            if any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            yield from _period(text, match, read(match))


def _period(text: str, match: re.Match[str], ends: Ends) -> Iterator[PeriodFound]:
    """The range, unless one of its days cannot exist or it ends before it starts."""
    start, end = ends
    first = start.first if start else None
    last = end.last if end else None
    if (start and first is None) or (end and last is None):
        return
    if first and last and first > last:
        return
    yield PeriodFound(
        first,
        last,
        start.precision if start else None,
        end.precision if end else None,
        text[match.start() : match.end()],
        match.start(),
        match.end(),
    )


def _overlaps(found: list[PeriodFound], start: int, end: int) -> bool:
    return any(start < period.end_pos and period.start_pos < end for period in found)


def _years_count(text: str, match: re.Match[str]) -> bool:
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = text[max(line_start, match.start() - 160) : match.start()]
    if YEAR_LABEL.search(before):
        return True
    sentence = before.rsplit(". ", 1)[-1] + re.split(r"[.\n]", text[match.end() :], maxsplit=1)[0]
    return bool(RUNNING_YEARS.search(sentence)) and not PROGRAMME_YEARS.search(sentence)


def _open(value: str) -> PeriodFound | None:
    """A value with one point, open to one side."""
    points = find_points(value)
    match = MONTH_YEAR.search(value)
    if not points and match:
        points = [(Point.of(int(match["ay"]), int(match["am"])), *match.span())]
    if not points:
        bare = re.search(rf"(?<!\d)({YEAR})(?!\d)", value)
        if not bare or not (OPEN_START.search(value) or OPEN_END.search(value)):
            return None
        points = [(Point.of(int(bare[1])), *bare.span())]
    if len(points) == 2 and points[0][0].first and points[1][0].last:
        return _made(value, points[0][0], points[1][0], points[0][1], points[1][2])
    if len(points) != 1:
        return None
    point, start, end = points[0]
    if OPEN_END.search(value):
        return _made(value, None, point, start, end)
    if point.precision == "day" or OPEN_START.search(value):
        return _made(value, point, None, start, end)
    return _made(value, point, point, start, end)


def _single_year(value: str) -> PeriodFound | None:
    match = ONE_YEAR.fullmatch(value)
    if match is None:
        return None
    point = Point.of(int(match["ay"]))
    return _made(value, point, point, match.start("ay"), match.end("ay"))


def _made(
    text: str, start: Point | None, end: Point | None, start_pos: int, end_pos: int
) -> PeriodFound | None:
    first, last = start.first if start else None, end.last if end else None
    if first and last and first > last:
        return None
    return PeriodFound(
        first,
        last,
        start.precision if start else None,
        end.precision if end else None,
        text[start_pos:end_pos],
        start_pos,
        end_pos,
    )
