"""Guidance told from the titles of the real register list, against titles judged by hand."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from ingestion.records import ProjectRecord
from ingestion.registry import get_source
from ingestion.scraper import Page, Request
from ingestion.text.guidance import judge_guidance

CASES = Path(__file__).parent / "cases" / "register_guidance.yml"
JUDGED: dict[str, dict[str, str]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def titles(real_list: Path) -> dict[str, str]:
    """Titles by project code."""
    body = real_list.read_bytes()
    sha256 = hashlib.sha256(body).hexdigest()
    page = Page(
        request=Request(f"drop:eura2014/{sha256}", role="drop"),
        sha256=sha256,
        content_type="",
        charset=None,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
        filename=real_list.name,
    )
    parsed = get_source("eura2014").scraper().parse(page)
    return {one.native_id: one.name or "" for one in parsed if isinstance(one, ProjectRecord)}


def test_every_judged_code_is_in_the_list(titles: dict[str, str]) -> None:
    assert {code for table in JUDGED.values() for code in table} <= titles.keys()
    assert len(titles) > 2_800


def test_titles_that_say_guidance_are_found(titles: dict[str, str]) -> None:
    missed = [titles[code] for code in JUDGED["guidance"] if not _is_guidance(titles[code])]
    assert missed == []


def test_no_other_title_is_taken_for_guidance(titles: dict[str, str]) -> None:
    known = {*JUDGED["guidance"], *JUDGED["arguable"]}
    wrong = [title for code, title in titles.items() if code not in known and _is_guidance(title)]
    assert wrong == []


def _is_guidance(title: str) -> bool:
    return judge_guidance(title).is_guidance
