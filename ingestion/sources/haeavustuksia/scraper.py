"""Haeavustuksia.fi: calls for state grants as JSON, page by page. Calls are no grants.

Only the list is read. The detail parts carry contact persons and nothing that the records of
calls have a place for. What does not belong here: fields of one notice (`notices.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from ingestion.platforms.json_pages import (
    LANGUAGE_KEYS,
    LEAF,
    count_findings,
    key_drift,
    read_json,
    repeated_findings,
)
from ingestion.records import OrganisationRecord
from ingestion.scraper import DiscoverContext, Finding, Page, PageError, Parsed, Rejected, Request
from ingestion.scraper import Scraper as BaseScraper
from ingestion.sources.haeavustuksia.notices import NOTICE, NoticeReader, localised

_LIST, _AUTHORITIES = "list", "authorities"
_PAGE = "page"
_FIRST = 1
_ENVELOPE: Mapping[str, Any] = {
    "totalCount": LEAF,
    "pageCount": LEAF,
    "hakuilmoitukset": NOTICE,
}
_AUTHORITY: Mapping[str, Any] = {"lyhenne": LEAF, "nimi": LANGUAGE_KEYS}
#: A whole harvest: past, present and coming calls, those of other services included.
_EVERYTHING = {
    "Language": "fi", "SearchTerm": "", "VaOrgLyhenne": "", "ShowFuture": "true",
    "ShowOngoing": "true", "ShowEnded": "true", "HideExternal": "false",
}  # fmt: skip


@dataclass(frozen=True)
class _Answer:
    """One page of the list."""

    notices: list[Any]
    total: int
    pages: int


class Scraper(BaseScraper):
    """The authorities, then every page of the list."""

    def start(self, context: DiscoverContext) -> Iterable[Request]:  # noqa: ARG002
        """The authorities and the first page."""
        url = f"{self.spec.base_url}/api/haku/valtionapuviranomaiset"
        yield Request(url, role=_AUTHORITIES, expect="json", optional=True)
        yield self._list(_FIRST)

    def follow(self, page: Page) -> Iterable[Request]:
        """The next page, as long as there is one and this one held something."""
        data = read_json(page)
        if isinstance(data, list):
            return
        answer = _read_list(data)
        number = _number_of(page)
        if answer.notices and number < answer.pages:
            yield self._list(number + 1)

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Calls of a list page, or the authorities."""
        data = read_json(page)
        if isinstance(data, list):
            return self._parse_authorities(data)
        return self._parse_list(data)

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Every page there, as many rows as announced, no number twice."""
        ordered = sorted((page for page in pages if page.role == _LIST), key=_number_of)
        answers = [_read_list(read_json(page)) for page in ordered]
        rows = [notice for answer in answers for notice in answer.notices]
        if not rows:
            yield Finding("block", "empty", "the list answered without a single notice")
            return
        last = answers[-1].pages
        empty = [page for page, answer in zip(ordered, answers, strict=True) if not answer.notices]
        if any(_number_of(page) <= last for page in empty):
            yield Finding("block", "empty_page", f"a page before the end of {last} is empty")
        elif len(answers) < last:
            yield Finding("incomplete", "pages_missing", f"{len(answers)} of {last} pages")
        else:
            yield from count_findings(len(rows), [answer.total for answer in answers])
        numbers = [row.get("hakuasianAsianumero") for row in rows if isinstance(row, dict)]
        yield from repeated_findings(number for number in numbers if isinstance(number, str))

    def stable_bytes(self, page: Page) -> bytes:
        """Notices in one order and spelling, with the totals."""
        try:
            data = read_json(page)
            answer = _Answer(data, 0, 0) if isinstance(data, list) else _read_list(data)
        except PageError:
            return page.body
        rows = sorted(json.dumps(row, sort_keys=True) for row in answer.notices)
        return "\n".join([f"{answer.total} {answer.pages}", *rows]).encode()

    def _list(self, number: int) -> Request:
        paging = {
            "Pagination.Page": str(number),
            "Pagination.PageSize": str(self.spec.options["page_size"]),
        }
        url = f"{self.spec.base_url}/api/haku/list-items?{urlencode({**paging, **_EVERYTHING})}"
        return Request(url, role=_LIST, expect="json", context={_PAGE: str(number)})

    def _parse_list(self, data: Any) -> Iterator[Parsed]:
        answer = _read_list(data)
        yield from key_drift(data, _ENVELOPE, "$")
        if answer.notices and not any(_has_number(notice) for notice in answer.notices):
            raise PageError("key", "no notice of the page has a hakuasianAsianumero")
        seen: set[str] = set()
        for place, notice in enumerate(answer.notices):
            row = f"$.hakuilmoitukset[{place}]"
            if not _has_number(notice):
                yield Rejected("key", "a notice without its number", row, "hakuasianAsianumero")
            elif notice["hakuasianAsianumero"] in seen:
                number = notice["hakuasianAsianumero"]
                yield Rejected("unique key", "the number stands before", row, None, number)
            else:
                seen.add(notice["hakuasianAsianumero"])
                yield from NoticeReader(notice, row, self.spec).read()

    def _parse_authorities(self, data: list[Any]) -> Iterator[Parsed]:
        yield from key_drift(data, _AUTHORITY, "valtionapuviranomaiset")
        for place, authority in enumerate(data):
            row = f"$[{place}]"
            short = authority.get("lyhenne") if isinstance(authority, dict) else None
            names = localised(authority.get("nimi")) if isinstance(authority, dict) else None
            if not isinstance(short, str) or not short.strip() or not names:
                yield Rejected("authority", "an authority without abbreviation or name", row)
                continue
            is_ministry = names.get("fi", "").casefold().endswith("ministeriö")
            yield OrganisationRecord(
                native_id=short.strip(),
                source_url=f"{self.spec.base_url}/fi?{quote('VaOrgLyhenne')}={quote(short.strip())}",
                locator=row,
                name_fi=names.get("fi"),
                name_sv=names.get("sv"),
                name_en=names.get("en"),
                abbreviation=short.strip(),
                organisation_type="ministry" if is_ministry else None,
            )


def _read_list(data: Any) -> _Answer:
    """The envelope of a list page.

    Raises:
        PageError: it lacks the notices or a total.
    """
    notices = data.get("hakuilmoitukset") if isinstance(data, dict) else None
    if not isinstance(notices, list):
        raise PageError("envelope", "the answer holds no list `hakuilmoitukset`")
    counts = [data.get(key) for key in ("totalCount", "pageCount")]
    for key, count in zip(("totalCount", "pageCount"), counts, strict=True):
        if not isinstance(count, int) or isinstance(count, bool) or count < 0:
            raise PageError("envelope", f"{key} is no whole number")
    return _Answer(notices, *counts)


def _number_of(page: Page) -> int:
    return int(page.request.context.get(_PAGE, str(_FIRST)))


def _has_number(notice: Any) -> bool:
    number = notice.get("hakuasianAsianumero") if isinstance(notice, dict) else None
    return isinstance(number, str) and bool(number.strip())
