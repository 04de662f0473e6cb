"""Dropped tables: every form of a file, headings, cells, damage, and files that are no table."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.platforms.cells import (
    CellError,
    read_business_id,
    read_date,
    read_money,
    read_text,
)
from ingestion.platforms.table_rows import (
    Column,
    Layout,
    Row,
    Tally,
    judge_table,
    read_heading,
    rows_of,
)
from ingestion.platforms.tables import Cell, Table, read_table
from ingestion.scraper import Drift, PageError, Rejected

LAYOUT = Layout(
    columns=(
        Column("code", ("Koodi", "Hankekoodi")),
        Column("name", ("Nimi",)),
        Column("sum", ("Summa, euroa",), required=False),
    ),
    anchors=("code", "name"),
    fold=str.casefold,
)
ROWS = [["A1", 'Äyri; "iso"', "1 234,50"], ["A2", "Toinen,\nkaksi riviä", None]]
HEADER = ["Koodi", "Nimi", "Summa, euroa"]


def _csv(delimiter: str = ";", rows: list[list[str | None]] | None = None) -> str:
    def field(text: str | None) -> str:
        text = text or ""
        return '"' + text.replace('"', '""') + '"' if set(text) & set('";,\t|\n') else text

    lines = [HEADER, *(ROWS if rows is None else rows)]
    return "\r\n".join(delimiter.join(map(field, line)) for line in lines) + "\r\n"


def _xlsx(*sheets: list[list[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "d.m.yyyy"})
        for cells in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(cells):
                for place, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(number, place, value, day)
                    elif value is not None:
                        sheet.write(number, place, value)
    return out.getvalue()


def _read(body: bytes) -> Table:
    return read_table(body, LAYOUT.is_heading)


def _rows(body: bytes) -> list[Row | Rejected]:
    table = _read(body)
    return list(rows_of(table, read_heading(table, LAYOUT)))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_every_charset_and_delimiter_says_the_same(delimiter: str, charset: str) -> None:
    table = _read(_csv(delimiter).encode(charset))
    assert table.delimiter == delimiter
    assert [line.cells for line in table.lines] == [tuple(row) for row in ROWS]
    assert [line.number for line in table.lines] == [2, 3]


def test_quoted_rows_keep_their_first_line_number() -> None:
    rows: list[list[str | None]] = [["A1", "a\nb\nc", None], ["A2", "d", None]]
    assert [line.number for line in _read(_csv(",", rows).encode()).lines] == [2, 5]


def test_sheet_and_csv_agree_and_numbers_are_decimals() -> None:
    body = _xlsx([[], ["Raportti"], HEADER, ["A1", "Äyri", 0.1 + 0.2], ["A2", "Öylätti", 120000.5]])
    table = _read(body)
    assert table.heading.number == 3
    assert [line.number for line in table.lines] == [4, 5]
    assert [line.cells[2] for line in table.lines] == [Decimal("0.3"), Decimal("120000.5")]


def test_other_sheets_and_formula_errors_are_drift() -> None:
    table = _read(_xlsx([["Ohje"]], [HEADER, ["A1", "x", 1]]))
    drift = read_heading(table, LAYOUT).drift
    assert [(d.what, d.value) for d in drift] == [("sheet", "Sheet1")]
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["A1", "x"])
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    drift = read_heading(_read(out.getvalue()), LAYOUT).drift
    assert [d.what for d in drift] == ["value"]


def test_headings_match_by_fold_and_report_strangers() -> None:
    table = _read(b"NIMI;koodi;Uusi;\nx;A1;1;\ny;A2;;7\n")
    heading = read_heading(table, LAYOUT)
    assert heading.places == {"code": 1, "name": 0}
    assert heading.labels == {"code": "koodi", "name": "NIMI"}
    assert [(d.where, d.value) for d in heading.drift] == [
        ("table", "Uusi"),
        ("table", "(no heading)"),
    ]


def test_preferred_heading_wins_and_the_other_is_drift() -> None:
    heading = read_heading(_read(b"Hankekoodi;Nimi;Koodi\nB1;x;A1\n"), LAYOUT)
    assert heading.places["code"] == 2
    assert [d.value for d in heading.drift] == ["Hankekoodi"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("Koodi;Nimi;Nimi\nA1;x;y\n", "two columns"), ("Koodi;Summa, euroa\n", "has no Nimi")],
)
def test_missing_and_doubled_headings_fail(text: str, reason: str) -> None:
    loose = Layout(LAYOUT.columns, anchors=("code",), fold=str.casefold)
    with pytest.raises(PageError, match=reason):
        read_heading(read_table(text.encode(), loose.is_heading), loose)


def test_personal_columns_are_not_even_drift() -> None:
    import re

    layout = Layout(LAYOUT.columns, fold=str.casefold, dropped=re.compile("(?i)puhelin"))
    table = read_table(b"Koodi;Nimi;Puhelinnumero\nA1;x;0295 000 000\n", layout.is_heading)
    heading = read_heading(table, layout)
    assert heading.drift == ()
    (row,) = rows_of(table, heading)
    assert isinstance(row, Row) and "0295" not in repr(row)


def test_damaged_rows_cost_one_line_each() -> None:
    lines = ["Koodi;Nimi;Summa, euroa", "A1;x;1", "A2;x", "A3;x;1;9", ";;", 'A4;"x;1',
             "A5;Ã¤;1", "A6;x;1;", "A7;x;1"]  # fmt: skip
    found = _rows("\n".join(lines).encode())
    good = [row.cells["code"] for row in found if isinstance(row, Row)]
    assert good == ["A1", "A6", "A7"]
    rejected = [(row.row, row.reason) for row in found if isinstance(row, Rejected)]
    assert rejected == [
        ("3", "2 cells where the heading has 3"),
        ("4", "values beyond the 3 columns of the heading"),
        ("6", "quotes are not closed"),
        ("7", "letters are broken"),
    ]


def test_one_broken_byte_does_not_turn_all_letters() -> None:
    body = "Koodi;Nimi;Summa, euroa\nA1;Äyri;1\nA2;Öylä".encode() + b"\xff" + b"tti;1\n"
    first, second = _rows(body)
    assert isinstance(first, Row) and first.cells["name"] == "Äyri"
    assert isinstance(second, Rejected) and second.row == "3"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Virhe</body></html>",
        b"PK\x03\x04 no archive",
        b"\xd0\xcf\x11\xe0 old",
        b"a\x00b;c",
        _xlsx([["muu", "taulu"]]),
        _xlsx([HEADER])[:-40],
    ],
)
def test_other_files_are_refused(body: bytes) -> None:
    with pytest.raises(PageError):
        _read(body)


def test_a_file_without_heading_is_sketched_without_values() -> None:
    body = "Tunnus;Otsikko;Hinta\nS12345;Esimerkkilä Testikki;040 123 4567\n".encode()
    with pytest.raises(PageError) as caught:
        _read(body)
    assert "Esimerkkilä" not in caught.value.reason
    assert "4567" not in caught.value.reason


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    far = _xlsx([HEADER, ["A1", "x", 1]])
    wide = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(far)) as source, zipfile.ZipFile(wide, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename.endswith("sheet1.xml"):
                data = data.replace(b'r="C2"', b'r="XFD1048576"')
            target.writestr(part, data)
    with pytest.raises(PageError, match="spans"):
        _read(wide.getvalue())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    with pytest.raises(PageError, match="times its size"):
        _read(packed.getvalue())


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (Decimal(46022), date(2025, 12, 31)),
        (Decimal("46022.75"), date(2025, 12, 31)),
        ("46022", date(2025, 12, 31)),
        ("46022,0", date(2025, 12, 31)),
        (date(2025, 12, 31), date(2025, 12, 31)),
        (datetime(2025, 12, 31, 23, 59), date(2025, 12, 31)),  # noqa: DTZ001  as a sheet has it
        (datetime(2025, 12, 31, 22, 30, tzinfo=UTC), date(2026, 1, 1)),
        ("31.12.2025", date(2025, 12, 31)),
        ("01.02.2025", date(2025, 2, 1)),
        ("31.12.2025 12:30:00", date(2025, 12, 31)),
        ("2025-12-31", date(2025, 12, 31)),
        ("2025-12-31T22:00:00Z", date(2026, 1, 1)),
        (None, None),
    ],
)
def test_days(cell: Cell, day: date | None) -> None:
    assert read_date(cell) == day


@pytest.mark.parametrize(
    "cell", ["31.2.2025", "2025", Decimal(2025), "12/31/2025", "eilen", True, "1.1.1800", "310000"]
)
def test_no_days(cell: Cell) -> None:
    with pytest.raises(CellError):
        read_date(cell)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Decimal("120000.5"), "120000.50"),
        ("90 000,50", "90000.50"),
        ("90\u00a0000", "90000.00"),
        ("90\u202f000,5 €", "90000.50"),
        ("-744.00", "-744.00"),
        ("−12", "-12.00"),
        ("0", "0.00"),
        ("1234 EUR", "1234.00"),
        ("0.1000000001", "0.10"),
        (None, None),
    ],
)
def test_sums(cell: Cell, value: str | None) -> None:
    found = read_money(cell)
    assert (None if found is None else str(found)) == value


@pytest.mark.parametrize(
    "cell",
    ["1.234", "12O", "1 23", "1,2345", "1.000,00", "1e5", date(2025, 1, 1), "9" * 13, "n. 5", True],
)
def test_no_sums(cell: Cell) -> None:
    with pytest.raises(CellError):
        read_money(cell)


def test_messages_hold_no_words_of_a_shifted_cell() -> None:
    with pytest.raises(CellError) as caught:
        read_money("Testikki Esimerkki")
    assert "Testikki" not in str(caught.value)


def test_business_ids() -> None:
    assert read_business_id(" FI76543212 ") == "7654321-2"
    assert read_business_id(None) is None
    with pytest.raises(CellError):
        read_business_id("7654321-3")


@given(st.integers(min_value=-(10**13), max_value=10**13), st.sampled_from([" ", "\u00a0", ""]))
@settings(max_examples=1000)
def test_every_sum_written_the_finnish_way_comes_back(cents: int, blank: str) -> None:
    value = Decimal(cents) / 100
    text = f"{value:,.2f}".replace(",", blank).replace(".", ",")
    assert read_money(text) == value.quantize(Decimal("0.01"))


@given(st.dates(min_value=date(1954, 11, 1), max_value=date(2199, 12, 31)))
@settings(max_examples=1000)
def test_every_day_comes_back_from_every_form(day: date) -> None:
    number = (day - date(1899, 12, 30)).days
    forms: tuple[Cell, ...] = (
        Decimal(number), str(number), day.isoformat(), f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year} 00.00",
    )  # fmt: skip
    assert {read_date(form) for form in forms} == {day}


_TEXT = st.text(st.characters(codec="cp1252", exclude_characters="\x00\x1aÃ\ufeff"), max_size=12)


@given(st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=6), st.sampled_from([";", ",", "\t"]))
@settings(max_examples=1000)
def test_every_text_comes_back_from_a_csv(rows: list[tuple[str, str]], delimiter: str) -> None:
    rows = [(a.replace("\r", ""), b.replace("\r", "")) for a, b in rows]
    body = _csv(delimiter, [[a, b, "1"] for a, b in rows]).encode()
    table = _read(body)
    expected = [tuple(text if text.strip() else None for text in row) for row in rows]
    assert [line.cells[:2] for line in table.lines] == expected


def test_judgement_of_a_whole_table() -> None:
    def codes(rows: int, damaged: int, filled: int, cap: int = 1000) -> dict[str, str]:
        tally = Tally(rows, damaged)
        tally.filled["a"] = filled
        return {f.code: f.level for f in judge_table("t", tally, ["a"], cap)}

    assert codes(0, 0, 0) == {"empty_table": "block"}
    assert codes(100, 2, 5) == {}
    assert codes(100, 3, 5) == {"quarantine_share": "warn"}
    assert codes(100, 5, 5) == {"quarantine_share": "block"}
    assert codes(19, 0, 0) == {}
    assert codes(20, 0, 0) == {"empty_column": "block"}
    assert codes(1000, 0, 1) == {"row_cap": "incomplete"}


def test_mutated_workbooks_are_read_or_refused() -> None:
    chance = random.Random(20261124)  # noqa: S311  repeatable on purpose
    whole = _xlsx([HEADER, *[[f"A{n}", "x", n] for n in range(9)]])
    for _ in range(300):
        body = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(body))
            body[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 6))
        try:
            assert all(isinstance(item, Row | Rejected) for item in _rows(bytes(body)))
        except PageError as error:
            assert error.step


def test_mutated_sheets_are_read_or_refused() -> None:
    chance = random.Random(7)  # noqa: S311  repeatable on purpose
    with zipfile.ZipFile(io.BytesIO(_xlsx([HEADER, ["A1", "x", 1.5]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(300):
        name = chance.choice([n for n in parts if n.startswith("xl/")])
        data = bytearray(parts[name])
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 6))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for other, whole in parts.items():
                archive.writestr(other, bytes(data) if other == name else whole)
        try:
            assert isinstance(_read(out.getvalue()), Table)
        except PageError as error:
            assert error.step


def test_drift_is_what_a_heading_reports() -> None:
    heading = read_heading(_read(b"Koodi;Nimi;Muu\nA1;x;1\n"), LAYOUT)
    assert heading.drift == (Drift("header", "table", "Muu"),)
    assert read_text(Decimal("1E+6")) == "1000000"
