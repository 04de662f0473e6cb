"""Rules of language that hold for every word of a kind, every number and every case form."""

import calendar
import json
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.guidance import judge_guidance
from ingestion.text.money import find_amounts
from ingestion.text.periods import find_periods
from ingestion.text.reading import read_text

EUROS = st.integers(1_000, 99_999_999)
BLANKS = st.sampled_from([" ", "\u00a0", "\u202f"])


def _grouped(value: int, blank: str = " ") -> str:
    return f"{value:,}".replace(",", blank)


NOT_GRANTED = (
    "Hankkeelle ei myönnetty {} euroa.",
    "Hanke ei saanut haettua {} euron tukea.",
    "{} euron hakemus hylättiin.",
    "Hankkeelle haetaan {} euroa.",
    "Haettu tuki oli {} euroa.",
    "Hankkeelle aiotaan hakea {} euron rahoitusta.",
    "Jos rahoitus myönnetään, hanke saisi {} euroa.",
    "Haussa on jaossa {} euroa.",
    "Avustusta voi hakea {} euroa.",
    "Omarahoitus on {} euroa.",
    "Kokonaisbudjetti on {} euroa.",
    "Esitetty määräraha on {} euroa.",
    "Keskus myönsi 12 hankkeelle yhteensä {} euroa.",
    "Tietyö maksaa {} euroa.",
    "Projektet beviljades inte {} euro.",
    "Ansökan om {} euro avslogs.",
    "Projektet skulle få {} euro.",
    "Egenfinansieringen är {} euro.",
    "Sammanlagt {} euro beviljades till nio projekt.",
    "{} euro kan sökas.",
    "The project was not granted EUR {}.",
    "The application for EUR {} was rejected.",
    "If approved, the project would receive EUR {}.",
    "Own contribution is EUR {}.",
    "A total of EUR {} was awarded to 12 projects.",
    "EUR {} is available in the call.",
)


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(NOT_GRANTED), EUROS, BLANKS)
def test_what_is_no_grant_of_one_project_is_never_read_as_one(
    sentence: str, value: int, blank: str
) -> None:
    (found,) = find_amounts(sentence.format(_grouped(value, blank)))
    assert found.value == value
    assert found.kind != "granted"


WHOLE_AND_PARTS = (
    "Hankkeen kokonaisbudjetti on {0} euroa, josta EU:n ja valtion osuus on {1} euroa ja "
    "omarahoitus {2} euroa.",
    "Kokonaisbudjetti: {0} €\nMyönnetty rahoitus: {1} €\nOmarahoitus: {2} €",
    "Hanke sai {1} euroa. Kokonaiskustannukset ovat {0} euroa ja omarahoitus {2} euroa.",
    "Projektets totalbudget är {0} euro, varav EU-finansiering och statlig finansiering {1} euro "
    "och egenfinansiering {2} euro.",
    "The total budget is EUR {0}, of which EUR {1} was granted and EUR {2} is own funding.",
)


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(WHOLE_AND_PARTS), EUROS, EUROS, BLANKS)
def test_a_whole_and_its_parts_are_three_kinds(
    text: str, granted: int, own: int, blank: str
) -> None:
    values = {"total_cost": granted + own, "granted": granted, "own_funding": own}
    found = find_amounts(text.format(*(_grouped(value, blank) for value in values.values())))
    assert {one.kind: one.value for one in found} == {k: Decimal(v) for k, v in values.items()}
    assert len(found) == 3


#: Case forms of `ohjaus` as the end of a compound.
CASES = ("ohjaus", "ohjauksen", "ohjausta", "ohjauksessa", "ohjaukseen", "ohjauksella")
OF_THINGS = (
    "tuotannon", "toiminnan", "liikenteen", "koneen", "prosessin", "työmaa", "varaston", "laadun",
    "lämmityksen", "ilmastoinnin", "valaistuksen", "robotti", "kauko", "etäisyys", "asiakas",
    "palvelu", "työn", "tulos", "omistaja", "talous", "liikunnan", "lääke", "hanke", "projekti",
    "Lean-", "CNC-", "pumppu", "kasvihuone", "pysäköinnin", "energian", "veden", "potilas",
)  # fmt: skip
OF_PEOPLE = ("ura", "opinto-", "oppilaan", "ammatinvalinnan", "e-", "opiskelu", "verkko-", "ryhmä")


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(OF_THINGS),
    st.sampled_from(CASES),
    st.sampled_from(["Kehitetään {}.", "Uusi {} otetaan käyttöön.", "{} ja nuoret opiskelijat"]),
)
def test_what_steers_things_is_no_guidance(thing: str, case: str, frame: str) -> None:
    assert not judge_guidance(frame.format(thing + case)).is_guidance


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(OF_PEOPLE),
    st.sampled_from(CASES),
    st.sampled_from(["Hankkeessa kehitetään {}.", "{} maakunnassa", "Uusi malli: {}"]),
)
def test_what_guides_people_is_guidance_in_every_case(people: str, case: str, frame: str) -> None:
    text = frame.format(people + case)
    found = judge_guidance(text)
    assert (found.is_guidance, found.evidence) == (True, text)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["uraohjausta", "opinto-ohjausta", "elinikäistä ohjausta"]),
    st.sampled_from(
        ["Hankkeessa ei tarjota {}.", "Hanke ei sisällä {}.", "Väitöskirja käsittelee {}.",
         "Taustalla on {} koskeva strategia."]
    ),
)  # fmt: skip
def test_denied_researched_or_merely_behind_is_no_guidance(what: str, frame: str) -> None:
    assert not judge_guidance(frame.format(what)).is_guidance


FI_MONTHS = ("tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka",
             "marras", "joulu")  # fmt: skip
DAYS = st.dates(date(2010, 1, 1), date(2098, 12, 31))


@settings(max_examples=1000, deadline=None)
@given(DAYS, st.integers(32, 2_000))
def test_months_in_words_are_whole_months(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    text = (
        f"Hanke alkaa {FI_MONTHS[start.month - 1]}kuussa {start.year} ja päättyy "
        f"{FI_MONTHS[end.month - 1]}kuussa {end.year}."
    )
    (found,) = find_periods(text)
    assert found.start == start.replace(day=1)
    assert found.end == end.replace(day=calendar.monthrange(end.year, end.month)[1])
    assert (found.start_precision, found.end_precision) == ("month", "month")


WORDS = st.sampled_from(
    ["Hanke", "myönsi", "Majavan opisto", "412 300 euroa", "ei", "haettu", "tuki", "1.3.2098",
     "–", "31.12.2099", "ohjaus", "nuorten", "vägledning", "guidance", "EUR 5,000", "Lapissa",
     "josta", "omarahoitus", "yhteensä", "12 hankkeelle", "\n", ":", ",", ".", "(", ")", "S39901",
     "Rahoitus:", "Toteuttajat:", "mellan 5 och 6 miljoner euro", "a share", "osuudet:"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_any_mix_of_words_is_read_without_an_error(words: list[str]) -> None:
    text = " ".join(words)
    told = read_text(text).as_json()
    assert json.loads(json.dumps(told)) == told
    assert all(amount["quote"] in text for amount in told["amounts"])
