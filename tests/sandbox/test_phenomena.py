"""Every way of writing occurs often enough, and what is written says what the ledger holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.catalogue import NOT_SHOWN, PATTERNS
from ingestion.sandbox.phenomena.dates import write_period
from ingestion.sandbox.phenomena.money import write_amount, write_inflected, write_word
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.streams import stream

AS_OF = date(2026, 11, 24)
FOUR = ("elotori", "hankeikkuna", "ely_releases", "eura2014")


def _pen(ordinal: int) -> Pen:
    return Pen(stream(0, ordinal), Ledger(), ordinal)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_pattern_occurs_twenty_times_in_a_thousand_projects(seed: int) -> None:
    counts = Sandbox.build(1000, seed, AS_OF, sources=FOUR).phenomena()
    assert set(counts) == set(PATTERNS)
    assert {pattern: n for pattern, n in counts.items() if n < 20} == {}


def test_what_is_not_shown_has_a_reason_and_is_not_counted() -> None:
    assert not set(NOT_SHOWN) & set(PATTERNS)
    assert all(len(reason) > 20 for reason in NOT_SHOWN.values())


def test_an_unknown_pattern_is_an_error() -> None:
    with pytest.raises(KeyError, match="no pattern"):
        Ledger().use("amount.guessed")


def test_counts_are_written_beside_the_truth(tmp_path: Path) -> None:
    sandbox = Sandbox.build(50, 1, AS_OF, sources=FOUR)
    sandbox.write(tmp_path)
    assert (tmp_path / "phenomena.json").read_text(encoding="utf-8").count("amount.") > 20


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_written_amount_says_what_it_states(language: str) -> None:
    for ordinal in range(40):
        written = write_amount(_pen(ordinal), 123_456_789, language)
        rounded = {123_456_789, 123_456_700, 120_000_000}
        assert written.cents in rounded
        assert ("1,2" in written.text or "1.2 " in written.text) == (
            written.cents == 120_000_000
        ) or "1,234,567" in written.text
        assert written.currency == "EUR"


def test_small_amounts_are_never_written_in_millions() -> None:
    texts = [
        write_amount(_pen(n), 4_500_000, lang).text for n in range(20) for lang in ("fi", "en")
    ]
    assert not [text for text in texts if "milj" in text or "million" in text]


def test_words_and_inflected_forms() -> None:
    assert write_word(_pen(0), 2).text == "kaksi miljoonaa euroa"
    assert write_word(_pen(0), 2, inflected=True).text == "kahdella miljoonalla eurolla"
    assert write_inflected(_pen(0), 730_000_000).text == "7,3 miljoonan euron"


def test_a_period_that_says_no_year_gives_no_date() -> None:
    seen = set()
    for ordinal in range(40):
        written = write_period(
            _pen(ordinal), date(2022, 3, 1), date(2024, 5, 31), "day", "fi", "ESR"
        )
        seen.add(written.text)
        if "2022" not in written.text:
            assert written.start is None
        else:
            assert written.start == date(2022, 3, 1)
    assert {"", "1.3.–31.5.", "01.03.202231.05.2024", "kaksivuotinen"} <= seen


def test_turn_gives_every_option_its_share() -> None:
    options = tuple(range(7))
    drawn = [_pen(n).turn(options, salt=3) for n in range(70)]
    assert {option: drawn.count(option) for option in options} == dict.fromkeys(options, 10)
