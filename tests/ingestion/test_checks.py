"""Verdicts on a snapshot: each promise of a spec is kept, or names itself."""

from __future__ import annotations

from typing import Any

import pytest

from ingestion.checks import Tally, check_snapshot, choose_verdict
from ingestion.scraper import Finding
from ingestion.spec import SourceSpec


def _spec(**assertions: Any) -> SourceSpec:
    return SourceSpec.model_validate(
        {
            "id": "trial",
            "title": {"fi": "Koe"},
            "publisher": "Koe",
            "licence": {"id": "CC0-1.0", "confidence": "assumed"},
            "verified_live": False,
            "platform": "trial",
            "base_url": "https://example.org",
            "kinds": ["project"],
            "assertions": assertions,
        }
    )


def _tally(**changes: Any) -> Tally:
    usual: dict[str, Any] = {
        "records": {"project": 100},
        "filled": {"project.name": 100},
        "previous": {"project": 100},
        "rejected": 0,
        "pages": 10,
    }
    return Tally(**{**usual, **changes})


@pytest.mark.parametrize(
    ("assertions", "changes", "code"),
    [
        ({"min": {"project": 101}}, {}, "min_project"),
        ({"max": {"project": 99}}, {}, "max_project"),
        ({"fill": {"project.name": 0.9}}, {"filled": {"project.name": 89}}, "fill_project.name"),
        ({"max_drop": 0.2}, {"records": {"project": 79}}, "drop_project"),
        ({"max_quarantine": 0.02}, {"rejected": 3}, "quarantine_share"),
        ({}, {"records": {}, "previous": {}}, "no_records"),
    ],
)
def test_broken_promise_is_named(
    assertions: dict[str, Any], changes: dict[str, Any], code: str
) -> None:
    findings = check_snapshot(_spec(**assertions), _tally(**changes))
    assert [finding.code for finding in findings] == [code]


def test_kept_promises_say_nothing() -> None:
    spec = _spec(min={"project": 100}, max={"project": 100}, fill={"project.name": 1.0})
    assert check_snapshot(spec, _tally()) == []


def test_small_sources_may_lose_a_few_records() -> None:
    assert not check_snapshot(_spec(), _tally(records={"project": 2}, previous={"project": 5}))


@pytest.mark.parametrize(
    ("levels", "verdict"),
    [
        ((), "good"),
        (("warn",), "good"),
        (("warn", "incomplete"), "incomplete"),
        (("incomplete", "block"), "blocked"),
    ],
)
def test_worst_finding_decides(levels: tuple[str, ...], verdict: str) -> None:
    findings = [Finding(level, "code", "detail") for level in levels]  # type: ignore[arg-type]
    assert choose_verdict(findings) == verdict
