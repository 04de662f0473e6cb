"""Amounts: every form of value, what the value means, and what is no money."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.text.money import AmountFound, find_amounts, labelled_amounts

NBSP, NARROW = "\u00a0", "\u202f"

VALUES = [
    ("7,3 miljoonaa euroa", "7300000", "EUR", "exact"),
    ("1,25 miljoonan euron", "1250000", "EUR", "exact"),
    ("4,5 miljoonalla eurolla", "4500000", "EUR", "exact"),
    ("2,1 miljoonasta eurosta", "2100000", "EUR", "exact"),
    ("6,4 milj. €", "6400000", "EUR", "exact"),
    ("6,4 milj.€", "6400000", "EUR", "exact"),
    ("6,4 milj. eurolla", "6400000", "EUR", "exact"),
    ("6,4 milj. euron", "6400000", "EUR", "exact"),
    ("1 234 560 euroa", "1234560", "EUR", "exact"),
    (f"1{NBSP}234{NBSP}560 euroa", "1234560", "EUR", "exact"),
    (f"1{NARROW}234{NARROW}560{NARROW}€", "1234560", "EUR", "exact"),
    ("1 204 000,00 €", "1204000", "EUR", "exact"),
    ("12 345,67 €", "12345.67", "EUR", "exact"),
    ("1.234.567 euroa", "1234567", "EUR", "exact"),
    ("12.500 €", "12500", "EUR", "exact"),
    ("731 204 EUR", "731204", "EUR", "exact"),
    ("EUR 811 300", "811300", "EUR", "exact"),
    ("EUR 12 million", "12000000", "EUR", "exact"),
    ("€61,250.00", "61250", "EUR", "exact"),
    ("€480,000", "480000", "EUR", "exact"),
    ("€2.6m", "2600000", "EUR", "exact"),
    ("2.6 million euros", "2600000", "EUR", "exact"),
    ("11,7 miljoner euro", "11700000", "EUR", "exact"),
    ("kahdella miljoonalla eurolla", "2000000", "EUR", "exact"),
    ("kolmen miljoonan euron", "3000000", "EUR", "exact"),
    ("viidestä miljoonasta eurosta", "5000000", "EUR", "exact"),
    ("yhdellätoista miljoonalla eurolla", "11000000", "EUR", "exact"),
    ("Miljoona euroa", "1000000", "EUR", "exact"),
    ("puoli miljoonaa euroa", "500000", "EUR", "exact"),
    ("puolitoista miljoonaa euroa", "1500000", "EUR", "exact"),
    ("tolv miljoner euro", "12000000", "EUR", "exact"),
    ("half a million euros", "500000", "EUR", "exact"),
    ("41 000 000 kronor", "41000000", "SEK", "exact"),
    ("41 000 000 kruunua", "41000000", "SEK", "exact"),
    ("2 Mkr", "2000000", "SEK", "exact"),
    ("5 MEUR", "5000000", "EUR", "exact"),
    ("55 tuhatta euroa", "55000", "EUR", "exact"),
    ("3 t€", "3000", "EUR", "exact"),
    ("noin 55 000 euroa", "55000", "EUR", "approx"),
    ("n. 55 000 euroa", "55000", "EUR", "approx"),
    ("lähes 2 milj. euroa", "2000000", "EUR", "approx"),
    ("runsaat 55 000 euroa", "55000", "EUR", "approx"),
    ("ca 55 000 euro", "55000", "EUR", "approx"),
    ("omkring 55 000 euro", "55000", "EUR", "approx"),
    ("about €55,000", "55000", "EUR", "approx"),
    ("yli 55 000 euroa", "55000", "EUR", "min"),
    ("enintään 55 000 euroa", "55000", "EUR", "max"),
    ("högst 2,3 miljoner euro", "2300000", "EUR", "max"),
    ("up to €55,000", "55000", "EUR", "max"),
    ("55 000 euroon saakka", "55000", "EUR", "max"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "currency", "qualifier"), VALUES)
@pytest.mark.parametrize("frame", ["{}", "Summa on {}.", "({})", "Vuonna 2099 {} ja 75 %."])
def test_value(frame: str, text: str, value: str, currency: str, qualifier: str) -> None:
    (found,) = find_amounts(frame.format(text))
    assert (found.value, found.currency, found.qualifier) == (Decimal(value), currency, qualifier)
    assert found.quote == frame.format(text)[found.start : found.end]


KINDS = [
    ("Hankkeelle myönnettiin 412 300 euroa.", ["granted"]),
    ("ELY-keskus on myöntänyt hankkeelle 412 300 euron rahoituksen.", ["granted"]),
    ("Projektet beviljades 50 000 euro.", ["granted"]),
    ("The project was granted €50,000.", ["granted"]),
    ("Hankkeelle myönnettiin 412 300 euroa ESR+-rahoitusta.", ["granted"]),
    ("Valo-hanke sai 412 300 euroa, ja kokonaisbudjetti on 515 375 euroa.",
     ["granted", "total_cost"]),
    ("Kokonaisbudjetti on 500 000 euroa, josta EU-tuki on 375 000 euroa ja kaupungin osuus "
     "50 000 euroa.", ["total_cost", "granted_eu_share", "partner_share"]),
    ("Projektets totalbudget är 515 375 euro, varav stadens andel är 20 000 euro.",
     ["total_cost", "partner_share"]),
    ("The total budget is EUR 1.2 million, of which EUR 900,000 was granted by the centre.",
     ["total_cost", "granted"]),
    ("Keskus myönsi hankkeelle, jonka kokonaisbudjetti on 500 000 euroa, 375 000 euroa.",
     ["total_cost", "granted"]),
    ("Keskus myönsi yhteensä 7,3 miljoonaa euroa 12 hankkeelle, joista Valo-hankkeelle "
     "412 300 euroa.", ["aggregate", "granted"]),
    ("Ohjaushankkeille myönnettiin yhteensä 5,1 miljoonaa euroa.", ["aggregate"]),
    ("Sammanlagt beviljades 12 projekt 5,1 miljoner euro.", ["aggregate"]),
    ("A total of €5.1 million was granted to 14 projects.", ["aggregate"]),
    ("Keskus myönsi 7,3 miljoonaa euroa. Rahoitusta sai 12 hanketta.", ["aggregate"]),
    ("Haettu tuki 500 000 euroa, myönnetty 412 300 euroa.", ["applied", "granted"]),
    ("Hakemuksia tuli 45, ja niissä haettiin yhteensä 9,2 miljoonaa euroa.", ["applied"]),
    ("Ansökta medel uppgick till 9,2 miljoner euro.", ["applied"]),
    ("Haussa on käytettävissä enintään 2,3 miljoonaa euroa.", ["call_budget"]),
    ("Rahoitusta jaetaan 3,5 miljoonaa euroa.", ["call_budget"]),
    ("Jaossa on 2 miljoonaa euroa.", ["call_budget"]),
    ("Avustusta voi hakea enintään 100 000 euroa.", ["call_budget"]),
    ("Högst 2,3 miljoner euro kan beviljas.", ["call_budget"]),
    ("Esitetty määräraha on 3 miljoonaa euroa.", ["appropriation"]),
    ("Momentille 29.98.97 myönnetään 5 000 000 euroa.", ["appropriation"]),
    ("Talousarvioesityksessä esitetään 3 miljoonan euron määrärahaa.", ["appropriation"]),
    ("Anslaget är 3 miljoner euro.", ["appropriation"]),
    ("Omarahoitusosuus on 20 000 euroa ja kaupungin osuus 5 000 euroa.",
     ["own_funding", "partner_share"]),
    ("Egen andel 20 000 euro", ["own_funding"]),
    ("Own contribution: €20,000", ["own_funding"]),
    ("Valtion osuus 20 000 euroa", ["national_share"]),
    ("Tukea on maksettu 20 000 euroa.", ["paid"]),
    ("Toteutunut EU- ja valtion rahoitus: 20 000 €", ["realised"]),
    ("Suunniteltu julkinen rahoitus yhteensä: 20 000 €", ["planned_public"]),
    ("Toteutunut julkinen rahoitus yhteensä: 20 000 €", ["realised_public"]),
    ("Myönnetty EU- ja valtion rahoitus: 20 000 €", ["granted"]),
    ("Rahoitus: 412 300 €", ["total_cost"]),
    ("Rahoitus:\n412 300 €", ["total_cost"]),
    ("Budjetti: 412 300 €", ["total_cost"]),
    ("Finansiering: 0,41 miljoner euro", ["total_cost"]),
    ("Myönnetty tuki: 412 300 €", ["granted"]),
    ("412 300 euroa", ["unknown"]),
    ("University of Applied Sciences: 412 300 euros", ["unknown"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kind(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in find_amounts(text)] == kinds


NOT_GRANTED = [
    "Valo-hankkeelle ei myönnetty 50 000 euroa.",
    "50 000 euron hakemus hylättiin.",
    "Valo haki 50 000 euroa, mutta hakemus hylättiin.",
    "Hankkeelle ei myönnetty haettua 50 000 euron avustusta.",
    "Keskus hylkäsi 50 000 euron rahoituksen.",
    "Hankkeelle on haettu 50 000 euroa, mutta rahoitusta ei saatu.",
    "Hanke jäi ilman 50 000 euron avustusta.",
    "Projektet beviljades inte 50 000 euro.",
    "Ansökan om 50 000 euro avslogs.",
    "The project was not granted €50,000.",
    "The application for €50,000 was rejected.",
    "Hankkeelle on tarkoitus myöntää 50 000 euroa.",
    "Hankkeelle esitetään 50 000 euron rahoitusta.",
    "Tavoitteena on saada 50 000 euron rahoitus.",
]


@pytest.mark.parametrize("text", NOT_GRANTED)
def test_refused_and_planned_money_is_never_granted(text: str) -> None:
    (found,) = find_amounts(text, default_kind="granted" if "ilman" in text else "unknown")
    assert found.kind in ("applied", "unknown")


LOOK_ALIKES = [
    "Momentti 29.98.97 ja 3 20 07",
    "Laki 699/2099 ja (EU) 2099/1060",
    "Y-tunnus 7654321-2",
    "21 900 henkeä, 1 210 nuorta ja 2 500 henkilötyövuotta",
    "75 % kustannuksista",
    "12 km tietä, 20 ha, 55 dB",
    "Puhelin 0295 000 000, 00100 Helsinki",
    "VN/90001/2099 ja va-oph-2099-901",
    "vuosina 2098–2099 ja 1.3.2098",
    "2 miljoonaa ihmistä ja 19 miljoonaa kertaa",
    "Kohde A 12 000\nKohde B 7 500",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_money(text: str) -> None:
    assert find_amounts(text) == []


def test_look_alike_beside_money_is_not_glued_to_it() -> None:
    text = "Momentti 29.98.97 100 000 euroa, S39901 412 300 €, vuonna 2099 500 000 euroa"
    assert [int(a.value) for a in find_amounts(text)] == [100_000, 412_300, 500_000]


def test_million_without_currency_is_marked_as_assumed() -> None:
    (found,) = find_amounts("Liki 19 miljoonaa ohjaukseen")
    assert (found.value, found.currency_assumed) == (Decimal(19_000_000), True)
    (stated,) = find_amounts("19 miljoonaa euroa")
    assert not stated.currency_assumed


def test_english_marks_are_decided_by_language() -> None:
    assert find_amounts("1,250 million euros", "en")[0].value == Decimal(1_250_000_000)
    assert find_amounts("1,250 miljoonaa euroa", "fi")[0].value == Decimal(1_250_000)


@pytest.mark.parametrize(
    ("text", "annual"),
    [
        ("50 000 euroa vuosittain", True),
        ("50 000 euroa vuodessa", True),
        ("50 000 €/vuosi", True),
        ("50 000 euro per år", True),
        ("€50,000 per year", True),
        ("50 000 euroa vuonna 2099", False),
    ],
)
def test_annual(text: str, annual: bool) -> None:
    (found,) = find_amounts(text)
    assert found.is_annual is annual


def _told(found: list[AmountFound]) -> list[tuple[int, str]]:
    return [(int(amount.value), amount.kind) for amount in found]


def test_unit_is_inherited_inside_one_list_only() -> None:
    rows = "Avustukset myönnettiin:\nKohde A 12 000\nKohde B 7 500 euroa\n\nOsallistujia 3 000"
    assert _told(find_amounts(rows)) == [(12_000, "granted"), (7_500, "granted")]
    headed = "Myönnetyt avustukset (euroa):\nKohde A 12 000\nKohde B 7 500"
    assert _told(find_amounts(headed)) == [(12_000, "granted"), (7_500, "granted")]
    inline = "Kohde A 12 000, Kohde B 7 500 ja Kohde C 3 000 euroa"
    assert [v for v, _ in _told(find_amounts(inline))] == [12_000, 7_500, 3_000]


def test_range_gives_both_ends() -> None:
    low, high = find_amounts("10 000–50 000 euroa")
    assert (low.value, low.qualifier) == (Decimal(10_000), "min")
    assert (high.value, high.qualifier) == (Decimal(50_000), "max")


def test_labelled_value() -> None:
    assert _told(labelled_amounts("granted", "412 300 €")) == [(412_300, "granted")]
    assert _told(labelled_amounts("total_cost", "2 miljoonaa")) == [(2_000_000, "total_cost")]
    assert _told(labelled_amounts("granted", "noin 1,2 milj.")) == [(1_200_000, "granted")]
    assert not labelled_amounts("granted", "2 miljoonaa osallistujaa")
    assert _told(labelled_amounts("total_cost", "412 300")) == [(412_300, "total_cost")]
    mixed = labelled_amounts("total_cost", "515 375 €, josta omarahoitus 100 000 €")
    assert _told(mixed) == [(515_375, "total_cost"), (100_000, "own_funding")]
    assert labelled_amounts("total_cost", "ESR+ 75 %") == []
    assert labelled_amounts("total_cost", "2099") == []


def _grouped(value: int, blank: str) -> str:
    return f"{value:,}".replace(",", blank)


WHOLE = st.integers(min_value=1, max_value=999_999_999)


@settings(max_examples=1_000)
@given(WHOLE, st.integers(0, 99), st.sampled_from([" ", NBSP, NARROW]),
       st.sampled_from(["€", " €", " euroa", " euron", " eurolla", " euro", " EUR"]))  # fmt: skip
def test_grouped_value_survives(value: int, cents: int, blank: str, unit: str) -> None:
    text = f"Myönnettiin {_grouped(value, blank)},{cents:02d}{unit}."
    (found,) = find_amounts(text)
    assert found.value == Decimal(value) + Decimal(cents) / 100
    assert (found.currency, found.kind) == ("EUR", "granted")


@settings(max_examples=1_000)
@given(st.integers(1, 9_999), st.sampled_from(["miljoonaa euroa", "milj. €", "milj.€",
                                               "miljoonan euron", "miljoner euro"]))  # fmt: skip
def test_millions_survive(tenths: int, unit: str) -> None:
    text = f"{tenths // 10},{tenths % 10} {unit}"
    found = find_amounts(text)
    assert [a.value for a in found] == [Decimal(tenths) * 100_000]


@settings(max_examples=1_000)
@given(WHOLE, st.integers(0, 99))
def test_english_value_survives(value: int, cents: int) -> None:
    (found,) = find_amounts(f"It received €{value:,}.{cents:02d} in all.", "en")
    assert found.value == Decimal(value) + Decimal(cents) / 100
    assert found.kind == "granted"


@settings(max_examples=1_000)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in find_amounts(text):
        assert found.quote == text[found.start : found.end]
        assert found.value > 0
