"""State grant decisions, dropped as exports of a Power BI table that no API serves.

Three tables come out of the same page, and only granted decisions are grants: refused and
received applications are recognised and left alone. A file says by its heading what it is; the
sector slicer a person exported it with stands only in its name.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
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
from ingestion.sources.tutkiavustuksia.columns import GRANTED, ONLY_GRANTED, TRANSFER
from ingestion.sources.tutkiavustuksia.decisions import (
    Decision,
    numbered,
    read_decision,
    shared_cases,
    to_record,
)
from ingestion.sources.tutkiavustuksia.transfer import read_transferred
from ingestion.spec import SourceSpec

_GRANTED: Final = "granted"
_REFUSED: Final = "refused"
_TRANSFER: Final = "transfer"
#: Columns that some row of every table fills.
_MUST_FILL: Final = {
    _GRANTED: ("decided_on", "recipient", "funder", "case", "granted"),
    _TRANSFER: ("decided_on", "funder", "case", "granted"),
}
_SLICER = re.compile(r"(?<![A-Za-z0-9])(S\d{2,6}|tyhjä|tyhja|puuttuu)(?![A-Za-zåäö0-9])", re.I)
_NAMED_GRANTED = re.compile(r"my[öo]nt", re.IGNORECASE)
_NAMED_REFUSED = re.compile(r"kielteis|hyl[äa]t|saapun|hakemuk", re.IGNORECASE)

logger = logging.getLogger(__name__)


@dataclass
class _Read:
    """What one file says, and the counts that judge it."""

    kind: str
    said: list[Parsed]
    tally: Tally
    left_out: int = 0


class Scraper(BaseScraper):
    """Granted decisions of the exported table, and of the producers' transfer file.

    A decision whose sum is not stated is kept as not published; a natural person's name is never
    kept. A file of one sector slicer is a kind of its own, so that the newest file of each
    slicer stands.
    """

    def __init__(self, spec: SourceSpec) -> None:
        super().__init__(spec)
        self._last: dict[tuple[str, str | None], _Read] = {}

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Granted decisions of a file; a table of applications says nothing of grants."""
        return self._read(page).said

    def drop_kind(self, page: Page) -> str | None:
        """`granted`, `refused` or `transfer` by the heading, with the slicer of the name."""
        try:
            kind, _ = _open(page)
        except PageError as error:
            logger.warning("%s: %s", page.filename, error)
            return None
        slicer = _SLICER.search(page.filename or "")
        return f"{kind}_{slicer[1].casefold()}" if slicer else kind

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Whether each table is whole; what was left out on purpose is counted."""
        for page in pages:
            try:
                read = self._read(page)
            except PageError:
                yield Finding("block", "unreadable_file", f"{page.filename or page.url}: no table")
                continue
            name = page.filename or read.kind
            if read.left_out:
                detail = f"{read.left_out} rows of {name} are no grants or withdrawn: not loaded"
                yield Finding("warn", "no_grants", detail)
            if read.kind in _MUST_FILL:
                cap: int = self.spec.options["row_cap"]
                yield from judge_table(name, read.tally, _MUST_FILL[read.kind], cap)

    def _read(self, page: Page) -> _Read:
        """The reading of a file; the newest one is kept, since two verbs ask for the same."""
        key = (page.sha256, page.filename)
        if key not in self._last:
            self._last = {key: self._read_new(page)}
        return self._last[key]

    def _read_new(self, page: Page) -> _Read:
        kind, table = _open(page)
        if kind == _REFUSED:
            left_out = sum(not line.is_blank for line in table.lines)
            return _Read(kind, [], Tally(), left_out)
        return self._read_grants(kind, table, TRANSFER if kind == _TRANSFER else GRANTED)

    def _read_grants(self, kind: str, table: Table, layout: Layout) -> _Read:
        heading = read_heading(table, layout)
        read = _Read(kind, [*heading.drift], Tally())
        decisions = list(_decisions(kind, rows_of(table, heading), read))
        shared = shared_cases(decisions)
        url = self.spec.public_url or ""
        for native_id, decision in numbered(decisions):
            read.said.append(to_record(native_id, decision, url, shared))
            read.said += decision.remarks
        return read


def _open(page: Page) -> tuple[str, Table]:
    """Kind and table of a file.

    Raises:
        PageError: it is none of the tables this source knows.
    """
    table = read_table(
        page.body, lambda texts: TRANSFER.is_heading(texts) or GRANTED.is_heading(texts)
    )
    texts = [cell_text(cell) for cell in table.heading.cells]
    if TRANSFER.is_heading(texts):
        return _TRANSFER, table
    name = page.filename or ""
    is_named_refused = _NAMED_REFUSED.search(name) and not _NAMED_GRANTED.search(name)
    has_grants = GRANTED.known_columns(texts) & ONLY_GRANTED
    return (_GRANTED if has_grants and not is_named_refused else _REFUSED), table


def _decisions(kind: str, rows: Iterable[Row | Rejected], read: _Read) -> Iterator[Decision]:
    reader = read_transferred if kind == _TRANSFER else read_decision
    for row in rows:
        read.tally.rows += 1
        if isinstance(row, Rejected):
            read.tally.damaged += 1
            read.said.append(row)
            continue
        try:
            decision = reader(row)
        except ColumnError as error:
            read.tally.damaged += 1
            read.said.append(row.reject(error))
            continue
        read.tally.count(row)
        if decision is None:
            read.left_out += 1
        else:
            yield decision
