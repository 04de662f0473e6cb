"""Maakunnat, municipalities and authorities: the real map on which the invented world lies.

Read from the reference tables that ship with the package. What does not belong here: which
region a project works in.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "reference"
#: The whole country, as a code beside those of the maakunnat.
NATIONAL = "00"


@dataclass(frozen=True, slots=True)
class Region:
    """A maakunta with its names, Finnish case forms and authorities by territory."""

    code: str
    fi: str
    sv: str
    en: str
    genitive: str
    local_in: str
    local_to: str
    local_from: str
    ely_fi: str
    ely_sv: str
    evk_fi: str
    evk_sv: str
    funds_authority: str

    @property
    def in_sv(self) -> str:
        """`i Nyland`, `på Åland`."""
        return f"{'på' if self.sv == 'Åland' else 'i'} {self.sv}"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A real municipality."""

    code: str
    fi: str
    sv: str
    maakunta: str


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


@cache
def regions() -> dict[str, Region]:
    """All maakunnat by code."""
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for row in _rows("region_name_forms.csv"):
        if row["lang"] == "fi":
            forms[row["maakunta_code"]][row["case"]] = row["form"]
    return {
        row["maakunta_code"]: Region(
            code=row["maakunta_code"],
            fi=row["maakunta_fi"],
            sv=row["maakunta_sv"],
            en=row["maakunta_en"],
            genitive=forms[row["maakunta_code"]]["genitive"],
            local_in=forms[row["maakunta_code"]]["local_in"],
            local_to=forms[row["maakunta_code"]]["local_to"],
            local_from=forms[row["maakunta_code"]]["local_from"],
            ely_fi=row["ely_fi"],
            ely_sv=row["ely_sv"],
            evk_fi=row["evk_fi"],
            evk_sv=row["evk_sv"],
            funds_authority=row["sf_authority_fi"],
        )
        for row in _rows("regions.csv")
    }


@cache
def mainland() -> tuple[str, ...]:
    """Codes of the maakunnat that have an ELY centre of their own or share one."""
    return tuple(code for code, region in regions().items() if region.fi != "Ahvenanmaa")


@cache
def municipalities() -> dict[str, tuple[Municipality, ...]]:
    """Municipalities by maakunta."""
    found: dict[str, list[Municipality]] = defaultdict(list)
    for row in _rows("municipalities_2026.csv"):
        code = row["maakunta_code"]
        found[code].append(Municipality(row["kunta_code"], row["kunta_fi"], row["kunta_sv"], code))
    return {code: tuple(items) for code, items in found.items()}


@cache
def municipality_names() -> frozenset[str]:
    """Every real municipality name, so that no invented one is taken for it."""
    names: set[str] = set()
    for items in municipalities().values():
        names.update(item.fi for item in items)
        names.update(item.sv for item in items)
    return frozenset(names)
