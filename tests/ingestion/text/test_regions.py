"""Places: all forms, what is no place, homonyms, tags in titles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.lookups import kunnat, maakunnat, municipality_names, region_forms
from ingestion.text.regions import find_regions, tagged_regions
from ingestion.text.rules.place_words import AMBIGUOUS


@pytest.mark.parametrize("form", region_forms(), ids=lambda form: form.form)
def test_every_form_of_the_reference(form: object) -> None:
    text = f"Hanke alkaa: {form.form}."  # type: ignore[attr-defined]
    assert [r.maakunta_code for r in find_regions(text)] == [form.maakunta_code]  # type: ignore[attr-defined]


PLACES = [
    ("Hanke toimii Etelä- ja Pohjois-Savossa.", ["10", "11"]),
    ("Etelä-, Keski- ja Pohjois-Pohjanmaan nuoret", ["14", "16", "17"]),
    ("Kanta- ja Päijät-Hämeeseen", ["05", "07"]),
    ("Södra och Mellersta Österbotten", ["14", "16"]),
    ("South and Central Ostrobothnia", ["14", "16"]),
    ("Pohjois-Pohjanmaalla ja Pohjanmaalla", ["17", "15"]),
    ("Pirkanmaan maakunnan nuoret", ["06"]),
    ("Lappiin, Kainuuseen ja Satakuntaan", ["19", "18", "04"]),
    ("kainuulaisille ja pohjoissavolaisille nuorille", ["18", "11"]),
    ("valtakunnallinen hanke", ["00"]),
    ("koko maassa", ["00"]),
    ("i hela landet", ["00"]),
    ("nationwide", ["00"]),
    ("Ruotsissa ja Virossa", ["99", "99"]),
    ("Tampereella ja Turussa", ["06", "02"]),
    ("Lahdessa, Vihdissä, Outokummussa, Riihimäellä, Kauniaisissa", ["07", "01", "12", "05", "01"]),
    ("Helsingin seudulla", ["01"]),
    ("Eurassa", ["04"]),
    ("Euran kunnassa", ["04"]),
    ("i Åbo och Björneborg", ["02", "04"]),
    ("in Lapland", ["19"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), PLACES)
def test_place(text: str, codes: list[str]) -> None:
    found = find_regions(text)
    assert [region.maakunta_code for region in found] == codes
    assert all(region.form == text[region.start : region.end] for region in found)


NO_PLACES = [
    "Keski-Suomen elinvoimakeskus myönsi",
    "Keski-Suomen ja Pirkanmaan elinvoimakeskukset",
    "Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus",
    "Varsinais-Suomen ELY-keskuksen",
    "Pohjanmaan liitto ja Pohjois-Savon liitolle",
    "NTM-centralen i Österbotten",
    "Livskraftscentralen i Nyland och Österbotten",
    "Österbottens livskraftscentral",
    "Nylands förbund",
    "ELY Centre for Lapland",
    "Lapland ELY Centre",
    "Economic Development Centre of Central Finland",
    "Lapin yliopisto",
    "Tampereen ammattikorkeakoulu",
    "Åbo Akademi",
    "EURA 2021 ja Eura 2014 -järjestelmä",
    "Länsi-Suomen ja Itä-Suomen hakualueet",
    "Lappi-hanke",
    "Nokia Oyj",
    "Salo korosti ohjauksen merkitystä",
    "valtakunnallinen strategia",
    "Hämeen ELY-keskus",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place(text: str) -> None:
    assert find_regions(text) == []


def test_basis_tells_what_is_inferred() -> None:
    text = "Valtakunnallisesti, Lapissa, Oulussa ja ulkomailla"
    assert [r.basis for r in find_regions(text)] == ["national", "name", "municipality", "abroad"]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Haku (Satakunta, Varsinais-Suomi)", ["04", "02"]),
        ("Haku (Pohjois-Pohjanmaa, Lappi ja Kainuu)", ["17", "19", "18"]),
        ("Utlysning (Österbotten och Mellersta Österbotten)", ["15", "16"]),
        ("Haku (Etelä- ja Pohjois-Savo)", ["10", "11"]),
        ("Haku (Eura)", ["04"]),
        ("Haku (valtakunnallinen)", ["00"]),
        ("Haku (Lappi) ", ["19"]),
        ("Haku (ESR+)", []),
        ("Haku (Lappi, ESR+)", []),
        ("Haku (Lappi) päättyy", []),
        ("Haku Lapissa", []),
    ],
)
def test_tags(title: str, codes: list[str]) -> None:
    assert tagged_regions(title) == codes


REGIONS = st.lists(st.sampled_from(maakunnat()), min_size=1, max_size=5, unique=True)


@settings(max_examples=1_000, deadline=None)
@given(REGIONS, st.sampled_from(["fi", "sv"]))
def test_tags_survive(regions: list[object], language: str) -> None:
    names = [getattr(region, f"name_{language}") for region in regions]
    joint = {"fi": " ja ", "sv": " och "}[language]
    tag = ", ".join(names[:-1]) + joint + names[-1] if len(names) > 1 else names[0]
    expected = [region.code for region in regions]  # type: ignore[attr-defined]
    assert tagged_regions(f"Otsikko ({tag})") == expected


@settings(max_examples=1_000, deadline=None)
@given(st.sampled_from([k for k in kunnat() if k.name_fi not in AMBIGUOUS]))
def test_every_municipality_in_nominative(kunta: object) -> None:
    codes = {r.maakunta_code for r in find_regions(f"Paikka: {kunta.name_fi}.")}  # type: ignore[attr-defined]
    assert codes == {kunta.maakunta_code}  # type: ignore[attr-defined]


@settings(max_examples=1_000, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for region in find_regions(text):
        assert region.form == text[region.start : region.end]
    tagged_regions(text)


def test_tables_are_whole() -> None:
    assert (len(maakunnat()), len(kunnat())) == (19, 308)
    assert "Jyväskylä" in municipality_names()
