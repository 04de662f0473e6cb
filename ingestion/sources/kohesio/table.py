"""Splits the file into rows, and finds its feet again behind a damaged one.

A row may hold line ends inside quotes, so one lost quote would swallow the rows behind it. A line
that begins like a row while a quote is open is therefore taken for a row, and the open one for
damaged. What does not belong here: what a column means (`columns.py`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ROW_START = re.compile(r'"?https?://linkedopendata\.eu/entity/Q\d+"?,')


@dataclass(frozen=True)
class RawRow:
    """One row: the line it begins on (from 1), and its cells.

    Attributes:
        fault: why there are no trustworthy cells, else None.
    """

    line: int
    cells: Sequence[str]
    fault: str | None = None


def split_rows(text: str) -> Iterator[RawRow]:
    """All rows of a CSV text in order, the header among them; blank lines are none."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end, is_closed = _row_end(lines, at)
        body = "\n".join(lines[at:end])
        if body.strip():
            yield _read_row(body, at + 1, is_closed=is_closed)
        at = end


def _row_end(lines: list[str], start: int) -> tuple[int, bool]:
    """The line behind a row that begins at `start`, and whether its quotes are closed."""
    quotes = lines[start].count('"')
    end = start + 1
    while quotes % 2:
        if end == len(lines) or _ROW_START.match(lines[end]):
            return end, False
        quotes += lines[end].count('"')
        end += 1
    return end, True


def _read_row(body: str, line: int, *, is_closed: bool) -> RawRow:
    if not is_closed:
        return RawRow(line, (), "a quote is opened and not closed")
    try:
        rows = list(csv.reader([body.removesuffix("\r")], strict=True))
    except csv.Error as error:
        return RawRow(line, (), str(error))
    return RawRow(line, rows[0])
