"""Which releases the replica's newsrooms hold: decisions, calls, sums, refusals, roads.

Planned block by block; numbers count on over the blocks. What does not belong here: titles
and texts (`replica_titles.py`, `replica_bodies.py`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.places import NATIONAL, mainland, regions

Category = Literal[
    "decision", "several", "call", "other_call", "aggregate", "refused", "planned", "off_topic"
]  # fmt: skip
Language = Literal["fi", "sv", "en"]

HELSINKI = ZoneInfo("Europe/Helsinki")
GROUP = "69817869"
#: The regional publishers in Finnish alphabetical order, numbered on from the first.
_FIRST_REGIONAL = 69817874
REGIONAL: dict[str, str] = {
    name: str(_FIRST_REGIONAL + place)
    for place, name in enumerate(
        (
            "Etelä-Pohjanmaa", "Etelä-Savo", "Häme", "Kaakkois-Suomi", "Kainuu", "Keski-Suomi",
            "Lappi", "Pirkanmaa", "Pohjanmaa", "Pohjois-Karjala", "Pohjois-Pohjanmaa",
            "Pohjois-Savo", "Satakunta", "Uusimaa", "Varsinais-Suomi",
        )
    )
}  # fmt: skip
_OF_REGION = {
    "01": "Uusimaa", "02": "Varsinais-Suomi", "04": "Satakunta", "05": "Häme", "06": "Pirkanmaa",
    "07": "Häme", "08": "Kaakkois-Suomi", "09": "Kaakkois-Suomi", "10": "Etelä-Savo",
    "11": "Pohjois-Savo", "12": "Pohjois-Karjala", "13": "Keski-Suomi", "14": "Etelä-Pohjanmaa",
    "15": "Pohjanmaa", "16": "Pohjanmaa", "17": "Pohjois-Pohjanmaa", "18": "Kainuu",
    "19": "Lappi",
}  # fmt: skip
#: Pairs of maakunnat that running text shortens with a hyphen.
_PAIRS = (("10", "11"), ("09", "12"), ("05", "07"), ("16", "17"), ("14", "17"))
_FIRST_ID = 70_100_001


@dataclass(slots=True)
class Item:
    """One release.

    Attributes:
        published: UTC.
        publishers: regional ones first; the group may stand beside them.
        original: id of the Finnish release this one translates.
    """

    release_id: str
    category: Category
    language: Language
    number: int
    published: datetime
    publishers: tuple[str, ...]
    areas: tuple[str, ...]
    projects: tuple[Project, ...] = ()
    original: str | None = None
    title: str = ""
    slug: str = ""


class Plan:
    """All releases, in order of number."""

    def __init__(self, world: World) -> None:
        self.items: list[Item] = []
        self._world = world
        for block in range(world.blocks):
            self._plan_block(block)

    def _plan_block(self, block: int) -> None:
        rng = stream(self._world.seed, "releases", block)
        granted = [p for p in self._world.block(block) if _by_centre(p)]
        joined = granted[:3] if len(granted) >= 3 and block % 3 == 0 else []
        if joined:
            self._add("several", rng, joined[0].decided_on, _areas(joined), tuple(joined))
        for project in granted:
            share = 0.75 if project.is_guidance else 0.3
            if project not in joined and rng.random() < share:
                self._decision(rng, project)
        for category, every in _BESIDE:
            if block % every == every - 1:
                self._beside(category, rng, block)
        for _ in range(2):
            self._beside("off_topic", rng, block)

    def _decision(self, rng: random.Random, project: Project) -> None:
        areas = tuple(code for code in project.regions if code != NATIONAL)
        item = self._add("decision", rng, project.decided_on, areas, (project,))
        if rng.random() < (0.9 if {"15", "16", "01"} & set(areas) else 0.25):
            self._translate(rng, item)

    def _beside(self, category: Category, rng: random.Random, block: int) -> None:
        if category == "call" and block % 3:
            areas: tuple[str, ...] = _PAIRS[block // 3 % len(_PAIRS)]
        else:
            areas = tuple(rng.sample(mainland(), rng.choice((1, 1, 2))))
        day = self._world.as_of - timedelta(days=rng.randrange(4, 1500))
        item = self._add(category, rng, day, areas)
        if category == "call":
            self._translate(rng, item)
            if block % 2:
                # another call that happens to have the same slug in another language
                self._add("other_call", rng, day + timedelta(days=2), areas[:1], language="sv")
        elif category in ("aggregate", "off_topic") and rng.random() < 0.2:
            self._translate(rng, item)

    def _translate(self, rng: random.Random, item: Item) -> None:
        later = item.published + timedelta(seconds=rng.randrange(0, 90))
        twin = Item(
            str(_FIRST_ID + len(self.items)), item.category, "sv", len(self.items), later,
            item.publishers, item.areas, item.projects, item.release_id,
        )  # fmt: skip
        self.items.append(twin)

    def _add(
        self, category: Category, rng: random.Random, day: date, areas: tuple[str, ...],
        projects: tuple[Project, ...] = (), language: Language = "fi",
    ) -> Item:  # fmt: skip
        day = min(day + timedelta(days=rng.randrange(1, 15)), self._world.as_of - timedelta(days=1))
        clock = time(rng.randrange(6, 16), rng.randrange(60), rng.randrange(60))
        published = datetime.combine(day, clock, HELSINKI).astimezone(UTC)
        number = len(self.items)
        names = [_OF_REGION[code] for code in areas] or [rng.choice(tuple(REGIONAL))]
        publishers = tuple(dict.fromkeys(REGIONAL[name] for name in names))
        if number % 3 == 0:
            publishers = (*publishers, GROUP)
        item = Item(
            str(_FIRST_ID + number), category, language, number, published, publishers, areas,
            projects,
        )  # fmt: skip
        self.items.append(item)
        return item


#: What a block of ten projects also has, and every how many blocks.
_BESIDE: tuple[tuple[Category, int], ...] = (
    ("call", 2), ("aggregate", 2), ("refused", 4), ("planned", 4)
)  # fmt: skip


def _by_centre(project: Project) -> bool:
    by_centre = project.funder.kind in ("ely", "elinvoimakeskus")
    return by_centre and project.lead.kind != "company" and bool(project.money.granted)


def _areas(projects: list[Project]) -> tuple[str, ...]:
    codes = (code for p in projects for code in p.regions if code != NATIONAL)
    return tuple(dict.fromkeys(codes))[:3]


def centre_name(area: str | None, day: date, language: str) -> str:
    """Who speaks for an area on a day: the ELY centre, since 2026 the elinvoimakeskus."""
    region = regions()[area or "13"]
    if day >= date(2026, 1, 1):
        return region.evk_sv if language == "sv" else region.evk_fi
    return region.ely_sv if language == "sv" else region.ely_fi


def publisher_names() -> Iterator[tuple[str, str]]:
    """Publisher ids with the names of their channels."""
    yield GROUP, "Elinvoimakeskukset"
    for name, number in REGIONAL.items():
        yield number, f"Elinvoimakeskukset – {name}"
