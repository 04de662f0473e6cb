"""The quality page says what failed and what is missing, and is safe to open."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from expectations.outcome import Outcome
from expectations.report import render
from tests.expectations.fixture import build_marts, change

HOSTILE = "<script>alert(1)</script>"


def outcome(*, passed: bool, severity: str = "block", example: str = "p5") -> Outcome:
    return Outcome(
        table="dim_project",
        expectation="ExpectColumnValuesToNotBeNull",
        column="name",
        passed=passed,
        severity=severity,  # type: ignore[arg-type]
        observed="1 of 60 rows break it",
        expected="holds for every row",
        why="A project without a name cannot be recognised.",
        failing_examples=() if passed else (example,),
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return build_marts(tmp_path / "elo.duckdb")


def test_page_says_what_failed_and_why(database: Path, tmp_path: Path) -> None:
    page = render([outcome(passed=False), outcome(passed=True)], database, tmp_path / "quality")
    text = " ".join(BeautifulSoup(page.read_bytes(), "lxml").get_text().split())
    assert "1 of 2 checks failed that block a release" in text
    assert "A project without a name cannot be recognised." in text
    assert "p5" in text


@pytest.mark.parametrize(
    ("outcomes", "says"),
    [
        ([], "No expectation suite was run"),
        ([outcome(passed=True)], "All 1 checks hold."),
        ([outcome(passed=False, severity="warn"), outcome(passed=True)], "1 of 2 checks hold."),
    ],
)
def test_page_begins_with_the_verdict(
    database: Path, tmp_path: Path, outcomes: list[Outcome], says: str
) -> None:
    page = render(outcomes, database, tmp_path / "quality")
    lead = BeautifulSoup(page.read_bytes(), "lxml").find("p", class_="lead")
    assert lead is not None
    assert says in " ".join(lead.get_text().split())


def test_page_says_what_is_missing(database: Path, tmp_path: Path) -> None:
    change(database, "update marts.dim_project set start_date = null where project_id = 'p1'")
    page = render([], database, tmp_path / "quality")
    soup = BeautifulSoup(page.read_bytes(), "lxml")
    row = next(tr for tr in soup.find_all("tr") if "Projects with a start date" in tr.get_text())
    assert [cell.get_text() for cell in row.find_all("td")][:3] == ["59", "60", "98.3%"]
    assert "no such day" in soup.get_text()  # the row in quarantine, with its reason


def test_hostile_text_stays_text(database: Path, tmp_path: Path) -> None:
    change(database, "update marts.mart_quarantine set reason = '<script>alert(1)</script>'")
    page = render([outcome(passed=False, example=HOSTILE)], database, tmp_path / "quality")
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 2


def test_page_is_self_contained_and_accessible(database: Path, tmp_path: Path) -> None:
    html = render([outcome(passed=False)], database, tmp_path / "quality").read_text("utf-8")
    assert not re.search(r"""(src|href)\s*=\s*["'](?!#)""", html)
    assert "@import" not in html
    assert "url(" not in html
    soup = BeautifulSoup(html, "lxml")
    assert soup.html is not None
    assert soup.html["lang"] == "en"
    assert len(soup.find_all("h1")) == 1
    assert soup.main is not None
    assert all(table.caption for table in soup.find_all("table"))
    assert all(th.get("scope") in ("col", "row") for th in soup.find_all("th"))
    levels = [int(heading.name[1]) for heading in soup.find_all(re.compile("^h[1-6]$"))]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in soup.find_all("a")} <= set(ids)


def test_json_holds_the_same(database: Path, tmp_path: Path) -> None:
    render([outcome(passed=False)], database, tmp_path / "quality")
    body = json.loads((tmp_path / "quality" / "quality.json").read_text("utf-8"))
    assert body["outcomes"][0]["failing_examples"] == ["p5"]
    assert body["coverage"]["counts"]["dim_project"] == 60


def test_database_without_most_tables_still_has_a_page(tmp_path: Path) -> None:
    database = build_marts(tmp_path / "elo.duckdb")
    for table in ("fct_release", "mart_quarantine", "dim_source", "bridge_project_region"):
        change(database, f"drop table marts.{table}")
    page = render([], database, tmp_path / "quality")
    assert "What is missing" in page.read_text("utf-8")
