"""EURA 2014 and EURA 2007: granted structural-fund projects, two frozen archives.

The list is asked as CSV and, where the server answers HTML, once more without a type. Each
project has a description page that adds its applicant's Y-tunnus, its target area and what it
is about. Both vintages may also be dropped as a file. The list states a status of the day it was
written, so the status is worth less than the dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from urllib.parse import parse_qs, quote, urlsplit

from ingestion.scraper import (
    DiscoverContext,
    Drift,
    Finding,
    Page,
    PageError,
    Parsed,
    Rejected,
    Request,
)
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.eura2014 import listing
from ingestion.sources.eura2014.described import describe
from ingestion.sources.eura2014.detail import read_detail, stable_text
from ingestion.sources.eura2014.listed import has_numeric_beneficiary, list_record
from ingestion.sources.eura2014.rows import Cells, RowError, Vintage, vintages
from ingestion.spec import SourceSpec
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

#: From here on a column that is empty everywhere is no coincidence.
_MANY_ROWS = 20


class Scraper(BaseScraper):
    """Two lists that were frozen with their programmes.

    The lists were exported without quoting, so rows are repaired from both ends (`rows.py`),
    measured on the whole of both real files. The server has refused connections from at least
    one network, therefore a dropped file counts as much as a fetched list.
    """

    def __init__(self, spec: SourceSpec) -> None:
        super().__init__(spec)
        self._read: dict[str, listing.Listing] = {}

    @cached_property
    def _vintages(self) -> dict[str, Vintage]:
        return vintages(self.spec.options["authorities"])

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """The list, asked as CSV."""
        yield self._list_request("&type=csv", depth=0)

    def follow(self, page: Page) -> Iterable[Request]:
        """From the list: the HTML list where CSV was refused, else every project's page."""
        if page.role != "list":
            return
        if _is_refused_csv(page):
            yield self._list_request("", depth=page.request.depth)
            return
        read = self._listing(page)
        codes = dict.fromkeys(row.cells.code for row in read.rows)
        for code in filter(None, codes):
            yield Request(
                url=self._project_url(code, read.vintage.name),
                role="detail",
                optional=True,
                max_age_days=self.spec.access.max_age_days,
                depth=page.request.depth + 1,
            )

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Projects of a list, or what a description page adds to one."""
        if _is_detail(page):
            return self._parse_detail(page)
        if _is_refused_csv(page):
            return ()
        return self._parse_list(page)

    def drop_kind(self, page: Page) -> str | None:
        """`list_2014` or `list_2007` by the header line."""
        vintage = listing.csv_vintage(page.body, self._vintages)
        return f"list_{vintage.name}" if vintage else None

    def stable_bytes(self, page: Page) -> bytes:
        """Rows without their order, facts of a description without its surroundings."""
        if _is_detail(page):
            text = stable_text(page.body, page.charset)
            return page.body if text is None else text.encode()
        try:
            read = self._listing(page)
        except PageError:
            return page.body
        return "\n".join(sorted(_row_key(row) for row in read.rows)).encode()

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Rows that were listed against rows that were read, and the known oddities counted."""
        lists = [page for page in pages if not _is_detail(page) and not _is_refused_csv(page)]
        read = [found for page in lists if (found := self._read_quietly(page)) is not None]
        if not read:
            yield Finding("block", "no_list", "no page or file of the snapshot is a readable list")
        for found in read:
            yield from _list_findings(found)

    def _listing(self, page: Page) -> listing.Listing:
        """The list of a page; the newest one is kept, since four verbs ask for the same."""
        if page.sha256 not in self._read:
            found = listing.read_list(page.body, page.charset, self._vintages)
            self._read = {page.sha256: found}
        return self._read[page.sha256]

    def _read_quietly(self, page: Page) -> listing.Listing | None:
        try:
            return self._listing(page)
        except PageError:
            return None

    def _list_request(self, suffix: str, depth: int) -> Request:
        url = f"{self.spec.base_url}/projektilista.php?rahasto=ALL{suffix}"
        return Request(url=url, role="list", expect="any", depth=depth)

    def _project_url(self, code: str, vintage: str) -> str:
        template: str = self.spec.options["project_url"][vintage]
        return template.format(code=quote(code, safe=""))

    def _parse_list(self, page: Page) -> Iterator[Parsed]:
        read = self._listing(page)
        for name in read.unknown_columns:
            yield Drift("header", "list", name)
        seen: set[str] = set()
        for row in read.rows:
            try:
                yield from self._parse_row(row, read.vintage, seen)
            except RowError as error:
                reason = f"{error.reason}: {redact(row.text)[:160]}"
                yield Rejected(error.step, reason, str(row.number), None, error.code)

    def _parse_row(self, row: listing.Row, vintage: Vintage, seen: set[str]) -> Iterator[Parsed]:
        if isinstance(row.cells, RowError):
            raise row.cells
        cells = row.cells
        if cells.code in seen:
            raise RowError("unique_code", "the code stands in the list before", cells.code)
        seen.add(cells.code)
        yield list_record(cells, self._project_url(cells.code, vintage.name), row.number, self.spec)
        if has_numeric_beneficiary(cells):
            yield Drift("value", "Toteuttajan nimi", "a bare number, kept as no beneficiary")
        parts: list[str] = self.spec.options["programme_parts"]
        if vintage.has_programme_part and collapse(cells.programme_part) not in parts:
            yield Drift("enum", "Ohjelma / osio", cells.programme_part[:80])

    def _parse_detail(self, page: Page) -> Iterator[Parsed]:
        detail = read_detail(page.body, page.charset)
        code = detail.facts.get("code")
        if code is None:
            raise PageError("code", "the page states no project code")
        asked = parse_qs(urlsplit(page.url).query).get("projektikoodi", [code])[0]
        if code != asked:
            raise PageError("code", f"asked for {asked[:20]}, the page shows another project")
        yield from detail.drift
        url = self._project_url(code, "2014")
        yield from describe(detail, url, self.spec, self._vintages["2007"])


def _is_detail(page: Page) -> bool:
    """By role; a page given without one (read from a file) by what it says."""
    if page.role in ("list", "drop"):
        return False
    return page.role == "detail" or (listing.is_markup(page.body) and b"Hankekoodi" in page.body)


def _is_refused_csv(page: Page) -> bool:
    """Whether CSV was asked and something else came: the next request asks without a type."""
    asked = "csv" in parse_qs(urlsplit(page.url).query).get("type", [])
    return asked and not listing.is_csv(page.body)


def _row_key(row: listing.Row) -> str:
    if isinstance(row.cells, RowError):
        return row.text
    return repr(row.cells)


def _list_findings(read: listing.Listing) -> Iterator[Finding]:
    total = len(read.rows)
    damaged = [row for row in read.rows if isinstance(row.cells, RowError)]
    if not total:
        yield Finding("block", "empty_list", f"the list of {read.vintage.name} holds no rows")
        return
    if len(damaged) * 50 > total:
        yield Finding(
            "warn",  # drift is told and the good rows stand; the bound of the spec blocks
            "quarantine_share",
            f"{len(damaged)} of {total} rows of {read.vintage.name} are damaged, above 2 %",
        )
    rows = [row.cells for row in read.rows if isinstance(row.cells, Cells)]
    yield from _oddities(rows)
    if len(rows) >= _MANY_ROWS:
        yield from _empty_columns(rows)


def _empty_columns(rows: list[Cells]) -> Iterator[Finding]:
    """A column that says nothing in any row has moved, even where every row can be read."""
    empty = {
        "title": not any(cells.title.strip() for cells in rows),
        "start": not any(cells.start for cells in rows),
        "end": not any(cells.end for cells in rows),
        "beneficiary": not any(cells.beneficiary.strip() for cells in rows),
        "granted": not any(Decimal(cells.amounts[0] or "0") for cells in rows),
    }
    for column, is_empty in empty.items():
        if is_empty:
            yield Finding("block", "empty_column", f"{column} is empty in all {len(rows)} rows")


def _oddities(rows: list[Cells]) -> Iterator[Finding]:
    amounts = [[Decimal(amount or "0") for amount in cells.amounts] for cells in rows]
    counted = {
        "realised_above_granted": sum(realised > granted for granted, realised, *_ in amounts),
        "granted_above_planned_public": sum(row[0] > row[2] for row in amounts),
        "numeric_beneficiary": sum(has_numeric_beneficiary(cells) for cells in rows),
        "no_start_date": sum(not cells.start for cells in rows),
    }
    for code, count in counted.items():
        if count:
            yield Finding("warn", code, f"{count} of {len(rows)} rows")
