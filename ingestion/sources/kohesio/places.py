"""Where an operation is, as maakunta codes.

From NUTS 3 codes of any vintage, else from the names of the areas, else from municipalities. Never
from coordinates (they are those of an office as often as not), nor from an authority. What does
not belong here: the reference tables themselves.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from ingestion.records import RegionBasis, RegionMention
from ingestion.scraper import Drift
from ingestion.sources.kohesio.values import several
from ingestion.text.lookups import kunnat, maakunnat
from ingestion.text.names import comparable

_REGIONS = Path(__file__).parents[2] / "reference" / "regions.csv"
_ABROAD = "99"
_FOREIGN = re.compile(r"(?!FI|EU)[A-Z]{2}[0-9A-Z]{1,3}")


class Places:
    """Reads the places of rows.

    Args:
        options: `nuts3_earlier` and `nuts3_names` of the source's declaration.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._codes: dict[str, str] = {**options["nuts3_earlier"], **_nuts3_2024()}
        names = {name: item.code for item in maakunnat()
                 for name in (item.name_fi, item.name_sv, item.name_en)}  # fmt: skip
        names |= options["nuts3_names"]
        self._names = {comparable(name): code for name, code in names.items()}
        self._towns = _towns()

    def read(self, cells: Mapping[str, str]) -> tuple[tuple[RegionMention, ...], list[Drift]]:
        """Regions of a row, and the places that no table knows."""
        drift: list[Drift] = []
        found = list(self._by_nuts(cells, drift))
        basis: RegionBasis = "target_area"
        if not found:
            found = list(self._by_town(cells, drift))
            basis = "site"
        codes = sorted(dict.fromkeys(found))
        return tuple(RegionMention(maakunta_code=code, basis=basis) for code in codes), drift

    def _by_nuts(self, cells: Mapping[str, str], drift: list[Drift]) -> Iterator[str]:
        codes, labels = several(cells.get("NUTS3_Code")), several(cells.get("NUTS3_Label"))
        if codes and len(labels) != len(codes):
            labels = []  # they cannot be told apart, and the codes are enough
        for code, label in zip_longest(codes, labels):
            maakunta = self._codes.get(code or "") or self._names.get(comparable(label or ""))
            if maakunta:
                yield maakunta
            elif code and _FOREIGN.fullmatch(code):
                yield _ABROAD
            else:
                drift.append(Drift("enum", "NUTS3", (code or label or "")[:80]))

    def _by_town(self, cells: Mapping[str, str], drift: list[Drift]) -> Iterator[str]:
        for name in several(cells.get("LAU_Labels")):
            maakunta = self._towns.get(comparable(name))
            if maakunta:
                yield maakunta
            else:
                drift.append(Drift("value", "LAU_Labels", name[:80]))


@cache
def _nuts3_2024() -> dict[str, str]:
    with _REGIONS.open(encoding="utf-8", newline="") as file:
        return {row["nuts3_2024"]: row["maakunta_code"] for row in csv.DictReader(file)}


@cache
def _towns() -> dict[str, str]:
    """Municipality names of both languages; one that two regions share says nothing."""
    found: dict[str, set[str]] = {}
    for kunta in kunnat():
        for name in (kunta.name_fi, kunta.name_sv):
            found.setdefault(comparable(name), set()).add(kunta.maakunta_code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}
