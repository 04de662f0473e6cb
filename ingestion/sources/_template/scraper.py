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

#: Header of a column, in the languages of the site -> what stands below it.
_HEADERS = {
    "Tunniste": "id",
    "Kod": "id",
    "Hanke": "name",
    "Projekt": "name",
    "Toteuttaja": "lead",
    "Genomförare": "lead",
    "Alkaa": "start",
    "Börjar": "start",
    "Tila": "status",
    "Status": "status",
}
_NEEDED = {"id", "name", "lead", "start", "status"}


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
        titles = _cells(header)
        columns = [_HEADERS.get(title, "") for title in titles]
        if missing := _NEEDED - set(columns):
            raise PageError("header", f"no column for {', '.join(sorted(missing))}")
        for title in titles:
            if title not in _HEADERS:
                yield Drift("header", "list", title)
        for number, row in enumerate(rows, start=1):
            values = _cells(row)
            cells = dict(zip(columns, values, strict=False))
            if len(values) != len(columns):
                yield Rejected("cells", "a row with other cells than the header", str(number))
            elif not (cells["id"] and cells["name"]):
                yield Rejected("name", "no id or no name", str(number), "name", cells["id"] or None)
            else:
                yield from self._read_row(cells, page.url, number)

    def _read_row(self, cells: dict[str, str], url: str, number: int) -> Iterator[Parsed]:
        status = self.spec.lookups["project.status"].get(cells["status"])
        if status is None and cells["status"]:
            yield Drift("enum", "status", cells["status"][:80])
        start = read_day(cells["start"]) if cells["start"] else None
        if cells["start"] and start is None:
            yield Rejected("date", "no date d.m.yyyy", str(number), "start", cells["id"])
        lead = cells["lead"]
        yield ProjectRecord(
            native_id=cells["id"],
            source_url=url,
            locator=f"row {number}",
            name=cells["name"],
            start_date=start,
            start_precision="day" if start else None,
            status=cast(Status, status or "unknown") if cells["status"] else None,
            status_raw=cells["status"] or None,
            organisations=(OrganisationMention(role="lead", name=lead),) if lead else (),
        )


def _cells(row: Tag) -> list[str]:
    return [collapse(cell.get_text(" ")) for cell in row.find_all(["th", "td"])]
