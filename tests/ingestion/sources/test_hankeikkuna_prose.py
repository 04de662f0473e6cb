"""Hankeikkuna: what a description says in words."""

from __future__ import annotations

from decimal import Decimal

from ingestion.sources.hankeikkuna.prose import read_amounts, read_places

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
