"""Recovery and resilience facility: supported objects and measures, dropped when obtained.

No public list of Finnish final recipients is known. Two tables are read: the list that
authorities report for each supported object, and the hand-kept table of measures. The list
states payments, so a grant is known and its sum is not.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ingestion.platforms.table_rows import (
    ColumnError,
    Layout,
    Row,
    Tally,
    judge_table,
    read_heading,
    rows_of,
)
from ingestion.platforms.tables import Table, cell_text, read_table
from ingestion.scraper import Finding, Page, PageError, Parsed, Rejected
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.rrf.columns import MEASURES, OBJECTS
from ingestion.sources.rrf.measures import read_measure
from ingestion.sources.rrf.objects import Payment, gather, read_payment
from ingestion.spec import SourceSpec

logger = logging.getLogger(__name__)

_OBJECTS: Final = "objects"
_MEASURES: Final = "measures"
_MUST_FILL: Final = {
    _OBJECTS: ("body", "object_id", "name", "recipient", "paid"),
    _MEASURES: ("measure_code",),
}


@dataclass
class _Read:
    """What one file says, and the counts that judge it."""

    kind: str
    said: list[Parsed]
    tally: Tally


class Scraper(BaseScraper):
    """Objects with their payments, and measures.

    One record an object; its rows are its payments. Names of natural persons are not kept,
    beneficial owners are never read.
    """

    def __init__(self, spec: SourceSpec) -> None:
        super().__init__(spec)
        self._last: dict[str, _Read] = {}

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Objects or measures of a file."""
        return self._read(page).said

    def drop_kind(self, page: Page) -> str | None:
        """`objects` or `measures` by the heading."""
        try:
            return _open(page)[0]
        except PageError as error:
            logger.warning("%s: %s", page.filename, error)
            return None

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Whether each table is whole."""
        for page in pages:
            name = page.filename or "table"
            try:
                read = self._read(page)
            except PageError as error:
                yield Finding("block", "unreadable_file", f"{name}: {error}"[:500])
                continue
            cap: int = self.spec.options["row_cap"]
            yield from judge_table(name, read.tally, _MUST_FILL[read.kind], cap)

    def _read(self, page: Page) -> _Read:
        """The reading of a file; the newest one is kept, since two verbs ask for the same."""
        if page.sha256 not in self._last:
            kind, table, layout = _open(page)
            read = _Read(kind, [], Tally())
            self._fill(read, table, layout, f"drop:{self.spec.id}/{page.sha256}")
            self._last = {page.sha256: read}
        return self._last[page.sha256]

    def _fill(self, read: _Read, table: Table, layout: Layout, url: str) -> None:
        heading = read_heading(table, layout)
        read.said += heading.drift
        payments: list[Payment] = []
        for row in rows_of(table, heading):
            read.tally.rows += 1
            if isinstance(row, Rejected):
                read.tally.damaged += 1
                read.said.append(row)
                continue
            try:
                self._row(read, row, url, payments)
            except ColumnError as error:
                read.tally.damaged += 1
                read.said.append(row.reject(error))
            else:
                read.tally.count(row)
        for reading in gather(payments, url, self.spec.options["payment_types"]):
            read.said += [reading.record, *reading.remarks]

    @staticmethod
    def _row(read: _Read, row: Row, url: str, payments: list[Payment]) -> None:
        if read.kind == _MEASURES:
            read.said.append(read_measure(row, f"{url}#{row.number}"))
        else:
            payments.append(read_payment(row))


def _open(page: Page) -> tuple[str, Table, Layout]:
    """Kind, table and layout of a file.

    Raises:
        PageError: it is neither table.
    """
    table = read_table(
        page.body, lambda texts: OBJECTS.is_heading(texts) or MEASURES.is_heading(texts)
    )
    texts = [cell_text(cell) for cell in table.heading.cells]
    if MEASURES.is_heading(texts):
        return _MEASURES, table, MEASURES
    return _OBJECTS, table, OBJECTS
