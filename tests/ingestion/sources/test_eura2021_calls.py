"""EURA 2021 call notices: the encoded payload, two vocabularies, labels, contacts left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.archive.snapshot import load_snapshot
from ingestion.collect import collect
from ingestion.records import CallRecord, Record
from ingestion.registry import SOURCES, get_source
from ingestion.sandbox import Sandbox
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Parsed, Rejected, Request
from ingestion.settings import Settings
from ingestion.sources.eura2021_calls.notices import read_budget
from ingestion.text.lookups import maakunnat
from tests.ingestion.sources.parsed import SAMPLES, needs_samples

EXAMPLES = SOURCES / "eura2021_calls" / "examples"
AS_OF = date(2026, 11, 24)
ID = "00000000-0000-4000-8000-000000000001"

source = get_source("eura2021_calls")
scraper = source.scraper()
(LIST,) = scraper.start(DiscoverContext(as_of=AS_OF))
DETAIL = Request(f"https://eura2021.fi/hakuilmoitukset/hakuilmoitus/{ID}/#abc", role="detail")
CODES = {
    "rahasto": {"ESR+": {"fi": "ESR+"}},
    "alue": {"VALTAKUNNALLINEN": {"fi": "Valtakunnallinen"}, "ITA_SUOMI": {"fi": "Itä-Suomi"}},
    "viranomainen": {"9901": {"fi": "Esimerkkiviranomainen"}},
    "maakunta": {region.code: {"fi": region.name_fi} for region in maakunnat()},
}


def _page(body: bytes, request: Request = LIST) -> Page:
    return Page(
        request=request,
        sha256=hashlib.sha256(body).hexdigest(),
        content_type="text/html",
        charset="utf-8",
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def _html(*scripts: str) -> bytes:
    tags = "".join(f'<script type="__PREACT_CLI_DATA__">{text}</script>' for text in scripts)
    return f"<!doctype html><html><body><div></div>{tags}</body></html>".encode()


def _list(*notices: Any, codes: Any = CODES) -> bytes:
    data = {"preRenderData": {"url": "/", "koodisto": codes, "hankehaku": list(notices)}}
    return _html(quote(json.dumps(data, ensure_ascii=False)))


def _notice(number: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"{ID[:-1]}{number}", "tila": "avoin", "otsikko": f"Haku {number} ",
        "hakuaika": {"alku": "2098-01-01"}, "rahasto": "ESR+", "viranomainen": "9901",
        "alue": "ITA_SUOMI", "maakunnat": ["10"], **changes,
    }  # fmt: skip


def _parse(body: bytes, request: Request = LIST) -> list[Parsed]:
    return list(scraper.parse(_page(body, request)))


def _calls(parsed: Sequence[Parsed]) -> list[CallRecord]:
    return [item for item in parsed if isinstance(item, CallRecord)]


def _one(**changes: Any) -> CallRecord:
    (call,) = _calls(_parse(_list(_notice(**changes))))
    return call


def _detail(body: str, title: str = "<h1>Haku</h1>") -> list[Parsed]:
    html = f"<!doctype html><html><body><main>{title}{body}</main></body></html>"
    return _parse(html.encode(), DETAIL)


# ---- the list ---------------------------------------------------------------------------


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@settings(max_examples=1000, deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="@\ufffdÃ"),
               min_size=1, max_size=30))  # fmt: skip
def test_any_title_survives_the_encoding(title: str) -> None:
    if any(mark.isdigit() for mark in title):
        return  # could be somebody's number, which is taken out
    assert _one(otsikko=f" {title} ").title == title


@pytest.mark.parametrize(
    "body",
    [
        _html(),
        _html("%7B%7D", "%7B%7D"),
        _html("%7B"),
        _html("%7B%22a%22%3A%22%FF%22%7D"),
        _html(quote('{"preRenderData": {"hankehaku": []}}')),
        _html(quote('{"preRenderData": {}}')),
        _html(quote("[]")),
        _list({"otsikko": "Ilman tunnistetta"}),
        b"<!doctype html><html><body><p>Huoltokatko</p></body></html>",
    ],
)
def test_anything_else_fails_and_is_never_zero_rows(body: bytes) -> None:
    with pytest.raises(PageError):
        _parse(body)
    if b"tunnistetta" not in body:
        with pytest.raises(PageError):
            list(scraper.follow(_page(body)))


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("haettavissa", "open"), ("avoin", "open"), ("julkaistu", "upcoming"),
        ("tulossa", "upcoming"), ("paattynyt", "closed"), ("peruttu", "unknown"), (None, None),
    ],
)  # fmt: skip
def test_both_vocabularies(word: str | None, status: str | None) -> None:
    parsed = _parse(_list(_notice(tila=word)))
    (call,) = _calls(parsed)
    assert (call.stated_status, call.status_raw) == (status, word)
    assert any(isinstance(item, Drift) for item in parsed) is (status == "unknown")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"maakunnat": ["10", "11"]}, ["10", "11"]),
        ({"maakunnat": []}, []),
        ({"maakunnat": None}, []),
        ({"maakunnat": [], "alue": "VALTAKUNNALLINEN"}, ["00"]),
        ({"maakunnat": ["10"], "alue": "VALTAKUNNALLINEN"}, ["10"]),
        ({"maakunnat": ["10", "10"]}, ["10"]),
    ],
)
def test_regions_are_the_stated_maakunnat(changes: dict[str, Any], codes: list[str]) -> None:
    assert [region.maakunta_code for region in _one(**changes).regions] == codes


@pytest.mark.parametrize(
    ("field", "value"),
    [("rahasto", "JTF"), ("viranomainen", "1"), ("alue", "ETELA_SUOMI"), ("maakunnat", ["03"])],
)
def test_a_code_missing_in_the_pages_lists_is_drift(field: str, value: Any) -> None:
    drift = [item for item in _parse(_list(_notice(**{field: value}))) if isinstance(item, Drift)]
    assert [item.what for item in drift] == ["code"]


def test_a_known_authority_has_a_name_without_the_list() -> None:
    assert _one(viranomainen="6413").funder == "Pohjois-Suomen elinvoimakeskus"
    assert _one(viranomainen="1").funder is None


@settings(max_examples=1000, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_days_round_trip(day: date) -> None:
    call = _one(hakuaika={"alku": day.isoformat(), "loppu": day.isoformat()})
    assert (call.opens_on, call.closes_on) == (day, day)


@pytest.mark.parametrize("day", ["2098-02-30", "1.2.2098", "2098-01", 20980101, ["2098-01-01"]])
def test_another_day_is_quarantined_and_the_call_stays(day: Any) -> None:
    parsed = _parse(_list(_notice(hakuaika={"loppu": day})))
    assert [call.closes_on for call in _calls(parsed)] == [None]
    (rejected,) = [item for item in parsed if isinstance(item, Rejected)]
    assert (rejected.field, rejected.native_id) == ("hakuaika.loppu", ID)


def test_a_repeated_id_blocks() -> None:
    page = _page(_list(_notice(), _notice()))
    assert {f.code: f.level for f in scraper.reconcile([page])}["repeated_key"] == "block"
    assert len(_calls(list(scraper.parse(page)))) == 1
    assert {f.code for f in scraper.reconcile([])} == {"no_list"}


@pytest.mark.parametrize(
    ("word", "window", "expected"),
    [
        ("avoin", {"alku": "2025-12-01", "loppu": "2026-01-01"}, False),
        ("avoin", {"alku": "2025-12-01", "loppu": "2025-12-31"}, True),
        ("avoin", {"alku": "2025-12-01"}, False),
        ("tulossa", {"alku": "2026-02-01"}, False),
        ("haettavissa", {"alku": "2026-02-01"}, True),
        ("julkaistu", {"alku": "2025-12-01", "loppu": "2026-02-01"}, True),
        ("paattynyt", {"alku": "2025-12-01", "loppu": "2026-02-01"}, True),
        ("paattynyt", {"alku": "2025-12-01"}, False),
        ("peruttu", {"alku": "2025-12-01", "loppu": "2025-12-31"}, False),
        ("avoin", {}, False),
    ],
)
def test_word_and_days_are_compared(word: str, window: dict[str, str], expected: bool) -> None:
    page = _page(_list(_notice(tila=word, hakuaika=window)))  # fetched on 1.1.2026
    assert ("status_disagrees" in {f.code for f in scraper.reconcile([page])}) is expected


def test_a_changed_notice_is_another_request() -> None:
    before = list(scraper.follow(_page(_list(_notice(1), _notice(2)))))
    after = list(scraper.follow(_page(_list(_notice(2), _notice(1, tila="paattynyt")))))
    assert [r.url.partition("#")[0] for r in before] == [
        f"https://eura2021.fi/hakuilmoitukset/hakuilmoitus/{ID[:-1]}{n}/" for n in (1, 2)
    ]
    assert before[1].key == after[0].key
    assert before[0].key != after[1].key
    assert all(r.max_age_days == 180 and r.optional for r in before)


def test_order_is_no_new_version() -> None:
    first, second = _page(_list(_notice(1), _notice(2))), _page(_list(_notice(2), _notice(1)))
    assert scraper.stable_bytes(first) == scraper.stable_bytes(second)
    other = _page(_list(_notice(2), _notice(1, tila="tulossa")))
    assert scraper.stable_bytes(first) != scraper.stable_bytes(other)


# ---- the page of a notice -----------------------------------------------------------------


AREA = "<h2>Haun kohdealue</h2><p>Itä-Suomi</p>"


@pytest.mark.parametrize(
    "body",
    [
        "<dl><dt>Alkaa</dt><dd>1.2.2098</dd><dt>Päättyy:</dt><dd>3.4.2098 klo 16.15</dd></dl>"
        f"{AREA}",
        f"<p>Alkaa: 1.2.2098</p><p>Päättyy: 3.4.2098 klo 16.15</p>{AREA}",
        f"<p>Alkaa:<br>1.2.2098<br>Päättyy:<br>03.04.2098</p>{AREA}",
        f"<table><tr><th>Alkaa</th><td>1.2.2098</td></tr>"
        f"<tr><th>Päättyy</th><td>3.4.2098</td></tr></table>{AREA}",
    ],
)
def test_labels_in_any_markup(body: str) -> None:
    (call,) = _calls(_detail(body))
    assert (call.part, call.native_id) == ("detail", ID)
    assert (call.opens_on, call.closes_on) == (date(2098, 2, 1), date(2098, 4, 3))
    assert call.source_url == DETAIL.url.partition("#")[0]


@pytest.mark.parametrize(("body", "title"), [(AREA, ""), (AREA, "<h1> </h1>"), ("", "<h1>H</h1>")])
def test_without_title_or_area_the_page_is_refused(body: str, title: str) -> None:
    with pytest.raises(PageError):
        _detail(body, title)


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("2&nbsp;300&nbsp;000,00 €", "2300000.00"),
        ("2\u202f300\u202f000 euroa", "2300000.00"),
        ("1,5 miljoonaa euroa", "1500000.00"),
        ("500 000", "500000.00"),
        ("Ilmoitetaan myöhemmin", None),
    ],
)
def test_budgets(text: str, budget: str | None) -> None:
    body = f"{AREA}<h2>Käytettävissä oleva myöntövaltuus</h2><p>{text}</p><p>Tuki 80 %.</p>"
    parsed = _detail(body)
    assert _calls(parsed)[0].budget_eur == (Decimal(budget) if budget else None)
    assert not [item for item in parsed if isinstance(item, Rejected)]


@settings(max_examples=1000, deadline=None)
@given(st.integers(10_000, 99_999_999_999), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_budgets_round_trip(cents: int, blank: str) -> None:
    euros, rest = divmod(cents, 100)
    text = f"{euros:,}".replace(",", blank) + f",{rest:02d} €"
    assert read_budget(text) == Decimal(cents) / 100


@pytest.mark.parametrize("wrap", [list, lambda entries: entries[0]])
def test_a_budget_in_the_data_of_the_page_counts_without_a_label(wrap: Any) -> None:
    entry = {"id": ID, "kokonaistuki": "2 300 000,00"}
    data = quote(json.dumps({"preRenderData": {"hankehaku": wrap([entry])}}))
    script = f'<script type="__PREACT_CLI_DATA__">{data}</script>'
    assert _calls(_detail(AREA + script))[0].budget_eur == Decimal("2300000.00")
    other = _detail(AREA + script.replace(ID, ID[:-1] + "9"))
    assert _calls(other)[0].budget_eur is None


def test_two_sums_are_no_budget() -> None:
    parsed = _parse(_list(_notice(kokonaistuki="2 000 000 € ja 300 000 €")))
    assert _calls(parsed)[0].budget_eur is None
    assert [item.field for item in parsed if isinstance(item, Rejected)] == ["kokonaistuki"]


@pytest.mark.parametrize("label", ["Lisätiedot", "Mer information"])
def test_contacts_are_nowhere(label: str) -> None:
    body = (
        f"{AREA}<h2>{label}</h2><h3>Testi Henkilö</h3><p>Testi Henkilö, p. 0295 000 000</p>"
        f"<p>{label}: Testi Henkilö</p><h2>Lainsäädäntö</h2><p>Laki 757/2021</p>"
    )
    assert "Henkilö" not in repr(_detail(body))
    page = _page(f"<html><body><main><h1>H</h1>{body}</main></body></html>".encode(), DETAIL)
    text = scraper.main_text(page)
    assert text is not None and "Henkilö" not in text and "Laki 757/2021" in text
    assert b"Henkil" not in scraper.stable_bytes(page)


def test_every_maakunta_is_read_in_both_languages() -> None:
    for region in maakunnat():
        for name in (region.name_fi, region.name_sv):
            body = f"{AREA}<h2>Maakunnat</h2><p>{name}</p>"
            (call,) = _calls(_detail(body))
            assert [r.maakunta_code for r in call.regions] == [region.code]


# ---- whole runs ---------------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from([*_notice(), "hakutunnus", "jatkuvaHaku", "kokonaistuki"]),
                       _json), _json)  # fmt: skip
def test_any_json_is_read_or_refused(changes: dict[str, Any], codes: Any) -> None:
    page = _page(_list(_notice(1, **changes), _notice(2), codes=codes))
    try:
        found = list(scraper.parse(page))
    except PageError:
        return
    assert all(isinstance(item, (Record, Rejected, Drift)) for item in found)
    assert list(scraper.reconcile([page])) is not None


@needs_samples
def test_samples() -> None:
    listed = _calls(_parse((SAMPLES / "eura2021_hakuilmoitukset.html").read_bytes()))
    assert [call.stated_status for call in listed] == ["open", "closed", "upcoming"]
    body = (SAMPLES / "eura2021_hakuilmoitus_detail.html").read_bytes()
    (own,) = _calls(_parse(body, DETAIL))
    assert own.budget_eur == Decimal("2300000.00")
    assert own.opens_on == listed[0].opens_on and own.regions == listed[0].regions


def test_a_second_night_asks_for_the_list_alone(tmp_path: Path) -> None:
    sandbox = Sandbox.build(60, 1, AS_OF, sources=("eura2021_calls",))
    with sandbox.serve() as served:
        home = Settings(home=tmp_path, as_of=AS_OF, crawl_delay_s=0.0, url_overrides=served.urls)
        nights = [load_snapshot(home.raw / source.id, collect(source, home).id) for _ in range(2)]
    first, second = (night.counts for night in nights)
    assert first.landed > 5
    assert (second.landed, second.unchanged) == (0, 1)
    assert second.carried == first.landed - 1
    assert len(nights[0].pages()) == len(nights[1].pages())
