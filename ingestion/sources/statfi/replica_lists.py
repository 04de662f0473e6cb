"""Codes of the replica's lists, from the package's reference tables, and how an item is written.

Two municipalities are invented and abolished, one of them into another that goes too, and a third
whose successor the key does not know. What does not belong here: routes (`replica.py`).
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from typing import Any

from ingestion.sandbox.world.places import REFERENCE

LANGUAGES = ("fi", "sv", "en")
Pairs = list[tuple["Entry", "Entry"]]
_NEWEST = "20260101"


@dataclass(frozen=True)
class Entry:
    """One code with its names."""

    code: str
    fi: str
    sv: str
    en: str
    level: int = 1

    def name(self, language: str) -> str:
        """The name in one language."""
        return {"fi": self.fi, "sv": self.sv}.get(language, self.en)


#: List, step at which it must fail, and the damaged item itself.
DAMAGED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("kunta_1_20240101", "code", {"code": 97, "level": 1,
                                  "classificationItemNames": [{"name": "Numerokunta"}]}),
    ("maakunta_1_20240101", "code", {"level": 1,
                                     "classificationItemNames": [{"name": "Koodittomaa"}]}),
    ("evk_1_20260101", "level", {"code": "11", "level": "ylin",
                                 "classificationItemNames": [{"name": "Tasottomuus"}]}),
)  # fmt: skip
_GONE = (
    Entry("996", "Olemattomankylä", "Obefintligby", "Olemattomankylä"),
    Entry("997", "Keksittylä", "Uppfunnen", "Keksittylä"),
    Entry("998", "Kadonneranta", "Försvunnenstrand", "Kadonneranta"),
)


def _table(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def make_lists() -> dict[str, list[Entry]]:
    """All lists by id; municipalities of three vintages."""
    regions, towns = _table("regions.csv"), _table("municipalities_2026.csv")
    kunta = [Entry(r["kunta_code"], r["kunta_fi"], r["kunta_sv"], r["kunta_fi"]) for r in towns]
    maakunta = [
        Entry(r["maakunta_code"], r["maakunta_fi"], r["maakunta_sv"], r["maakunta_en"])
        for r in regions
    ]
    return {
        "kunta_1_20240101": sorted([*kunta, *_GONE], key=lambda entry: entry.code),
        "kunta_1_20250101": sorted([*kunta, _GONE[1]], key=lambda entry: entry.code),
        f"kunta_1_{_NEWEST}": kunta,
        f"kunta_2_{_NEWEST}": list(_GONE[:2]),
        "maakunta_1_20240101": maakunta,
        f"maakunta_1_{_NEWEST}": maakunta,
        f"evk_1_{_NEWEST}": _distinct(regions, "evk"),
        "ely_1_20250101": _distinct(regions, "ely"),
        f"nuts_2_{_NEWEST}": _nuts(regions),
    }


def make_keys(lists: dict[str, list[Entry]]) -> dict[tuple[str, str], Pairs]:
    """All keys; the one to the older ELY centres belongs to the year before."""
    towns = {row["kunta_code"]: row for row in _table("municipalities_2026.csv")}
    regions = {row["maakunta_code"]: row for row in _table("regions.csv")}
    newest = f"kunta_1_{_NEWEST}"
    found: dict[tuple[str, str], Pairs] = {}
    for target, column in (("maakunta_1", "maakunta_code"), ("evk_1", "evk_code"),
                           ("nuts_2", "nuts3_2024")):  # fmt: skip
        name = f"{target}_{_NEWEST}"
        by_code = {entry.code: entry for entry in lists[name]}
        found[newest, name] = [
            (entry, by_code[towns[entry.code][column]]) for entry in lists[newest]
        ]
    name = f"nuts_2_{_NEWEST}"
    by_code = {entry.code: entry for entry in lists[name]}
    maakunta = f"maakunta_1_{_NEWEST}"
    found[maakunta, name] = [
        (entry, by_code[regions[entry.code]["nuts3_2024"]]) for entry in lists[maakunta]
    ]
    first = lists[newest][0]
    # 996 went into 997, which went into a present one
    found[f"kunta_2_{_NEWEST}", newest] = [(_GONE[0], _GONE[1]), (_GONE[1], first)]
    return found


def render_item(entry: Entry, name: str, rng: random.Random) -> dict[str, Any]:
    """An item with its name in one language, as the tables print it."""
    form = rng.random()
    if form < 0.05:
        name = f"{name} "
    elif form < 0.08 and " " in name:
        name = name.replace(" ", "  ", 1)
    return {
        "code": entry.code,
        "level": rng.choice((entry.level, float(entry.level), f"{entry.level}.00",
                             str(entry.level))),
        "classificationItemNames": [{"name": name}],
    }  # fmt: skip


def render_map(entry: Entry, targets: list[Entry], rng: random.Random) -> list[dict[str, Any]]:
    """Rows of a key for one code: one a level of the target."""
    return [
        {
            "sourceItem": render_item(entry, entry.fi, rng),
            "targetItem": render_item(target, target.fi, rng),
        }
        for target in targets
    ]


def _distinct(regions: list[dict[str, str]], prefix: str) -> list[Entry]:
    found = {
        row[f"{prefix}_code"]: Entry(
            row[f"{prefix}_code"], row[f"{prefix}_fi"], row[f"{prefix}_sv"], row[f"{prefix}_en"]
        )
        for row in regions
        if row[f"{prefix}_code"]
    }
    return [found[code] for code in sorted(found)]


def _nuts(regions: list[dict[str, str]]) -> list[Entry]:
    found = {
        row["nuts3_2024"]: Entry(
            row["nuts3_2024"], row["maakunta_fi"], row["maakunta_sv"], row["maakunta_en"], 3
        )
        for row in regions
    }
    for level in (1, 2):
        for row in regions:
            code = row["nuts3_2024"][: 2 + level]
            name = "Ahvenanmaa" if code.startswith("FI2") else f"Suuralue {code}"
            found.setdefault(code, Entry(code, name, name, name, level))
    return [found[code] for code in sorted(found)]
