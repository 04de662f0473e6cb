"""Statistics Finland: lists by vintage and language, keys between them, abolished codes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import CodeRecord
from ingestion.registry import SOURCES, get_source
from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.replica import Asked, Replica
from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.sources.statfi.addresses import Key, ListId, items_url, maps_url
from ingestion.sources.statfi.compare import follow_successor
from tests.conftest import AS_OF

FOLDER = SOURCES / "statfi" / "examples"
source = get_source("statfi")
scraper = source.scraper()
BASE = source.spec.base_url or ""
KUNTA, OLDER = ListId("kunta_1", "20260101"), ListId("kunta_1", "20250101")
ABOLISHED = ListId("kunta_2", "20260101")


def _page(data: Any, url: str, role: str = "page") -> Page:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return Page(
        request=Request(url, role=role),
        sha256=str(hash(body)),
        content_type="application/json",
        charset=None,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def _item(code: Any, name: str = "Nimi", level: Any = 1) -> dict[str, Any]:
    return {"code": code, "level": level, "classificationItemNames": [{"name": name}]}


def _items(codes: Iterable[str], list_id: ListId = KUNTA) -> list[Page]:
    rows = [_item(code) for code in codes]
    return [_page(rows, items_url(BASE, list_id, language)) for language in ("fi", "sv", "en")]


def _maps(pairs: Iterable[tuple[str, str]], key: Key) -> Page:
    rows = [{"sourceItem": _item(a), "targetItem": _item(b)} for a, b in pairs]
    return _page(rows, maps_url(BASE, key))


def _lists(*ids: ListId) -> Page:
    return _page([f"{BASE}/classifications/{i}" for i in ids], f"{BASE}/classifications", "lists")


def _codes(parsed: Iterable[Parsed]) -> list[CodeRecord]:
    return [item for item in parsed if isinstance(item, CodeRecord)]


def _findings(*pages: Page) -> dict[str, str]:
    return {finding.code: finding.level for finding in scraper.reconcile(pages)}


def test_catalogues_are_asked_weekly() -> None:
    requests = list(scraper.start(DiscoverContext(as_of=AS_OF)))
    assert [(r.url, r.optional, r.max_age_days) for r in requests] == [
        (f"{BASE}/classifications?format=json", False, 7),
        (f"{BASE}/correspondenceTables?format=json", True, 7),
    ]


def test_regions_alone_are_followed_once_a_language_and_a_year() -> None:
    body = (FOLDER / "lists.json").read_bytes()
    requests = list(scraper.follow(_page(body, f"{BASE}/classifications?format=json", "lists")))
    lists = [r for r in requests if r.role == "items"]
    assert len(lists) == 5 * 3
    assert {r.max_age_days for r in requests} == {366}
    assert not [r for r in requests if "toimiala" in r.url or "2013" in r.url]
    keys = [r for r in requests if r.role == "maps"]
    assert all(r.optional for r in keys) and not any(r.optional for r in lists)
    assert keys[0].url == (
        f"{BASE}/correspondenceTables/kunta_1_20260101%23evk_1_20260101/maps"
        "?content=data&meta=min&lang=fi&format=json"
    )


def test_three_spellings_of_a_level_and_blanks_in_names() -> None:
    page = _page((FOLDER / "municipalities.json").read_bytes(), items_url(BASE, KUNTA, "fi"))
    assert [(c.native_id, c.part, c.name_fi) for c in _codes(scraper.parse(page))] == [
        ("kunta_1_20260101:901", "fi", "Järvikunta"),
        ("kunta_1_20260101:902", "fi", "Satamakaupunki"),
        ("kunta_1_20260101:903", "fi", "Testilän kunta"),
        ("kunta_1_20260101:904", "fi", "Saaristola"),
    ]


def test_only_the_third_level_of_nuts_counts() -> None:
    key = Key(KUNTA, ListId("nuts_2", "20260101"))
    page = _page((FOLDER / "key_to_nuts.json").read_bytes(), maps_url(BASE, key))
    (record,) = _codes(scraper.parse(page))
    assert (record.parent_list, record.parent_code) == ("nuts_2_20260101", "FI1C6")
    unknown = [{"sourceItem": _item("901"), "targetItem": _item("FI1C6", level="4")}]
    parsed = list(scraper.parse(_page(unknown, maps_url(BASE, key))))
    assert parsed == [Drift("enum", "targetItem.level", "4")]


@pytest.mark.parametrize("code", [5, "5", "0005", "", None, True, 5.0])
def test_a_code_that_lost_its_zeros_is_damage(code: Any) -> None:
    (item,) = scraper.parse(_page([_item(code)], items_url(BASE, KUNTA, "fi")))
    assert isinstance(item, Rejected) and item.step == "code"


def test_chains_of_mergers_end_and_circles_are_noticed() -> None:
    assert follow_successor("1", {"1": "2", "2": "3"}, ["3"]) == "3"
    assert follow_successor("1", {"1": "2", "2": "1"}, ["3"]) is None
    assert follow_successor("1", {}, ["3"]) is None
    assert follow_successor("3", {}, ["3"]) == "3"


def test_an_abolition_that_the_key_does_not_know_is_shown() -> None:
    pages = [_lists(OLDER, KUNTA), *_items(["901", "905", "906"], OLDER), *_items(["901"])]
    key = Key(ABOLISHED, KUNTA)
    assert _findings(*pages)["unknown_successor"] == "warn"
    known = _maps([("905", "906"), ("906", "901")], key)
    assert "unknown_successor" not in _findings(*pages, known)
    circle = _maps([("905", "906"), ("906", "905")], key)
    assert _findings(*pages, circle)["unknown_successor"] == "warn"


def test_a_missing_key_is_a_warning_and_a_missing_language_is_not() -> None:
    centres = ListId("evk_1", "20260101")
    pages = [_lists(KUNTA, centres), *_items(["901"]), *_items(["01"], centres)]
    found = _findings(*pages)
    assert found["missing_key"] == "warn" and "missing_language" not in found
    assert _findings(*pages[:-1])["missing_language"] == "incomplete"
    other = _page([_item("901"), _item("902")], items_url(BASE, KUNTA, "sv"))
    assert _findings(_lists(KUNTA), *_items(["901"]), other)["languages_differ"] == "incomplete"


def test_an_item_in_quarantine_does_not_make_languages_differ() -> None:
    damaged = [_item("901"), _item("902", level="ylin")]
    fi = _page(damaged, items_url(BASE, KUNTA, "fi"))
    rest = _items(["901", "902"])[1:]
    assert "languages_differ" not in _findings(_lists(KUNTA), fi, *rest)


def test_without_municipalities_nothing_lands() -> None:
    assert _findings(_lists(ListId("evk_1", "20260101")))["no_municipalities"] == "block"


def test_reference_tables_are_compared() -> None:
    assert _findings(_lists(KUNTA), *_items(["901"]))["differs_from_reference"] == "warn"


@pytest.mark.parametrize("data", [b"<html>", b"", {}, [], "x"])
def test_another_answer_is_refused(data: Any) -> None:
    page = _page(data, items_url(BASE, KUNTA, "fi"))
    with pytest.raises(PageError):
        list(scraper.parse(page))
    assert _findings(page)["unreadable_answer"] == "incomplete"


@pytest.mark.parametrize("data", [[1], {"a": 1}, []])
def test_another_catalogue_is_refused(data: Any) -> None:
    with pytest.raises(PageError):
        list(scraper.follow(_page(data, f"{BASE}/classifications?format=json", "lists")))


def test_order_of_rows_and_keys_is_no_new_version() -> None:
    rows = [_item("901"), _item("902")]
    swapped = [dict(reversed(row.items())) for row in reversed(rows)]
    url = items_url(BASE, KUNTA, "fi")
    assert scraper.stable_bytes(_page(rows, url)) == scraper.stable_bytes(_page(swapped, url))


def _crawl(replica: Replica) -> Iterator[Page]:
    todo = list(scraper.start(DiscoverContext(as_of=AS_OF)))
    seen = {request.key for request in todo}
    while todo:
        request = todo.pop()
        parts = urlsplit(request.url)
        answer = replica.respond(Asked("GET", parts.path, dict(parse_qsl(parts.query))))
        if answer.status == 404 and request.optional:
            continue
        assert answer.status == 200, request.url
        page = _page(answer.body, request.url, request.role)
        yield page
        for found in scraper.follow(page):
            if found.key not in seen:
                seen.add(found.key)
                todo.append(found)


def test_every_shown_code_is_read() -> None:
    replica = Sandbox.build(10, 3, AS_OF, sources=("statfi",)).replicas["statfi"]
    lines: list[dict[str, Any]] = []
    ledger = Ledger(lambda table, rows: lines.extend(rows) if table == "records" else None)
    replica.book(ledger)
    ledger.close()
    pages = list(_crawl(replica))
    parsed = [item for page in pages for item in scraper.parse(page)]
    found = {(record.native_id, record.part): record for record in _codes(parsed)}
    sound = [line for line in lines if not line["damaged"]]
    assert set(found) == {(line["native_id"], line["part"]) for line in sound}
    for line in sound:
        record = found[line["native_id"], line["part"]]
        for name, value in line["shown"].items():
            assert getattr(record, name) == value
    steps = [item.step for item in parsed if isinstance(item, Rejected)]
    assert sorted(steps) == sorted(line["damage_step"] for line in lines if line["damaged"])
    assert {finding.code for finding in scraper.reconcile(pages)} == {"unknown_successor"}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["code", "level", "classificationItemNames", "name", "targetItem"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@given(st.lists(_JSON, min_size=1, max_size=4), st.booleans())
@settings(max_examples=1000, deadline=None)
def test_any_rows_are_read_or_quarantined(rows: list[Any], is_key: bool) -> None:
    key = Key(KUNTA, ListId("nuts_2", "20260101"))
    url = maps_url(BASE, key) if is_key else items_url(BASE, KUNTA, "fi")
    for item in scraper.parse(_page(rows, url)):
        assert isinstance(item, CodeRecord | Rejected | Drift)
