"""Which projects a text names as parts of a whole."""

from __future__ import annotations

import pytest

from ingestion.text.parts import find_parts, named_project, names_in_value, parts_heading


@pytest.mark.parametrize(
    "line",
    [
        "Kokonaisuuteen kuuluvat hankkeet:",
        "Tähän kokonaisuuteen kuuluvat seuraavat kolme hanketta:",
        "Hankekokonaisuuteen kuuluu:",
        "Osahankkeet",
        "Osahankkeet ja niiden toteuttajat:",
        "Hankkeen osahankkeet ovat:",
        "Ohjelman hankkeet",
        "Seuraavat hankkeet kuuluvat kokonaisuuteen:",
        "Seuraavat osahankkeet kuuluvat kokonaisuuteen:",
        "The following subprojects belong to the project:",
        "• Delprojekt:",
        "Projekt inom helheten",
        "Följande projekt ingår i programmet:",
        "Sub-projects",
        "The programme consists of the following projects:",
    ],
)
def test_headings_that_announce_parts(line: str) -> None:
    heading = parts_heading(line)
    assert heading is not None
    assert heading.value == ""


@pytest.mark.parametrize(
    "line",
    [
        "Samaan kokonaisuuteen kuuluvat hankkeet:",
        "Muut ohjelman hankkeet",
        "Osahankkeen budjetti: 10 000 €",
        "Osahankkeita rahoittaa: Kainuun liitto",
        "Ohjelmaan kuuluu kolme osahanketta.",
        "Hanke on osa kokonaisuutta, johon kuuluvat hankkeet:",
        "Delprojektägare: Kaislan opisto",
        "Project programme: ESR+",
        "Osahankkeet käynnistyivät keväällä ja niitä toteuttavat kunnat yhdessä järjestöjen kanssa",
    ],
)
def test_lines_that_announce_nothing(line: str) -> None:
    assert parts_heading(line) is None


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Valo, Tähti ja Silta.", ["Valo", "Tähti", "Silta"]),
        ("Valo ja Tähti", ["Valo", "Tähti"]),
        ("Valo ja varjo; Tähti; sekä Silta", ["Valo ja varjo", "Tähti", "Silta"]),
        ("”Valo, nyt”, ”Tähti” och ”Silta”", ["Valo, nyt", "Tähti", "Silta"]),
        ("Valo (Kaislan opisto, Saran lukio), Tähti",
         ["Valo (Kaislan opisto, Saran lukio)", "Tähti"]),
        ("Valo, Tähti, sekä Silta", ["Valo", "Tähti", "Silta"]),
        ("Valo – tukea, ohjausta ja neuvontaa, Tähti",
         ["Valo – tukea, ohjausta ja neuvontaa", "Tähti"]),
        ("eSilta and Star", ["eSilta", "Star"]),
        ("4 kpl", []),
        ("yhteensä viisi", []),
    ],
)  # fmt: skip
def test_names_in_one_line(value: str, names: list[str]) -> None:
    assert names_in_value(value) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hanke alkoi. Kokonaisuuteen kuuluvat hankkeet Valo, Tähti ja Silta.",
         ["Valo", "Tähti", "Silta"]),
        ("The sub-projects are Light and Star. They end soon.", ["Light", "Star"]),
        ("Osahankkeet:\n- Valo\n- Tähti\nMuuta tekstiä", ["Valo", "Tähti"]),
        ("Osahankkeet:\nMuuta tekstiä", []),
        ("Osahankkeita ovat toteuttaneet Kaislan opisto ja Saran lukio.", []),
        ("Hanke kuuluu samaan kokonaisuuteen kuin hankkeet Valo ja Tähti.", []),
    ],
)  # fmt: skip
def test_names_in_running_text(text: str, names: list[str]) -> None:
    assert find_parts(text) == names


def test_a_name_keeps_its_code_apart() -> None:
    project = named_project("Valo – ohjausta nuorille (hankekoodi S39901)")
    assert project is not None
    assert project.name == "Valo – ohjausta nuorille"
    assert project.short_name == "Valo"
    assert project.code is not None
    assert (project.code.scheme, project.code.value, project.code.role) == (
        "eura", "S39901", "related",
    )  # fmt: skip


def test_two_codes_beside_one_name_name_neither() -> None:
    project = named_project("Valo (S39901, S39902)")
    assert project is not None
    assert (project.name, project.code) == ("Valo", None)


def test_contacts_are_no_projects() -> None:
    assert named_project("Valo, keksitty.kayttaja@example.org") is None
    assert named_project("12 / 3") is None
