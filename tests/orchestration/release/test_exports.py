"""Files for people are harmless to open, and say the same as the database."""

from __future__ import annotations

import csv
import json
import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from orchestration.release.exports import csv as csv_export
from orchestration.release.exports import json as json_export
from orchestration.release.exports import parquet, xlsx
from orchestration.release.exports.sheet_rows import column_letters
from orchestration.release.tables import describe_tables

HARMFUL = [
    "=1+1",
    "+358 00 000",
    "-5 000 €",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://example.fi")',
    "=cmd|' /C calc'!A0",
    "@",
    "-",
]
HARMLESS = ["Hanke", "5-6 v.", "a=b", " =1", "'=1", "<b>&amp;", "_x003D_1", "http://example.fi"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    connection = duckdb.connect(str(tmp_path / "elo.duckdb"))
    connection.execute("set timezone = 'UTC'; create schema marts")
    connection.execute(
        "create table marts.dim_thing (id integer primary key, text varchar, tags varchar[],"
        " amount decimal(14,2), day date, seen_at timestamptz, is_ok boolean, share double)"
    )
    connection.executemany(
        "insert into marts.dim_thing values (?, ?, [?, 'b'], -5.10, '2026-02-28',"
        " '2026-11-24 01:02:03Z', true, 0.25)",
        [[n, text, text] for n, text in enumerate([*HARMFUL, *HARMLESS])],
    )
    connection.execute("insert into marts.dim_thing (id, tags) values (99, [])")
    tables = describe_tables(connection)
    for module in (parquet, csv_export, json_export):
        module.export(connection, tables, tmp_path)
    assert xlsx.export(connection, tables, tmp_path) == []
    connection.close()
    return tmp_path


def read_csv(folder: Path) -> list[dict[str, str]]:
    with (folder / "csv" / "dim_thing.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_sheet(folder: Path) -> list[list[object]]:
    workbook = CalamineWorkbook.from_path(str(folder / "xlsx" / "elo.xlsx"))
    return workbook.get_sheet_by_name("dim_thing").to_python()


def test_csv_escapes_formulas_in_text_and_lists_only(folder: Path) -> None:
    rows = read_csv(folder)
    texts = [*(f"'{text}" for text in HARMFUL), *HARMLESS]
    assert [row["text"] for row in rows[:-1]] == texts
    assert [row["tags"] for row in rows[:-1]] == [f"{text}; b" for text in texts]
    assert {row["amount"] for row in rows[:-1]} == {"-5.10"}
    assert rows[0]["day"] == "2026-02-28"
    assert rows[0]["seen_at"] == "2026-11-24T01:02:03Z"
    assert rows[0]["is_ok"] == "true"
    assert rows[-1] == dict.fromkeys(rows[0], "") | {"id": "99"}


def test_sheet_holds_text_numbers_and_days_and_no_formula(folder: Path) -> None:
    header, *rows = read_sheet(folder)
    assert header == ["id", "text", "tags", "amount", "day", "seen_at", "is_ok", "share"]
    found = [str(row[1]).replace("\r\n", "\n").replace("\r", "\n") for row in rows[:-1]]
    expected = [*(f"'{text}" for text in HARMFUL), *HARMLESS]
    assert found == [text.replace("\r", "\n") for text in expected]
    assert rows[0][3:] == [-5.1, date(2026, 2, 28), "2026-11-24T01:02:03Z", True, 0.25]
    assert set(rows[-1][1:]) == {""}
    with zipfile.ZipFile(folder / "xlsx" / "elo.xlsx") as workbook:
        for name in workbook.namelist():
            root = etree.fromstring(workbook.read(name))
            assert not root.xpath("//*[local-name()='f' or local-name()='hyperlink']"), name
            assert not root.xpath("//*[local-name()='mergeCell']"), name


def test_sheet_survives_what_xml_cannot_hold(tmp_path: Path) -> None:
    connection = duckdb.connect()
    connection.execute("create schema marts")
    connection.execute(
        "create table marts.t as select 'a' || chr(1) || chr(11) || 'ö<&>' as text"
        " union all select repeat('x', 40000)"
    )
    xlsx.export(connection, describe_tables(connection), tmp_path)
    workbook = CalamineWorkbook.from_path(str(tmp_path / "xlsx" / "elo.xlsx"))
    cells = {str(row[0]) for row in workbook.get_sheet_by_name("t").to_python()[1:]}
    assert cells == {"aö<&>", "x" * 32_767}


def test_too_long_table_is_named_on_the_first_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 10)
    connection = duckdb.connect()
    connection.execute("create schema marts")
    connection.execute("create table marts.long as select 1 as n from range(11)")
    connection.execute("create table marts.short as select 1 as n from range(10)")
    assert xlsx.export(connection, describe_tables(connection), tmp_path) == ["long"]
    workbook = CalamineWorkbook.from_path(str(tmp_path / "xlsx" / "elo.xlsx"))
    assert workbook.sheet_names == ["tables", "short"]
    rows = workbook.get_sheet_by_name("tables").to_python()
    assert rows[1][:3] == ["long", 11.0, "too long for a sheet: see csv/long.csv"]


def test_json_keeps_money_as_text_and_lists_as_lists(folder: Path) -> None:
    records = json.loads((folder / "json" / "dim_thing.json").read_text("utf-8"))
    assert records[0] == {
        "id": 0,
        "text": "=1+1",
        "tags": ["=1+1", "b"],
        "amount": "-5.10",
        "day": "2026-02-28",
        "seen_at": "2026-11-24T01:02:03Z",
        "is_ok": True,
        "share": 0.25,
    }
    assert records[-1]["text"] is None
    assert records[-1]["tags"] == []


def test_empty_table_is_an_empty_array_and_a_header(tmp_path: Path) -> None:
    connection = duckdb.connect()
    connection.execute("create schema marts; create table marts.t (a varchar, b date)")
    tables = describe_tables(connection)
    for module in (parquet, csv_export, json_export):
        module.export(connection, tables, tmp_path)
    xlsx.export(connection, tables, tmp_path)
    assert json.loads((tmp_path / "json" / "t.json").read_text()) == []
    assert (tmp_path / "csv" / "t.csv").read_text() == "a,b\n"
    assert pq.read_schema(tmp_path / "parquet" / "t.parquet").names == ["a", "b"]
    workbook = CalamineWorkbook.from_path(str(tmp_path / "xlsx" / "elo.xlsx"))
    assert workbook.get_sheet_by_name("t").to_python() == [["a", "b"]]


def test_parquet_keeps_exact_types(folder: Path) -> None:
    schema = pq.read_schema(folder / "parquet" / "dim_thing.parquet")
    assert str(schema.field("amount").type) == "decimal128(14, 2)"
    assert str(schema.field("day").type) == "date32[day]"
    assert str(schema.field("tags").type).startswith("list<")


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_column_letters(place: int, letters: str) -> None:
    assert column_letters(place) == letters
