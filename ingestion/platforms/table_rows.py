"""Columns of a dropped table by their headings, its rows by key, and whether it is whole.

A missing required heading fails the file, an unknown one is drift, a row that does not fit is
rejected with its number. What does not belong here: which columns a source has, and what
their cells mean (`cells.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ingestion.platforms.cells import CellError, read_text
from ingestion.platforms.tables import Cell, Line, Table, cell_text
from ingestion.scraper import Drift, Finding, PageError, Rejected
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

T = TypeVar("T")

#: A handful of damaged rows in a small table is no sign of a changed one.
_FEW_ROWS = 5
#: One damaged row in so many is what real files show at most.
_DAMAGED_ONE_IN = 50
#: From here on a column that is empty everywhere is no coincidence.
_MANY_ROWS = 20
_SHOWN = 80


@dataclass(frozen=True)
class Column:
    """A column that a source knows.

    Attributes:
        names: headings it may have, the preferred one first.
        required: without it the file fails.
    """

    key: str
    names: tuple[str, ...]
    required: bool = True


@dataclass(frozen=True)
class Layout:
    """The columns of one kind of table.

    Attributes:
        anchors: keys of columns that a heading of this kind always has.
        least: known columns that a line needs to be a heading of this kind.
        fold: form in which headings are compared.
        dropped: headings of columns that are never read, because they hold personal data.
    """

    columns: tuple[Column, ...]
    anchors: tuple[str, ...] = ()
    least: int = 1
    fold: Callable[[str], str] = collapse
    dropped: re.Pattern[str] | None = None

    def is_heading(self, texts: Sequence[str]) -> bool:
        """Whether a line names all anchors, and columns enough."""
        found = self.known_columns(texts)
        return len(found) >= self.least and found >= set(self.anchors)

    def known_columns(self, texts: Sequence[str]) -> set[str]:
        """Keys of the columns that a line names."""
        folded = {self.fold(text) for text in texts}
        return {c.key for c in self.columns if any(self.fold(name) in folded for name in c.names)}


class ColumnError(CellError):
    """A cell cannot be read; `column` is the key of its column."""

    def __init__(self, column: str, step: str, reason: str) -> None:
        super().__init__(step, reason)
        self.column = column


@dataclass(frozen=True)
class Heading:
    """Where the known columns of one table stand.

    Attributes:
        places: key -> position, for the columns that are there.
        labels: key -> heading as written.
        width: cells that a whole row has at least.
    """

    places: dict[str, int]
    labels: dict[str, str]
    width: int
    drift: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A sound row: its number in the file and the cells of the known columns."""

    number: int
    cells: dict[str, Cell]
    labels: dict[str, str]

    def text(self, key: str) -> str | None:
        """Text of a cell; None where it is empty or the table has no such column."""
        return read_text(self.cells.get(key))

    def read(self, key: str, read: Callable[[Cell], T | None]) -> T | None:
        """What a cell says; None where it is empty or the table has no such column.

        Raises:
            ColumnError: it says something else.
        """
        try:
            return read(self.cells.get(key))
        except CellError as error:
            raise ColumnError(key, error.step, error.reason) from error

    def required(self, key: str) -> str:
        """Text of a cell that makes the row what it is.

        Raises:
            ColumnError: the cell is empty.
        """
        text = self.text(key)
        if text is None:
            raise ColumnError(key, "required", "the cell is empty")
        return text

    def reject(self, error: ColumnError, native_id: str | None = None) -> Rejected:
        """This row in quarantine, with the column that failed as it is headed."""
        label = self.labels.get(error.column, error.column)
        return Rejected(error.step, error.reason, str(self.number), label, native_id)


def read_heading(table: Table, layout: Layout) -> Heading:
    """Match the heading of a table to the columns of its kind.

    Raises:
        PageError: a required column is missing, or a heading stands there twice.
    """
    texts = [cell_text(cell) for cell in table.heading.cells]
    last = max((place for place, text in enumerate(texts) if text), default=-1)
    folded: dict[str, int] = {}
    for place, text in enumerate(texts):
        key = layout.fold(text)
        if text and key in folded:
            raise PageError("header", f"two columns are headed {text[:_SHOWN]!r}")
        folded[key] = place
    places = {
        column.key: folded[layout.fold(name)]
        for column in layout.columns
        for name in reversed(column.names)
        if layout.fold(name) in folded
    }
    missing = [c.names[0] for c in layout.columns if c.required and c.key not in places]
    if missing:
        raise PageError("header", f"line {table.heading.number} has no {', '.join(missing)}")
    labels = {key: texts[place] for key, place in places.items()}
    drift = _heading_drift(table, texts, set(places.values()), layout)
    return Heading(places, labels, last + 1, tuple(drift))


def rows_of(table: Table, heading: Heading) -> Iterator[Row | Rejected]:
    """Rows below the heading in order; blank lines say nothing and give nothing."""
    for line in table.lines:
        if line.is_blank:
            continue
        damage = line.damage or _misfit(line, heading)
        if damage is not None:
            yield Rejected("row", damage, str(line.number))
            continue
        cells = {key: line.cells[place] for key, place in heading.places.items()}
        yield Row(line.number, cells, heading.labels)


@dataclass
class Tally:
    """What was read of one table.

    Attributes:
        rows: rows that are not blank.
        damaged: rows that gave no record.
        filled: column -> sound rows with a value there.
    """

    rows: int = 0
    damaged: int = 0
    filled: Counter[str] = field(default_factory=Counter)

    def count(self, row: Row) -> None:
        """Count a sound row."""
        self.filled.update(key for key, cell in row.cells.items() if cell is not None)


def judge_table(name: str, tally: Tally, filled: Iterable[str], cap: int) -> Iterator[Finding]:
    """Whether a table is whole.

    Args:
        name: what the table is, for the messages.
        tally: what was read of it.
        filled: columns that some row of a table of any size fills.
        cap: rows at which an export is cut off.
    """
    if not tally.rows:
        yield Finding("block", "empty_table", f"{name} holds no rows")
        return
    if tally.rows >= cap:
        detail = f"{name} has {tally.rows} rows: an export stops at {cap}, so rows may be missing"
        yield Finding("incomplete", "row_cap", detail)
    if tally.damaged * _DAMAGED_ONE_IN > tally.rows:
        yield Finding(
            "block" if tally.damaged >= _FEW_ROWS else "warn",
            "quarantine_share",
            f"{tally.damaged} of {tally.rows} rows of {name} are damaged, above 2 %",
        )
    sound = tally.rows - tally.damaged
    for key in filled:
        if sound >= _MANY_ROWS and not tally.filled[key]:
            yield Finding("block", "empty_column", f"{key} of {name} is empty in all {sound} rows")


def _heading_drift(
    table: Table, texts: Sequence[str], known: set[int], layout: Layout
) -> Iterator[Drift]:
    where = table.sheet or "table"
    for name in table.left_out:
        yield Drift("sheet", "workbook", name[:_SHOWN])
    if table.has_formula_errors:
        yield Drift("value", where, "formula errors, read as empty cells")
    filled = {
        place for line in table.lines for place, cell in enumerate(line.cells) if cell is not None
    }
    for place, text in enumerate(texts):
        if place in known or (not text and place not in filled):
            continue
        if layout.dropped is None or not layout.dropped.search(text):
            yield Drift("header", where, redact(text)[:_SHOWN] or "(no heading)")


def _misfit(line: Line, heading: Heading) -> str | None:
    count = len(line.cells)
    if count < heading.width:
        return f"{count} cells where the heading has {heading.width}"
    if any(cell is not None for cell in line.cells[heading.width :]):
        return f"values beyond the {heading.width} columns of the heading"
    return None
