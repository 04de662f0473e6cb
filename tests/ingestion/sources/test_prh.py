"""PRH: one question an id, names with their days, nothing personal, the daily file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import OrganisationRecord
from ingestion.registry import SOURCES, get_source
from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.replica import Asked
from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.sources.prh.audit import COMPANY, NOT_READ
from ingestion.sources.prh.bulk import read_bulk
from tests.conftest import AS_OF

FOLDER = SOURCES / "prh" / "examples"
source = get_source("prh")
scraper = source.scraper()
BASE = source.spec.base_url
IDS = ("7100003-2", "7100004-0")


def _page(body: bytes, request: Request | None = None) -> Page:
    return Page(
        request=request or Request(f"{BASE}/companies?businessId=7100003-2", role="company"),
        sha256=str(hash(body)),
        content_type="application/json",
        charset=None,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def _example(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def _answer(*companies: Any, total: int | None = None) -> bytes:
    count = len(companies) if total is None else total
    return json.dumps({"totalResults": count, "companies": companies}).encode()


def _company(number: str, **more: Any) -> dict[str, Any]:
    return {"businessId": {"value": number}, "status": "2", **more}


def _zip(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("companies.json", text)
    return out.getvalue()


def _organisations(parsed: Iterable[Parsed]) -> list[OrganisationRecord]:
    return [item for item in parsed if isinstance(item, OrganisationRecord)]


def test_only_known_ids_are_asked_and_kept_for_thirty_days() -> None:
    context = DiscoverContext(as_of=AS_OF, known={"business_id": IDS})
    requests = list(scraper.start(context))
    assert [r.url for r in requests] == [f"{BASE}/companies?businessId={n}" for n in IDS]
    assert {(r.max_age_days, r.expect, r.optional) for r in requests} == {(30, "json", True)}
    assert list(scraper.start(DiscoverContext(as_of=AS_OF))) == []


def test_very_many_ids_ask_for_the_daily_file() -> None:
    many = tuple(f"{n:07d}-0" for n in range(5001))
    (request,) = scraper.start(DiscoverContext(as_of=AS_OF, known={"business_id": many}))
    assert request.url == f"{BASE}/all_companies"
    assert len(list(scraper.start(DiscoverContext(AS_OF, known={"business_id": many[1:]})))) == 5000
    body = _zip(json.dumps([_company("7100004-0"), _company("7100005-9")]))
    asked = Request(request.url, role="bulk", context={"business_ids": "7100004-0,7100003-2"})
    found = _organisations(scraper.parse(_page(body, asked)))
    assert [record.native_id for record in found] == ["7100004-0"]
    assert list(scraper.follow(_page(body, asked))) == []


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=30), max_size=4), max_size=8),
       st.booleans())  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_the_daily_file_gives_every_object(objects: list[dict[str, str]], enveloped: bool) -> None:
    whole: Any = {"totalResults": len(objects), "companies": objects} if enveloped else objects
    assert list(read_bulk(_zip(json.dumps(whole)))) == objects


@pytest.mark.parametrize("text", ["", "{}", '[{"a": 1}', "[1, nothing]", "[" * 1500])
def test_a_cut_daily_file_is_refused(text: str) -> None:
    with pytest.raises(PageError, match="json"):
        list(read_bulk(_zip(text)))


def test_a_bomb_is_refused() -> None:
    with pytest.raises(PageError, match="zip"):
        list(read_bulk(_zip("[" + " " * 30_000_000 + "]")))
    with pytest.raises(PageError, match="zip"):
        list(read_bulk(b"PK\x03\x04 no archive"))


def test_names_keep_their_days() -> None:
    (record,) = _organisations(scraper.parse(_page(_example("company.json"))))
    assert (record.name_fi, record.name_sv) == ("Kuvitelman Ammattiopisto Oy", None)
    assert record.name_en == "Institute of Imagination and Learning"
    assert [(a.name, a.valid_from, a.valid_to) for a in record.aliases] == [
        ("Kuvitelman Koulu Oy", date(1990, 1, 2), date(2015, 4, 30)),
        ("Kuviopisto", date(2016, 1, 1), None),
    ]
    assert (record.business_line, record.municipality_code) == ("TOIMI4:85320", "398")
    assert record.organisation_type is None


def test_nothing_personal_is_kept() -> None:
    (record,) = _organisations(scraper.parse(_page(_example("company.json"))))
    text = record.model_dump_json()
    for word in ("Testi Keksitty", "Testikatu", "Testvägen", "00000"):
        assert word not in text


def test_a_former_name_is_never_the_present_one() -> None:
    gone = {"name": "Entinen Oy", "type": "1", "endDate": "2020-01-01"}
    (record,) = _organisations(scraper.parse(_page(_answer(_company("7100003-2", names=[gone])))))
    assert (record.name_fi, record.name_sv, record.name_en) == (None, None, None)
    assert [alias.name for alias in record.aliases] == ["Entinen Oy"]


def test_what_is_not_read_is_a_known_key() -> None:
    assert set(NOT_READ) <= set(COMPANY)
    assert all(len(reason) > 15 for reason in NOT_READ.values())


def test_another_body_than_the_one_asked_for_is_no_record() -> None:
    parsed = list(scraper.parse(_page(_answer(_company("7100005-9")))))
    assert [(item.step, item.row) for item in parsed if isinstance(item, Rejected)] == [
        ("asked", "$.companies[0]")
    ]
    assert _organisations(parsed) == []


def test_pages_are_followed_to_the_announced_total() -> None:
    page = _page(_answer(_company("7100003-2"), total=2))
    (following,) = scraper.follow(page)
    assert following.url.endswith("businessId=7100003-2&page=2")
    assert following.context == {"seen": "1"}
    last = _page(_answer(_company("7100003-2"), total=2), following)
    assert list(scraper.follow(last)) == []
    codes = {finding.code for finding in scraper.reconcile([page, last])}
    assert codes == {"repeated_key"}
    (shortfall,) = scraper.reconcile([page])
    assert (shortfall.level, shortfall.code) == ("block", "rows_differ")


def test_not_found_is_not_invalid() -> None:
    page = _page(_example("not_in_register.json"))
    assert list(scraper.parse(page)) == []
    (finding,) = scraper.reconcile([page])
    assert (finding.level, finding.code) == ("warn", "not_in_register")


@pytest.mark.parametrize("name", ["error_answer.json", "error_page.html"])
def test_errors_are_no_answers(name: str) -> None:
    with pytest.raises(PageError):
        list(scraper.parse(_page(_example(name))))
    (finding,) = scraper.reconcile([_page(_example(name))])
    assert finding.level == "incomplete"


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"companies": []},
        {"totalResults": "1", "companies": []},
        {"totalResults": 1, "companies": {}},
        {"totalResults": True, "companies": []},
    ],
)
def test_another_envelope_is_refused(data: Any) -> None:
    with pytest.raises(PageError, match="envelope"):
        list(scraper.parse(_page(json.dumps(data).encode())))


def test_order_of_keys_is_no_new_version() -> None:
    body = _answer({"status": "2", "businessId": {"value": "7100003-2"}})
    assert scraper.stable_bytes(_page(body)) == scraper.stable_bytes(
        _page(_answer(_company("7100003-2")))
    )


def test_every_shown_company_is_read() -> None:
    replica = Sandbox.build(1500, 3, AS_OF, sources=("prh",)).replicas["prh"]
    lines: list[dict[str, Any]] = []
    ledger = Ledger(lambda table, rows: lines.extend(rows) if table == "records" else None)
    replica.book(ledger)
    ledger.close()
    damaged = 0
    for line in lines:
        (request,) = scraper.start(
            DiscoverContext(as_of=AS_OF, known={"business_id": (line["native_id"],)})
        )
        parts = urlsplit(request.url)
        answer = replica.respond(Asked("GET", parts.path, dict(parse_qsl(parts.query))))
        parsed = list(scraper.parse(_page(answer.body, request)))
        if line["damaged"]:
            damaged += 1
            assert [item.step for item in parsed if isinstance(item, Rejected)] == [
                line["damage_step"]
            ]
            continue
        (record,) = _organisations(parsed)
        assert not [item for item in parsed if isinstance(item, Drift)]
        shown = line["shown"]
        for field in ("business_id", "valid_from", "valid_to", "name_fi", "name_en", "legal_form",
                      "business_line", "municipality_code"):  # fmt: skip
            assert getattr(record, field) == shown[field], field
        assert [alias.model_dump() for alias in record.aliases] == shown["aliases"]
    assert damaged


def test_the_daily_file_and_the_search_say_the_same() -> None:
    replica = Sandbox.build(100, 3, AS_OF, sources=("prh",)).replicas["prh"]
    path = urlsplit(BASE or "").path
    bulk = list(read_bulk(replica.respond(Asked("GET", f"{path}/all_companies")).body))
    questions = [asked for asked in replica.requests() if asked.query]
    one_by_one = [json.loads(replica.respond(asked).body)["companies"][0] for asked in questions]
    assert bulk == one_by_one
    assert replica.respond(Asked("GET", f"{path}/companies", {"id": "1"})).status == 400


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["name", "type", "endDate", "descriptions", "languageCode", "postOffices",
                         "municipalityCode", "registrationDate", "value"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.sampled_from(sorted(COMPANY)), _JSON)
@settings(max_examples=1000, deadline=None)
def test_any_value_of_a_key_is_read_or_quarantined(key: str, value: Any) -> None:
    company = {**_company("7100003-2"), key: value}
    for item in scraper.parse(_page(_answer(company))):
        assert isinstance(item, OrganisationRecord | Rejected | Drift)
