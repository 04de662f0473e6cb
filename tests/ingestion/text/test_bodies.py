"""Names of organisations and of persons: whatever is not clearly an organisation is a person."""

from __future__ import annotations

import pytest

from ingestion.text.bodies import is_organisation_name, looks_like_person


@pytest.mark.parametrize(
    "name",
    [
        "Esimerkkiryhmä", "Testilän kaupunki", "Kuvitelman säätiö sr", "Majavan Tuki r.y.",
        "MAJAVA OY", "Saaristo Oy Ab", "UNICEF", "Majavan 4H-kerho", "Åbo Exempel Akademi",
        "Example University of Invention", "Tallinna Näite Ülikool", "Vuxna för alla rf",
        "Esimerkkikulttuurin työryhmä", "Majavan hyvinvointialue", "Keksitty Verein",
    ],
)  # fmt: skip
def test_organisations(name: str) -> None:
    assert is_organisation_name(name)
    assert not looks_like_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Esimerkkilä Testikki", "ESIMERKKILÄ TESTIKKI", "Testikki Mallikko Näytesalo",
        "Tmi Esimerkkilä Testikki", "Lehti Testikki", "Työryhmä Esimerkkilä Testikki",
        "Keksittynen-Näytesalo Olematar", "Esimerkkilä T.",
    ],
)  # fmt: skip
def test_persons(name: str) -> None:
    assert not is_organisation_name(name)
    assert looks_like_person(name)


@pytest.mark.parametrize("name", ["", "-", "Metropoli", "jokin muu taho"])
def test_what_is_neither_is_never_an_organisation(name: str) -> None:
    assert not is_organisation_name(name)
    assert not looks_like_person(name)
