"""Dropped tables: from the bytes of an XLSX or CSV file to numbered lines of cells.

A file says what it is by its heading, so the reader is told what a heading looks like and
tries sheets (XLSX) or delimiters (CSV) until one fits. A line that is damaged keeps its number
and says why; nothing is skipped. What does not belong here: which columns a source has
(`table_rows.py`) and what a cell means (`cells.py`).
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from ingestion.platforms.letters import has_broken_letters
from ingestion.platforms.xlsx_guard import check_workbook
from ingestion.scraper import PageError
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

#: None is an empty cell, which is never zero.
Cell = str | Decimal | date | datetime | bool | None
IsHeading = Callable[[Sequence[str]], bool]

#: Lines in which a heading is looked for, and shown where there is none.
SEARCHED_LINES: Final = 20
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_DELIMITERS: Final = (";", "\t", ",", "|")
_LINE_END = re.compile(r"\r\n|\n|\r")
#: Physical lines that one quoted row may span.
_MAX_SPAN = 200
#: UTF-8 read as Latin-1 turns Finnish letters into these pairs.
_DOUBLE_ENCODED: Final = ("Ã¤", "Ã¶", "Ã¥", "Ã„", "Ã–", "Ã…")
#: A double keeps 15 digits of what somebody typed; what follows is noise.
_DIGITS = ".15g"
_SHOWN_CHARACTERS = 1500
_LABEL = re.compile(r"[^\d@]{1,40}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table.

    Attributes:
        number: as a spreadsheet or an editor shows it, from 1; of a quoted row its first line.
        cells: typed values; a CSV gives text only.
        damage: why the line cannot be read, None for a sound one.
    """

    number: int
    cells: tuple[Cell, ...]
    damage: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether no cell says anything."""
        return self.damage is None and all(cell is None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a dropped file.

    Attributes:
        heading: the line that names the columns.
        lines: everything below it, blank lines too.
        sheet: name of the sheet, empty for a CSV.
        delimiter: of a CSV, None for a sheet.
        left_out: sheets that hold something and were not read.
        has_formula_errors: cells with a formula error look empty.
    """

    heading: Line
    lines: tuple[Line, ...]
    sheet: str = ""
    delimiter: str | None = None
    left_out: tuple[str, ...] = ()
    has_formula_errors: bool = False


def cell_text(cell: Cell) -> str:
    """A cell as text with blanks collapsed; empty for an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    if isinstance(cell, str):
        return collapse(cell)
    return str(cell)


def read_table(body: bytes, is_heading: IsHeading) -> Table:
    """The table of a file, whatever form it came in.

    Args:
        body: the bytes of an XLSX file, or of a CSV in UTF-8 (with or without mark), UTF-16 with
            mark, Windows-1252 or ISO-8859-1, delimited by semicolon, tab, comma or bar.
        is_heading: whether the texts of a line are the heading of a wanted table.

    Raises:
        PageError: the file is damaged or of another form, or no line is such a heading; then
            the first lines are shown.
    """
    if body.startswith(_ZIP):
        return _read_workbook(body, is_heading)
    if body.startswith(_OLD_EXCEL):
        raise PageError("form", "an old or encrypted Excel file: save it as XLSX or CSV")
    return _read_csv(body, is_heading)


# ---- XLSX --------------------------------------------------------------------------------


def _read_workbook(body: bytes, is_heading: IsHeading) -> Table:
    has_errors = check_workbook(body)
    sheets = _sheets(body)
    for name, lines in sheets.items():
        place = _heading_place(lines, is_heading)
        if place is not None:
            left_out = tuple(n for n, other in sheets.items() if n != name and other)
            heading, rest = lines[place], lines[place + 1 :]
            return Table(heading, tuple(rest), name, None, left_out, has_errors)
    raise _no_heading([line for lines in sheets.values() for line in lines[:SEARCHED_LINES]])


def _sheets(body: bytes) -> dict[str, list[Line]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        return {name: _sheet_lines(book, name) for name in book.sheet_names}
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise PageError("xlsx", f"no readable workbook ({type(error).__name__})") from error
    except BaseException as error:
        # a panic of the reader derives from BaseException; whatever else does is not ours
        if type(error).__name__ != "PanicException":
            raise
        raise PageError("xlsx", "no readable workbook (the reader gave up)") from error


def _sheet_lines(book: CalamineWorkbook, name: str) -> list[Line]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [
        _sound(number, tuple(_typed(value) for value in row))
        for number, row in enumerate(rows, start=1)
    ]


def _typed(value: object) -> Cell:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(format(value, _DIGITS))
    if isinstance(value, datetime | date):
        return value
    return str(value)


# ---- CSV ---------------------------------------------------------------------------------


def _read_csv(body: bytes, is_heading: IsHeading) -> Table:
    text = _decode(body)
    if "\x00" in text:
        raise PageError("form", "neither XLSX nor a text file")
    physical = _LINE_END.split(text)
    if physical and not physical[-1]:
        physical.pop()
    for delimiter in _DELIMITERS:
        head = list(_csv_lines(physical[: SEARCHED_LINES + _MAX_SPAN], delimiter, SEARCHED_LINES))
        place = _heading_place(head, is_heading)
        if place is not None:
            lines = list(_csv_lines(physical, delimiter))
            return Table(lines[place], tuple(lines[place + 1 :]), delimiter=delimiter)
    first = physical[:SEARCHED_LINES]
    likely = max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in first))
    raise _no_heading(list(_csv_lines(first, likely)))


def _decode(body: bytes) -> str:
    """Characters of a CSV; bytes that are no letter of its charset stay visible as U+FFFD."""
    for mark, charset in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if body.startswith(mark):
            return body.decode(charset, errors="replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    western = body.decode("cp1252", errors="replace")
    if any(pair in western for pair in _DOUBLE_ENCODED):
        return body.decode("utf-8", errors="replace")  # UTF-8 with a few damaged bytes
    return western if "\ufffd" not in western else body.decode("iso-8859-1")


def _csv_lines(physical: Sequence[str], delimiter: str, most: int | None = None) -> Iterator[Line]:
    """Rows of a CSV; a row that cannot be split is damaged and costs one line, not the rest."""
    at = given = 0
    while at < len(physical) and (most is None or given < most):
        cells, span, damage = _split_row(physical, at, delimiter)
        yield _sound(at + 1, cells) if damage is None else Line(at + 1, cells, damage)
        at += span
        given += 1


def _split_row(
    physical: Sequence[str], at: int, delimiter: str
) -> tuple[tuple[Cell, ...], int, str | None]:
    """Cells of the row that begins at a physical line, its span in lines, and its damage."""
    if '"' not in physical[at]:
        return tuple(_filled(part) for part in physical[at].split(delimiter)), 1, None
    for span in range(1, min(_MAX_SPAN, len(physical) - at) + 1):
        text = "\n".join(physical[at : at + span])
        if span > 1 and '"' not in physical[at + span - 1]:
            continue
        try:
            (cells,) = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        except csv.Error as error:
            if "unexpected end" in str(error):
                continue
            break
        except ValueError:
            break
        return tuple(_filled(part) for part in cells), span, None
    return (), 1, "quotes are not closed"


def _filled(text: str) -> str | None:
    return text if text.strip() else None


# ---- both --------------------------------------------------------------------------------


def _sound(number: int, cells: tuple[Cell, ...]) -> Line:
    """The line, unless letters are lost in it: a value with them would be wrong for ever."""
    for cell in cells:
        if isinstance(cell, str) and has_broken_letters(cell):
            return Line(number, cells, "letters are broken")
    return Line(number, cells)


def _heading_place(lines: Sequence[Line], is_heading: IsHeading) -> int | None:
    for place, line in enumerate(lines[:SEARCHED_LINES]):
        if line.damage is None and is_heading([cell_text(cell) for cell in line.cells]):
            return place
    return None


def _no_heading(lines: Sequence[Line]) -> PageError:
    shown = "; ".join(f"{line.number}: {_sketch(line)}" for line in lines if not line.is_blank)
    if not shown:
        return PageError("header", "the file holds no line")
    return PageError("header", f"no line names the columns; {shown}"[:_SHOWN_CHARACTERS])


def _sketch(line: Line) -> str:
    """A line for a person who looks for the heading: labels in words, values by their shape.

    A heading is made of labels alone; a line with any other value is data, and data may name
    people.
    """
    texts = [cell_text(cell) for cell in line.cells if cell is not None]
    if all(_LABEL.fullmatch(text) for text in texts) and len(texts) > 2:
        return redact(" | ".join(texts))
    return " | ".join(re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text))[:20] for text in texts)
