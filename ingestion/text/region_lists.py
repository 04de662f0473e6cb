"""Lists of regions as a column writes them: maakunta, municipality or country names.

Each name stands alone, so even one that is also a common word is a place. What does not belong
here: regions in running text (`regions.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from ingestion.text.lookups import kunnat, maakunnat
from ingestion.text.names import comparable
from ingestion.text.regions import find_regions
from ingestion.text.rules.country_words import ABROAD, HOME

WHOLE_COUNTRY: Final = "00"
_ABROAD_CODE: Final = "99"
_SUFFIX = re.compile(r"\s+(?:maakunta|kaupunki|kunta|stad|kommun)$")
_NUTS_NAME: Final = {"helsinki-uusimaa": "01", "helsingfors-nyland": "01"}


@dataclass(frozen=True)
class RegionList:
    """What a list of regions names.

    Attributes:
        codes: maakunta codes in order, each once; `00` whole country, `99` abroad.
        unknown: names that are no known place.
    """

    codes: tuple[str, ...]
    unknown: tuple[str, ...]


def read_region_names(names: list[str]) -> RegionList:
    """Regions of names that stand alone; empty names are left out."""
    codes: dict[str, None] = {}
    unknown: list[str] = []
    for name in names:
        if not name.strip():
            continue
        found = _codes_of(name)
        codes.update(dict.fromkeys(found))
        if not found:
            unknown.append(name.strip())
    return RegionList(tuple(codes), tuple(unknown))


def _codes_of(name: str) -> tuple[str, ...]:
    key = comparable(name)
    for form in (key, _SUFFIX.sub("", key)):
        code = _names().get(form)
        if code is not None:
            return (code,)
    # an inflected or joined form, or words such as `koko maa`
    return tuple(dict.fromkeys(region.maakunta_code for region in find_regions(name)))


@cache
def _names() -> dict[str, str]:
    """Name in comparable form -> code; regions win over municipalities, both over countries."""
    table = {comparable(name): _ABROAD_CODE for name in ABROAD}
    table.update({comparable(name): WHOLE_COUNTRY for name in HOME})
    for kunta in kunnat():
        table.update({comparable(n): kunta.maakunta_code for n in (kunta.name_sv, kunta.name_fi)})
    for region in maakunnat():
        names = (region.name_fi, region.name_sv, region.name_en)
        table.update({comparable(name): region.code for name in names if name})
    table.update(_NUTS_NAME)
    return table
