"""Organisations in labelled values and in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.organisations import find_organisations, split_parties

PARTIES = [
    ("Järvikunnan opisto", [("lead", "Järvikunnan opisto")]),
    ("Testiministeriö, Järvikunnan opisto (osatoteuttaja) ja Satamakaupunki",
     [("lead", "Testiministeriö"), ("partner", "Järvikunnan opisto"),
      ("partner", "Satamakaupunki")]),
    ("Majavan opisto (osatoteuttaja), Saukon lukio (päätoteuttaja)",
     [("partner", "Majavan opisto"), ("lead", "Saukon lukio")]),
    ("Sjökommuns institut (projektägare), Bäverstad (delgenomförare)",
     [("lead", "Sjökommuns institut"), ("partner", "Bäverstad")]),
    ("University of Beaver (coordinator) and City of Otter",
     [("coordinator", "University of Beaver"), ("lead", "City of Otter")]),
    ("Päätoteuttaja: Majavan opisto; osatoteuttaja: Saukon lukio",
     [("lead", "Majavan opisto"), ("partner", "Saukon lukio")]),
    ("Sosiaali- ja terveysministeriö", [("lead", "Sosiaali- ja terveysministeriö")]),
    ("Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus",
     [("lead", "Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus")]),
    ("Työllisyys-, kehittämis- ja hallintokeskus",
     [("lead", "Työllisyys-, kehittämis- ja hallintokeskus")]),
    ("Järvikunnan koulutus ja kehitys Oy", [("lead", "Järvikunnan koulutus ja kehitys Oy")]),
    ("Majavan ja Saukon yliopistot",
     [("lead", "Majavan yliopisto"), ("partner", "Saukon yliopisto")]),
    ("Etelä- ja Pohjois-Majavan opistot",
     [("lead", "Etelä-Majavan opisto"), ("partner", "Pohjois-Majavan opisto")]),
    ("Majavan, Saukon ja Ketun lukiot",
     [("lead", "Majavan lukio"), ("partner", "Saukon lukio"), ("partner", "Ketun lukio")]),
    ("Majavan opisto, Tampere\nSaukon lukio, Turku",
     [("lead", "Majavan opisto"), ("partner", "Saukon lukio")]),
    ("Majavan opisto, Tampere", [("lead", "Majavan opisto")]),
    ("Majavan koulutuskuntayhtymä (MKKY) ja ei tiedossa",
     [("lead", "Majavan koulutuskuntayhtymä")]),
    ("Vanhakunta (nyk. Uusikunta)", [("lead", "Vanhakunta")]),
    ("Majava Oy, Saukko ry & Kettu Ab",
     [("lead", "Majava Oy"), ("partner", "Saukko ry"), ("partner", "Kettu Ab")]),
    ("• Majavan opisto\n• Saukon lukio", [("lead", "Majavan opisto"), ("partner", "Saukon lukio")]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), PARTIES)
def test_parties(value: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.role, m.name) for m in split_parties(value, "lead")] == expected


@pytest.mark.parametrize(
    "value",
    ["", "-", "–", "Muu organisaatio", "ei tiedossa", "Ei tiedossa.", "okänd", "?", "...", " \n "],
)
def test_placeholder_is_nobody(value: str) -> None:
    assert split_parties(value, "partner") == []


@pytest.mark.parametrize(
    "value",
    ["Majavan opisto, 7100001-6", "Majavan opisto (7100001-6)",
     "Majavan opisto, Y-tunnus 7100001-6",
     "Majavan opisto (FI71000016)"],
)  # fmt: skip
def test_business_id_in_the_value(value: str) -> None:
    (found,) = split_parties(value, "partner")
    assert (found.name, found.business_id, found.role) == ("Majavan opisto", "7100001-6", "partner")


def test_wrong_check_digit_is_no_business_id() -> None:
    (found,) = split_parties("Majavan opisto, 7100001-7", "lead")
    assert (found.name, found.business_id) == ("Majavan opisto", None)


def test_default_role_of_funders() -> None:
    found = split_parties("Opetushallitus ja Majavan kaupunki", "funder")
    assert [m.role for m in found] == ["funder", "funder"]


PROSE = [
    ("Keski-Suomen elinvoimakeskus myönsi tukea.", [("Keski-Suomen elinvoimakeskus", "funder")]),
    ("Järvikunnan opistolle", [("Järvikunnan opisto", None)]),
    ("Satamakaupungin ja Testiministeriön", [("Satamakaupunki", None), ("Testiministeriö", None)]),
    ("Hanketta toteuttaa Majavan ammattikorkeakoulu.", [("Majavan ammattikorkeakoulu", "lead")]),
    ("Majavan opiston hallinnoima hanke", [("Majavan opisto", "lead")]),
    ("Etelä-Savon elinkeino-, liikenne- ja ympäristökeskuksen rahoittama",
     [("Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus", "funder")]),
    ("Hankkeen toteuttaa Majavan Nuoret ry.", [("Majavan Nuoret ry", "lead")]),
    ("Opetushallituksen ja opetus- ja kulttuuriministeriön",
     [("Opetushallitus", None), ("Opetus- ja kulttuuriministeriö", None)]),
    ("Projektet genomförs av Sjökommuns institut.", [("Sjökommuns institut", "lead")]),
    ("Livskraftscentralen i Österbotten finansierar",
     [("Livskraftscentralen i Österbotten", "funder")]),
    ("led by the University of Beaver.", [("University of Beaver", "lead")]),
    ("Beaver University of Applied Sciences", [("Beaver University of Applied Sciences", None)]),
    ("Majavan ja Saukon yliopistot", [("Majavan yliopisto", None), ("Saukon yliopisto", None)]),
    ("Kaupunki ja kunta tukevat yliopistoa.", []),
    ("Ohjauspalvelut paranevat maakunnassa.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_prose(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(o.name, o.role) for o in find_organisations(text)] == expected


OWNERS = st.sampled_from(["Majavan", "Saukon", "Ketun", "Järvikunnan", "Etelä-Majavan"])
HEADS = st.sampled_from(
    [("opisto", "opiston", "opistolle"), ("kaupunki", "kaupungin", "kaupungille"),
     ("kuntayhtymä", "kuntayhtymän", "kuntayhtymälle"), ("liitto", "liiton", "liitolle"),
     ("ammattikorkeakoulu", "ammattikorkeakoulun", "ammattikorkeakoululle"),
     ("hyvinvointialue", "hyvinvointialueen", "hyvinvointialueelle")]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(OWNERS, HEADS, st.integers(0, 2))
def test_bent_names_come_back_to_nominative(
    owner: str, head: tuple[str, str, str], case: int
) -> None:
    found = find_organisations(f"Tukea sai {owner} {head[case]} keväällä.")
    assert [o.name for o in found] == [f"{owner} {head[0]}"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(OWNERS, st.sampled_from(["opisto", "lukio", "kaupunki"])),
                min_size=1, max_size=5, unique=True))  # fmt: skip
def test_lists_survive(parts: list[tuple[str, str]]) -> None:
    names = [f"{owner} {head}" for owner, head in parts]
    value = ", ".join(names[:-1]) + " ja " + names[-1] if len(names) > 1 else names[0]
    assert [m.name for m in split_parties(value, "partner")] == names


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    split_parties(text, "lead")
    for found in find_organisations(text):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Rannikon kehittämisyhtiö Oy:lle myönnettiin 817 000 euroa.",
            "Rannikon kehittämisyhtiö Oy",
        ),
        ("Hanketta toteuttaa Lahden seudun kehitysyhtiö Oy.", "Lahden seudun kehitysyhtiö Oy"),
        ("Hankkeen toteuttaa Kajastus Oy.", "Kajastus Oy"),
    ],
)
def test_small_words_before_a_form_of_law(sentence: str, name: str) -> None:
    assert [body.name for body in find_organisations(sentence)] == [name]
