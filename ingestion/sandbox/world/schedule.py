"""When projects run and what they cost.

What does not belong here: who they are (`projects.py`).
"""

from __future__ import annotations

import calendar
import random
from dataclasses import dataclass
from datetime import date, timedelta

from ingestion.sandbox.world.model import Money, Organisation, Precision, Register

#: How long before and after `as_of` projects of a register start: first day, days after as_of.
_FIRST_START: dict[Register, date] = {
    "period2014": date(2014, 9, 1),
    "period2021": date(2021, 10, 1),
    "government": date(2018, 1, 1),
    "none": date(2019, 1, 1),
}
_LAST_2014 = date(2020, 9, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A project's time: start and end with precision, and the day of its decision."""

    start: date
    end: date | None
    start_precision: Precision
    end_precision: Precision
    decided_on: date


def month_end(day: date) -> date:
    """Last day of a month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def draw_period(
    rng: random.Random, register: Register, as_of: date, *, after: date | None = None
) -> Period:
    """A plausible period; `after` makes it the next phase of something that ended."""
    first = _FIRST_START[register]
    last = _LAST_2014 if register == "period2014" else as_of + timedelta(days=120)
    last = max(last, first + timedelta(days=400))
    start = first + timedelta(days=rng.randrange((last - first).days))
    if after is not None:
        start = min(after + timedelta(days=rng.randrange(1, 200)), last)
    precision = _precision(rng) if register == "none" else "day"
    if precision == "year":
        start = date(start.year, 1, 1)
    elif precision == "month" or rng.random() < 0.8:
        start = start.replace(day=1)
    months = rng.choice((12, 18, 24, 24, 30, 36, 36, 42))
    end: date | None = month_end(add_months(start, months - 1))
    if precision == "year" and end is not None:
        end = date(end.year, 12, 31)
    if register in ("government", "period2014") and rng.random() < 0.02:
        end = None
    decided = min(start - timedelta(days=rng.randrange(20, 110)), as_of - timedelta(days=3))
    return Period(start, end, precision, precision, decided)


def _precision(rng: random.Random) -> Precision:
    draw = rng.random()
    if draw < 0.2:
        return "year"
    return "month" if draw < 0.45 else "day"


def draw_money(
    rng: random.Random, lead: Organisation, partners: tuple[Organisation, ...], *,
    small: bool, over: bool,
) -> Money:  # fmt: skip
    """Sums that add up: total = granted + own, planned public = granted + municipal part.

    Args:
        rng: the project's stream.
        lead: receives what is left when the partners have their shares.
        partners: each receives a share of what was granted.
        small: business aid instead of a development project.
        over: whether the project has ended, so that most money is realised.
    """
    thousands = rng.randrange(8, 400) if small else rng.randrange(45, 1400)
    granted = thousands * 100_000 + rng.choice((0, 0, 0, 50_000, 12_300, 78_900))
    if rng.random() < 0.12:
        granted += rng.randrange(1, 100)
    if rng.random() < 0.008:
        granted = 0
    municipal = granted * rng.choice((0, 0, 5, 10, 20)) // 100
    own = granted * rng.choice((10, 15, 20, 25)) // 100
    used = rng.uniform(0.75, 1.0) if over else rng.uniform(0.0, 0.7)
    realised = int(granted * used)
    if rng.random() < 0.01:
        realised = -rng.randrange(100, 90_000)
    shares: list[tuple[str, int]] = []
    left = granted
    for partner in partners:
        part = granted * rng.randrange(8, 25) // 100
        shares.append((partner.key, part))
        left -= part
    if partners:
        shares.insert(0, (lead.key, left))
    return Money(
        granted=granted,
        eu_share=granted * 60 // 100,
        realised=realised,
        planned_public=granted + municipal,
        realised_public=realised if realised < 0 else realised + int(municipal * used),
        own_funding=own,
        total_cost=granted + municipal + own,
        applied=granted + granted * rng.choice((5, 20, 40)) // 100,
        shares=tuple(shares),
    )
