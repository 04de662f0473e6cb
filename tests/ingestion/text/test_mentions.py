"""Projects named in prose, and which facts are theirs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.mentions import find_project_mentions

NAMES = [
    ("Valo-hankkeelle myönnettiin tukea.", ["Valo"]),
    ("Suunta selväksi -hanke jatkuu.", ["Suunta selväksi"]),
    ("Saukon lukion Uusi suunta -hankkeelle", ["Uusi suunta"]),
    ('Hanke "Suunta selväksi" jatkuu.', ["Suunta selväksi"]),
    ("”Suunta selväksi” -hankkeessa", ["Suunta selväksi"]),
    ("Projektet Fyrstigen genomförs.", ["Fyrstigen"]),
    ("projektet Klar väg framåt är", ["Klar väg framåt"]),
    ("Klar väg-projektet", ["Klar väg"]),
    ("Projektet ”Klar väg” har beviljats", ["Klar väg"]),
    ("The Clear Path project was granted", ["Clear Path"]),
    ("hankkeelle Suunta selväksi (S39901)", ["Suunta selväksi"]),
    ("Suunta 2 -hanke jatkaa Suunta-hankkeen työtä.", ["Suunta 2", "Suunta"]),
    ("Valo-hanke alkoi. Valo-hankkeessa on kolme osaa.", ["Valo"]),
    ("ESR-hanke, TE-hanke, EU-projekti ja ohjaushanke jatkuvat.", []),
    ("Hanke jatkuu. Kehittämishankkeelle myönnettiin tukea.", []),
    ("Valo sai huomiota.", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str]) -> None:
    found = find_project_mentions(text)
    assert [mention.name for mention in found] == names
    assert all(mention.name.split()[0] in text[mention.start : mention.end] for mention in found)


MODALITIES = [
    ("Valo-hankkeelle myönnettiin 50 000 euroa.", "fact"),
    ("Valo-hanke päättyi.", "fact"),
    ("Valo-hankkeelle ei myönnetty rahoitusta.", "negated"),
    ("Valo-hanke haki 50 000 euroa. Hakemus hylättiin.", "negated"),
    ("Valo-hanke haki 50 000 euroa. Hankkeelle myönnettiin 40 000 euroa.", "fact"),
    ("Projektet Fyrstigen beviljades inte finansiering.", "negated"),
    ("The Clear Path project was not granted funding.", "negated"),
    ("Valo-hankkeelle haetaan 50 000 euroa.", "applied"),
    ("Valo-hanketta suunnitellaan.", "planned"),
    ("Valo-hankkeelle esitetään 50 000 euron rahoitusta.", "planned"),
    ("Projektet Fyrstigen planeras.", "planned"),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_modality(text: str, modality: str) -> None:
    (found,) = find_project_mentions(text)
    assert found.modality == modality
    if modality != "fact":
        assert not any(amount.kind == "granted" for amount in found.amounts)


def test_call_money_and_window_are_not_the_projects() -> None:
    text = (
        "Haussa on käytettävissä enintään 2,3 miljoonaa euroa. Haku on avoinna "
        "12.10.–11.12.2099 klo 16.15. Samassa ohjelmassa Järvikunnan opiston "
        "Valo-hankkeelle myönnettiin 412 300 euroa."
    )
    (found,) = find_project_mentions(text)
    assert [(int(a.value), a.kind) for a in found.amounts] == [(412_300, "granted")]
    assert [(o.role, o.name) for o in found.organisations] == [("lead", "Järvikunnan opisto")]
    assert found.periods == ()


def test_several_projects_each_with_its_own() -> None:
    text = (
        "Keski-Suomen elinvoimakeskus myönsi 7,3 miljoonaa euroa 12 hankkeelle, joista Majavan "
        "opiston Suunta selväksi -hankkeelle 412 300 euroa ja Saukon lukion Valo-hankkeelle "
        "99 000 euroa."
    )
    first, second = find_project_mentions(text)
    assert [int(a.value) for a in first.amounts] == [412_300]
    assert [int(a.value) for a in second.amounts] == [99_000]
    assert ("lead", "Majavan opisto") in [(o.role, o.name) for o in first.organisations]
    assert ("lead", "Saukon lukio") in [(o.role, o.name) for o in second.organisations]
    for mention in (first, second):
        assert ("funder", "Keski-Suomen elinvoimakeskus") in [
            (o.role, o.name) for o in mention.organisations
        ]
        assert mention.regions == ()


def test_the_next_sentences_speak_of_the_project() -> None:
    text = (
        "Satamakaupungin Kirkas suunta -hanke (S39902) alkoi. Hanke kestää 1.1.2098–30.6.2099 "
        "Kainuussa, ja sen kokonaisbudjetti on 515 375 euroa, josta ESR+-tuki 412 300 euroa. "
        "Tielle 699 osoitettiin 999 000 euroa."
    )
    (found,) = find_project_mentions(text)
    assert [code.value for code in found.codes] == ["S39902"]
    assert [(int(a.value), a.kind) for a in found.amounts] == [
        (515_375, "total_cost"),
        (412_300, "granted"),
    ]
    assert [(str(p.start), str(p.end)) for p in found.periods] == [("2098-01-01", "2099-06-30")]
    assert [r.maakunta_code for r in found.regions] == ["18"]


def test_rows_of_recipients() -> None:
    text = (
        "Rahoituksen saivat:\nMajavan opisto, Valo-hanke 100 000 euroa\n"
        "Saukon lukio, Tähti-hanke 50 000 euroa"
    )
    told = [
        (m.name, int(m.amounts[0].value), m.organisations[0].name)
        for m in find_project_mentions(text)
    ]
    assert told == [("Valo", 100_000, "Majavan opisto"), ("Tähti", 50_000, "Saukon lukio")]


def test_swedish_and_english() -> None:
    (sv,) = find_project_mentions(
        "Livskraftscentralen i Österbotten har beviljat Bäverstad 50 000 euro för projektet "
        "Klar väg framåt."
    )
    assert [(o.role, o.name) for o in sv.organisations] == [
        ("funder", "Livskraftscentralen i Österbotten"),
        ("lead", "Bäverstad"),
    ]
    (en,) = find_project_mentions(
        "The Clear Path project, led by Beaver University of Applied Sciences, was granted "
        "EUR 811 300 for 1 March 2098 – 31 December 2099."
    )
    assert (en.modality, int(en.amounts[0].value), en.amounts[0].kind) == (
        "fact", 811_300, "granted",
    )  # fmt: skip
    assert en.organisations[0].role == "lead"


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["Valo", "Kirkas suunta", "Ohjaus kuntoon", "Majakkapolku", "SUSE", "Tie 2"]),
    st.integers(1_000, 9_999_999),
)
def test_grant_of_a_named_project_survives(name: str, euros: int) -> None:
    glue = " -" if " " in name else "-"
    amount = f"{euros:,}".replace(",", " ")
    text = f"Keskus myönsi Majavan opiston {name}{glue}hankkeelle {amount} euroa."
    (found,) = find_project_mentions(text)
    assert found.name == name
    assert [(int(a.value), a.kind) for a in found.amounts] == [(euros, "granted")]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='VaHnke -"”.,\n1 eurohakmysi()', max_size=150))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for mention in find_project_mentions(text):
        assert mention.name
        assert 0 <= mention.start < mention.end <= len(text)
