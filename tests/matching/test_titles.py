"""Titles taken apart: what names a project stays, what tells siblings apart comes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.titles import Title, read_title

CASES = {
    "SILTO – Uusi silta työelämään, Lappi II": Title(
        "uusi silta työelämään", "", "SILTO", frozenset({2}), frozenset(), frozenset({"19"})
    ),
    "Silta II vaihe": Title("silta", "silta", None, frozenset({2})),
    "Silta, vaihe 3": Title("silta", "silta", None, frozenset({3})),
    "Silta 2.0": Title("silta", "silta", None, frozenset({2})),
    "Silta 4": Title("silta", "silta", None, frozenset({4})),
    "Silta – jatkohanke": Title("silta", "silta", None, frozenset({2})),
    "Silta jatko 2 – ohjausta kaikille": Title(
        "silta ohjausta kaikille", "silta", None, frozenset({3})
    ),
    "Bron, etapp II": Title("bron", "bron", None, frozenset({2})),
    "Ohjausta kaikille (SILTA) 2": Title(
        "ohjausta kaikille", "ohjausta kaikille", "SILTA", frozenset({2})
    ),
    "SILTA": Title("", "", "SILTA"),
    "Silta (SILTO)": Title("silta", "silta", "SILTO"),
    "Silta 2 - ohjausta kaikille": Title("silta ohjausta kaikille", "silta", None, frozenset({2})),
    "Hyvä silta kaikille 2021–2023": Title(
        "hyvä silta kaikille", "", None, frozenset(), frozenset({2021, 2023})
    ),
    "Uusi hanke: Hyvä silta kaikille | Kainuu": Title(
        "hyvä silta kaikille", "", None, frozenset(), frozenset(), frozenset({"18"})
    ),
    "Hyvä silta kaikille -hanke (Norra Karelen)": Title(
        "hyvä silta kaikille", "", None, frozenset(), frozenset(), frozenset({"12"})
    ),
    "New project: A good bridge | Lapland": Title(
        "a good bridge", "", None, frozenset(), frozenset(), frozenset({"19"})
    ),
    "Hyvä silta får finansiering": Title("hyvä silta", "hyvä silta"),
    "Oulu": Title("oulu", "oulu"),
}


@pytest.mark.parametrize(("written", "read"), CASES.items())
def test_titles_are_taken_apart(written: str, read: Title) -> None:
    assert read_title(written) == read


@pytest.mark.parametrize(
    "whole",
    ["Kohti kestävää kasvua 2030-luvulla", "Ohjaamo Oulu ja ystävät", "Ii puhuu", "Elämä on V"],
)
def test_what_is_no_phase_and_no_place_stays(whole: str) -> None:
    assert read_title(whole).places == frozenset()


@given(st.text(max_size=80))
def test_any_text_is_a_title_with_lower_case_base(text: str) -> None:
    title = read_title(text)
    assert title.base == title.base.casefold()
    assert " ".join(title.base.split()) == title.base
    assert read_title(text) == title


def test_a_short_name_alone_is_compared_as_head() -> None:
    assert read_title("Silta").body == ""
    assert read_title("Silta – ohjausta kaikille").body == "silta ohjausta kaikille"
