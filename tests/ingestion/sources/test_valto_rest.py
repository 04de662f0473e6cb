"""Valto's REST door: pages of the search, hits that are no items, links to files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from ingestion.registry import SOURCES, get_source
from ingestion.scraper import DiscoverContext, Page
from tests.ingestion.sources.parsed import api_page

EXAMPLES = SOURCES / "valto" / "examples"

scraper = get_source("valto").scraper()
(PROBE,) = scraper.start(DiscoverContext(as_of=date(2026, 11, 24)))


def _levels(pages: Sequence[Page]) -> dict[str, str]:
    return {finding.code: finding.level for finding in scraper.reconcile(pages)}


def _hits(number: int, count: int, **info: Any) -> bytes:
    hits = [
        {
            "_embedded": {
                "indexableObject": {
                    "uuid": f"u{number}-{n}", "handle": f"11111/{number * 100 + n}",
                    "type": "item", "metadata": {"dc.title": [{"value": f"Julkaisu {n}"}]},
                }
            }
        }
        for n in range(count)
    ]  # fmt: skip
    result = {"page": info, "_embedded": {"objects": hits}} if hits else {"page": info}
    return json.dumps({"_embedded": {"searchResult": result}}).encode()


def _searches(*bodies: bytes) -> list[Page]:
    (request,) = scraper.instead(next(iter(scraper.instead(PROBE))))
    pages = []
    for body in bodies:
        pages.append(api_page(body, request))
        request = next((r for r in scraper.follow(pages[-1]) if r.role == "search"), request)
    return pages


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([_hits(0, 2, totalPages=1, totalElements=2)], {}),
        ([_hits(n, 2, totalPages=2, totalElements=4) for n in (0, 1)], {}),
        ([_hits(0, 2, totalPages=2, totalElements=4)], {"pages_missing": "incomplete"}),
        ([_hits(0, 2, totalPages=1, totalElements=3)], {"rows_differ": "block"}),
        ([_hits(0, 2), _hits(1, 0)], {"no_page_info": "warn", "no_total": "warn"}),
        ([_hits(0, 0, totalPages=0, totalElements=0)], {"empty": "block"}),
        (
            [_hits(0, 1, totalPages=2, totalElements=2)] * 2,
            {"repeated_key": "block"},
        ),
    ],
)
def test_searches_are_reconciled(bodies: list[bytes], expected: dict[str, str]) -> None:
    assert _levels(_searches(*bodies)) == {"rest_door": "warn", **expected}


def test_links_to_other_hosts_are_not_followed() -> None:
    body = (
        (EXAMPLES / "bundles.json")
        .read_bytes()
        .replace(b"julkaisut.valtioneuvosto.fi", b"example.org")
    )
    assert list(scraper.follow(api_page(body, PROBE))) == []
