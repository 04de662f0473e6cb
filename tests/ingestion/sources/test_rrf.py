"""RRF: samples, payments of one object, persons, measures, the sandbox."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.parse import parse_snapshot
from ingestion.records import CodeRecord, FundingRecord
from ingestion.registry import SOURCES, get_source
from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.scraper import Page, PageError, Parsed
from ingestion.sources.rrf.columns import OBJECTS
from tests.ingestion.sources.parsed import (
    SAMPLES,
    drop_page,
    list_drift,
    list_rejected,
    needs_samples,
    of_type,
)

SOURCE = "rrf"
EXAMPLES = SOURCES / SOURCE / "examples"
HEADER = (EXAMPLES / "objects.csv").read_text(encoding="utf-8").split("\n")[0]
AS_OF = date(2026, 11, 24)

scraper = get_source(SOURCE).scraper()


def _page(body: bytes, name: str = "tukikohteet_2026-01-01.csv") -> Page:
    return drop_page(SOURCE, body, name)


def _row(**cells: str) -> str:
    row = {
        "body": "Testivirasto", "id": "TK-1", "form": "Avustus", "name": "Silta", "fi": "",
        "en": "", "type": "Oppilaitos", "number": "TS-1", "who": "Haapasaaren opisto",
        "ytunnus": "7100003-2", "eu": "", "national": "", "kind": "Maksatus", "on": "1.2.2025",
        "paid": "100",
    }  # fmt: skip
    assert not cells.keys() - row.keys()
    return ";".join({**row, **cells}.values())


def _parse(*rows: str, header: str = HEADER) -> list[Parsed]:
    return list(scraper.parse(_page("\n".join([header, *rows, ""]).encode())))


@needs_samples
def test_the_sample_of_objects() -> None:
    page = _page((SAMPLES / "rrf_tukikohteet_drop.csv").read_bytes())
    assert scraper.drop_kind(page) == "objects"
    parsed = list(scraper.parse(page))
    (record,) = of_type(parsed, FundingRecord)
    assert len(parsed) == 1
    assert record.native_id == "Testivirasto|TK-901"
    assert record.source_url == f"drop:{SOURCE}/{page.sha256}#2"
    assert (record.instrument, record.funder) == ("RRF", "Testivirasto")
    assert record.recipient_business_id == "7100001-6"
    assert [(a.kind, a.amount, a.paid_on) for a in record.amounts if a.kind != "unknown"] == [
        ("granted", None, None),
        ("paid", Decimal("40000.00"), date(2099, 3, 15)),
        ("paid", Decimal("31250.50"), date(2099, 10, 1)),
    ]


@needs_samples
def test_the_sample_of_measures() -> None:
    page = _page((SAMPLES / "rrf_measures.csv").read_bytes(), "rrf_measures.csv")
    assert scraper.drop_kind(page) == "measures"
    codes = list(scraper.parse(page))
    assert [c.code for c in codes if isinstance(c, CodeRecord)] == ["P3C2R1", "P3C2I1", "P3C2I2"]
    assert list(scraper.reconcile([page])) == []


def test_the_hand_kept_table_is_whole() -> None:
    body = (SOURCES / SOURCE / "measures.csv").read_bytes()
    codes = list(scraper.parse(_page(body)))
    assert len(codes) == 11
    assert all(isinstance(code, CodeRecord) for code in codes)
    named = [c.code for c in codes if isinstance(c, CodeRecord) and c.confidence == "confirmed"]
    assert named == ["P3C2R1", "P3C2I1", "P3C2I2"]


def test_payments_of_one_object_are_one_record_in_any_order() -> None:
    rows = [_row(), _row(on="1.3.2025", paid="-20,50"), _row(on="", paid="", kind="")]
    forward, backward = _parse(*rows), _parse(*rows[::-1])
    (record,) = of_type(forward, FundingRecord)
    (other,) = of_type(backward, FundingRecord)
    assert [(a.kind, a.amount) for a in record.amounts] == [
        ("granted", None),
        ("paid", Decimal("100.00")),
        ("paid", Decimal("-20.50")),
    ]
    assert other.amounts == record.amounts


def test_two_bodies_may_use_one_object_id() -> None:
    records = of_type(_parse(_row(), _row(body="Toinen virasto")), FundingRecord)
    assert [r.native_id for r in records] == ["Testivirasto|TK-1", "Toinen virasto|TK-1"]


def test_the_newest_row_says_what_the_object_is() -> None:
    rows = [_row(name="Uusi nimi", on="2.2.2025"), _row(name="Vanha nimi")]
    for parsed in (_parse(*rows), _parse(*rows[::-1])):
        assert of_type(parsed, FundingRecord)[0].purpose == "Uusi nimi"
        assert list_drift(parsed) == [("value", "differs between rows of one object")]


def test_the_same_payment_twice_counts_once() -> None:
    parsed = _parse(_row(), _row(), _row(kind="Ennakko"))
    assert [a.kind for a in of_type(parsed, FundingRecord)[0].amounts] == [
        "granted", "paid", "paid",
    ]  # fmt: skip
    assert [(r.row, r.step) for r in list_rejected(parsed)] == [("3", "unique payment")]


def test_other_money_is_no_money_of_the_facility() -> None:
    (record,) = of_type(_parse(_row(eu="10", national="12 500,00")), FundingRecord)
    other = [a for a in record.amounts if a.kind == "unknown"]
    assert [(a.amount, a.instrument) for a in other] == [(10, "OTHER"), (12500, "OTHER")]
    assert {a.kind for a in record.amounts} == {"granted", "paid", "unknown"}


@pytest.mark.parametrize(
    "cells",
    [
        {"type": "Luonnollinen henkilö", "ytunnus": ""},
        {"type": "Yksityinen elinkeinonharjoittaja"},
        {"type": "", "ytunnus": ""},
        {"type": "Muu", "ytunnus": "", "who": "Metropoli"},
    ],
)
def test_persons_are_kept_without_name_or_purpose(cells: dict[str, str]) -> None:
    row = {"who": "Esimerkkilä Testikki", "name": "Koulutus: Esimerkkilä Testikki", **cells}
    parsed = _parse(_row(**row))
    (record,) = of_type(parsed, FundingRecord)
    assert record.recipient_is_person
    assert (record.recipient, record.purpose, record.recipient_business_id) == (None, None, None)
    assert "Esimerkkilä" not in repr(parsed)
    assert record.amounts[1].amount == 100


@pytest.mark.parametrize(
    "cells",
    [
        {"type": "Yritys", "ytunnus": "", "who": "Metropoli"},
        {"type": "", "ytunnus": "", "who": "Kuvitteellinen verkosto"},
        {"type": "", "who": "Metropoli"},
    ],
)
def test_organisations_keep_their_name(cells: dict[str, str]) -> None:
    (record,) = of_type(_parse(_row(**cells)), FundingRecord)
    assert not record.recipient_is_person
    assert record.recipient == cells["who"]


@pytest.mark.parametrize("private", ["Testikki", "1.1.1970"])
def test_beneficial_owners_are_nowhere(private: str) -> None:
    body = (EXAMPLES / "older_layout.csv").read_bytes()
    assert private.encode() in body
    assert private not in repr(list(scraper.parse(_page(body))))


@pytest.mark.parametrize(
    ("cells", "field", "step"),
    [
        ({"paid": "1OO"}, "Maksutapahtuma, euroa", "amount"),
        ({"paid": ""}, "Maksutapahtuma, euroa", "required"),
        ({"on": "31.11.2024"}, "Maksutapahtuman päivämäärä", "date"),
        ({"id": ""}, "Tukikohteen yksilöllinen tunniste", "required"),
        ({"body": ""}, "Toimenpiteen toteuttaja", "required"),
        ({"name": ""}, "Tukikohteen nimi", "required"),
        ({"national": "paljon"}, "Muun rahoituksen määrä, kansallinen rahoitus", "amount"),
    ],
)
def test_a_damaged_row_names_row_and_column(cells: dict[str, str], field: str, step: str) -> None:
    parsed = _parse(_row(), _row(**{"id": "TK-2", **cells}))
    (rejected,) = list_rejected(parsed)
    assert (rejected.row, rejected.field, rejected.step) == ("3", field, step)
    assert len(of_type(parsed, FundingRecord)) == 1


def test_identifiers() -> None:
    parsed = _parse(_row(ytunnus="7100003-3"), _row(id="TK-2", ytunnus="SE-55"))
    assert [r.recipient_business_id for r in of_type(parsed, FundingRecord)] == [None, None]
    assert [r.step for r in list_rejected(parsed)] == ["check digit"]
    assert list_drift(parsed) == [("value", "another kind of identifier")]


def test_unknown_payment_types_and_columns_are_drift() -> None:
    parsed = _parse(_row(kind="Takaisinperintä") + ";x", header=f"{HEADER};Kausi")
    assert list_drift(parsed) == [("header", "Kausi"), ("enum", "Takaisinperintä")]
    assert of_type(parsed, FundingRecord)[0].amounts[1].amount == 100


@pytest.mark.parametrize("column", [c for c in OBJECTS.columns if c.required], ids=lambda c: c.key)
def test_required_headings(column: Any) -> None:
    with pytest.raises(PageError, match="header"):
        _parse(_row(), header=HEADER.replace(column.names[0], "Muu"))


def test_commas_in_headings_and_another_delimiter() -> None:
    quoted = ",".join(f'"{cell}"' for cell in HEADER.split(";"))
    row = ",".join(f'"{cell}"' for cell in _row().split(";"))
    plain, other = _parse(_row()), _parse(row, header=quoted)
    assert of_type(other, FundingRecord)[0].amounts == of_type(plain, FundingRecord)[0].amounts


def test_codes_in_a_name_are_shared_or_related() -> None:
    (record,) = of_type(_parse(_row(name="Silta (P3C2I1), ks. S31001 ja 7100003-2")), FundingRecord)
    assert [(c.scheme, c.role) for c in record.codes] == [
        ("rrf_measure", "shared"),
        ("eura", "related"),
    ]


def test_findings() -> None:
    empty = _page(f"{HEADER}\n".encode())
    assert [(f.level, f.code) for f in scraper.reconcile([empty])] == [("block", "empty_table")]
    other = _page(b"<html></html>")
    assert scraper.drop_kind(other) is None
    assert [f.level for f in scraper.reconcile([other])] == ["block"]
    rows = [_row(id=f"TK-{n}", paid="", on="") for n in range(20)]
    unpaid = _page("\n".join([HEADER, *rows]).encode())
    assert [f.code for f in scraper.reconcile([unpaid])] == ["empty_column"]


# ---- sandbox -----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 2])
def test_the_sandbox_is_read_as_it_is(seed: int) -> None:
    sandbox = Sandbox.build(1000, seed, AS_OF, sources=(SOURCE,))
    measures, newest, older = list(sandbox.replicas[SOURCE].files())
    kinds = [scraper.drop_kind(_page(f.body, f.name)) for f in (newest, older, measures)]
    assert kinds == ["objects", "objects", "measures"]
    pages = [_page(f.body, f.name) for f in (newest, measures)]
    parsed = parse_snapshot(get_source(SOURCE), pages)
    assert parsed.verdict == "good"
    assert parsed.drift == []
    lines: list[dict[str, Any]] = []
    ledger = Ledger(lambda table, rows: lines.extend(rows) if table == "records" else None)
    sandbox.replicas[SOURCE].book(ledger)
    ledger.close()
    records = {row["native_id"]: row for rows in parsed.records.values() for row in rows}
    assert set(records) == {line["native_id"] for line in lines if not line["damaged"]}
    steps = sorted(line["damage_step"] for line in lines if line["damaged"])
    assert sorted(row["step"] for row in parsed.quarantine) == steps != []
    for line in lines:
        if not line["damaged"]:
            assert records[line["native_id"]]["source_url"] == line["url"]
        if line["kind"] == "funding" and not line["damaged"]:
            _compare(records[line["native_id"]], line["shown"])


def _compare(record: dict[str, Any], shown: dict[str, Any]) -> None:
    amounts = [
        (a["kind"], a["amount"], a["paid_on"]) for a in record["amounts"] if a["kind"] != "unknown"
    ]
    assert amounts == [(a["kind"], a["amount"], a.get("paid_on")) for a in shown["amounts"]]
    assert record["recipient_is_person"] == shown.get("recipient_is_person", False)
    assert record["purpose"] == shown.get("name")
    assert record["recipient"] == shown.get("lead_name")
    assert record["recipient_business_id"] == shown.get("business_id")


def test_the_replica_repeats_itself() -> None:
    def digest(seed: int) -> str:
        files = Sandbox.build(100, seed, AS_OF, sources=(SOURCE,)).replicas[SOURCE].files()
        return hashlib.sha256(b"".join(file.body for file in files)).hexdigest()

    assert digest(3) == digest(3)
    assert digest(3) != digest(4)


# ---- properties --------------------------------------------------------------------------


@given(
    st.lists(
        st.tuples(
            st.dates(min_value=date(2021, 1, 1), max_value=date(2030, 1, 1)),
            st.integers(min_value=-(10**9), max_value=10**9),
        ),
        min_size=1,
        max_size=6,
        unique=True,
    )
)
@settings(max_examples=1000)
def test_any_payments_come_back_once_each(payments: list[tuple[date, int]]) -> None:
    rows = [
        _row(on=f"{day.day}.{day.month}.{day.year}", paid=f"{Decimal(cents) / 100:.2f}")
        for day, cents in payments
    ]
    (record,) = of_type(_parse(*rows), FundingRecord)
    paid = [(a.paid_on, a.amount) for a in record.amounts if a.kind == "paid"]
    assert sorted(map(str, paid)) == sorted(
        str((day, (Decimal(cents) / 100).quantize(Decimal("0.01")))) for day, cents in payments
    )
