"""The trial register: a list of links, one page a project with a sum granted to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from ingestion.records import Amount, OrganisationMention, ProjectRecord
from ingestion.scraper import DiscoverContext, Drift, Page, PageError, Parsed, Rejected, Request
from ingestion.scraper import Scraper as BaseScraper
from ingestion.text.dates import read_day
from ingestion.text.html import soup
from ingestion.text.names import collapse

_SUM = re.compile(r"(\d{1,3}(?: \d{3})*),(\d\d) €")
_LABELS = {"Number", "Project", "Recipient", "Begins", "Granted"}


class Scraper(BaseScraper):
    """Follows the list to its pages; a page is one project."""

    def start(self, context: DiscoverContext) -> Iterable[Request]:
        """The list."""
        yield Request(f"{self.spec.base_url}/index.html", role="list")

    def follow(self, page: Page) -> Iterator[Request]:
        """The page of every listed project."""
        if page.role == "list":
            for link in soup(page.body, page.charset).select("li a[href]"):
                yield Request(urljoin(page.url, str(link["href"])), role="detail", depth=1)

    def parse(self, page: Page) -> Iterator[Parsed]:
        """The facts of one page; the list states none of its own."""
        if page.role == "list":
            return
        tree = soup(page.body, page.charset)
        facts = _read_facts(tree)
        for label in facts.keys() - _LABELS:
            yield Drift("label", "detail", label)
        if missing := {"Number", "Project"} - facts.keys():
            raise PageError("labels", f"no {', '.join(sorted(missing))}")
        match = _SUM.fullmatch(facts.get("Granted", ""))
        if match is None:
            yield Rejected("sum", "no sum in euros", field="Granted", native_id=facts["Number"])
            return
        start = read_day(facts.get("Begins", ""))
        yield ProjectRecord(
            native_id=facts["Number"],
            source_url=page.url,
            name=facts["Project"],
            name_en=facts["Project"],
            start_date=start,
            start_precision="day" if start else None,
            organisations=(OrganisationMention(role="lead", name=facts["Recipient"]),),
            amounts=(
                Amount(kind="granted", amount=Decimal(f"{match[1].replace(' ', '')}.{match[2]}")),
            ),
        )


def _read_facts(tree: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for label in tree.select("dl dt"):
        value = label.find_next_sibling("dd")
        if isinstance(value, Tag):
            found[collapse(label.get_text())] = collapse(value.get_text(" "))
    return found
