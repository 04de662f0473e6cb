"""PRH/YTJ open data: names and dates of the bodies that other sources name by Y-tunnus.

Asked by id, never by name, and never again within thirty days. What is not in the Trade Register
(municipalities, ministries, most associations) is answered with nothing, which says nothing about
the id. Persons, contacts and owners are not asked for; addresses give the municipality only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from ingestion.platforms.json_pages import (
    count_findings,
    key_drift,
    read_json,
    repeated_findings,
)
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
from ingestion.sources.prh.audit import ENVELOPE, ERROR_KEYS
from ingestion.sources.prh.bulk import read_bulk
from ingestion.sources.prh.companies import CompanyError, business_id_of, read_company

_COMPANY, _BULK = "company", "bulk"
_WANTED = "business_ids"
_SEEN = "seen"


@dataclass(frozen=True)
class _Answer:
    """One answer; `envelope` is all of it but the companies."""

    companies: list[Any]
    total: int
    envelope: dict[str, Any]


class Scraper(BaseScraper):
    """One question an id; above some thousands of ids the daily file is kinder to the register."""

    def start(self, context: DiscoverContext) -> Iterable[Request]:
        """Each Y-tunnus that other sources have shown, or the daily file for very many."""
        ids = context.known.get("business_id", ())
        if len(ids) > self.spec.options["bulk_above"]:
            yield Request(
                url=f"{self.spec.base_url}/all_companies",
                role=_BULK,
                expect="any",
                context={_WANTED: ",".join(ids)},
            )
            return
        for number in ids:
            yield self._question(number, page=1, seen=0, depth=0)

    def follow(self, page: Page) -> Iterable[Request]:
        """The next page, as long as an answer announces more than it has shown."""
        if _is_bulk(page):
            return
        answer = _read_answer(page)
        number = _asked(page)
        seen = _seen_before(page) + len(answer.companies)
        if number and answer.companies and seen < answer.total:
            yield self._question(number, _page_number(page) + 1, seen, page.request.depth + 1)

    def parse(self, page: Page) -> Iterable[Parsed]:
        """The companies of an answer, or those of the daily file that were asked for."""
        if _is_bulk(page):
            yield from self._parse_bulk(page)
            return
        asked = _asked(page)
        answer = _read_answer(page)
        yield from key_drift(answer.envelope, ENVELOPE, "$")
        for place, company in enumerate(answer.companies):
            row = f"$.companies[{place}]"
            found = list(read_company(company, row, self.spec))
            if asked is not None and not _is_of(company, asked) and _is_read(found):
                yield Rejected("asked", "another body than the one asked for", row)
            else:
                yield from found

    def stable_bytes(self, page: Page) -> bytes:
        """The answer without the order of its keys."""
        if _is_bulk(page):
            return page.body
        return json.dumps(read_json(page), sort_keys=True, ensure_ascii=False).encode()

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Rows of every question against the total that its answers announce."""
        questions: dict[str, list[_Answer]] = {}
        silent = 0
        for page in pages:
            if _is_bulk(page):
                continue
            try:
                answer = _read_answer(page)
            except PageError as error:
                yield Finding("incomplete", "unreadable_answer", f"{page.url}: {error}")
                continue
            questions.setdefault(_asked(page) or "", []).append(answer)
            silent += not answer.companies
        for answers in questions.values():
            companies = [company for answer in answers for company in answer.companies]
            yield from count_findings(len(companies), [answer.total for answer in answers])
            yield from repeated_findings(filter(None, map(_quiet_id, companies)))
        if silent:
            detail = f"{silent} of {len(questions)} ids are not in the register, which is normal"
            yield Finding("warn", "not_in_register", detail)

    def _question(self, number: str, page: int, seen: int, depth: int) -> Request:
        more = f"&page={page}" if page > 1 else ""
        return Request(
            url=f"{self.spec.base_url}/companies?businessId={quote(number, safe='')}{more}",
            role=_COMPANY,
            expect="json",
            optional=True,
            max_age_days=self.spec.options["cache_days"],
            depth=depth,
            context={_SEEN: str(seen)} if seen else {},
        )

    def _parse_bulk(self, page: Page) -> Iterator[Parsed]:
        wanted = set(page.request.context.get(_WANTED, "").split(","))
        for place, company in enumerate(read_bulk(page.body)):
            if _quiet_id(company) in wanted:
                yield from read_company(company, f"$[{place}]", self.spec)


def _is_bulk(page: Page) -> bool:
    return page.role == _BULK or page.body[:2] == b"PK"


def _read_answer(page: Page) -> _Answer:
    """The envelope of an answer.

    Raises:
        PageError: it is no JSON, an error of the register, or lacks a key.
    """
    data = read_json(page)
    if not isinstance(data, dict):
        raise PageError("envelope", "the answer is no object")
    if "companies" not in data and set(data) & ERROR_KEYS:
        raise PageError("error answer", f"errorcode {str(data.get('errorcode'))[:20]}")
    companies, total = data.get("companies"), data.get("totalResults")
    if not isinstance(companies, list):
        raise PageError("envelope", "the answer holds no list `companies`")
    if not isinstance(total, int) or isinstance(total, bool):
        raise PageError("envelope", "totalResults is no whole number")
    envelope = {key: value for key, value in data.items() if key != "companies"}
    return _Answer(companies, total, envelope)


def _asked(page: Page) -> str | None:
    return parse_qs(urlsplit(page.url).query).get("businessId", [None])[0]


def _page_number(page: Page) -> int:
    return int(parse_qs(urlsplit(page.url).query).get("page", ["1"])[0])


def _seen_before(page: Page) -> int:
    return int(page.request.context.get(_SEEN, "0"))


def _quiet_id(company: Any) -> str | None:
    try:
        return business_id_of(company)
    except CompanyError:
        return None


def _is_of(company: Any, number: str) -> bool:
    return _quiet_id(company) == number


def _is_read(found: Iterable[Parsed]) -> bool:
    return not any(isinstance(item, Rejected) for item in found)
