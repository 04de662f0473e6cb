"""Answers of the Hankeikkuna API for its tests, made and read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from ingestion.records import ProjectRecord
from ingestion.registry import SOURCES, get_source
from ingestion.scraper import DiscoverContext, Page, Parsed, Request
from tests.ingestion.sources.parsed import api_page

EXAMPLES = SOURCES / "hankeikkuna" / "examples"
scraper = get_source("hankeikkuna").scraper()
SETTERS, FIRST = scraper.start(DiscoverContext(as_of=date(2026, 11, 24)))


def page_of(data: Any, request: Request = FIRST) -> Page:
    """An answer of the API."""
    return api_page(data, request)


def example_of(name: str) -> Any:
    """A reviewed example as data."""
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def parse_data(data: Any, request: Request = FIRST) -> list[Parsed]:
    """What an answer says."""
    return list(scraper.parse(page_of(data, request)))


def projects_of(parsed: Sequence[Parsed]) -> list[ProjectRecord]:
    """Its projects."""
    return [item for item in parsed if isinstance(item, ProjectRecord)]


def make_hit(number: int, **changes: Any) -> dict[str, Any]:
    """A hit of the search with some fields changed."""
    item = {
        "uuid": f"00000000-0000-4000-8000-{number:012d}",
        "tunnus": f"OKM{number:03d}:00/2098",
        "tyyppi": "HANKE",
        "tila": "KAYNNISSA",
        "nimi": {"fi": f"Hanke {number}"},
        "aloitusPaiva": "2098-01-01",
    }
    return {"kohde": {**item, **changes}}


def parse_one(**changes: Any) -> list[Parsed]:
    """What a search with one such hit says."""
    return parse_data({"result": [make_hit(1, **changes)], "totalHits": 1})


def levels_of(*pages: Page) -> dict[str, str]:
    """What reconciling the pages finds: code and level."""
    return {finding.code: finding.level for finding in scraper.reconcile(pages)}


#: Whatever a field of an answer could hold.
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
).filter(lambda value: value is not None)
