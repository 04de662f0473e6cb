"""Reference tables that text is read against, loaded once.

What does not belong here: word lists of a language (they are in `rules/`).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_REFERENCE = Path(__file__).resolve().parent.parent / "reference"


@dataclass(frozen=True)
class Maakunta:
    """A region with its three names."""

    code: str
    name_fi: str
    name_sv: str
    name_en: str


@dataclass(frozen=True)
class Kunta:
    """A municipality of 2026 and the region it lies in."""

    code: str
    name_fi: str
    name_sv: str
    maakunta_code: str


@dataclass(frozen=True)
class RegionForm:
    """One inflected form of a region's name."""

    maakunta_code: str
    language: str
    case: str
    form: str


@cache
def maakunnat() -> tuple[Maakunta, ...]:
    """All regions in order of code."""
    return tuple(
        Maakunta(row["maakunta_code"], row["maakunta_fi"], row["maakunta_sv"], row["maakunta_en"])
        for row in _rows("regions.csv")
    )


@cache
def kunnat() -> tuple[Kunta, ...]:
    """All municipalities of 2026."""
    return tuple(
        Kunta(row["kunta_code"], row["kunta_fi"], row["kunta_sv"], row["maakunta_code"])
        for row in _rows("municipalities_2026.csv")
    )


@cache
def region_forms() -> tuple[RegionForm, ...]:
    """Inflected forms of all regions."""
    return tuple(
        RegionForm(row["maakunta_code"], row["lang"], row["case"], row["form"])
        for row in _rows("region_name_forms.csv")
    )


@cache
def municipality_names() -> frozenset[str]:
    """Finnish and Swedish names of all municipalities, in nominative."""
    return frozenset(name for kunta in kunnat() for name in (kunta.name_fi, kunta.name_sv))


def _rows(name: str) -> list[dict[str, str]]:
    with (_REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
