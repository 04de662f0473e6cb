"""Sentences as other people would write them, from the tables in `cases/`.

Every case stands for a rule of language, not for a page; the tables are the place to add what a
reader got wrong.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingestion.text.dates import PeriodFound, find_periods, read_period
from ingestion.text.guidance import judge_guidance
from ingestion.text.language import detect_language
from ingestion.text.money import AmountFound, find_amounts
from ingestion.text.reading import read_text

CASES = Path(__file__).parent / "cases"


def _load(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))


MONEY: list[dict[str, Any]] = _load("money")
PERIODS: list[dict[str, Any]] = _load("periods")
ORGANISATIONS: list[dict[str, Any]] = _load("organisations")
REGIONS: list[dict[str, Any]] = _load("regions")
GUIDANCE = [
    (text, section == "guidance")
    for section, languages in _load("guidance").items()
    for texts in languages.values()
    for text in texts
]


def _amount(text: str) -> list[str]:
    """`412300 granted` with the value in a form that compares."""
    value, *rest = text.split()
    return [str(Decimal(value).quantize(Decimal("0.01"))), *rest]


def _told(amount: AmountFound) -> list[str]:
    more = [
        "" if amount.qualifier == "exact" else amount.qualifier,
        "annual" if amount.is_annual else "",
        "" if amount.currency == "EUR" else amount.currency,
    ]
    return [str(amount.value), amount.kind, *filter(None, more)]


@pytest.mark.parametrize("case", MONEY, ids=[case["text"][:60] for case in MONEY])
def test_money(case: dict[str, Any]) -> None:
    found = find_amounts(case["text"], detect_language(case["text"]))
    assert [_told(amount) for amount in found] == [_amount(text) for text in case["amounts"]]


def _written(period: PeriodFound) -> str:
    width = {"day": 10, "month": 7, "year": 4}
    ends = ((period.start, period.start_precision), (period.end, period.end_precision))
    return "/".join(
        day.isoformat()[: width[precision]] if day and precision else ".."
        for day, precision in ends
    )


@pytest.mark.parametrize("case", PERIODS, ids=[next(iter(case.values()))[:60] for case in PERIODS])
def test_periods(case: dict[str, Any]) -> None:
    if "value" in case:
        period = read_period(case["value"])
        found = [period] if period else []
    else:
        found = find_periods(case["text"])
    assert [_written(period) for period in found] == [str(text) for text in case["periods"]]


@pytest.mark.parametrize("case", ORGANISATIONS, ids=[case["text"][:60] for case in ORGANISATIONS])
def test_organisations(case: dict[str, Any]) -> None:
    found = read_text(case["text"]).as_json()["organisations"]
    assert {one["name"]: one["role"] for one in found} == case["organisations"]
    assert len(found) == len(case["organisations"])


@pytest.mark.parametrize("case", REGIONS, ids=[case["text"][:60] for case in REGIONS])
def test_regions(case: dict[str, Any]) -> None:
    assert sorted(read_text(case["text"]).as_json()["regions"]) == case["regions"]


@pytest.mark.parametrize(("text", "is_guidance"), GUIDANCE, ids=[text[:60] for text, _ in GUIDANCE])
def test_guidance(text: str, is_guidance: bool) -> None:
    found = judge_guidance(text)
    assert found.is_guidance is is_guidance
    assert found.evidence is None or found.evidence in text


def test_tables_are_of_a_size_that_says_something() -> None:
    assert len(MONEY) + len(PERIODS) + len(ORGANISATIONS) + len(REGIONS) + len(GUIDANCE) > 600
