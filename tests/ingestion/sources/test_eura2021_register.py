"""EURA 2021 register: sample, aliases, the end of the table, persons, money, the sandbox."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.parse import parse_snapshot
from ingestion.records import ProjectRecord
from ingestion.registry import SOURCES, get_source
from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.scraper import Page, PageError, Parsed
from ingestion.sources.eura2021_register.columns import REGISTER
from tests.ingestion.sources.parsed import (
    SAMPLES,
    drop_page,
    list_drift,
    list_rejected,
    needs_samples,
    of_type,
)

SOURCE = "eura2021_register"
EXAMPLES = SOURCES / SOURCE / "examples"
HEADER = (
    "hankekoodi;ohjelmakausi;rahasto;nimi;toteuttaja;y_tunnus;viranomainen;tila;aloituspvm;"
    "paattymispvm;myonnetty_eu_valtio;toteutunut_eu_valtio;tiivistelma;sijainti"
)
AS_OF = date(2026, 11, 24)

scraper = get_source(SOURCE).scraper()


def _page(body: bytes, name: str = "rekisteri_2026-01-01.csv") -> Page:
    return drop_page(SOURCE, body, name)


def _row(**cells: str) -> str:
    row = {
        "code": "S31001", "period": "2021-2027", "fund": "ESR+", "name": "Taitopolku",
        "lead": "Haapasaaren opisto", "id": "7100003-2", "by": "Uudenmaan liitto",
        "state": "Toiminnassa", "start": "1.1.2024", "end": "31.12.2025", "got": "100",
        "used": "50", "aim": "", "place": "FI193 Keski-Suomi",
    }  # fmt: skip
    assert not cells.keys() - row.keys()
    return ";".join({**row, **cells}.values())


def _parse(*rows: str, header: str = HEADER) -> list[Parsed]:
    return list(scraper.parse(_page("\n".join([header, *rows, ""]).encode())))


@needs_samples
def test_the_sample() -> None:
    page = _page((SAMPLES / "eura2021_register_canonical.csv").read_bytes())
    assert scraper.drop_kind(page) == "register"
    parsed = list(scraper.parse(page))
    first, second = of_type(parsed, ProjectRecord)
    assert len(parsed) == 2
    assert first.name == "Majakkapolku, jatko"
    assert [(a.kind, a.amount) for a in first.amounts] == [
        ("granted", Decimal("329840.00")),
        ("realised", Decimal("-744.00")),
    ]
    assert [r.maakunta_code for r in first.regions] == ["07"]
    assert second.start_date == date(2070, 5, 1)
    assert (second.end_date, second.status) == (None, "ended")
    assert [a.amount for a in second.amounts] == [Decimal("90000.50"), Decimal("0.00")]
    assert first.source_url == "https://www.eura2021.fi/hakutulokset/projektikortti?id=S39901"


@pytest.mark.parametrize(
    ("key", "alias"),
    [(column.key, name) for column in REGISTER.columns for name in column.names],
)
def test_every_alias_is_read_in_any_case_and_spacing(key: str, alias: str) -> None:
    written = f" {alias.upper().replace(' ', '  ').replace('-', ' - ')} "
    header = ";".join(written if name == key else name for name in HEADER.split(";"))
    assert _parse(_row(), header=header)[0] == _parse(_row())[0]


@pytest.mark.parametrize("column", ["rahasto", "toteuttaja"])
def test_a_required_heading_fails_the_file(column: str) -> None:
    with pytest.raises(PageError, match="header"):
        _parse(_row(), header=HEADER.replace(column, "muu"))


@pytest.mark.parametrize("column", ["hankekoodi", "nimi"])
def test_without_anchors_a_file_is_unknown_and_its_lines_are_shown(column: str) -> None:
    header = HEADER.replace(column, "muu")
    page = _page(f"{header}\n{_row(lead='Testikki Esimerkkilä')}\n".encode())
    assert scraper.drop_kind(page) is None
    with pytest.raises(PageError) as caught:
        list(scraper.parse(page))
    assert "viranomainen" in caught.value.reason
    assert "Esimerkkilä" not in caught.value.reason
    assert [f.level for f in scraper.reconcile([page])] == ["block"]


def test_a_footer_ends_the_table_and_data_below_is_quarantined() -> None:
    parsed = _parse(
        _row(), ";" * 13, "Applied filters: rahasto is ESR+", "", _row(code="S31002"),
    )  # fmt: skip
    assert [p.native_id for p in of_type(parsed, ProjectRecord)] == ["S31001"]
    assert list_drift(parsed) == [("footer", "Applied filters: rahasto is ESR+")]
    assert [(r.row, r.step, r.native_id) for r in list_rejected(parsed)] == [
        ("6", "end of table", "S31002")
    ]


def test_a_damaged_code_does_not_end_the_table() -> None:
    parsed = _parse(_row(), _row(code="S3100"), _row(code="S31003"))
    assert [p.native_id for p in of_type(parsed, ProjectRecord)] == ["S31001", "S31003"]
    assert [(r.row, r.step, r.field) for r in list_rejected(parsed)] == [
        ("3", "code", "hankekoodi")
    ]


@pytest.mark.parametrize(
    ("cells", "field", "step"),
    [
        ({"start": "30.2.2024"}, "aloituspvm", "date"),
        ({"got": "1OO"}, "myonnetty_eu_valtio", "amount"),
        ({"got": "-1"}, "myonnetty_eu_valtio", "amount"),
        ({"used": "n. 5"}, "toteutunut_eu_valtio", "amount"),
        ({"name": " "}, "nimi", "required"),
        ({"fund": ""}, "rahasto", "required"),
        ({"code": "S31001"}, "hankekoodi", "unique_code"),
    ],
)
def test_a_damaged_row_names_row_and_column(cells: dict[str, str], field: str, step: str) -> None:
    parsed = _parse(_row(), _row(**{"code": "S31002", **cells}))
    (rejected,) = list_rejected(parsed)
    assert (rejected.row, rejected.field, rejected.step) == ("3", field, step)
    assert len(of_type(parsed, ProjectRecord)) == 1


@pytest.mark.parametrize(
    ("cells", "field", "step"),
    [
        ({"start": "1.1.2026"}, "paattymispvm", "period"),
        ({"id": "7100003-3"}, "y_tunnus", "check digit"),
        ({"lead": "-"}, "toteuttaja", "required"),
    ],
)
def test_a_doubtful_cell_costs_its_value_not_the_project(
    cells: dict[str, str], field: str, step: str
) -> None:
    parsed = _parse(_row(**cells))
    (project,), (rejected,) = of_type(parsed, ProjectRecord), list_rejected(parsed)
    assert (rejected.field, rejected.step) == (field, step)
    assert project.start_date is None or field != "paattymispvm"
    assert all(o.business_id is None for o in project.organisations) or field == "paattymispvm"


def test_empty_is_not_published_and_zero_is_zero() -> None:
    (project,) = of_type(_parse(_row(got="", used="")), ProjectRecord)
    assert [(a.kind, a.amount) for a in project.amounts] == [("granted", None)]
    (zero,) = of_type(_parse(_row(got="0", used="-744,00")), ProjectRecord)
    assert [a.amount for a in zero.amounts] == [Decimal("0.00"), Decimal("-744.00")]


def test_an_implementer_without_id_that_looks_like_a_person_is_not_kept() -> None:
    parsed = _parse(_row(lead="Esimerkkilä Testikki", id=""))
    assert "Esimerkkilä" not in repr(parsed)
    assert list_drift(parsed) == [("value", "the name of a person, not kept")]
    (kept,) = of_type(_parse(_row(lead="Esimerkkilä Testikki")), ProjectRecord)
    assert kept.organisations[0].business_id == "7100003-2"


def test_contact_columns_are_never_read() -> None:
    header = f"{HEADER};Yhteyshenkilön nimi;SÄHKÖPOSTI;Puhelinnumero"
    parsed = _parse(_row() + ";Testikki Esimerkkilä;t@example.org;0295 000 000", header=header)
    assert parsed == _parse(_row())


@pytest.mark.parametrize(
    ("cells", "drift"),
    [
        ({"state": "Tauolla"}, ("enum", "Tauolla")),
        ({"fund": "AKR"}, ("enum", "AKR")),
        ({"fund": "EAKR"}, ("value", "S with EAKR")),
        ({"period": "2014-2020"}, ("enum", "2014-2020")),
        ({"place": "FI1C9 Saarimaa"}, ("value", "Saarimaa")),
        ({"place": "FI193"}, ("value", "a NUTS code without a name")),
    ],
)
def test_unknown_values_are_drift_and_the_row_stays(
    cells: dict[str, str], drift: tuple[str, str]
) -> None:
    parsed = _parse(_row(**cells))
    assert list_drift(parsed) == [drift]
    assert len(of_type(parsed, ProjectRecord)) == 1


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("FI198 Keski-Suomi", ["13"]), ("Keski-Suomi", ["13"]), ("FI1B1 Helsinki-Uusimaa", ["01"]),
        ("FI1D1 Etelä-Savo, FI1D2 Pohjois-Savo", ["10", "11"]), ("FI1C Etelä-Suomi", []),
        ("FI195 Pohjanmaa | FI1C1 Varsinais-Suomi", ["15", "02"]), ("FI1 Manner-Suomi", []),
        ("FI193 Jyväskylä", ["13"]), ("Finland", ["00"]), ("", []),
    ],
)  # fmt: skip
def test_places_by_name(place: str, codes: list[str]) -> None:
    parsed = _parse(_row(place=place))
    assert [r.maakunta_code for r in of_type(parsed, ProjectRecord)[0].regions] == codes
    assert list_drift(parsed) == []


def test_a_summary_is_judged_and_not_stored() -> None:
    aim = "Hanke auttaa nuoria tekemään urasuunnitelman."
    (project,) = of_type(_parse(_row(aim=aim)), ProjectRecord)
    assert (project.is_guidance, project.summary) == (True, None)
    assert of_type(_parse(_row(aim="Hanke ostaa koneen.")), ProjectRecord)[0].is_guidance is False
    assert of_type(_parse(_row()), ProjectRecord)[0].is_guidance is None


def test_findings() -> None:
    rows = [_row(code=f"S3{n:04d}", lead="") for n in range(25)]

    def found(*lines: str) -> dict[str, str]:
        page = _page("\n".join([HEADER, *lines, ""]).encode())
        return {f.code: f.level for f in scraper.reconcile([page])}

    assert found() == {"empty_table": "block"}
    assert found(_row()) == {}
    assert found(*rows) == {"empty_column": "block"}
    damaged = [_row(code=f"S3{n:04d}", got="x") for n in range(25, 30)]
    assert found(_row(code="S39999"), *damaged)["quarantine_share"] == "block"


# ---- sandbox -----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 2])
def test_the_sandbox_is_read_as_it_is(seed: int) -> None:
    sandbox = Sandbox.build(1000, seed, AS_OF, sources=(SOURCE,))
    newest, older = list(sandbox.replicas[SOURCE].files())
    assert [scraper.drop_kind(_page(f.body, f.name)) for f in (newest, older)] == ["register"] * 2
    parsed = parse_snapshot(get_source(SOURCE), [_page(newest.body, newest.name)])
    assert parsed.verdict == "good"
    assert [(row["what"], row["place"]) for row in parsed.drift] == [("footer", "below the table")]
    lines: list[dict[str, Any]] = []
    ledger = Ledger(lambda table, rows: lines.extend(rows) if table == "records" else None)
    sandbox.replicas[SOURCE].book(ledger)
    ledger.close()
    records = {row["native_id"]: row for row in parsed.records["project"]}
    assert set(records) == {line["native_id"] for line in lines if not line["damaged"]}
    steps = sorted(line["damage_step"] for line in lines if line["damaged"])
    assert sorted(row["step"] for row in parsed.quarantine) == steps != []
    for line in lines:
        if not line["damaged"]:
            _compare(records[line["native_id"]], line["shown"])


def _compare(record: dict[str, Any], shown: dict[str, Any]) -> None:
    for column in ("name", "start_date", "end_date", "instrument"):
        assert record[column] == shown[column]
    amounts = [(a["kind"], a["amount"]) for a in record["amounts"]]
    assert amounts == [(a["kind"], a["amount"]) for a in shown["amounts"]]
    assert [r["maakunta_code"] for r in record["regions"]] == shown["maakunta"]
    lead = next(o for o in record["organisations"] if o["role"] == "lead")
    assert (lead["name"], lead["business_id"]) == (shown["lead_name"], shown["business_id"])


def test_the_replica_repeats_itself() -> None:
    def digest(seed: int) -> str:
        files = Sandbox.build(100, seed, AS_OF, sources=(SOURCE,)).replicas[SOURCE].files()
        return hashlib.sha256(b"".join(file.body for file in files)).hexdigest()

    assert digest(3) == digest(3)
    assert digest(3) != digest(4)


# ---- properties --------------------------------------------------------------------------


@given(
    start=st.dates(min_value=date(2021, 1, 1), max_value=date(2026, 1, 1)),
    days=st.integers(min_value=0, max_value=2000),
    cents=st.integers(min_value=0, max_value=10**11),
    realised=st.integers(min_value=-(10**8), max_value=10**11),
)
@settings(max_examples=1000)
def test_any_project_comes_back(start: date, days: int, cents: int, realised: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    used = f"{Decimal(realised) / 100:,.2f}".replace(",", "\u00a0").replace(".", ",")
    row = _row(
        start=f"{start.day}.{start.month}.{start.year}", end=end.isoformat(),
        got=f"{Decimal(cents) / 100:.2f}", used=used,
    )  # fmt: skip
    (project,) = of_type(_parse(row), ProjectRecord)
    assert (project.start_date, project.end_date) == (start, end)
    assert [a.amount for a in project.amounts] == [Decimal(cents) / 100, Decimal(realised) / 100]
