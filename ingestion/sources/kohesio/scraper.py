"""Kohesio: the Commission's copy of the structural-fund registers, one CSV a programme period.

Only the prepared files are asked for, at most once a night and conditionally; the front end's own
API refuses hosts. A file that cannot be had or read leaves the last good rows where they are. The
national code inside the local identifier is what ties a row to the national register.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingestion.scraper import (
    DiscoverContext,
    Finding,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.kohesio.columns import Header
from ingestion.sources.kohesio.operations import OperationReader, Reading
from ingestion.sources.kohesio.table import RawRow, split_rows
from ingestion.sources.kohesio.values import RowError, read_qid
from ingestion.spec import SourceSpec

#: A handful of damaged rows in a small file is no sign of a changed one.
_FEW_ROWS = 5
#: From here on a column that is empty everywhere is no coincidence.
_MANY_ROWS = 20


@dataclass(frozen=True)
class _Refused:
    """A row that is no record."""

    line: int
    error: RowError
    qid: str | None


class Scraper(BaseScraper):
    """Two files, each read row by row; a damaged row costs itself and no other."""

    def __init__(self, spec: SourceSpec) -> None:
        super().__init__(spec)
        self._reader = OperationReader(spec)

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """The newest file of each period.

        A period whose file is not there (404) is not a failed fetch: which objects exist for
        this country was never verified. Rows that were there before are guarded by `max_drop`.
        """
        for url in self.spec.options["files"]:
            yield Request(url=url, role="file", expect="csv", optional=True)

    def follow(self, page: Page) -> Iterable[Request]:
        """Nothing follows; a page that is no such file is named while it is fetched."""
        Header.read(next(_rows(page)).cells)
        return ()

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Operations of one file."""
        rows = _rows(page)
        header = Header.read(next(rows).cells)
        yield from header.drift()
        for found in self._read(header, rows):
            if isinstance(found, _Refused):
                yield Rejected(
                    step=found.error.step,
                    reason=found.error.reason,
                    row=str(found.line),
                    field=found.error.field,
                    native_id=found.qid,
                )
            else:
                yield found.record
                yield from dict.fromkeys(found.drift)

    def stable_bytes(self, page: Page) -> bytes:
        """The lines without their order."""
        return b"\n".join(sorted(page.body.split(b"\n")))

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Whether each file is whole, and how often the official schema is not kept."""
        for url in self.spec.options["files"]:
            if not any(page.url == url for page in pages):
                yield Finding("warn", "no_file", f"nothing was had from {url}")
        for page in pages:
            try:
                rows = _rows(page)
                header = Header.read(next(rows).cells)
            except PageError as error:
                yield Finding("block", "unreadable_file", f"{page.url}: {error}")
                continue
            yield from _judge(page.url, list(self._read(header, rows)))

    def _read(self, header: Header, rows: Iterable[RawRow]) -> Iterator[Reading | _Refused]:
        seen: set[str] = set()
        for row in rows:
            qid = None
            try:
                cells = _cells(header, row)
                qid = read_qid(cells["Operation_Unique_Identifier"])
                if qid in seen:
                    raise RowError("unique_id", "the operation stands in the file before")
                seen.add(qid)
                yield self._reader.read(cells, row.line)
            except RowError as error:
                yield _Refused(row.line, error, qid)


def _rows(page: Page) -> Iterator[RawRow]:
    """Rows of a file, of which the first is a readable header.

    Raises:
        PageError: it is no UTF-8, or no table.
    """
    try:
        text = page.body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PageError("charset", "the file is no UTF-8") from error
    rows = split_rows(text)
    first = next(rows, None)
    if first is None or first.fault or "," not in text[:4000] or text.lstrip()[:1] == "<":
        raise PageError("file form", "the body does not begin with a header row")
    return _chain(first, rows)


def _chain(first: RawRow, rest: Iterator[RawRow]) -> Iterator[RawRow]:
    yield first
    yield from rest


def _cells(header: Header, row: RawRow) -> dict[str, str]:
    if row.fault:
        raise RowError("csv", row.fault)
    cells = header.cells(row.cells)
    if cells is None:
        raise RowError("columns", f"{len(row.cells)} cells under {header.width} columns")
    return cells


def _judge(url: str, found: list[Reading | _Refused]) -> Iterator[Finding]:
    refused = [item for item in found if isinstance(item, _Refused)]
    readings = [item for item in found if isinstance(item, Reading)]
    if not readings:
        yield Finding("block", "empty_file", f"{url}: no row gives an operation")
        return
    if isinstance(found[-1], _Refused) and found[-1].error.step in ("csv", "columns"):
        yield Finding("incomplete", "cut_file", f"{url}: the last row is not whole")
    if len(refused) * 50 > len(found):
        level = "block" if len(refused) >= _FEW_ROWS else "warn"
        detail = f"{url}: {len(refused)} of {len(found)} rows are damaged, above 2 %"
        yield Finding(level, "quarantine_share", detail)  # type: ignore[arg-type]
    notes = Counter(note for reading in readings for note in reading.notes)
    for code, count in sorted(notes.items()):
        yield Finding("warn", code, f"{url}: {count} of {len(readings)} rows")
    if len(readings) >= _MANY_ROWS:
        yield from _empty_columns(url, readings)


def _empty_columns(url: str, readings: list[Reading]) -> Iterator[Finding]:
    """A column that says nothing in any row has moved, even where every row can be read."""
    records = [reading.record for reading in readings]
    empty = {
        "name": not any(record.name for record in records),
        "start date": not any(record.start_date for record in records),
        "end date": not any(record.end_date for record in records),
        "beneficiary": not any(record.organisations for record in records),
        "EU budget and total": not any(len(record.amounts) > 1 for record in records),
        "fund": not any(record.instrument for record in records),
    }
    for column, is_empty in empty.items():
        if is_empty:
            detail = f"{url}: {column} is empty in all {len(records)} rows"
            yield Finding("block", "empty_column", detail)
