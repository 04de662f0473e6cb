"""Hankeikkuna: the cursor and the totals of a search."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from ingestion.scraper import Page
from tests.ingestion.sources.hankeikkuna_answers import (
    FIRST,
    SETTERS,
    any_json,
    levels_of,
    make_hit,
    page_of,
    scraper,
)


def test_the_search_is_sized_sorted_and_asks_for_everything() -> None:
    body = json.loads(FIRST.body or b"")
    assert (FIRST.method, FIRST.url) == ("POST", "https://api.hankeikkuna.fi/api/v2/kohteet/haku")
    assert body == {
        "tyyppi": ["HANKE", "LAINSAADANTO", "TOIMIELIN", "STRATEGIA"],
        "size": 500,
        "sort": [{"field": "kohde.muokattu", "order": "ASC"}],
    }
    assert SETTERS.url == "https://api.hankeikkuna.fi/api/v2/asettajat"


@settings(max_examples=300, deadline=None)
@given(any_json)
def test_any_cursor_goes_back_unchanged(cursor: Any) -> None:
    answer = {"result": [make_hit(1)], "totalHits": 2, "nextSearchAfter": cursor}
    (request,) = scraper.follow(page_of(answer))
    body = json.loads(request.body or b"")
    assert body.pop("searchAfter") == cursor
    assert body == json.loads(FIRST.body or b"")
    assert request.depth == 0


@pytest.mark.parametrize(
    "answer",
    [
        {"result": [make_hit(1)], "totalHits": 1, "nextSearchAfter": [1]},
        {"result": [], "totalHits": 5, "nextSearchAfter": [1]},
        {"result": [make_hit(1)], "totalHits": 5},
        {"result": [make_hit(1)], "totalHits": 5, "nextSearchAfter": None},
    ],
)
def test_the_chain_ends(answer: dict[str, Any]) -> None:
    assert list(scraper.follow(page_of(answer))) == []


def test_without_a_total_the_cursor_is_followed_to_its_end() -> None:
    first = page_of({"result": [make_hit(1)], "nextSearchAfter": ["a"]})
    (request,) = scraper.follow(first)
    last = page_of({"result": [make_hit(2)]}, request)
    assert list(scraper.follow(last)) == []
    assert levels_of(first, last) == {"no_total": "warn"}


def test_a_cursor_that_repeats_asks_nothing_new() -> None:
    first = page_of({"result": [make_hit(1)], "totalHits": 9, "nextSearchAfter": [7]})
    (second,) = scraper.follow(first)
    again = page_of({"result": [make_hit(1)], "totalHits": 9, "nextSearchAfter": [7]}, second)
    (third,) = scraper.follow(again)
    assert third.key == second.key


def _crawl(answers: list[dict[str, Any]]) -> list[Page]:
    pages, request = [], FIRST
    for answer in answers:
        pages.append(page_of(answer, request))
        request = next(iter(scraper.follow(pages[-1])), request)
    return pages


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([{"result": [make_hit(1)], "totalHits": 1, "size": 1}], {}),
        (
            [
                {"result": [make_hit(1)], "totalHits": 2, "nextSearchAfter": 4},
                {"result": [make_hit(2)], "totalHits": 2},
            ],
            {},
        ),
        ([{"result": [make_hit(1)], "totalHits": 2}], {"cursor_missing": "block"}),
        (
            [{"result": [make_hit(1)], "totalHits": 2, "nextSearchAfter": 4}],
            {"rows_differ": "block"},
        ),
        ([{"result": [make_hit(1), make_hit(2)], "totalHits": 1}], {"rows_differ": "block"}),
        (
            [
                {"result": [make_hit(1)], "totalHits": 2, "nextSearchAfter": 4},
                {"result": [make_hit(1)], "totalHits": 2},
            ],
            {"repeated_uuid": "block"},
        ),
        ([{"result": [], "totalHits": 0}], {"empty": "block"}),
        ([{"result": [make_hit(1)]}], {"no_total": "warn"}),
        ([{"result": [make_hit(1)], "totalHits": 1, "size": 7}], {"size_differs": "warn"}),
        (
            [
                {"result": [make_hit(1)], "totalHits": 3, "nextSearchAfter": 4},
                {"result": [make_hit(2)], "totalHits": 2},
            ],
            {"total_changed": "warn"},
        ),
        (
            [{"result": [make_hit(1, tunnus=None), make_hit(2, asettajaUuid="x")], "totalHits": 2}],
            {"no_tunnus": "warn", "unknown_setter": "warn"},
        ),
        (
            [{"result": [make_hit(1), make_hit(2, tunnus="OKM001:00/2098")], "totalHits": 2}],
            {"repeated_tunnus": "warn"},
        ),
    ],
)
def test_totals_decide(answers: list[dict[str, Any]], expected: dict[str, str]) -> None:
    assert levels_of(*_crawl(answers)) == expected


def test_order_of_pages_does_not_matter_to_the_totals() -> None:
    pages = _crawl(
        [
            {"result": [make_hit(1)], "totalHits": 2, "nextSearchAfter": 4},
            {"result": [make_hit(2)], "totalHits": 2},
        ]
    )
    assert levels_of(*reversed(pages)) == {}


@pytest.mark.parametrize("field", ["tunnus", "nimi", "tila", "asettajaUuid", "aloitusPaiva"])
def test_a_field_that_goes_empty_everywhere_blocks(field: str) -> None:
    hits = [make_hit(number, **{"asettajaUuid": "a", field: None}) for number in range(20)]
    findings = scraper.reconcile([page_of({"result": hits, "totalHits": 20})])
    blocks = [found.detail for found in findings if found.level == "block"]
    assert blocks == [f"kohde.{field} is empty in all 20 items"]


def test_a_publication_before_the_setting_is_counted_not_corrected() -> None:
    odd = make_hit(1, julkaisuaika="2098-01-01T23:00:00", asettamisPaiva="2098-01-02")
    assert levels_of(page_of({"result": [odd], "totalHits": 1})) == {"published_before_set": "warn"}
