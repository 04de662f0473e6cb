"""Valto: what the ministries publish, through its OAI-PMH door or, where that is shut, by REST.

Both OAI addresses are probed. If neither speaks OAI-PMH, the search of DSpace 7 lists the same
publications; only then files are walked, and only of publications that name a project. What
does not belong here: fields of a publication (`items.py`, `publications.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from ingestion.platforms import oai
from ingestion.platforms.deltas import SINCE
from ingestion.platforms.oai import OaiAnswer, OaiRecord
from ingestion.records import OutputRecord
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
from ingestion.settings import HELSINKI
from ingestion.sources.valto import rest
from ingestion.sources.valto.items import Item, handle_of, read_kk
from ingestion.sources.valto.publications import PublicationReader, page_url

#: A deleted record is a fact of its own: it must not hide what was known of the publication.
WITHDRAWN = "withdrawn"


class Scraper(BaseScraper):
    """Probes the doors, then reads one list: the whole one or that of changes."""

    def start(self, context: DiscoverContext) -> Iterable[Request]:
        """The probe of the first door."""
        yield oai.identify_request(self.spec.options["endpoints"][0], context.since)

    def cursor(self, pages: Sequence[Page], began_at: datetime) -> str | None:
        """A day before the newest datestamp; None without lists, so for REST, too."""
        if self.spec.delta is None:
            return None
        return oai.choose_since(pages, began_at, self.spec.delta.overlap_days)

    def instead(self, request: Request) -> Iterable[Request]:
        """The next door, where one is not there at all."""
        if request.role == oai.IDENTIFY:
            yield from self._next_door(request)

    def follow(self, page: Page) -> Iterable[Request]:
        """From the probe to the lists, from page to page, by REST also to the files."""
        if rest.is_json(page):
            yield from rest.follow(page, self.spec)
            return
        try:
            answer = oai.read_answer(page)
        except PageError:
            if page.role != oai.IDENTIFY:
                raise
            yield from self._next_door(page.request)
            return
        if page.role == oai.IDENTIFY:
            yield from self._enter(page, answer)
        elif page.role != oai.TOTAL:
            yield from oai.follow_list(page, answer)

    def parse(self, page: Page) -> Iterable[Parsed]:
        """Publications of a list, of a search, or files of one publication."""
        if rest.is_json(page):
            return rest.parse(page, self.spec)
        try:
            answer = oai.read_answer(page)
        except PageError:
            if page.role != oai.IDENTIFY:
                raise
            # a shut door, told apart by the probe; the lists of the next one decide
            return [Drift("endpoint", "Identify", "no OAI-PMH")]
        if page.role == oai.TOTAL:
            return ()
        return [*self._parse_envelope(page, answer), *self._parse_records(answer)]

    def reconcile(self, pages: Sequence[Page]) -> Iterable[Finding]:
        """Whether a list came whole, and whether the sets are those that are known."""
        read = [(page, oai.read_answer(page)) for page in pages if page.role == oai.RECORDS]
        lists = [item for item in read if SINCE not in item[0].request.context]
        changes = [item for item in read if SINCE in item[0].request.context]
        searches = [page for page in pages if page.role == rest.SEARCH]
        if lists:
            yield from oai.list_findings(lists)
            if not changes and any(page.is_base for page in pages):
                yield Finding("incomplete", "no_changes", "no door gave a list of changes")
            elif changes:
                total = [oai.read_answer(page) for page in pages if page.role == oai.TOTAL]
                whole = (answer for _, answer in lists)
                yield from oai.change_findings(whole, changes, total[-1] if total else None)
        elif searches:
            yield Finding("warn", "rest_door", "no OAI-PMH door is open; read by REST")
            yield from rest.search_findings(searches)
        else:
            yield Finding("block", "no_door", "neither OAI-PMH nor REST gave a list")
        listed = [oai.read_answer(page) for page in pages if page.role == oai.SETS]
        if listed:
            missing = sorted(set(self.spec.options["sets"]) - set(_listed_sets(listed)))
            if missing:
                yield Finding("warn", "sets_missing", f"not in ListSets: {', '.join(missing)}")

    def stable_bytes(self, page: Page) -> bytes:
        """Lists without stamps and tokens, in one order."""
        try:
            if rest.is_json(page):
                return rest.stable(page)
            answer = oai.read_answer(page)
        except PageError:
            return page.body
        if page.role == oai.RECORDS:
            return oai.stable_list(answer)
        if page.role == oai.TOTAL:
            return f"{answer.errors} {answer.total} {len(answer.records)}".encode()
        if page.role == oai.SETS:
            return "\n".join([*sorted(_listed_sets([answer])), str(answer.token)]).encode()
        return page.body

    # ---- doors -------------------------------------------------------------------------

    def _next_door(self, request: Request) -> Iterator[Request]:
        doors: list[str] = self.spec.options["endpoints"]
        since = request.context.get(SINCE)
        tried = [door for door in doors if request.url.startswith(f"{door}?")]
        place = doors.index(tried[0]) + 1 if tried else len(doors)
        if place < len(doors):
            yield oai.identify_request(doors[place], since)
        elif since is None:  # by REST nothing can be asked for by change
            yield rest.search_request(self.spec, 0)

    def _enter(self, page: Page, answer: OaiAnswer) -> Iterator[Request]:
        if answer.errors:
            yield from self._next_door(page.request)
            return
        endpoint = page.url.partition("?")[0]
        since = page.request.context.get(SINCE)
        prefix: str = self.spec.options["prefix"]
        yield oai.sets_request(endpoint)
        yield oai.records_request(endpoint, prefix, since)
        if since is not None:
            yield oai.total_request(endpoint, prefix)

    # ---- reading -----------------------------------------------------------------------

    def _parse_envelope(self, page: Page, answer: OaiAnswer) -> Iterator[Parsed]:
        restarts = {"noRecordsMatch", "badResumptionToken"}
        for code, _ in answer.errors:
            if page.role == oai.SETS:
                yield Drift("error", "ListSets", code[:40])
            elif code not in restarts:
                raise PageError("oai error", f"the repository answered {code[:40]}")
        if page.role == oai.SETS:
            known = self.spec.options["sets"]
            for name in _listed_sets([answer]):
                # the sets of single collections come and go
                if name not in known and not name.startswith("col_"):
                    yield Drift("set", "ListSets", name[:60])

    def _parse_records(self, answer: OaiAnswer) -> Iterator[Parsed]:
        for record in answer.records:
            for name in record.unknown:
                yield Drift("element", "record", name[:60])
            if record.problem is not None:
                handle = handle_of(record.identifier)
                yield Rejected("well-formed", record.problem, record.place, None, handle)
            elif record.is_deleted:
                yield self._withdrawn(record)
            else:
                yield from self._publication(record)

    def _publication(self, record: OaiRecord) -> Iterator[Parsed]:
        locator = f"{record.place} repaired" if record.is_repaired else record.place
        if record.is_repaired:
            yield Drift("form", "record", "bare signs had to be escaped")
        for found in read_kk(record):
            if isinstance(found, Item):
                yield from PublicationReader(found, self.spec, locator).read()
            else:
                yield found

    def _withdrawn(self, record: OaiRecord) -> Parsed:
        handle = handle_of(record.identifier)
        if handle is None:
            return Rejected("handle", "no handle in the identifier", record.place, "identifier")
        try:
            day = datetime.fromisoformat(record.datestamp)
        except ValueError:
            reason = "a deleted record without the day of its deletion"
            return Rejected("date", reason, record.place, "datestamp", handle)
        return OutputRecord(
            native_id=handle,
            part=WITHDRAWN,
            source_url=page_url(self.spec, handle),
            locator=record.place,
            output_type="publication",
            title=None,
            handle=handle,
            withdrawn_on=(day if day.tzinfo is None else day.astimezone(HELSINKI)).date(),
        )


def _listed_sets(answers: Iterable[OaiAnswer]) -> list[str]:
    """Names of sets in answers to ListSets."""
    found = [element.text for answer in answers for element in answer.children("setSpec")]
    return [text.strip() for text in found if text and text.strip()]
