"""Lists of regions: names of maakunnat, municipalities and countries that stand alone."""

from __future__ import annotations

import pytest

from ingestion.text.lookups import kunnat, maakunnat
from ingestion.text.region_lists import read_region_names


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Pirkanmaa", ("06",)), ("Pohjanmaa", ("15",)), ("Eura", ("04",)), ("KEMI", ("19",)),
        ("Uudenmaan maakunta", ("01",)), ("Nyland", ("01",)), ("Helsinki-Uusimaa", ("01",)),
        ("Koko maa", ("00",)), ("Suomi", ("00",)), ("Ruotsi", ("99",)), ("Tansania", ("99",)),
        ("Etelä- ja Pohjois-Savo", ("10", "11")), ("Åland", ("21",)), ("Kemi kaupunki", ("19",)),
    ],
)  # fmt: skip
def test_known_names(name: str, codes: tuple[str, ...]) -> None:
    found = read_region_names([f" {name} "])
    assert (found.codes, found.unknown) == (codes, ())


@pytest.mark.parametrize(
    "name", ["Häme", "Itä-Suomi", "Länsi-Suomi", "Keski-Suomen hyvinvointialue", "Atlantis", "-"]
)
def test_other_names_are_unknown(name: str) -> None:
    assert read_region_names([name]).unknown == (name,)
    assert read_region_names([name]).codes == ()


def test_every_maakunta_and_municipality_is_known_by_both_names() -> None:
    for region in maakunnat():
        for name in (region.name_fi, region.name_sv, region.name_en):
            assert read_region_names([name]).codes == (region.code,)
    regions = {region.name_fi for region in maakunnat()} | {r.name_sv for r in maakunnat()}
    for kunta in kunnat():
        if kunta.name_fi not in regions:
            assert read_region_names([kunta.name_fi]).codes == (kunta.maakunta_code,)


def test_each_region_once_and_empty_names_left_out() -> None:
    found = read_region_names(["Lappi", "", "Kemi", "Rovaniemi", " "])
    assert (found.codes, found.unknown) == (("19",), ())
