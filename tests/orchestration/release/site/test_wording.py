"""Numbers, euros and dates as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from orchestration.release.site import wording


@pytest.mark.parametrize(
    ("language", "text"),
    [("fi", "1\u00a0234\u00a0567"), ("sv", "1\u00a0234\u00a0567"), ("en", "1,234,567")],
)
def test_number(language: str, text: str) -> None:
    assert wording.number(1234567, language) == text


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        ("1234.50", "fi", "1\u00a0235\u00a0€"),
        ("1234.49", "sv", "1\u00a0234\u00a0€"),
        ("-1000", "en", "-€1,000"),
        ("0", "en", "€0"),
    ],
)
def test_euros_are_whole_and_rounded_half_up(value: str, language: str, text: str) -> None:
    assert wording.euros(Decimal(value), language) == text


def test_millions() -> None:
    assert wording.millions(Decimal("330147026.96"), "fi") == "330,1\u00a0milj.\u00a0€"
    assert wording.millions(Decimal("1250000000"), "en") == "€1,250.0\u00a0million"


@pytest.mark.parametrize(
    ("precision", "fi", "en"),
    [
        ("day", "3.2.2025", "3\u00a0February\u00a02025"),
        ("month", "2/2025", "February\u00a02025"),
        ("year", "2025", "2025"),
    ],
)
def test_dates_are_as_exact_as_known(precision: str, fi: str, en: str) -> None:
    day = date(2025, 2, 3)
    assert wording.day(day, "fi", precision) == fi
    assert wording.day(day, "en", precision) == en


def test_an_instant_belongs_to_the_finnish_day() -> None:
    assert wording.local_day(datetime(2026, 11, 24, 22, 30, tzinfo=UTC)) == date(2026, 11, 25)


def test_name_in_another_language_is_marked() -> None:
    row = {"name_fi": "Hanke", "name_sv": None, "name_en": "Project"}
    assert wording.name_of(row, "en") == ("Project", None)
    assert wording.name_of(row, "sv") == ("Hanke", "fi")
    assert wording.name_of({"name": "Vain"}, "fi") == ("Vain", None)


def test_share() -> None:
    assert wording.share(1, 3, "en") == "33%"
    assert wording.share(0, 0, "fi") == "–"
