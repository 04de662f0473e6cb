"""Themes and target groups that texts state, from the table in `cases/classes.yml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from ingestion.text.classify import find_target_groups, find_themes

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "classes.yml").read_text(encoding="utf-8")
)
QUOTE = 120


def _label(case: dict[str, Any]) -> str:
    return str(case.get("name") or case["text"])[:60]


@pytest.mark.parametrize("case", [c for c in CASES if "themes" in c], ids=_label)
def test_themes(case: dict[str, Any]) -> None:
    found = find_themes(case.get("name"), case.get("text"))
    assert [theme.code for theme in found] == case["themes"], found


@pytest.mark.parametrize("case", [c for c in CASES if "groups" in c], ids=_label)
def test_target_groups(case: dict[str, Any]) -> None:
    found = find_target_groups(case.get("name"), case.get("text"))
    assert [group.code for group in found] == case["groups"], found


def test_evidence_is_a_short_part_of_the_text_with_the_words() -> None:
    text = f"{'Sana ' * 60}hankkeen opinto-ohjaus kehittyy{' sana' * 60}."
    (theme,) = find_themes(None, text)
    assert "opinto-ohjaus" in theme.evidence
    assert len(theme.evidence) <= QUOTE
    assert theme.evidence in text


def test_evidence_names_no_person() -> None:
    (theme,) = find_themes(None, "Opinto-ohjaus: testikki.esimerkkila@example.org.")
    assert "@" not in theme.evidence
