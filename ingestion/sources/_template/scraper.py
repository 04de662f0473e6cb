"""SOURCE_ID: a list page whose rows are projects.

Replace this text by what the source is and why it is read this way, and the class by a reader of
its pages. What does not belong here: facts about the source that are no code (`source.yml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from bs4 import Tag

from ingestion.records import OrganisationMention, ProjectRecord, Status
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Parsed, Rejected, Request
from ingestion.scraper import Scraper as BaseScraper
from ingestion.text.dates import read_day
from ingestion.text.html import soup
from ingestion.text.names import collapse

_COLUMNS = ("Tunniste", "Hanke", "Toteuttaja", "Alkaa", "Tila")


class Scraper(BaseScraper):
    """One page, one table, one row a project."""

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """The list."""
        yield Request(f"{self.spec.base_url}", role="list")

    def parse(self, page: Page) -> Iterator[Parsed]:
        """The projects of the table."""
        tables = soup(page.body, page.charset).find_all("table")
        if len(tables) != 1:
            raise PageError("exactly one table", f"found {len(tables)}")
        header, *rows = [row for row in tables[0].find_all("tr") if isinstance(row, Tag)]
        columns = _cells(header)
        if missing := set(_COLUMNS) - set(columns):
            raise PageError("header", f"no column {', '.join(sorted(missing))}")
        for name in columns:
            if name not in _COLUMNS:
                yield Drift("header", "list", name)
        for number, row in enumerate(rows, start=1):
            cells = dict(zip(columns, _cells(row), strict=False))
            if len(cells) == len(columns) and cells["Tunniste"]:
                yield from self._read_row(cells, page.url, number)
            else:
                yield Rejected("cells", "a row with other cells than the header", str(number))

    def _read_row(self, cells: dict[str, str], url: str, number: int) -> Iterator[Parsed]:
        status = self.spec.lookups["project.status"].get(cells["Tila"], "unknown")
        if status == "unknown" and cells["Tila"]:
            yield Drift("enum", "Tila", cells["Tila"][:80])
        start = read_day(cells["Alkaa"]) if cells["Alkaa"] else None
        if cells["Alkaa"] and start is None:
            yield Rejected("date", "no date d.m.yyyy", str(number), "Alkaa", cells["Tunniste"])
        lead = cells["Toteuttaja"]
        yield ProjectRecord(
            native_id=cells["Tunniste"],
            source_url=url,
            locator=f"row {number}",
            name=cells["Hanke"] or None,
            start_date=start,
            start_precision="day" if start else None,
            status=cast(Status, status),
            status_raw=cells["Tila"] or None,
            organisations=(OrganisationMention(role="lead", name=lead),) if lead else (),
        )


def _cells(row: Tag) -> list[str]:
    return [collapse(cell.get_text(" ")) for cell in row.find_all(["th", "td"])]
