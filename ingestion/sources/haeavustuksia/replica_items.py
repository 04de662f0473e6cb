"""Calls of the replica: those that state-granted projects of the world came from, and others.

What does not belong here: their JSON (`replica.py`).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import World

#: Abbreviation of the authority, names; the third has no authority of its own.
AUTHORITIES = (
    ("OPH", "Opetushallitus", "Utbildningsstyrelsen", "Finnish National Agency for Education"),
    ("OKM", "Opetus- ja kulttuuriministeriö", "Undervisnings- och kulturministeriet",
     "Ministry of Education and Culture"),
    ("TEM", "Työ- ja elinkeinoministeriö", None, None),
    ("LOU", "Lounais-Suomen elinvoimakeskus", "Sydvästra Finlands livskraftscentral", None),
    ("BF", "Business Finland", "Business Finland", "Business Finland"),
)  # fmt: skip
_SUBJECTS = (
    ("Hankeavustus ohjauksen kehittämiseen", "Projektunderstöd för utveckling av vägledning"),
    ("Erityisavustus jatkuvan oppimisen kokeiluihin", "Specialunderstöd för kontinuerligt lärande"),
    ("Avustus kirjastojen kehittämishankkeisiin", "Understöd för biblioteksprojekt"),
    ("Erityisavustus liikunnan edistämiseen", "Specialunderstöd för främjande av idrott"),
    ("Avustus opinto-ohjaajien koulutukseen", "Understöd för studiehandledares fortbildning"),
    ("Kestävän kasvun ohjelma (RRF): osaamisen kehittäminen", "Programmet för hållbar tillväxt"),
)  # fmt: skip
_DAMAGE_EVERY, _FIRST_DAMAGED = 97, 70


@dataclass(frozen=True, slots=True)
class Call:
    """One call.

    Attributes:
        budget: the call's money in cents, where its description names it.
        truth_ids: projects that were granted from it.
        is_zoneless: its instants lack the zone, which nobody may guess.
        is_damaged: it has no name.
    """

    ordinal: int
    number: str
    authority: int
    names: tuple[str, str | None]
    opens: date
    closes: date | None
    is_rolling: bool
    budget: int | None
    truth_ids: tuple[str, ...]
    is_zoneless: bool
    is_damaged: bool

    @property
    def is_recovery(self) -> bool:
        """Whether its name says that the recovery instrument pays."""
        return "RRF" in self.names[0]


def make_calls(world: World) -> list[Call]:
    """All calls, newest number last."""
    found: list[Call] = []
    for block in range(world.blocks):
        granted = tuple(p.truth_id for p in world.block(block) if p.register == "none")
        rng = stream(world.seed, "grant-call", block)
        found.append(_call(world, len(found), granted, rng))
        if block % 2:
            found.append(_call(world, len(found), (), rng))
    return found


def _call(world: World, ordinal: int, truth_ids: tuple[str, ...], rng: random.Random) -> Call:
    opens = world.as_of + timedelta(days=rng.randrange(-1500, 200))
    is_rolling = ordinal % 6 == 4
    authority = rng.randrange(len(AUTHORITIES))
    fi, sv = _SUBJECTS[ordinal % len(_SUBJECTS)]
    year = opens.year
    return Call(
        ordinal=ordinal,
        number=f"va-{AUTHORITIES[authority][0].lower()}-{year}-{ordinal + 1}",
        authority=authority,
        names=(f"{fi} {year}", f"{sv} {year}" if ordinal % 3 else None),
        opens=opens,
        closes=None if is_rolling else opens + timedelta(days=rng.randrange(20, 90)),
        is_rolling=is_rolling,
        budget=rng.randrange(3, 90) * 10_000_000 if ordinal % 3 == 0 else None,
        truth_ids=truth_ids,
        is_zoneless=ordinal % 83 == 60,
        is_damaged=ordinal % _DAMAGE_EVERY == _FIRST_DAMAGED,
    )
