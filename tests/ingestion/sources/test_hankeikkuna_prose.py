"""Hankeikkuna: what a description says in words."""

from __future__ import annotations

from decimal import Decimal

from ingestion.sources.hankeikkuna.prose import read_amounts, read_places, read_subprojects

TEXT = "Ministeriö on myöntänyt hankkeeseen 250 000 euroa. Kokeilu tehdään Kainuussa."


def test_sums_of_two_languages_are_one_sum_and_stay_prose() -> None:
    (amount,) = read_amounts({"fi": TEXT, "sv": "Ministeriet har beviljat 250 000 euro."})
    assert (amount.kind, amount.amount) == ("granted", Decimal(250000))
    assert amount.from_prose


def test_a_budget_of_a_call_is_no_grant() -> None:
    (amount,) = read_amounts({"fi": "Haussa on jaossa 2 miljoonaa euroa."})
    assert amount.kind == "call_budget"


def test_places_are_those_the_words_name() -> None:
    (place,) = read_places({"fi": "Kokeilu"}, {"fi": TEXT})
    assert (place.maakunta_code, place.basis) == ("18", "text")


def test_a_description_names_its_subprojects_once_over_languages() -> None:
    found = read_subprojects(
        {
            "fi": "Hanke alkoi keväällä. Hankkeen osahankkeet ovat Valo (S39901) ja Tähti.",
            "sv": "Delprojekten är Valo och Stjärna.",
        }
    )
    assert [(one.name, one.code.value if one.code else None) for one in found] == [
        ("Stjärna", None),
        ("Tähti", None),
        ("Valo", "S39901"),
    ]
    assert read_subprojects({"fi": "Hankkeella on kolme osahanketta."}) == ()
