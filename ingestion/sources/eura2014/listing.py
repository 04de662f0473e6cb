"""Reads the project list in its two forms, CSV lines and HTML table, into the same cells.

What does not belong here: how one damaged line is repaired (`rows.py`) and what a cell means
(`scraper.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from ingestion.scraper import PageError
from ingestion.sources.eura2014.rows import (
    CODE,
    DAY,
    FUND,
    NUMBER,
    STATUS,
    Cells,
    RowError,
    Vintage,
    clean_line,
    repair_line,
)
from ingestion.text.html import decode
from ingestion.text.names import collapse

_CSV_START = re.compile(rb'^(?:\xef\xbb\xbf)?[\s"]*Koodi"?[,;]')
_MARKUP_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<")
_MOJIBAKE = re.compile("\ufffd|Ã[¤¶¥„–…]")
_CODE_IN_LINK = re.compile(r"[?&]projektikoodi=([^&#]*)")
_BLANKS_IN_NUMBER = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_UNIT = re.compile(r"\s*(?:€|EUR|euroa)\s*$")


@dataclass(frozen=True)
class Row:
    """One project of the list: its physical line or table row, its text and what it says."""

    number: int
    text: str
    cells: Cells | RowError


@dataclass(frozen=True)
class Listing:
    """A whole list.

    Attributes:
        unknown_columns: column names beyond those of the vintage.
    """

    vintage: Vintage
    rows: tuple[Row, ...]
    unknown_columns: tuple[str, ...] = ()


def is_csv(body: bytes) -> bool:
    """Whether a body is the list as CSV."""
    return _CSV_START.match(body) is not None


def is_markup(body: bytes) -> bool:
    """Whether a body is HTML, the list or something else."""
    return _MARKUP_START.match(body) is not None


def csv_vintage(body: bytes, known: Mapping[str, Vintage]) -> Vintage | None:
    """Vintage of a CSV told by its header line; None when it is not a list of ours."""
    header = clean_line(_decode_csv(body.partition(b"\n")[0]))
    for vintage in known.values():
        if header.replace('"', "") == ",".join(vintage.header):
            return vintage
    return None


def read_list(body: bytes, charset: str | None, known: Mapping[str, Vintage]) -> Listing:
    """Read a list in whichever form it came.

    Raises:
        PageError: the body is no list, its header is another one, or its charset is broken.
    """
    if is_csv(body):
        return _read_csv(body, known)
    if is_markup(body):
        return _read_table(body, charset, known)
    raise PageError("list form", "the body begins neither with the header nor with markup")


def _decode_csv(body: bytes) -> str:
    """UTF-8 where it is valid, else ISO-8859-1: the header of the answer is not trusted."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("iso-8859-1")


def _read_csv(body: bytes, known: Mapping[str, Vintage]) -> Listing:
    text = _decode_csv(body)
    if _MOJIBAKE.search(text):
        raise PageError("charset", "the text was decoded twice somewhere on its way")
    lines = text.split("\n")
    vintage = csv_vintage(body, known)
    if vintage is None:
        raise PageError("header", f"unknown columns: {clean_line(lines[0])[:300]}")
    rows = tuple(
        Row(number, line.strip(), _repaired(line, vintage))
        for number, line in enumerate(lines[1:], start=2)
        if line.strip()
    )
    return Listing(vintage, rows)


def _repaired(line: str, vintage: Vintage) -> Cells | RowError:
    try:
        return repair_line(line, vintage)
    except RowError as error:
        return error


def _read_table(body: bytes, charset: str | None, known: Mapping[str, Vintage]) -> Listing:
    text, _ = decode(body, charset)
    try:
        document = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (ValueError, html.etree.ParserError) as error:
        raise PageError("list table", f"no readable HTML: {error}") from error
    table_rows = list(document.iter("tr"))
    columns, vintage = _table_columns(table_rows, known)
    rows = tuple(
        Row(number, _row_text(row), _table_cells(row, link, columns, vintage))
        for number, row in enumerate(table_rows, start=1)
        for link in _project_links(row)
    )
    if not rows:
        raise PageError("list table", "no table row links to a project")
    unknown = tuple(name for name in columns if name not in vintage.header)
    return Listing(vintage, rows, unknown)


def _table_columns(
    rows: list[HtmlElement], known: Mapping[str, Vintage]
) -> tuple[tuple[str, ...], Vintage]:
    for row in rows:
        names = tuple(_text(cell) for cell in row.iterchildren("th", "td"))
        if names and names[0] == "Koodi":
            for vintage in known.values():
                if set(vintage.header) <= set(names):
                    return names, vintage
            raise PageError("header", f"unknown columns: {', '.join(names)[:300]}")
    raise PageError("header", "the table has no header row")


def _project_links(row: HtmlElement) -> Iterator[str]:
    """Code in the link of the first cell; one table row is one project."""
    for cell in row.iterchildren("td"):
        for link in cell.iter("a"):
            found = _CODE_IN_LINK.search(link.get("href") or "")
            if found:
                yield found.group(1)
                return
        return


def _table_cells(
    row: HtmlElement, linked_code: str, columns: tuple[str, ...], vintage: Vintage
) -> Cells | RowError:
    values = [_text(cell) for cell in row.iterchildren("td")]
    code = linked_code if CODE.fullmatch(linked_code) else None
    if len(values) != len(columns):
        return RowError("cells", f"{len(values)} cells under {len(columns)} columns", code)
    by_name = dict(zip(columns, values, strict=True))
    cells = [by_name[name] for name in vintage.header]
    if not vintage.has_programme_part:
        cells.insert(3, "")
    authority = vintage.authority(cells[5])
    amounts = tuple(_plain_number(amount) for amount in cells[10:])
    checks = (
        ("code_fund", code == cells[0] and FUND.fullmatch(cells[1]) is not None),
        ("status_dates", _is_status_and_dates(cells[6:9])),
        ("amounts", all(not amount or NUMBER.fullmatch(amount) for amount in amounts)),
        ("authority", authority is not None and re.fullmatch(r"\d", cells[4]) is not None),
    )
    for step, passed in checks:
        if not passed:
            return RowError(step, "a table cell has another form than the list's", code)
    granted, realised, planned_public, realised_public = amounts
    fund, title, programme_part, priority = cells[1:5]
    status, start, end, beneficiary = cells[6:10]
    return Cells(
        code=linked_code,
        fund=fund,
        title=title,
        programme_part=programme_part,
        priority=priority,
        authority=authority or "",
        status=status,
        start=start,
        end=end,
        beneficiary=beneficiary,
        amounts=(granted, realised, planned_public, realised_public),
    )


def _is_status_and_dates(cells: list[str]) -> bool:
    status, *days = cells
    return bool(STATUS.fullmatch(status)) and all(not day or DAY.fullmatch(day) for day in days)


def _plain_number(text: str) -> str:
    """A number of the table as the CSV writes it: no grouping, no unit, decimal point."""
    return _BLANKS_IN_NUMBER.sub("", _UNIT.sub("", text)).replace(",", ".")


def _row_text(row: HtmlElement) -> str:
    return " | ".join(_text(cell) for cell in row.iterchildren("td"))


def _text(element: HtmlElement) -> str:
    return collapse(str(element.text_content()))
