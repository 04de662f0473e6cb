"""Haeavustuksia.fi: paging, totals, Finnish days, budgets that are no grants."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import CallRecord, OrganisationRecord, Record
from ingestion.registry import SOURCES, get_source
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Parsed, Rejected, Request
from tests.ingestion.sources.parsed import SAMPLES, api_page, needs_samples

EXAMPLES = SOURCES / "haeavustuksia" / "examples"

source = get_source("haeavustuksia")
scraper = source.scraper()
AUTHORITIES, FIRST = scraper.start(DiscoverContext(as_of=date(2026, 11, 24)))


def _page(data: Any, request: Request = FIRST) -> Page:
    return api_page(data, request)


def _notice(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "hakuasianAsianumero": f"va-oph-2099-{number}",
        "nimi": {"fi": f"Haku {number}"},
        "hakuTyyppi": "Määräaikainen",
        "julkaisuTyyppi": "Hakuilmoitus",
        **changes,
    }


def _answer(*notices: Any, total: Any = None, pages: Any = 1) -> dict[str, Any]:
    total = len(notices) if total is None else total
    return {"totalCount": total, "pageCount": pages, "hakuilmoitukset": list(notices)}


def _parse(data: Any, request: Request = FIRST) -> list[Parsed]:
    return list(scraper.parse(_page(data, request)))


def _one(**changes: Any) -> CallRecord:
    (call,) = [i for i in _parse(_answer(_notice(1, **changes))) if isinstance(i, CallRecord)]
    return call


def _chain(*answers: dict[str, Any]) -> list[Page]:
    pages, request = [], FIRST
    for answer in answers:
        pages.append(_page(answer, request))
        request = next(iter(scraper.follow(pages[-1])), request)
    return pages


def _levels(pages: Sequence[Page]) -> dict[str, str]:
    return {finding.code: finding.level for finding in scraper.reconcile(pages)}


def test_a_whole_harvest_is_asked_for() -> None:
    parts = urlsplit(FIRST.url)
    assert parts.path == "/api/haku/list-items"
    assert dict(parse_qsl(parts.query, keep_blank_values=True)) == {
        "Pagination.Page": "1", "Pagination.PageSize": "100", "Language": "fi", "SearchTerm": "",
        "VaOrgLyhenne": "", "ShowFuture": "true", "ShowOngoing": "true", "ShowEnded": "true",
        "HideExternal": "false",
    }  # fmt: skip
    assert AUTHORITIES.optional


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 40), st.integers(0, 40))
def test_pages_are_asked_for_in_turn_up_to_the_last(number: int, pages: int) -> None:
    request = Request(FIRST.url, role="list", context={"page": str(number)})
    following = list(scraper.follow(_page(_answer(_notice(1), pages=pages), request)))
    assert [r.context["page"] for r in following] == ([str(number + 1)] if number < pages else [])
    assert list(scraper.follow(_page(_answer(pages=pages), request))) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([_answer(_notice(1))], {}),
        ([_answer(_notice(1), total=2, pages=2), _answer(_notice(2), total=2, pages=2)], {}),
        ([_answer(_notice(1), total=2, pages=2)], {"pages_missing": "incomplete"}),
        ([_answer(_notice(1), total=2)], {"rows_differ": "block"}),
        ([_answer(_notice(1), _notice(2), total=1)], {"rows_differ": "block"}),
        (
            [_answer(_notice(1), total=2, pages=2), _answer(total=2, pages=2)],
            {"empty_page": "block"},
        ),
        (
            [_answer(_notice(1), total=2, pages=2), _answer(_notice(1), total=2, pages=2)],
            {"repeated_key": "block"},
        ),
        (
            [_answer(_notice(1), total=2, pages=2), _answer(_notice(2), total=3, pages=2)],
            {"total_changed": "incomplete"},
        ),
        ([_answer()], {"empty": "block"}),
    ],
)
def test_totals_decide(answers: list[dict[str, Any]], expected: dict[str, str]) -> None:
    pages = _chain(*answers)
    assert _levels(pages) == expected
    assert _levels(list(reversed(pages))) == expected


@pytest.mark.parametrize(
    "body", [b"", b"<html></html>", b"3", b"{}", b'{"hakuilmoitukset": []}', b'"a"',
             b'{"hakuilmoitukset": 1, "totalCount": 1, "pageCount": 1}',
             b'{"hakuilmoitukset": [], "totalCount": true, "pageCount": 1}',
             b'{"hakuilmoitukset": [{}], "totalCount": 1, "pageCount": 1}']
)  # fmt: skip
def test_another_answer_is_refused(body: bytes) -> None:
    with pytest.raises(PageError):
        _parse(body)


_HELSINKI = ZoneInfo("Europe/Helsinki")


@settings(max_examples=1000, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2150, 1, 1)),
    st.timedeltas(timedelta(0), timedelta(hours=22)),
    st.sampled_from(["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%S+00:00"]),
)
def test_a_finnish_day_survives_utc(day: date, hour: timedelta, form: str) -> None:
    local = datetime(day.year, day.month, day.day, tzinfo=_HELSINKI) + hour
    call = _one(hakuAlkaaDateTimeUtc=local.astimezone(UTC).strftime(form))
    assert call.opens_on == local.date()


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2099-12-31T22:00:00Z", date(2100, 1, 1)),
        ("2099-06-30T21:00:00Z", date(2099, 7, 1)),
        ("2099-06-30T20:59:59Z", date(2099, 6, 30)),
        ("2099-11-30T14:15:00Z", date(2099, 11, 30)),
        (None, None),
        ("", None),
    ],
)
def test_days(instant: str | None, day: date | None) -> None:
    assert _one(hakuPaattyyDateTimeUtc=instant).closes_on == day


def test_an_instant_without_zone_is_drift_and_no_day() -> None:
    parsed = _parse(_answer(_notice(1, hakuAlkaaDateTimeUtc="2099-10-11T21:00:00")))
    assert [i for i in parsed if isinstance(i, Drift)] == [
        Drift("form", "hakuAlkaaDateTimeUtc", "an instant without zone")
    ]
    assert [i.opens_on for i in parsed if isinstance(i, CallRecord)] == [None]


@pytest.mark.parametrize("instant", ["11.12.2099", "2099-02-30T22:00:00Z", 20991231, "9" * 30])
def test_other_instants_are_quarantined(instant: Any) -> None:
    parsed = _parse(_answer(_notice(1, hakuAlkaaDateTimeUtc=instant)))
    (rejected,) = [i for i in parsed if isinstance(i, Rejected)]
    assert (rejected.field, rejected.native_id) == ("hakuAlkaaDateTimeUtc", "va-oph-2099-1")


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("Avustusta on käytettävissä 2 300 000 euroa.", "2300000.00"),
        ("<p>Haettavissa on 1,5 miljoonaa euroa.</p><p>Hanke voi saada enintään 50 000 €.</p>",
         "1500000.00"),
        ("Yhdelle hankkeelle myönnetään enintään 50 000 euroa.", None),
        ("Haettavissa on 2 miljoonaa euroa. Käytettävissä on myös 700 000 euroa.", None),
        ("Laki 699/2099, momentti 29.98.97, p. 0295 000 000", None),
        ("Avustusta on käytettävissä 100 000 euroa vuosittain.", None),
        ("Kan beviljas 41 000 000 kronor", None),
    ],
)  # fmt: skip
def test_budgets(text: str, budget: str | None) -> None:
    call = _one(kuvaus={"fi": text})
    assert call.budget_eur == (Decimal(budget) if budget else None)


@pytest.mark.parametrize(
    ("changes", "instrument"),
    [
        ({}, "STATE"),
        ({"nimi": "Kestävän kasvun ohjelma (RRF)"}, "RRF"),
        ({"kuvaus": {"fi": "Toimenpide P3C2R1"}}, "RRF"),
        ({"kuvaus": {"fi": "EU-rahoitus. Ei RRF-hankkeille."}}, "STATE"),
    ],
)
def test_instruments(changes: dict[str, Any], instrument: str) -> None:
    assert _one(**changes).instrument == instrument


def test_a_reviewed_call_has_its_funder() -> None:
    options = {**source.spec.options, "reviewed_funders": {"va-oph-2099-1": "Palvelukeskus"}}
    reviewed = type(scraper)(source.spec.model_copy(update={"options": options}))
    organiser = {"vastuullinenJarjestajaOrganisaatio": {"nimi": {"fi": "Virasto"}}}
    page = _page(_answer(_notice(1, **organiser), _notice(2, **organiser), _notice(3)))
    funders = [item.funder for item in reviewed.parse(page) if isinstance(item, CallRecord)]
    assert funders == ["Palvelukeskus", "Virasto", None]


def test_persons_and_contacts_are_nowhere() -> None:
    people = {"yhteyshenkilot": [{"nimi": "Esimerkki Henkilö"}], "nimi": "Haku, p. 0295 000 000"}
    said = repr(_parse(_answer(_notice(1, **people))))
    assert "Henkilö" not in said and "0295" not in said


def test_order_and_spelling_are_no_new_version() -> None:
    one, two = _notice(1), _notice(2)
    first = scraper.stable_bytes(_page(_answer(one, two)))
    assert first == scraper.stable_bytes(_page(_answer(two, dict(reversed(one.items())))))
    assert first != scraper.stable_bytes(_page(_answer(one, two, total=3)))
    assert first != scraper.stable_bytes(_page(_answer(one, _notice(2, nimi="Muu"))))


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@settings(max_examples=1000, deadline=None)
@given(st.dictionaries(st.sampled_from([*_notice(1), "kuvaus", "hakuAlkaaDateTimeUtc",
                                        "vastuullinenJarjestajaOrganisaatio"]), _json))  # fmt: skip
def test_any_json_is_read_or_refused(changes: dict[str, Any]) -> None:
    page = _page(_answer(_notice(1, **changes), _notice(2)))
    try:
        found = list(scraper.parse(page))
    except PageError:
        return
    assert all(isinstance(item, (Record, Rejected, Drift)) for item in found)
    assert list(scraper.reconcile([page])) is not None


@needs_samples
def test_samples() -> None:
    pages = _chain(*(json.loads((SAMPLES / f"haeavustuksia_list_p{n}.json").read_text("utf-8"))
                     for n in (1, 2)))  # fmt: skip
    assert _levels(pages) == {}
    calls = [c for page in pages for c in scraper.parse(page) if isinstance(c, CallRecord)]
    assert [(c.opens_on, c.closes_on, c.is_continuous) for c in calls] == [
        (date(2099, 10, 12), date(2099, 11, 30), False), (date(2100, 1, 1), None, True),
    ]  # fmt: skip
    listed = _parse((SAMPLES / "haeavustuksia_viranomaiset.json").read_bytes(), AUTHORITIES)
    assert [type(item) for item in listed] == [OrganisationRecord] * 2
