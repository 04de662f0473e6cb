"""EURA 2021 call notices: the whole list stands as JSON inside one page. Calls are no grants.

The list is asked for every night. A notice's own page is asked for when it is new, when its
entry in the list has changed, and now and then. What does not belong here: fields of a notice
(`notices.py`, `detail.py`).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup

from ingestion.platforms.html_crawl import read_tree
from ingestion.platforms.json_pages import LANGUAGE_KEYS, key_drift, repeated_findings
from ingestion.records import CallRecord
from ingestion.scraper import DiscoverContext, Finding, Page, PageError, Parsed, Rejected, Request
from ingestion.scraper import Scraper as BaseScraper
from ingestion.settings import HELSINKI
from ingestion.sources.eura2021_calls.detail import DetailReader, own_text, read_sections
from ingestion.sources.eura2021_calls.notices import NoticeReader, call_url, disagrees
from ingestion.sources.eura2021_calls.payload import (
    KEYS,
    Payload,
    has_payload,
    read_payload,
)

_LIST, _DETAIL = "list", "detail"
_PATH = re.compile(r"/hakuilmoitukset/hakuilmoitus/(?P<id>[0-9a-fA-F-]{20,})/?")


class Scraper(BaseScraper):
    """The list, then the pages of notices that are new or changed."""

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """The list."""
        yield Request(f"{self.spec.base_url}/hakuilmoitukset/", role=_LIST)

    def follow(self, page: Page) -> Iterable[Request]:
        """The page of every notice.

        A fragment is never sent: it makes the request of a changed notice another request, so
        that its old page is not carried over.
        """
        tree = read_tree(page)
        if self._is_detail(page, tree):
            return
        for notice in read_payload(tree).notices:
            if _has_id(notice):
                version = hashlib.sha256(_spelled(notice).encode()).hexdigest()[:12]
                url = call_url(self.spec, quote(notice["id"].strip(), safe=""))
                yield Request(
                    f"{url}#{version}",
                    role=_DETAIL,
                    optional=True,
                    max_age_days=self.spec.options["detail_max_age_days"],
                    depth=page.request.depth + 1,
                )

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Calls of the list with its code lists, or the call of one page."""
        tree = read_tree(page)
        if self._is_detail(page, tree):
            match = _PATH.fullmatch(urlsplit(page.url).path)
            if match is None:
                raise PageError("address", "no id of a notice in the address")
            return DetailReader(tree, match["id"], self.spec).read()
        return self._parse_list(read_payload(tree))

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """One list with something in it, each notice once."""
        lists = [page for page in pages if page.role == _LIST]
        if not lists:
            yield Finding("block", "no_list", "the list was not to be had")
        for page in lists:
            payload = read_payload(read_tree(page))
            yield from repeated_findings(n["id"].strip() for n in payload.notices if _has_id(n))
            yield from self._compare_states(payload, page)

    def stable_bytes(self, page: Page) -> bytes:
        """The data of the list in one order, or the labelled text of a notice."""
        try:
            tree = read_tree(page)
            if self._is_detail(page, tree):
                title = tree.find("h1")
                said = [title.get_text(" ") if title else "", read_sections(tree)]
                return json.dumps(said, ensure_ascii=False).encode()
            payload = read_payload(tree)
        except PageError:
            return page.body
        rows = sorted(_spelled(notice) for notice in payload.notices)
        return "\n".join([_spelled(payload.codes), *rows]).encode()

    def main_text(self, page: Page) -> str | None:
        """A notice without its contacts; the list says nothing outside its data."""
        tree = read_tree(page)
        return own_text(tree) if self._is_detail(page, tree) else ""

    def _is_detail(self, page: Page, tree: BeautifulSoup) -> bool:
        """By its role; one of unknown role by its title, which the list has none of."""
        if page.role in (_LIST, _DETAIL):
            return page.role == _DETAIL
        return tree.find("h1") is not None or not has_payload(tree)

    def _compare_states(self, payload: Payload, page: Page) -> Iterator[Finding]:
        """The source's word against its own days, as of the day the list was fetched."""
        today = page.retrieved_at.astimezone(HELSINKI).date()
        calls = [item for item in self._parse_list(payload) if isinstance(item, CallRecord)]
        count = sum(disagrees(call, today) for call in calls)
        if count:
            detail = f"{count} of {len(calls)} notices: `tila` contradicts the days"
            yield Finding("warn", "status_disagrees", detail)

    def _parse_list(self, payload: Payload) -> Iterator[Parsed]:
        yield from key_drift(payload.raw, KEYS, "$")
        for name, codes in payload.codes.items():
            yield from key_drift(list(codes.values()), LANGUAGE_KEYS, f"koodisto.{name}")
        if not any(_has_id(notice) for notice in payload.notices):
            raise PageError("id", "no notice of the list has an id")
        seen: set[str] = set()
        for place, notice in enumerate(payload.notices):
            row = f"$.hankehaku[{place}]"
            if not _has_id(notice):
                yield Rejected("id", "a notice without id", row, "id")
            elif notice["id"].strip() in seen:
                yield Rejected("unique id", "the id stands before", row, None, notice["id"])
            else:
                seen.add(notice["id"].strip())
                yield from NoticeReader(notice, row, payload, self.spec).read()


def _has_id(notice: Any) -> bool:
    found = notice.get("id") if isinstance(notice, dict) else None
    return isinstance(found, str) and bool(found.strip())


def _spelled(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
