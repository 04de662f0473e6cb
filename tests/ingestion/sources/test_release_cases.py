"""Whole releases from the table in `cases/`: which projects they name, with whom and what."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingestion.records import ProjectMention, ReleaseRecord
from ingestion.registry import get_source
from ingestion.scraper import Page, Request

SOURCE = get_source("ely_releases")
_WIDTH = {"day": 10, "month": 7, "year": 4}


RELEASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "release_mentions.yml").read_text("utf-8")
)


def read_release(title: str, rows: list[str]) -> tuple[ProjectMention, ...]:
    body = "".join(row if row.startswith("<table") else f"<p>{row}</p>" for row in rows)
    html = (
        f"<html><body><p>Elinvoimakeskukset</p><h1>{title}</h1>"
        "<p>12.10.2026 09:30:12 EEST | Elinvoimakeskukset | Tiedote</p><p>Jaa</p>"
        f"{body}<h2>Avainsanat</h2><p>rahoitus</p></body></html>"
    ).encode()
    page = Page(
        request=Request("https://www.sttinfo.fi/tiedote/79900001/x"),
        sha256=hashlib.sha256(html).hexdigest(),
        content_type="",
        charset=None,
        retrieved_at=datetime(2026, 10, 20, tzinfo=UTC),
        load=lambda: html,
    )
    found = SOURCE.scraper().parse(page)
    (release,) = [item for item in found if isinstance(item, ReleaseRecord)]
    return release.mentions


def _party(mention: ProjectMention, role: str) -> list[str]:
    return sorted(one.name or "" for one in mention.organisations if one.role == role)


def _period(mention: ProjectMention) -> str:
    ends = (
        (mention.start_date, mention.start_precision),
        (mention.end_date, mention.end_precision),
    )
    told = [day.isoformat()[: _WIDTH[width]] if day and width else ".." for day, width in ends]
    return "/".join(told)


def _told(mention: ProjectMention) -> dict[str, Any]:
    amounts = []
    for one in mention.amounts:
        more = ["" if one.qualifier == "exact" else one.qualifier, "annual" * one.is_annual]
        amounts.append(" ".join(filter(None, [f"{one.amount:.0f}", one.kind, *more])))
    return {
        "name": mention.name,
        "lead": _party(mention, "lead"),
        "partners": _party(mention, "partner"),
        "funders": _party(mention, "funder"),
        "amounts": sorted(amounts),
        "code": [code.value for code in mention.codes if code.role == "own"],
        "period": _period(mention),
    }


def _stated(case: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": case["name"],
        "lead": [case["lead"]] if "lead" in case else [],
        "partners": sorted(case.get("partners", [])),
        "funders": sorted(case.get("funders", [])),
        "amounts": sorted(case.get("amounts", [])),
        "code": [case["code"]] if "code" in case else [],
        "period": case.get("period", "../.."),
    }


@pytest.mark.parametrize("case", RELEASES, ids=lambda case: case["rows"][0][:70])
def test_projects_of_a_release(case: dict[str, Any]) -> None:
    found = read_release(case["title"], case["rows"])
    assert [_told(mention) for mention in found] == [_stated(one) for one in case["mentions"]]
    for mention, stated in zip(found, case["mentions"], strict=True):
        if "regions" in stated:
            assert [region.maakunta_code for region in mention.regions] == stated["regions"]


def test_the_table_is_of_a_size_that_says_something() -> None:
    assert len(RELEASES) >= 70
    refused = [case for case in RELEASES if not case["mentions"]]
    assert len(refused) >= 12
