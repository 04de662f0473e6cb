"""Hankeikkuna: what makes a project, its fields, drift, and persons left out."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import MilestoneRecord, OrganisationRecord
from ingestion.scraper import Drift, PageError, Parsed, Rejected
from ingestion.sources.hankeikkuna.fields import FieldError, read_iso_day
from tests.ingestion.sources.hankeikkuna_answers import (
    SETTERS,
    any_json,
    example_of,
    levels_of,
    make_hit,
    page_of,
    parse_data,
    parse_one,
    projects_of,
    scraper,
)
from tests.ingestion.sources.parsed import SAMPLES, needs_samples


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
    (project,) = projects_of(parse_one(**changes))
    assert project.makes_project is makes


def test_a_body_with_its_projects_tunnus_makes_none() -> None:
    hits = [make_hit(1), make_hit(2, tunnus="OKM001:00/2098", tyyppi="TOIMIELIN")]
    _, body = projects_of(parse_data({"result": hits, "totalHits": 2}))
    assert body.makes_project is False
    assert body.codes[0].role == "related"


def test_codes_and_their_roles() -> None:
    numbers = ["VN/90101/2098", "VM/9101/03.01.01/2098"]
    (project,) = projects_of(
        parse_one(asianumerot=numbers, kuvaus={"fi": "Jatkaa hanketta S29911."})
    )
    assert [(code.scheme, code.value, code.role) for code in project.codes] == [
        ("hanke_tunnus", "OKM001:00/2098", "own"),
        ("vn_case", "VN/90101/2098", "own"),
        ("vn_case", "VM/9101/03.01.01/2098", "own"),
        ("eura", "S29911", "related"),
    ]


def test_a_body_owns_the_case_number_that_is_no_projects() -> None:
    numbers = ["VN/90101/2098", "VN/90102/2098"]
    body = make_hit(2, tyyppi="TOIMIELIN", tunnus="OKM002:00/2098", asianumerot=numbers)
    hits = [make_hit(1, asianumerot=numbers[:1]), body]
    _, read = projects_of(parse_data({"result": hits, "totalHits": 2}))
    assert [(code.value, code.role) for code in read.codes] == [
        ("OKM002:00/2098", "own"),
        ("VN/90101/2098", "related"),
        ("VN/90102/2098", "own"),
    ]
    (borrowed,) = projects_of(parse_one(tyyppi="TOIMIELIN", tunnus=None, asianumerot=numbers))
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
    parsed = parse_one(tunnus=tunnus)
    (project,) = projects_of(parsed)
    assert project.source_url == f"https://valtioneuvosto.fi/hanke?tunnus={url}"
    assert project.codes[0].value == value
    odd = any(isinstance(item, Drift) and item.where == "kohde.tunnus" for item in parsed)
    assert odd is (value == "VNK:500:2014")


def test_an_item_without_tunnus_has_a_url_all_the_same() -> None:
    (project,) = projects_of(parse_one(tunnus=None))
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
    parsed = parse_one(tila=state, valmisteluvaihe=phase)
    (project,) = projects_of(parsed)
    assert (project.status, project.status_raw) == (status, raw)
    assert any(isinstance(item, Drift) for item in parsed) is (status == "unknown")


def test_the_start_that_was_used_is_recorded() -> None:
    (stated,) = projects_of(parse_one(asettamisPaiva="2097-12-01"))
    assert (stated.start_date, stated.locator) == (
        date(2098, 1, 1),
        "$.result[0] start_date=aloitusPaiva",
    )
    (stood_in,) = projects_of(parse_one(aloitusPaiva=None, asettamisPaiva="2097-12-01"))
    assert (stood_in.start_date, stood_in.locator) == (
        date(2097, 12, 1),
        "$.result[0] start_date=asettamisPaiva",
    )


def test_a_damaged_start_is_quarantined_and_not_replaced() -> None:
    parsed = parse_one(aloitusPaiva="2098-02-30", asettamisPaiva="2097-12-01")
    (project,) = projects_of(parsed)
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
    hit = make_hit(1, valmisteluvaihe="PERUSVALMISTELU")
    hit["etapit"] = [
        {"alku": "2098-05-01", "loppu": "2098-06-30", "vaihe": "KAYNNISSA"},
        {"etappiLoppu": "2098-03-31", "saavutettu": True, "valmisteluvaihe": "PERUSVALMISTELU"},
        {"alku": "2098-02-01", "loppu": None},
    ]
    milestones = [
        item
        for item in parse_data({"result": [hit], "totalHits": 1})
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
    parsed = parse_data(example_of("search_odd"))
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
    assert "Esimerkki Henkilö" not in repr(parse_data(example_of(name)))
    assert "neuvonta" not in repr(parse_data(example_of(name)))


def test_descriptions_are_kept_without_markup_and_mail() -> None:
    first = projects_of(parse_data(example_of("search_first")))[0]
    assert first.summary is not None
    assert first.summary.startswith("Hankkeessa kehitetään elinikäisen ohjauksen laatua")
    assert "<p>" not in first.summary and "(at)" not in first.summary
    assert first.is_guidance is True


def test_setters_in_both_shapes() -> None:
    rows = example_of("setters")["result"]
    bare, wrapped = parse_data(rows, SETTERS), parse_data({"result": rows}, SETTERS)
    assert bare == wrapped
    assert [type(item) for item in bare] == [OrganisationRecord] * 3
    first = bare[0]
    assert isinstance(first, OrganisationRecord)
    assert (first.abbreviation, first.organisation_type) == ("OKM", "ministry")


def test_lead_is_the_setter_by_reference() -> None:
    (project,) = projects_of(parse_one(asettajaUuid="abc"))
    assert [(o.role, o.ref, o.name) for o in project.organisations] == [("lead", "abc", None)]


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"{", b"3", b'{"result": 3}', b"\xff\xfe"])
def test_another_answer_is_refused(body: bytes) -> None:
    page = page_of(body)
    with pytest.raises(PageError):
        list(scraper.parse(page))
    with pytest.raises(PageError):
        list(scraper.follow(page))
    assert scraper.stable_bytes(page) == body


def test_half_a_letter_is_refused_and_stops_nothing() -> None:
    page = page_of(json.dumps({"result": [make_hit(1, kuvaus={"fi": "a\ud800"})]}).encode())
    assert scraper.stable_bytes(page) == page.body
    with pytest.raises(PageError, match="json"):
        list(scraper.parse(page))


def test_order_spelling_and_counters_do_not_count() -> None:
    data = example_of("search_first")
    other = json.loads(json.dumps(data))
    other["result"].reverse()
    other.update(totalHits=6, nextSearchAfter=["z"])
    other["result"][0] = dict(reversed(other["result"][0].items()))
    assert scraper.stable_bytes(page_of(data)) == scraper.stable_bytes(page_of(other))
    other["result"][0]["kohde"]["tila"] = "PAATTYNYT"
    assert scraper.stable_bytes(page_of(data)) != scraper.stable_bytes(page_of(other))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(["uuid", "tunnus", "tyyppi", "tila", "nimi", "kuvaus",
    "asettajaUuid", "asianumerot", "aloitusPaiva", "valmisteluvaihe"]), any_json))  # fmt: skip
def test_any_json_is_read_or_refused(changes: dict[str, Any]) -> None:
    hit = {"kohde": {**make_hit(1)["kohde"], **changes}, "etapit": changes.get("nimi")}
    page = page_of({"result": [hit], "totalHits": 1})
    assert all(isinstance(item, Parsed) for item in scraper.parse(page))
    assert list(scraper.reconcile([page])) is not None


@needs_samples
def test_samples_chain_to_the_announced_total() -> None:
    first = page_of((SAMPLES / "hankeikkuna_haku_p1.json").read_bytes())
    (request,) = scraper.follow(first)
    assert json.loads(request.body or b"")["searchAfter"] == [4076589600000]
    last = page_of((SAMPLES / "hankeikkuna_haku_p2.json").read_bytes(), request)
    setters = page_of((SAMPLES / "hankeikkuna_asettajat.json").read_bytes(), SETTERS)
    assert list(scraper.follow(last)) == []
    assert levels_of(setters, last, first) == {"published_before_set": "warn"}
    projects = [p for page in (first, last) for p in projects_of(list(scraper.parse(page)))]
    assert [project.makes_project for project in projects] == [True, True, True]
