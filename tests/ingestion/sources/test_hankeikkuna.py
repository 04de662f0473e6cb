"""Hankeikkuna: the cursor, totals, what makes a project, drift, and persons left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import MilestoneRecord, OrganisationRecord, ProjectRecord
from ingestion.registry import SOURCES, get_source
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Parsed, Rejected, Request
from ingestion.sources.hankeikkuna.fields import FieldError, read_iso_day

SAMPLES = SOURCES.parents[1].parent / "shared" / "sources" / "samples"
EXAMPLES = SOURCES / "hankeikkuna" / "examples"

scraper = get_source("hankeikkuna").scraper()
SETTERS, FIRST = scraper.start(DiscoverContext(as_of=date(2026, 11, 24)))


def _page(data: Any, request: Request = FIRST) -> Page:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return Page(
        request=request,
        sha256=hashlib.sha256(body).hexdigest(),
        content_type="application/json",
        charset="utf-8",
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def _example(name: str) -> Any:
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def _parse(data: Any, request: Request = FIRST) -> list[Parsed]:
    return list(scraper.parse(_page(data, request)))


def _projects(parsed: Sequence[Parsed]) -> list[ProjectRecord]:
    return [item for item in parsed if isinstance(item, ProjectRecord)]


def _hit(number: int, **changes: Any) -> dict[str, Any]:
    item = {
        "uuid": f"00000000-0000-4000-8000-{number:012d}",
        "tunnus": f"OKM{number:03d}:00/2098",
        "tyyppi": "HANKE",
        "tila": "KAYNNISSA",
        "nimi": {"fi": f"Hanke {number}"},
        "aloitusPaiva": "2098-01-01",
    }
    return {"kohde": {**item, **changes}}


def _one(**changes: Any) -> list[Parsed]:
    return _parse({"result": [_hit(1, **changes)], "totalHits": 1})


def _levels(*pages: Page) -> dict[str, str]:
    return {finding.code: finding.level for finding in scraper.reconcile(pages)}


def test_the_search_is_sized_sorted_and_asks_for_everything() -> None:
    body = json.loads(FIRST.body or b"")
    assert (FIRST.method, FIRST.url) == ("POST", "https://api.hankeikkuna.fi/api/v2/kohteet/haku")
    assert body == {
        "tyyppi": ["HANKE", "LAINSAADANTO", "TOIMIELIN", "STRATEGIA"],
        "size": 500,
        "sort": [{"field": "kohde.muokattu", "order": "ASC"}],
    }
    assert SETTERS.url == "https://api.hankeikkuna.fi/api/v2/asettajat"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
).filter(lambda value: value is not None)


@settings(max_examples=300, deadline=None)
@given(_json)
def test_any_cursor_goes_back_unchanged(cursor: Any) -> None:
    answer = {"result": [_hit(1)], "totalHits": 2, "nextSearchAfter": cursor}
    (request,) = scraper.follow(_page(answer))
    body = json.loads(request.body or b"")
    assert body.pop("searchAfter") == cursor
    assert body == json.loads(FIRST.body or b"")
    assert request.depth == 0


@pytest.mark.parametrize(
    "answer",
    [
        {"result": [_hit(1)], "totalHits": 1, "nextSearchAfter": [1]},
        {"result": [], "totalHits": 5, "nextSearchAfter": [1]},
        {"result": [_hit(1)], "totalHits": 5},
        {"result": [_hit(1)], "totalHits": 5, "nextSearchAfter": None},
    ],
)
def test_the_chain_ends(answer: dict[str, Any]) -> None:
    assert list(scraper.follow(_page(answer))) == []


def test_without_a_total_the_cursor_is_followed_to_its_end() -> None:
    first = _page({"result": [_hit(1)], "nextSearchAfter": ["a"]})
    (request,) = scraper.follow(first)
    last = _page({"result": [_hit(2)]}, request)
    assert list(scraper.follow(last)) == []
    assert _levels(first, last) == {"no_total": "warn"}


def test_a_cursor_that_repeats_asks_nothing_new() -> None:
    first = _page({"result": [_hit(1)], "totalHits": 9, "nextSearchAfter": [7]})
    (second,) = scraper.follow(first)
    again = _page({"result": [_hit(1)], "totalHits": 9, "nextSearchAfter": [7]}, second)
    (third,) = scraper.follow(again)
    assert third.key == second.key


def _crawl(answers: list[dict[str, Any]]) -> list[Page]:
    pages, request = [], FIRST
    for answer in answers:
        pages.append(_page(answer, request))
        request = next(iter(scraper.follow(pages[-1])), request)
    return pages


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([{"result": [_hit(1)], "totalHits": 1, "size": 1}], {}),
        (
            [
                {"result": [_hit(1)], "totalHits": 2, "nextSearchAfter": 4},
                {"result": [_hit(2)], "totalHits": 2},
            ],
            {},
        ),
        ([{"result": [_hit(1)], "totalHits": 2}], {"cursor_missing": "block"}),
        (
            [{"result": [_hit(1)], "totalHits": 2, "nextSearchAfter": 4}],
            {"rows_differ": "block"},
        ),
        ([{"result": [_hit(1), _hit(2)], "totalHits": 1}], {"rows_differ": "block"}),
        (
            [
                {"result": [_hit(1)], "totalHits": 2, "nextSearchAfter": 4},
                {"result": [_hit(1)], "totalHits": 2},
            ],
            {"repeated_uuid": "block", "repeated_tunnus": "warn"},
        ),
        ([{"result": [], "totalHits": 0}], {"empty": "block"}),
        ([{"result": [_hit(1)]}], {"no_total": "warn"}),
        ([{"result": [_hit(1)], "totalHits": 1, "size": 7}], {"size_differs": "warn"}),
        (
            [
                {"result": [_hit(1)], "totalHits": 3, "nextSearchAfter": 4},
                {"result": [_hit(2)], "totalHits": 2},
            ],
            {"total_changed": "warn"},
        ),
        (
            [{"result": [_hit(1, tunnus=None), _hit(2, asettajaUuid="x")], "totalHits": 2}],
            {"no_tunnus": "warn", "unknown_setter": "warn"},
        ),
        (
            [{"result": [_hit(1), _hit(2, tunnus="OKM001:00/2098")], "totalHits": 2}],
            {"repeated_tunnus": "warn"},
        ),
    ],
)
def test_totals_decide(answers: list[dict[str, Any]], expected: dict[str, str]) -> None:
    assert _levels(*_crawl(answers)) == expected


def test_order_of_pages_does_not_matter_to_the_totals() -> None:
    pages = _crawl(
        [
            {"result": [_hit(1)], "totalHits": 2, "nextSearchAfter": 4},
            {"result": [_hit(2)], "totalHits": 2},
        ]
    )
    assert _levels(*reversed(pages)) == {}


@pytest.mark.parametrize("field", ["tunnus", "nimi", "tila", "asettajaUuid", "aloitusPaiva"])
def test_a_field_that_goes_empty_everywhere_blocks(field: str) -> None:
    hits = [_hit(number, **{"asettajaUuid": "a", field: None}) for number in range(20)]
    findings = scraper.reconcile([_page({"result": hits, "totalHits": 20})])
    blocks = [found.detail for found in findings if found.level == "block"]
    assert blocks == [f"kohde.{field} is empty in all 20 items"]


def test_a_publication_before_the_setting_is_counted_not_corrected() -> None:
    odd = _hit(1, julkaisuaika="2098-01-01T23:00:00", asettamisPaiva="2098-01-02")
    assert _levels(_page({"result": [odd], "totalHits": 1})) == {"published_before_set": "warn"}


@pytest.mark.parametrize(
    ("changes", "makes"),
    [
        ({}, True),
        ({"tunnus": None}, True),
        ({"tyyppi": "TOIMIELIN"}, True),
        ({"tyyppi": "TOIMIELIN", "tunnus": None}, False),
        ({"tyyppi": "TOIMIELIN", "tunnus": " "}, False),
        ({"tyyppi": "LAINSAADANTO"}, False),
        ({"tyyppi": "STRATEGIA"}, False),
        ({"tyyppi": "UUSI"}, False),
    ],
)
def test_what_makes_a_project(changes: dict[str, Any], makes: bool) -> None:
    (project,) = _projects(_one(**changes))
    assert project.makes_project is makes


def test_a_body_with_its_projects_tunnus_makes_none() -> None:
    hits = [_hit(1), _hit(2, tunnus="OKM001:00/2098", tyyppi="TOIMIELIN")]
    _, body = _projects(_parse({"result": hits, "totalHits": 2}))
    assert body.makes_project is False
    assert body.codes[0].role == "related"


def test_codes_and_their_roles() -> None:
    numbers = ["VN/90101/2098", "VM/9101/03.01.01/2098"]
    (project,) = _projects(_one(asianumerot=numbers, kuvaus={"fi": "Jatkaa hanketta S29911."}))
    assert [(code.scheme, code.value, code.role) for code in project.codes] == [
        ("hanke_tunnus", "OKM001:00/2098", "own"),
        ("vn_case", "VN/90101/2098", "own"),
        ("vn_case", "VM/9101/03.01.01/2098", "own"),
        ("eura", "S29911", "related"),
    ]


def test_a_body_owns_the_case_number_that_is_no_projects() -> None:
    numbers = ["VN/90101/2098", "VN/90102/2098"]
    body = _hit(2, tyyppi="TOIMIELIN", tunnus="OKM002:00/2098", asianumerot=numbers)
    hits = [_hit(1, asianumerot=numbers[:1]), body]
    _, read = _projects(_parse({"result": hits, "totalHits": 2}))
    assert [(code.value, code.role) for code in read.codes] == [
        ("OKM002:00/2098", "own"),
        ("VN/90101/2098", "related"),
        ("VN/90102/2098", "own"),
    ]
    (borrowed,) = _projects(_one(tyyppi="TOIMIELIN", tunnus=None, asianumerot=numbers))
    assert {code.role for code in borrowed.codes} == {"related"}


@pytest.mark.parametrize(
    ("tunnus", "value", "url"),
    [
        ("OKM044:00/2021", "OKM044:00/2021", "OKM044%3A00%2F2021"),
        ("OKM044%3A00%2F2021", "OKM044:00/2021", "OKM044%3A00%2F2021"),
        ("VNK:500:2014", "VNK:500:2014", "VNK%3A500%3A2014"),
    ],
)
def test_the_citation_is_the_human_page(tunnus: str, value: str, url: str) -> None:
    parsed = _one(tunnus=tunnus)
    (project,) = _projects(parsed)
    assert project.source_url == f"https://valtioneuvosto.fi/hanke?tunnus={url}"
    assert project.codes[0].value == value
    odd = any(isinstance(item, Drift) and item.where == "kohde.tunnus" for item in parsed)
    assert odd is (value == "VNK:500:2014")


def test_an_item_without_tunnus_has_a_url_all_the_same() -> None:
    (project,) = _projects(_one(tunnus=None))
    assert project.source_url == f"{SETTERS.url[:-9]}kohteet/uuid/{project.native_id}"


@pytest.mark.parametrize(
    ("state", "phase", "status", "raw"),
    [
        ("SUUNNITTEILLA", None, "planned", "SUUNNITTEILLA"),
        ("KAYNNISSA", "PERUSVALMISTELU", "ongoing", "KAYNNISSA/PERUSVALMISTELU"),
        ("PAATTYNYT", "VALMISTUNUT", "ended", "PAATTYNYT/VALMISTUNUT"),
        ("KAYNNISSA", "KESKEYTETTY", "cancelled", "KAYNNISSA/KESKEYTETTY"),
        ("TAUOLLA", None, "unknown", "TAUOLLA"),
        (None, None, None, None),
    ],
)
def test_states(state: str | None, phase: str | None, status: str | None, raw: str | None) -> None:
    parsed = _one(tila=state, valmisteluvaihe=phase)
    (project,) = _projects(parsed)
    assert (project.status, project.status_raw) == (status, raw)
    assert any(isinstance(item, Drift) for item in parsed) is (status == "unknown")


def test_the_start_that_was_used_is_recorded() -> None:
    (stated,) = _projects(_one(asettamisPaiva="2097-12-01"))
    assert (stated.start_date, stated.locator) == (
        date(2098, 1, 1),
        "$.result[0] start_date=aloitusPaiva",
    )
    (stood_in,) = _projects(_one(aloitusPaiva=None, asettamisPaiva="2097-12-01"))
    assert (stood_in.start_date, stood_in.locator) == (
        date(2097, 12, 1),
        "$.result[0] start_date=asettamisPaiva",
    )


def test_a_damaged_start_is_quarantined_and_not_replaced() -> None:
    parsed = _one(aloitusPaiva="2098-02-30", asettamisPaiva="2097-12-01")
    (project,) = _projects(parsed)
    assert project.start_date is None
    (rejected,) = [item for item in parsed if isinstance(item, Rejected)]
    assert (rejected.field, rejected.native_id) == ("kohde.aloitusPaiva", project.native_id)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2098-02-28", date(2098, 2, 28)),
        ("2098-02-28T23:30:00", date(2098, 2, 28)),
        ("2099-12-31T22:00:00Z", date(2100, 1, 1)),
        ("2099-06-30T21:30:00.5+00:00", date(2099, 7, 1)),
        (None, None),
        ("", None),
    ],
)
def test_finnish_days(value: Any, day: date | None) -> None:
    assert read_iso_day(value, "x") == day


@pytest.mark.parametrize("value", ["1.2.2098", "2098-13-01", "2098", 20980101, ["2098-01-01"]])
def test_other_dates_are_refused(value: Any) -> None:
    with pytest.raises(FieldError):
        read_iso_day(value, "x")


def test_milestones_in_both_spellings() -> None:
    hit = _hit(1, valmisteluvaihe="PERUSVALMISTELU")
    hit["etapit"] = [
        {"alku": "2098-05-01", "loppu": "2098-06-30", "vaihe": "KAYNNISSA"},
        {"etappiLoppu": "2098-03-31", "saavutettu": True, "valmisteluvaihe": "PERUSVALMISTELU"},
        {"alku": "2098-02-01", "loppu": None},
    ]
    milestones = [
        item
        for item in _parse({"result": [hit], "totalHits": 1})
        if isinstance(item, MilestoneRecord)
    ]
    uuid = hit["kohde"]["uuid"]
    assert {(m.native_id, m.label, m.due_on, m.note) for m in milestones} == {
        (
            f"{uuid}#PERUSVALMISTELU",
            "PERUSVALMISTELU",
            date(2098, 3, 31),
            "saavutettu=true; present phase",
        ),
        (f"{uuid}#etappi", "etappi", None, "alku=2098-02-01"),
        (f"{uuid}#etappi-2", "etappi", date(2098, 6, 30), "alku=2098-05-01; vaihe=KAYNNISSA"),
    }


def test_unknown_keys_are_drift_by_path_and_never_by_value() -> None:
    parsed = _parse(_example("search_odd"))
    keys = {(d.where, d.value) for d in parsed if isinstance(d, Drift) and d.what == "key"}
    assert keys == {
        ("$.took", "number"),
        ("result[].toimielin", "object"),
        ("result[].kohde.rahoitus", "null"),
        ("result[].kohde.kuvaus.no", "string"),
        ("result[].etapit[].tyyppi", "string"),
    }


@pytest.mark.parametrize("name", ["search_first", "search_last", "search_swedish", "search_odd"])
def test_persons_are_nowhere(name: str) -> None:
    assert "Esimerkki Henkilö" not in repr(_parse(_example(name)))
    assert "neuvonta" not in repr(_parse(_example(name)))


def test_descriptions_are_kept_without_markup_and_mail() -> None:
    first = _projects(_parse(_example("search_first")))[0]
    assert first.summary is not None
    assert first.summary.startswith("Hankkeessa kehitetään elinikäisen ohjauksen laatua")
    assert "<p>" not in first.summary and "(at)" not in first.summary
    assert first.is_guidance is True


def test_setters_in_both_shapes() -> None:
    rows = _example("setters")["result"]
    bare, wrapped = _parse(rows, SETTERS), _parse({"result": rows}, SETTERS)
    assert bare == wrapped
    assert [type(item) for item in bare] == [OrganisationRecord] * 3
    first = bare[0]
    assert isinstance(first, OrganisationRecord)
    assert (first.abbreviation, first.organisation_type) == ("OKM", "ministry")


def test_lead_is_the_setter_by_reference() -> None:
    (project,) = _projects(_one(asettajaUuid="abc"))
    assert [(o.role, o.ref, o.name) for o in project.organisations] == [("lead", "abc", None)]


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"{", b"3", b'{"result": 3}', b"\xff\xfe"])
def test_another_answer_is_refused(body: bytes) -> None:
    page = _page(body)
    with pytest.raises(PageError):
        list(scraper.parse(page))
    with pytest.raises(PageError):
        list(scraper.follow(page))
    assert scraper.stable_bytes(page) == body


def test_order_spelling_and_counters_do_not_count() -> None:
    data = _example("search_first")
    other = json.loads(json.dumps(data))
    other["result"].reverse()
    other.update(totalHits=6, nextSearchAfter=["z"])
    other["result"][0] = dict(reversed(other["result"][0].items()))
    assert scraper.stable_bytes(_page(data)) == scraper.stable_bytes(_page(other))
    other["result"][0]["kohde"]["tila"] = "PAATTYNYT"
    assert scraper.stable_bytes(_page(data)) != scraper.stable_bytes(_page(other))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(["uuid", "tunnus", "tyyppi", "tila", "nimi", "kuvaus",
    "asettajaUuid", "asianumerot", "aloitusPaiva", "valmisteluvaihe"]), _json))  # fmt: skip
def test_any_json_is_read_or_refused(changes: dict[str, Any]) -> None:
    hit = {"kohde": {**_hit(1)["kohde"], **changes}, "etapit": changes.get("nimi")}
    page = _page({"result": [hit], "totalHits": 1})
    assert all(isinstance(item, Parsed) for item in scraper.parse(page))
    assert list(scraper.reconcile([page])) is not None


@pytest.mark.skipif(not SAMPLES.exists(), reason="the invented samples are absent")
def test_samples_chain_to_the_announced_total() -> None:
    first = _page((SAMPLES / "hankeikkuna_haku_p1.json").read_bytes())
    (request,) = scraper.follow(first)
    assert json.loads(request.body or b"")["searchAfter"] == [4076589600000]
    last = _page((SAMPLES / "hankeikkuna_haku_p2.json").read_bytes(), request)
    setters = _page((SAMPLES / "hankeikkuna_asettajat.json").read_bytes(), SETTERS)
    assert list(scraper.follow(last)) == []
    assert _levels(setters, last, first) == {"published_before_set": "warn"}
    projects = [p for page in (first, last) for p in _projects(list(scraper.parse(page)))]
    assert [project.makes_project for project in projects] == [True, True, True]
