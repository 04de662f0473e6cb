"""Counts and sums of a set of projects, and of decisions by what they share.

What does not belong here: which sets a page shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from orchestration.release.site.money import Key, Money, total, totals
from orchestration.release.site.read import Row
from orchestration.release.site.world import WHOLE_COUNTRY, World

#: Projects that end this soon are asked about: is there one that follows?
_SOON = timedelta(days=183)


@dataclass(frozen=True)
class Tally:
    """Figures of a set of projects."""

    projects: int = 0
    by_status: dict[str, int] = field(default_factory=dict)
    money: Money = field(default_factory=Money)
    without_decision: int = 0

    @property
    def ongoing(self) -> int:
        """Projects that run now."""
        return self.by_status.get("ongoing", 0)

    @property
    def planned(self) -> int:
        """Projects that have not begun."""
        return self.by_status.get("planned", 0)


def tally(world: World, projects: Iterable[Row]) -> Tally:
    """Figures of projects, each counted once."""
    rows = list(projects)
    by_status: dict[str, int] = {}
    for row in rows:
        by_status[row["status"]] = by_status.get(row["status"], 0) + 1
    decisions = [world.decisions.get(row["project_id"], []) for row in rows]
    return Tally(
        len(rows),
        by_status,
        total(row for group in decisions for row in group),
        sum(not group for group in decisions),
    )


def guidance(world: World) -> list[Row]:
    """Projects about guidance."""
    return [row for row in world.projects if row["is_guidance"]]


def money_by(world: World, projects: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, Money]:
    """Granted money of projects by something that a decision says."""
    return totals(
        (row for project in projects for row in world.decisions.get(project["project_id"], ())),
        key,
    )


def in_area(world: World, codes: Iterable[str], projects: Iterable[Row]) -> list[Row]:
    """Projects of which any region is one of those codes."""
    wanted = set(codes)
    return [row for row in projects if wanted.intersection(world.codes_of(row["project_id"]))]


def of_whole_country(world: World, projects: Iterable[Row]) -> list[Row]:
    """Projects that name the whole country; they are in no area."""
    return in_area(world, [WHOLE_COUNTRY], projects)


def ending_soon(world: World, projects: Iterable[Row]) -> list[Row]:
    """Projects that end within half a year and that none follows, the next to end first."""
    rows = [row for row in projects if _ends_within(row, world.as_of)]
    open_end = [
        row for row in rows
        if all(kind != "followed_by" for kind, _ in world.relations.get(row["project_id"], ()))
    ]  # fmt: skip
    return sorted(open_end, key=lambda row: (row["end_date"], row["project_id"]))


def _ends_within(row: Row, today: date) -> bool:
    end = row["end_date"]
    return row["status"] == "ongoing" and end is not None and today <= end <= today + _SOON
