"""Reads one saved page, feed or text outside a crawl: what `elo read` prints.

What does not belong here: understanding text (`text/`) and parsing a source's pages (its scraper).
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from ingestion.records import Record
from ingestion.registry import Source
from ingestion.scraper import Page, PageError, Scraper
from ingestion.text.html import decode, lines, soup
from ingestion.text.privacy import redact
from ingestion.text.reading import read_text

_MARKUP = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<")
_XML = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed)", re.IGNORECASE)


def read_page(source: Source, page: Page) -> dict[str, Any]:
    """What a page states: the reading of its text, and the records its parser makes of it."""
    scraper = source.scraper()
    url = page.url if page.url.startswith("http") else None
    reading = read_text(_text(scraper, page), url).as_json()
    return {**reading, "records": _records(scraper, page)}


def _text(scraper: Scraper, page: Page) -> str:
    if _MARKUP.match(page.body):
        try:
            own = scraper.main_text(page)
        except PageError:
            own = None
        text = own if own is not None else _visible(page)
    else:
        text, _ = decode(page.body, page.charset)
    return redact(text)


def _visible(page: Page) -> str:
    if _XML.match(page.body):
        text, _ = decode(page.body, page.charset)
        return re.sub(r"<[^>]+>", "\n", text)
    return "\n".join(lines(soup(page.body, page.charset)))


def _records(scraper: Scraper, page: Page) -> list[dict[str, Any]]:
    """Records as JSON; a text that is no page of the source gives none."""
    try:
        found = [item for item in scraper.parse(page) if isinstance(item, Record)]
    except (PageError, ValidationError):
        return []
    return [{"kind": record.kind, **record.model_dump(mode="json")} for record in found]
