"""State grant decisions: samples, keys, persons, money, tables that are no grants, the sandbox."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.parse import parse_snapshot
from ingestion.records import FundingRecord
from ingestion.registry import SOURCES, get_source
from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.scraper import Drift, Page, PageError, Parsed
from tests.ingestion.sources.parsed import SAMPLES, drop_page, list_rejected, needs_samples, of_type

SOURCE = "tutkiavustuksia"
EXAMPLES = SOURCES / SOURCE / "examples"
HEADER = (
    "Päätös pvm;Saajan nimi;Myöntäjä;Asianumero;Haettu;Myönnetty;EU-varat;"
    "Hyväksytty käyttötarkoitus;Haun nimi (asianumero);Alueet"
)
AS_OF = date(2026, 11, 24)

scraper = get_source(SOURCE).scraper()


def _page(body: bytes, name: str = "myonteiset_2026-01-01.csv") -> Page:
    return drop_page(SOURCE, body, name)


def _row(**cells: str) -> str:
    row = {
        "date": "1.3.2024", "who": "Ehjä ry (7100004-0)", "by": "Opetushallitus",
        "case": "1/900/2024", "asked": "100", "got": "90", "eu": "", "use": "Tuki",
        "call": "Haku (va-oph-2024-98)", "areas": "Lappi",
    }  # fmt: skip
    assert not cells.keys() - row.keys()
    return ";".join({**row, **cells}.values())


def _parse(*rows: str, header: str = HEADER) -> list[Parsed]:
    return list(scraper.parse(_page("\n".join([header, *rows, ""]).encode())))


@needs_samples
def test_both_samples_say_the_same() -> None:
    said = []
    for name in ("tutkiavustuksia_export.xlsx", "tutkiavustuksia_myonteiset.csv"):
        page = _page((SAMPLES / name).read_bytes(), name)
        assert scraper.drop_kind(page) == "granted"
        said.append(list(scraper.parse(page)))
        assert list(scraper.reconcile([page])) == []
    assert said[0] == said[1]
    records = of_type(said[0], FundingRecord)
    assert [record.native_id for record in records] == [
        "1/900/2099|7654321-2",
        "2/900/2099|esimerkkiryhmä",
        "VN/90009/2099|7100001-6",
        "HAMELY/901/2099|7100003-2",
    ]
    assert [record.amounts[0].amount for record in records] == [60000, 5000, 0, None]
    assert records[0].amounts[0].decision_date == date(2025, 12, 31)
    assert [record.is_eu_funded for record in records] == [None, True, True, None]


@needs_samples
def test_transfer_sample() -> None:
    page = _page((SAMPLES / "va_siirtotiedosto_header.csv").read_bytes(), "va.csv")
    assert scraper.drop_kind(page) == "transfer"
    (record,) = of_type(list(scraper.parse(page)), FundingRecord)
    assert (record.native_id, record.part) == ("1/900/2099|7654321-2", "transfer")
    assert record.recipient_business_id == "7654321-2"


def test_repeated_keys_are_numbered_by_day_whatever_the_order() -> None:
    rows = [
        _row(date="3.3.2024", got="30"),
        _row(date="1.3.2024", got="10"),
        _row(date="2.3.2024", got="20"),
        _row(date="2.3.2024", got="25"),
        _row(date="2.3.2024", case="2/900/2024"),
    ]

    def numbered(order: list[str]) -> dict[str, Decimal | None]:
        return {r.native_id: r.amounts[0].amount for r in of_type(_parse(*order), FundingRecord)}

    key = "1/900/2024|7100004-0"
    found = numbered(rows)
    assert (found[key], found[f"{key}#2"], found[f"{key}#3"], found[f"{key}#4"]) == (10, 20, 25, 30)
    assert numbered(rows[::-1]) == found
    assert len(found) == 5
    amended = {r.native_id: r.project_native_id for r in of_type(_parse(*rows), FundingRecord)}
    assert (amended[key], amended[f"{key}#2"], amended[f"{key}#3"]) == (None, key, key)


def test_a_natural_person_is_kept_without_name_or_purpose() -> None:
    parsed = _parse(_row(who="Esimerkkilä Testikki", use="Esimerkkilä Testikki: väitöskirja"))
    (record,) = of_type(parsed, FundingRecord)
    assert record.recipient_is_person
    assert record.native_id == "1/900/2024|natural person"
    assert "Esimerkkilä" not in repr(parsed)
    assert record.amounts[0].amount == 90


def test_a_recipient_without_id_is_keyed_by_its_folded_name() -> None:
    (record,) = of_type(_parse(_row(who="  Kuvitteellinen   VERKOSTO ")), FundingRecord)
    assert record.native_id == "1/900/2024|kuvitteellinen verkosto"
    assert record.recipient == "Kuvitteellinen VERKOSTO"


def test_empty_is_not_zero() -> None:
    none, zero = of_type(
        _parse(_row(got="", case="1/1/2024"), _row(got="0", case="2/1/2024")), FundingRecord
    )
    assert (none.amounts[0].kind, none.amounts[0].amount) == ("granted", None)
    assert zero.amounts[0].amount == 0
    (silent,) = of_type(_parse(_row(asked="")), FundingRecord)
    assert [amount.kind for amount in silent.amounts] == ["granted"]


@pytest.mark.parametrize(
    ("cell", "flag", "share"),
    [
        ("", None, None), ("https://example.org/lippu.png", True, None), ("Kyllä", True, None),
        ("Ei", False, None), ("30 000,50", True, Decimal("30000.50")), ("0", False, Decimal(0)),
    ],
)  # fmt: skip
def test_eu_money_is_a_flag_or_a_share(cell: str, flag: bool | None, share: Decimal | None) -> None:
    (record,) = of_type(_parse(_row(eu=cell)), FundingRecord)
    found = [a.amount for a in record.amounts if a.kind == "granted_eu_share"]
    assert (record.is_eu_funded, found) == (flag, [] if share is None else [share])
    assert record.instrument == "STATE"


def test_only_an_rrf_call_or_measure_makes_it_rrf() -> None:
    call = "Suomen kestävän kasvun ohjelma: osaaminen (va-oph-2022-9)"
    rows = [_row(call=call), _row(use="Osa toimenpidettä P3C2I1", case="2"), _row(case="3")]
    by_case = {r.native_id.split("|")[0]: r for r in of_type(_parse(*rows), FundingRecord)}
    assert by_case["1/900/2024"].instrument == "RRF"
    assert by_case["2"].instrument == "RRF"
    assert by_case["3"].instrument == "STATE"
    assert [(c.value, c.role) for c in by_case["2"].codes][1] == ("P3C2I1", "shared")


def test_a_case_with_several_recipients_identifies_no_project() -> None:
    rows = [
        _row(case="VN/1/2024"),
        _row(case="VN/1/2024", who="Toinen ry (7100003-2)"),
        _row(case="VN/2/2024"),
        _row(case="VN/2/2024", date="5.5.2024"),
    ]
    roles = {
        record.native_id: [code.role for code in record.codes if code.scheme == "vn_case"]
        for record in of_type(_parse(*rows), FundingRecord)
    }
    assert roles == {
        "VN/1/2024|7100004-0": ["shared"],
        "VN/1/2024|7100003-2": ["shared"],
        "VN/2/2024|7100004-0": ["own"],
        "VN/2/2024|7100004-0#2": ["own"],
    }


@pytest.mark.parametrize(
    ("cells", "field", "step"),
    [
        ({"date": "31.2.2024"}, "Päätös pvm", "date"),
        ({"got": "9O"}, "Myönnetty", "amount"),
        ({"got": "-1"}, "Myönnetty", "amount"),
        ({"asked": "paljon"}, "Haettu", "amount"),
        ({"case": ""}, "Asianumero", "required"),
        ({"who": " "}, "Saajan nimi", "required"),
    ],
)
def test_a_damaged_row_names_row_and_column(cells: dict[str, str], field: str, step: str) -> None:
    parsed = _parse(_row(), _row(**cells))
    (rejected,) = list_rejected(parsed)
    assert (rejected.row, rejected.field, rejected.step) == ("3", field, step)
    assert len(of_type(parsed, FundingRecord)) == 1


def test_a_wrong_check_digit_costs_the_id_not_the_decision() -> None:
    parsed = _parse(_row(who="Esimerkkilä Näyte (7100004-1)"))
    (record,), (rejected,) = of_type(parsed, FundingRecord), list_rejected(parsed)
    assert (record.recipient, record.recipient_business_id) == ("Esimerkkilä Näyte", None)
    assert (rejected.field, rejected.step) == ("Saajan nimi", "check digit")


@pytest.mark.parametrize("column", HEADER.split(";"))
def test_each_heading_is_required(column: str) -> None:
    header = ";".join("Muu" if name == column else name for name in HEADER.split(";"))
    with pytest.raises(PageError, match="header"):
        _parse(_row(), header=header)


def test_order_of_columns_and_blanks_around_headings_do_not_count() -> None:
    order = [5, 2, 9, 0, 3, 1, 8, 4, 7, 6]
    header = ";".join(f" {HEADER.split(';')[n]} " for n in order)
    row = ";".join(_row().split(";")[n] for n in order)
    assert of_type(_parse(row, header=header), FundingRecord) == of_type(
        _parse(_row()), FundingRecord
    )
    drift = [i for i in _parse(_row() + ";1", header=f"{HEADER};Uusi") if isinstance(i, Drift)]
    assert drift == [Drift("header", "table", "Uusi")]


@pytest.mark.parametrize(
    ("header", "name", "kind"),
    [
        (HEADER, "myonteiset.csv", "granted"),
        (HEADER, "myönteiset_S13_2026-01-01.csv", "granted_s13"),
        (HEADER, "Export (Tyhjä).csv", "granted_tyhjä"),
        (HEADER, "kielteiset_S11.csv", "refused_s11"),
        ("Päätös pvm;Saajan nimi;Myöntäjä;Asianumero;Haettu", "data.csv", "refused"),
        ("Saapumispvm;Hakija;Myöntäjä;Asianumero;Haettu;Alueet", "data.csv", "refused"),
        (HEADER.replace(";Myönnetty", ""), "data.csv", "granted"),
        ("a;b;c", "myonteiset.csv", None),
    ],
)
def test_files_are_told_apart_by_heading(header: str, name: str, kind: str | None) -> None:
    assert scraper.drop_kind(_page(f"{header}\n".encode(), name)) == kind


def test_refused_applications_are_no_records_and_are_counted() -> None:
    page = _page((EXAMPLES / "refused.csv").read_bytes(), "data.csv")
    assert list(scraper.parse(page)) == []
    (finding,) = scraper.reconcile([page])
    assert (finding.level, finding.code) == ("warn", "no_grants")
    named = _page(f"{HEADER}\n{_row()}\n".encode(), "kielteiset.csv")
    assert list(scraper.parse(named)) == []


@pytest.mark.parametrize("private", ["Esimerkkilä", "010170", "Salattu käyttö"])
def test_what_a_transfer_file_hides_is_nowhere(private: str) -> None:
    body = (EXAMPLES / "transfer.csv").read_bytes()
    assert private.encode() in body
    assert private not in repr(list(scraper.parse(_page(body, "va.csv"))))


def test_a_cut_export_is_incomplete_and_an_empty_one_blocks() -> None:
    spec = scraper.spec.model_copy(update={"options": {"row_cap": 3}})
    capped = type(scraper)(spec)
    rows = [_row(case=f"{n}/900/2024") for n in range(3)]
    page = _page("\n".join([HEADER, *rows]).encode())
    assert [(f.level, f.code) for f in capped.reconcile([page])] == [("incomplete", "row_cap")]
    empty = _page(f"{HEADER}\n".encode())
    assert [(f.level, f.code) for f in scraper.reconcile([empty])] == [("block", "empty_table")]
    other = _page(b"<html></html>")
    assert [(f.level, f.code) for f in scraper.reconcile([other])] == [("block", "unreadable_file")]


# ---- sandbox -----------------------------------------------------------------------------


def _shown(sandbox: Sandbox) -> list[dict[str, object]]:
    kept: list[dict[str, object]] = []
    ledger = Ledger(lambda table, rows: kept.extend(rows) if table == "records" else None)
    sandbox.replicas[SOURCE].book(ledger)
    ledger.close()
    return kept


def _current(sandbox: Sandbox) -> list[Page]:
    """The newest file of each kind, as `collect` chooses."""
    pages: dict[str, Page] = {}
    for file in sorted(sandbox.replicas[SOURCE].files(), key=lambda f: f.name, reverse=True):
        page = _page(file.body, file.name)
        kind = scraper.drop_kind(page)
        assert kind is not None, file.name
        pages.setdefault(kind, page)
    return list(pages.values())


@pytest.mark.parametrize("seed", [1, 2])
def test_the_sandbox_is_read_as_it_is(seed: int) -> None:
    sandbox = Sandbox.build(1000, seed, AS_OF, sources=(SOURCE,))
    pages = _current(sandbox)
    assert len(pages) == 4
    parsed = parse_snapshot(get_source(SOURCE), pages)
    assert parsed.verdict == "good"
    assert parsed.drift == []
    records = {row["native_id"]: row for row in parsed.records["funding"]}
    shown = {str(line["native_id"]): line for line in _shown(sandbox)}
    whole = {key for key, line in shown.items() if not line["damaged"]}
    damaged = [line["damage_step"] for line in shown.values() if line["damaged"]]
    assert set(records) == whole
    assert sorted(row["step"] for row in parsed.quarantine) == sorted(map(str, damaged))
    assert len(damaged) > 0
    for key in whole:
        _compare(records[key], shown[key]["shown"])  # type: ignore[arg-type]


def _compare(record: dict[str, object], shown: dict[str, object]) -> None:
    amounts = [(a["kind"], a["amount"]) for a in record["amounts"]]  # type: ignore[attr-defined]
    expected = [(a["kind"], a["amount"]) for a in shown["amounts"]]  # type: ignore[attr-defined]
    assert amounts == expected
    assert record["recipient_is_person"] == shown.get("recipient_is_person", False)
    if record["recipient_is_person"]:
        assert (record["recipient"], record["purpose"]) == (None, None)
        return
    assert record["purpose"] == shown["name"]
    assert record["recipient"] == shown["lead_name"]
    assert record["instrument"] == shown["instrument"]
    codes = [r["maakunta_code"] for r in record["regions"]]  # type: ignore[attr-defined]
    assert sorted(codes) == sorted(shown["maakunta"])  # type: ignore[call-overload]
    found = [(c["scheme"], c["value"], c["role"]) for c in record["codes"]]  # type: ignore[attr-defined]
    assert found == [tuple(c.values()) for c in shown["codes"]]  # type: ignore[attr-defined]
    first = record["amounts"][0]  # type: ignore[index]
    assert first["decision_date"] == shown["decision_date"]


def test_the_replica_repeats_itself_and_grows_with_the_world() -> None:
    def digest(projects: int, seed: int) -> tuple[str, int]:
        files = list(
            Sandbox.build(projects, seed, AS_OF, sources=(SOURCE,)).replicas[SOURCE].files()
        )
        bodies = b"".join(file.body for file in files)
        return hashlib.sha256(bodies).hexdigest(), len(bodies)

    assert digest(100, 3) == digest(100, 3)
    assert digest(100, 3)[0] != digest(100, 4)[0]
    assert 2 < digest(2000, 3)[1] / digest(500, 3)[1] < 6


# ---- properties --------------------------------------------------------------------------

_WORD = st.text(st.characters(codec="iso-8859-1", categories=["L", "N", "P", "Zs"]), max_size=20)


@given(
    day=st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)),
    cents=st.integers(min_value=0, max_value=10**11),
    purpose=_WORD,
)
@settings(max_examples=1000)
def test_any_decision_comes_back(day: date, cents: int, purpose: str) -> None:
    quoted = '"' + purpose.replace('"', '""').replace("Ã", "") + '"'
    row = _row(date=f"{day.day}.{day.month}.{day.year}", got=f"{cents // 100},{cents % 100:02d}",
               use=quoted)  # fmt: skip
    (record,) = of_type(_parse(row), FundingRecord)
    assert record.amounts[0].amount == Decimal(cents) / 100
    assert record.amounts[0].decision_date == day


@given(st.lists(_WORD, min_size=10, max_size=10))
@settings(max_examples=1000)
def test_any_row_is_read_or_refused(cells: list[str]) -> None:
    row = ";".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    parsed = _parse(_row(), row)
    said = [item for item in parsed if not isinstance(item, Drift)]
    assert len(said) >= (2 if any(cell.strip() for cell in cells) else 1)
