"""The index finds inflected forms, compounds by their end, and words without their dots."""

from __future__ import annotations

import pytest

from orchestration.release.site.lemma import bases, fold, heads, terms, words
from orchestration.release.site.search import build_index, encode, part_of


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("ohjauksen", "ohjaus"), ("ohjausta", "ohjaus"), ("työllisyyden", "työllisyys"),
        ("nuorten", "nuori"), ("uraohjausta", "uraohjaus"), ("lapissa", "lappi"),
    ],
)  # fmt: skip
def test_forms_have_their_dictionary_form(form: str, base: str) -> None:
    assert base in bases(form, "fi")


@pytest.mark.parametrize("form", ["uraohjaus", "uraohjauksen", "uraohjausta", "työkykyohjauksen"])
def test_a_compound_is_found_by_its_end(form: str) -> None:
    assert "ohjaus" in terms(form, "fi")


def test_a_plain_word_is_no_compound() -> None:
    assert heads("ohjaus") == ()
    assert heads("nuori") == ()


def test_the_surface_form_stays_beside_the_lemma() -> None:
    assert "osaamisen" in terms("osaamisen", "fi")


def test_other_languages_and_codes() -> None:
    assert "vägledning" in terms("vägledningens", "sv")
    assert "counsellor" in terms("counsellors", "en")
    assert terms("s30105", "fi") == {"s30105"}


def test_words_part_at_hyphens_and_marks() -> None:
    assert words("Opinto-ohjaus, S20123 (ÄÄNI)!") == ["opinto", "ohjaus", "s20123", "ääni"]


def test_postings_know_names_and_texts() -> None:
    postings, forms = build_index(
        [
            [("Uraohjauksen silta", "fi", True)],
            [("Muu", "fi", True), ("Kehitetään ohjausta", "fi", False)],
        ]
    )
    assert postings["ohjaus"] == [1, 2]
    assert forms["ohjausta"] == {"ohjaus"}
    assert "kehitetään" in forms[fold("kehitetään")]


def test_encoding_and_parts() -> None:
    assert encode([1, 2, 38, 38 + 36]) == "1 1 10 10"
    assert part_of("öljy") == "ol"
    assert part_of("a") == "a_"
    assert part_of("яз") == "__"
