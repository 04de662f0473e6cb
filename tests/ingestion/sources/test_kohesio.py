"""Kohesio: rows of two periods, damage that stays in its row, and the file as a whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.records import ProjectRecord
from ingestion.registry import SOURCES, get_source
from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.sources.kohesio.table import split_rows
from ingestion.sources.kohesio.values import (
    RowError,
    read_amount,
    read_day,
    read_pair,
    read_rate,
    several,
    split_local_id,
    stated,
)
from tests.conftest import AS_OF

FOLDER = SOURCES / "kohesio" / "examples"
source = get_source("kohesio")
scraper = source.scraper()
NEW, OLD = source.spec.options["files"]


def _page(body: bytes, url: str = NEW) -> Page:
    return Page(
        request=Request(url, role="file"),
        sha256=str(hash(body)),
        content_type="text/csv",
        charset=None,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        load=lambda: body,
    )


def _example(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def _projects(parsed: Iterable[Parsed]) -> list[ProjectRecord]:
    return [item for item in parsed if isinstance(item, ProjectRecord)]


def _rejected(parsed: Iterable[Parsed]) -> list[Rejected]:
    return [item for item in parsed if isinstance(item, Rejected)]


def _codes(page: Page) -> dict[str, str]:
    return {finding.code: finding.level for finding in scraper.reconcile([page])}


def test_both_files_are_asked_once() -> None:
    requests = list(scraper.start(DiscoverContext(as_of=AS_OF)))
    assert [(r.url, r.expect, r.optional) for r in requests] == [
        (NEW, "csv", True),
        (OLD, "csv", True),
    ]
    assert not [r for r in requests if "/api/projects" in r.url]


def test_the_grant_is_not_in_it_and_its_eu_share_is() -> None:
    first, second, third = _projects(scraper.parse(_page(_example("period_2021.csv"))))
    assert [(a.kind, a.amount) for a in first.amounts] == [
        ("granted", None),
        ("granted_eu_share", Decimal("164920.00")),
        ("total_cost", Decimal("412300.00")),
    ]
    assert second.amounts[1].amount == Decimal("84000.00")
    assert second.codes == ()
    assert (third.start_date, third.end_date) == (date(2025, 1, 15), date(2026, 12, 31))
    assert [(r.maakunta_code, r.basis) for r in third.regions] == [("14", "site"), ("15", "site")]


def test_machine_made_english_is_never_a_name() -> None:
    for name in ("period_2021.csv", "period_2014.csv", "swedish.csv", "damaged.csv"):
        for project in _projects(scraper.parse(_page(_example(name)))):
            assert project.name_en is None
            assert not {"bolt", "mill", "wick", "reciprocating"} & set((project.name or "").split())


def test_nothing_personal_is_kept() -> None:
    text = "".join(p.model_dump_json() for p in _projects(
        scraper.parse(_page(_example("period_2021.csv")))))  # fmt: skip
    assert "example.org" not in text


def test_damage_goes_to_quarantine_with_line_and_step() -> None:
    parsed = list(scraper.parse(_page(_example("damaged.csv"))))
    assert [(item.row, item.step) for item in _rejected(parsed)] == [
        ("3", "date"), ("4", "date"), ("5", "amount"), ("6", "identifier"), ("7", "unique_id"),
        ("8", "columns"), ("9", "csv"), ("11", "charset"), ("12", "currency"),
    ]  # fmt: skip
    assert [project.native_id for project in _projects(parsed)] == ["Q99999941", "Q99999948"]


def test_a_damaged_share_keeps_the_snapshot_out() -> None:
    assert _codes(_page(_example("damaged.csv")))["quarantine_share"] == "block"
    codes = _codes(_page(_example("period_2021.csv")))
    assert codes == {
        "no_file": "warn",
        "beneficiary_with_several_names": "warn",
        "local_id_without_eura_code": "warn",
    }


def test_a_cut_file_is_incomplete() -> None:
    body = _example("period_2021.csv")
    assert _codes(_page(body[:-60]))["cut_file"] == "incomplete"
    at = body.index(b"<p>Hanke tarjoaa")
    assert _codes(_page(body[: at + 30]))["empty_file"] == "block"


def test_the_official_schema_only_warns() -> None:
    codes = _codes(_page(_example("period_2014.csv"), OLD))
    assert codes["start_after_end"] == "warn"
    assert codes["rate_beyond_0_to_100"] == "warn"
    assert codes["category_beyond_1_to_123"] == "warn"
    assert "block" not in codes.values()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Operation_Unique_Identifier", "Operation_Id", "columns are missing"),
        ("Fund_Name", "fund_code", "columns stand twice"),
    ],
)
def test_another_header_fails_the_file(old: str, new: str, reason: str) -> None:
    body = _example("period_2021.csv").replace(old.encode(), new.encode(), 1)
    with pytest.raises(PageError, match=reason):
        list(scraper.parse(_page(body)))
    with pytest.raises(PageError, match=reason):
        list(scraper.follow(_page(body)))
    assert _codes(_page(body))["unreadable_file"] == "block"


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"{}", _example("error_page.html")])
def test_what_is_no_file_is_refused(body: bytes) -> None:
    with pytest.raises(PageError):
        list(scraper.parse(_page(body)))


def test_a_column_that_is_empty_everywhere_has_moved() -> None:
    header, *_ = _example("sparse.csv").decode().split("\n")
    rows = [
        f"ESF+,Testilä,https://linkedopendata.eu/entity/Q{n},S39{n:03d},N {n},01/01/2025,,1,EUR,1"
        for n in range(30)
    ]
    assert "empty_column" in _codes(_page("\n".join([header, *rows]).encode()))
    ended = [row.replace("2025,,", "2025,31/12/2026,") for row in rows]
    assert "empty_column" not in _codes(_page("\n".join([header, *ended]).encode()))


def test_order_of_rows_is_no_new_version() -> None:
    first, second, *rest = _example("swedish.csv").split(b"\n")
    swapped = b"\n".join([first, *reversed([second, *rest])])
    assert scraper.stable_bytes(_page(swapped)) == scraper.stable_bytes(
        _page(_example("swedish.csv"))
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2021FI16FFPR001_S39901", ("2021FI16FFPR001", "S39901")),
        ("S39901", (None, "S39901")),
        ("2097/00114", (None, None)),
        ("2021FI16FFPR001_39901", ("2021FI16FFPR001", None)),
        ("2021FI16FFPR001_s39901", ("2021FI16FFPR001", None)),
        ("A_B_J10001", (None, "J10001")),
        ("N.a.", (None, None)),
    ],
)
def test_local_ids(text: str, code: tuple[str | None, str | None]) -> None:
    assert split_local_id(text) == code


@pytest.mark.parametrize("text", ["", " ", "N.a.", "n/a", "NA", "None", "none", "N/A"])
def test_what_stands_for_nothing(text: str) -> None:
    assert stated(text) is None
    assert read_amount(text, "x") is None and read_day(text, "x") is None
    assert several(f"{text}|{text}") == []


@pytest.mark.parametrize("text", ["1.000,00", "1 000", "1e5", "-", "0x1", "9" * 13, "1.2.3"])
def test_sums_are_never_guessed(text: str) -> None:
    with pytest.raises(RowError, match="amount"):
        read_amount(text, "x")


@pytest.mark.parametrize(
    ("text", "rate"),
    [("40.0", "40"), ("40%", "40"), ("0.4", "40"), ("100", "100"), ("0.5 %", "0.5"), ("1", "100")],
)
def test_rates(text: str, rate: str) -> None:
    assert read_rate(text) == Decimal(rate)


@given(
    st.decimals(min_value=59, max_value=71, places=4), st.decimals(min_value=19, max_value=32,
                                                                   places=4)
)  # fmt: skip
@settings(max_examples=1000)
def test_both_orders_of_a_pair_are_the_same_place(latitude: Decimal, longitude: Decimal) -> None:
    assert read_pair(f"{latitude},{longitude}") == (latitude, longitude)
    assert read_pair(f"{longitude}, {latitude}") == (latitude, longitude)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
@settings(max_examples=1000)
def test_days_come_back(day: date) -> None:
    assert read_day(f"{day:%d/%m/%Y}", "x") == day
    assert read_day(day.isoformat(), "x") == day
    assert read_day(f"{day.isoformat()} 00:00:00", "x") == day


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
@settings(max_examples=1000)
def test_sums_come_back(value: Decimal) -> None:
    assert read_amount(f"{value:f}", "x") == value


_CELL = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\0"), max_size=20
)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=5), min_size=1, max_size=6))
@settings(max_examples=1000, deadline=None)
def test_rows_come_back(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    assert [list(row.cells) for row in split_rows(out.getvalue())] == rows


def test_every_shown_row_is_read_and_every_damaged_one_is_not() -> None:
    replica = Sandbox.build(1600, 3, AS_OF, sources=("kohesio",)).replicas["kohesio"]
    lines: list[dict[str, object]] = []
    ledger = Ledger(lambda table, rows: lines.extend(rows) if table == "records" else None)
    replica.book(ledger)
    ledger.close()
    parsed: list[Parsed] = []
    for asked, url in zip(replica.requests(), (NEW, OLD), strict=True):
        parsed += scraper.parse(_page(replica.respond(asked).body, url))
    found = {project.native_id: project for project in _projects(parsed)}
    assert set(found) == {str(line["native_id"]) for line in lines if not line["damaged"]}
    damaged = [line for line in lines if line["damaged"]]
    assert sorted(item.step for item in _rejected(parsed)) == sorted(
        str(line["damage_step"]) for line in damaged
    )
    assert {line["damage_step"] for line in damaged} == {
        "date", "amount", "identifier", "columns", "csv",
    }  # fmt: skip
    assert not [item for item in parsed if isinstance(item, Drift)]
    for line in lines:
        shown = line["shown"]
        assert isinstance(shown, dict)
        project = found.get(str(line["native_id"]))
        if project is None:
            continue
        assert (project.start_date, project.end_date) == (shown["start_date"], shown["end_date"])
        assert project.name == shown["name"]
        assert [c.value for c in project.codes] == [c["value"] for c in shown["codes"]]
        assert sorted(r.maakunta_code for r in project.regions) == sorted(shown["maakunta"])
        assert project.organisations[0].business_id == shown["business_id"]
        sums = [(a.kind, a.amount) for a in project.amounts if a.amount is not None]
        assert sums == [(a["kind"], a["amount"]) for a in shown["amounts"]]
