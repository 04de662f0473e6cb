"""EURA 2021: granted structural-fund projects 2021–2027, dropped as an export of the register.

The register is a Power BI embed that no script could export. Its headings are unknown, so the
reader takes every alias that was thought of and reports the rest. The table ends at the first
row without a project code; what stands below is reported, never read.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingestion.platforms.table_rows import (
    ColumnError,
    Heading,
    Row,
    Tally,
    judge_table,
    read_heading,
    rows_of,
)
from ingestion.platforms.tables import Cell, Line, Table, cell_text, read_table
from ingestion.scraper import Drift, Finding, Page, PageError, Parsed, Rejected
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.eura2021_register.columns import REGISTER
from ingestion.sources.eura2021_register.projects import read_code, read_project
from ingestion.spec import SourceSpec
from ingestion.text.privacy import redact

_MUST_FILL: Final = ("hankekoodi", "nimi", "rahasto", "toteuttaja")
#: A row that names a project and its implementer is data, whatever its code looks like.
_DATA: Final = ("nimi", "rahasto", "toteuttaja")
_SHOWN = 60

logger = logging.getLogger(__name__)


@dataclass
class _Read:
    """What one file says, and the counts that judge it."""

    said: list[Parsed]
    tally: Tally


class Scraper(BaseScraper):
    """The register as a person exports it: one table, one row a project."""

    def __init__(self, spec: SourceSpec) -> None:
        super().__init__(spec)
        self._last: dict[str, _Read] = {}

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Projects down to the end of the table; what stands below it as drift."""
        return self._read(page).said

    def drop_kind(self, page: Page) -> str | None:
        """`register` where a line names project codes and project names."""
        try:
            read_table(page.body, REGISTER.is_heading)
        except PageError as error:
            logger.warning("%s: %s", page.filename, error)
            return None
        return "register"

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Whether the table is whole, as far as the file can tell."""
        for page in pages:
            name = page.filename or "register"
            try:
                tally = self._read(page).tally
            except PageError as error:
                yield Finding("block", "unreadable_file", f"{name}: {error}"[:500])
                continue
            yield from judge_table(name, tally, _MUST_FILL, self.spec.options["row_cap"])

    def _read(self, page: Page) -> _Read:
        """The reading of a file; the newest one is kept, since two verbs ask for the same."""
        if page.sha256 not in self._last:
            table = read_table(page.body, REGISTER.is_heading)
            self._last = {page.sha256: self._read_new(table)}
        return self._last[page.sha256]

    def _read_new(self, table: Table) -> _Read:
        heading = read_heading(table, REGISTER)
        end = _end_of(table.lines, heading)
        read = _Read([*heading.drift], Tally())
        seen: set[str] = set()
        for row in rows_of(replace(table, lines=table.lines[:end]), heading):
            read.tally.rows += 1
            read.said += self._row(row, seen, read.tally)
        for line in table.lines[end:]:
            if not line.is_blank:
                read.said.append(_below(line, heading, read.tally))
        return read

    def _row(self, row: Row | Rejected, seen: set[str], tally: Tally) -> Iterator[Parsed]:
        if isinstance(row, Rejected):
            tally.damaged += 1
            yield row
            return
        code = read_code(row.cells["hankekoodi"])
        try:
            if code is None:
                raise ColumnError("hankekoodi", "code", "no project code")
            if code in seen:
                raise ColumnError("hankekoodi", "unique_code", "the code stands in a row before")
            reading = read_project(row, code, self.spec)
        except ColumnError as error:
            tally.damaged += 1
            yield row.reject(error, code)
            return
        seen.add(code)
        tally.count(row)
        yield reading.record
        yield from reading.remarks


def _end_of(lines: Sequence[Line], heading: Heading) -> int:
    """Place of the first line that is blank, or neither has a project code nor is data."""
    for place, line in enumerate(lines):
        if line.damage is None and _code_of(line, heading) is None and not _is_data(line, heading):
            return place
    return len(lines)


def _code_of(line: Line, heading: Heading) -> str | None:
    return read_code(_cell(line, heading, "hankekoodi"))


def _is_data(line: Line, heading: Heading) -> bool:
    return all(_cell(line, heading, key) is not None for key in _DATA)


def _cell(line: Line, heading: Heading, key: str) -> Cell:
    place = heading.places[key]
    return line.cells[place] if place < len(line.cells) else None


def _below(line: Line, heading: Heading, tally: Tally) -> Parsed:
    """What stands below the table: a footer is drift, data is quarantined."""
    code = _code_of(line, heading)
    if line.damage is None and code is None and not _is_data(line, heading):
        said = next(cell_text(cell) for cell in line.cells if cell is not None)
        return Drift("footer", "below the table", redact(said)[:_SHOWN])
    tally.rows += 1
    tally.damaged += 1
    reason = line.damage or "a line without a project code stands before and ends the table"
    return Rejected("end of table", reason, str(line.number), None, code)
