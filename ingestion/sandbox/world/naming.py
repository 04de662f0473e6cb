"""Names of projects in three languages: brand, subject, place and phase put together.

What does not belong here: how a publisher distorts a name (`phenomena/`).
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from ingestion.sandbox.world.places import NATIONAL, regions
from ingestion.sandbox.world.topics import INVESTMENT_TITLES, Topic
from ingestion.sandbox.world.words import GENERIC_HEADS, GROUPS, HEADS, MODIFIERS, Head, Modifier


@dataclass(frozen=True, slots=True)
class Brand:
    """A coined name with its acronym and its forms in three languages."""

    fi: str
    gen: str
    sv: str
    en: str
    acronym: str


@dataclass(frozen=True, slots=True)
class Names:
    """A project's names; all three exist in the world, a project uses some of them."""

    fi: str
    sv: str
    en: str


def _brand(modifier: Modifier, head: Head) -> Brand:
    acronym = (modifier.fi[:2] + head.fi[:2]).upper()
    return Brand(
        modifier.fi + head.fi, modifier.fi + head.gen, modifier.sv + head.sv,
        f"{modifier.en} {head.en}", acronym,
    )  # fmt: skip


def draw_brand(rng: random.Random, *, generic: Head | None = None) -> Brand:
    """A coined name; `generic` fixes its second part to a word many projects share."""
    return _brand(rng.choice(MODIFIERS), generic or rng.choice(HEADS))


def draw_generic(rng: random.Random) -> Head:
    """A head word such as `polku`, which proves nothing about guidance."""
    return rng.choice(GENERIC_HEADS)


def _subject(topic: Topic, group: str) -> Names:
    words = GROUPS[group]
    fi = topic.fi.replace("{g}", words.gen)
    sv, en = topic.sv.replace("{g}", words.sv), topic.en.replace("{g}", words.en)
    return Names(fi[0].upper() + fi[1:], sv, en)


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def place_words(region: str) -> Names:
    """How a name says where a project works: `Lapissa`, `valtakunnallisesti`."""
    if region == NATIONAL:
        return Names("valtakunnallisesti", "i hela landet", "nationwide")
    found = regions()[region]
    return Names(found.local_in, found.in_sv, f"in {found.en}")


def name_project(
    shape: float, brand: Brand, topic: Topic, group: str, region: str, *, phase: str = ""
) -> Names:
    """The full names of a project; `shape`, 0 to 1, chooses how the parts are put together."""
    subject, place = _subject(topic, group), place_words(region)
    tail = f" {phase}" if phase else ""
    if shape < 0.45:
        return Names(
            f"{brand.fi}{tail} – {_lower(subject.fi)}", f"{brand.sv}{tail} – {_lower(subject.sv)}",
            f"{brand.en}{tail} – {_lower(subject.en)}",
        )  # fmt: skip
    if shape < 0.75:
        return Names(
            f"{brand.fi}{tail} – {_lower(subject.fi)} {place.fi}",
            f"{brand.sv}{tail} – {_lower(subject.sv)} {place.sv}",
            f"{brand.en}{tail} – {_lower(subject.en)} {place.en}",
        )
    if shape < 0.9:
        return Names(
            f"{subject.fi} {place.fi} ({brand.acronym}){tail}",
            f"{subject.sv} {place.sv} ({brand.acronym}){tail}",
            f"{subject.en} {place.en} ({brand.acronym}){tail}",
        )
    return Names(
        f"{brand.acronym}{tail} – {subject.fi} {place.fi}",
        f"{brand.acronym}{tail} – {subject.sv} {place.sv}",
        f"{brand.acronym}{tail} – {subject.en} {place.en}",
    )


def name_investment(rng: random.Random, brand: Brand) -> Names:
    """The short title of a business aid, as companies give it."""
    title = rng.choice(INVESTMENT_TITLES)
    fi = rng.choice((title, f"{title} {rng.randint(1, 9)}", f"{brand.fi} {_lower(title)}"))
    return Names(fi, fi, fi)
