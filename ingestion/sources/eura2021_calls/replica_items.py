"""Structural-fund calls of the replica, built around the world's projects of 2021–2027.

What does not belong here: the list and the pages (`replica.py`, `replica_page.py`).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from ingestion.sandbox.streams import stream, uuid_of
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.authorities import funds_authority
from ingestion.sandbox.world.places import NATIONAL, mainland

_SUBJECTS = (
    ("Ohjaus- ja neuvontapalvelut", "Vägledning och rådgivning"),
    ("Osaamisen tunnistaminen työpaikoilla", "Identifiering av kunnande på arbetsplatser"),
    ("Vihreä siirtymä yrityksissä", "Grön omställning i företag"),
    ("Nuorten polut koulutukseen", "Ungas vägar till utbildning"),
    ("Tutkimusympäristöjen kehittäminen", "Utveckling av forskningsmiljöer"),
)  # fmt: skip
_PREFIXES = {
    "Kaakkois-Suomen elinvoimakeskus": "KAS", "Keski-Suomen elinvoimakeskus": "KES",
    "Itä-Suomen elinvoimakeskus": "ITA", "Pohjois-Suomen elinvoimakeskus": "PSU",
}  # fmt: skip
#: Codes of the page's own list; the first one is known from elsewhere too.
AUTHORITY_CODES = {
    "Pohjois-Suomen elinvoimakeskus": "6413", "Kaakkois-Suomen elinvoimakeskus": "6403",
    "Keski-Suomen elinvoimakeskus": "6405", "Itä-Suomen elinvoimakeskus": "6406",
}  # fmt: skip
_SOUTH = {"01", "05", "07", "08", "09"}
_EAST = {"10", "11", "12"}
_NORTH = {"16", "17", "18", "19"}
#: Blocks of projects that share their calls: one page holds them all, also in a large world.
_BLOCKS = 3
_DAMAGE_EVERY = 97
_DAMAGES = {70: "title", 71: "date"}


@dataclass(frozen=True, slots=True)
class Call:
    """One call.

    Attributes:
        state: `upcoming`, `open` or `closed` as the source says, perhaps no more true.
        budget: cents, None where its page names no sum.
        truth_ids: projects that were granted from it.
        damage: reading step at which its entry in the list must fail.
    """

    ordinal: int
    uuid: str
    code: str | None
    title: str
    title_sv: str
    fund: str
    authority: str
    area: str
    regions: tuple[str, ...]
    opens: date
    closes: date | None
    is_rolling: bool
    state: str
    is_stale: bool
    budget: int | None
    truth_ids: tuple[str, ...]
    damage: str | None


def make_calls(world: World) -> list[Call]:
    """All calls; those with projects first in each group of blocks."""
    found: list[Call] = []
    for first in range(0, world.blocks, _BLOCKS):
        funds: dict[str, list[Project]] = {}
        for block in range(first, min(first + _BLOCKS, world.blocks)):
            for project in world.block(block):
                if project.register == "period2021":
                    funds.setdefault(project.instrument, []).append(project)
        for fund, projects in sorted(funds.items()):
            found.append(_call(world, len(found), fund, projects))
        found.append(_call(world, len(found), "EAKR" if first % 2 else "ESR+", []))
    return found


def _call(world: World, ordinal: int, fund: str, projects: list[Project]) -> Call:
    rng = stream(world.seed, "eura-call", ordinal)
    if projects:
        opens = min(p.decided_on for p in projects) - timedelta(days=rng.randrange(120, 300))
        regions = {code for project in projects[:3] for code in project.regions}
    else:
        opens = world.as_of + timedelta(days=rng.randrange(-700, 120))
        regions = set(rng.sample(mainland(), rng.choice((1, 1, 2))))
    is_rolling = ordinal % 9 == 6
    closes = None if is_rolling or ordinal % 11 == 8 else opens + timedelta(days=60)
    is_stale = ordinal % 13 == 9
    state = _state(world.as_of, opens, closes)
    region = NATIONAL if NATIONAL in regions or not regions else min(regions)
    authority = _authority(rng, region)
    fi, sv = _SUBJECTS[ordinal % len(_SUBJECTS)]
    return Call(
        ordinal=ordinal, uuid=uuid_of(world.seed, "eura-call", ordinal),
        code=None if ordinal % 7 == 5 else f"{_PREFIXES[authority]}EVK-{ordinal + 101}",
        title=f"{fi} {opens.year} ({fund})", title_sv=f"{sv} {opens.year}", fund=fund,
        authority=authority, area=_area(region),
        regions=() if region == NATIONAL else tuple(sorted(regions)),
        opens=opens, closes=closes, is_rolling=is_rolling,
        state="open" if is_stale else state, is_stale=is_stale and state != "open",
        budget=rng.randrange(3, 90) * 10_000_000 if ordinal % 10 else None,
        truth_ids=tuple(project.truth_id for project in projects),
        damage=_DAMAGES.get(ordinal % _DAMAGE_EVERY),
    )  # fmt: skip


def _state(today: date, opens: date, closes: date | None) -> str:
    if opens > today:
        return "upcoming"
    return "closed" if closes is not None and closes < today else "open"


def _authority(rng: random.Random, region: str) -> str:
    """Four authorities grant for everybody; which one says nothing about the region."""
    place = rng.choice(mainland()) if region == NATIONAL else region
    return funds_authority(place, date(2026, 1, 1)).name_fi


def _area(region: str) -> str:
    if region == NATIONAL:
        return "VALTAKUNNALLINEN"
    for codes, area in ((_SOUTH, "ETELA_SUOMI"), (_EAST, "ITA_SUOMI"), (_NORTH, "POHJOIS_SUOMI")):
        if region in codes:
            return area
    return "LANSI_SUOMI"
