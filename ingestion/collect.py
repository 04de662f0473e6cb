"""The verb `collect`: from a live source (or its drop folder) to one snapshot in the archive.

Bytes are archived before anybody reads them; every request leaves one line in the fetch log.
What does not belong here: reading values out of pages (`parse.py`) and how a request is sent
(`http/`).
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

from ingestion.archive.blobs import BlobErasedError, BlobStore
from ingestion.archive.entry import LogEntry
from ingestion.archive.fetch_log import FetchLog
from ingestion.archive.snapshot import (
    Evidence,
    SnapshotInfo,
    evidence_index,
    load_snapshot,
    new_snapshot_id,
)
from ingestion.drops import DroppedFile, find_drops, newest_by_kind
from ingestion.http.address import SourceAddress
from ingestion.http.answers import (
    Answer,
    Blocked,
    Deferred,
    Landed,
    Missing,
    NotModified,
    Outcome,
    Validators,
)
from ingestion.http.canonical import redact_url
from ingestion.http.fetcher import Fetcher
from ingestion.landing.known import find_known
from ingestion.loads import Load, choose_load
from ingestion.registry import Source
from ingestion.scraper import DiscoverContext, Finding, Page, PageError, Request
from ingestion.settings import Settings

logger = logging.getLogger(__name__)

#: Called with (pages done, pages known) while a collect run goes on.
Progress = Callable[[int, int], None]

#: A page is asked for whole now and then, in case a site's ETag never changes.
_WHOLE_AFTER = timedelta(days=30)
_MAX_NAMED = 5


def collect(
    source: Source, settings: Settings, *, progress: Progress | None = None
) -> SnapshotInfo:
    """Collect one snapshot of a source, whole or as changes over its last whole load.

    Changes that do not prove that they are all of them are given up, and everything is loaded
    in the same night.

    Returns:
        The snapshot; `outcome` is `complete`, `incomplete` (some pages are missing, see its
        findings) or `failed` (no page at all, or changes that did not come whole).
    """
    load = choose_load(source, settings)
    snapshot = _Run(source, settings, progress or _ignore, load).collect()
    doubt = snapshot.summary.get("unproven")
    if doubt is None:
        return snapshot
    whole = replace(load, base=None, since=None, why=f"changes were not believed: {doubt}")
    return _Run(source, settings, progress or _ignore, whole).collect()


def _ignore(_done: int, _known: int) -> None:
    """Nobody watches."""


class _Run:
    """State of one collect run."""

    def __init__(self, source: Source, settings: Settings, progress: Progress, load: Load) -> None:
        self._source = source
        self._load = load
        self._spec = source.spec
        self._scraper = source.scraper()
        self._progress = progress
        self._settings = settings
        self._raw = settings.raw / source.id
        self._blobs = BlobStore(self._raw)
        self._blobs.sweep_temporary()
        self._evidence = evidence_index(self._raw)
        self._address = SourceAddress(source.spec, settings.url_overrides.get(source.id))
        self._findings: list[Finding] = []
        self._trouble: list[LogEntry] = []
        self._pages = 0
        self._heard = 0  # pages that a site sent or confirmed, files that were not there before
        self._requested = 0
        self._deadline = time.monotonic() + source.spec.access.deadline_s

    def collect(self) -> SnapshotInfo:
        snapshot_id = new_snapshot_id(self._raw)
        with FetchLog.open(
            self._raw, snapshot_id, as_of=self._settings.as_of, blobs=self._blobs,
            about=self._load.as_json(),
        ) as log:  # fmt: skip
            self._log = log
            self._take_drops()
            if not self._address.is_off:
                self._crawl()
            self._note_trouble()
            doubt = self._find_doubt(snapshot_id)
            log.close(self._summary(doubt), requested=self._requested)
        return load_snapshot(self._raw, snapshot_id).info

    def _take_drops(self) -> None:
        """Archive the newest dropped file of each kind; what no header claims is named."""
        folder = self._settings.drop / self._source.id
        known: list[tuple[DroppedFile, str]] = []
        for file in find_drops(folder, self._spec.drop):
            page = self._drop_page(file, file.path.read_bytes())
            kind = self._scraper.drop_kind(page)
            if kind is None:
                detail = f"{file.path.name} has no header of a file that {self._source.id} reads"
                self._findings.append(Finding("incomplete", "unknown_file", detail))
            else:
                known.append((file, kind))
        for file in newest_by_kind(known).values():
            self._archive_drop(file)

    def _archive_drop(self, file: DroppedFile) -> None:
        page = self._drop_page(file, file.path.read_bytes())
        self._blobs.put(page.body)
        before = self._evidence.get(page.request.key)
        retrieved_at = before.retrieved_at if before else page.retrieved_at
        self._requested += 1
        self._pages += 1
        self._heard += before is None
        self._log.append(
            LogEntry(
                at=page.retrieved_at,
                request=page.request,
                outcome="equal" if before else "landed",
                sha256=page.sha256,
                stable_sha256=page.sha256,
                retrieved_at=retrieved_at,
                confirmed_at=page.retrieved_at,
                filename=file.path.name,
            )
        )

    def _drop_page(self, file: DroppedFile, body: bytes) -> Page:
        sha256 = hashlib.sha256(body).hexdigest()
        return Page(
            request=Request(url=f"drop:{self._source.id}/{sha256}", role="drop", expect="any"),
            sha256=sha256,
            content_type="",
            charset=None,
            retrieved_at=datetime.now(tz=UTC),
            load=lambda: body,
            filename=file.path.name,
        )

    def _crawl(self) -> None:
        with Fetcher(self._spec, self._address, delay_s=self._settings.crawl_delay_s) as fetcher:
            self._crawl_with(fetcher)

    def _crawl_with(self, fetcher: Fetcher) -> None:
        queue = deque(self._scraper.start(self._context()))
        known = {request.key for request in queue}
        done = 0
        while queue:
            request = queue.popleft()
            page = self._carry(request) or self._fetch(fetcher, request)
            done += 1
            for found in self._follow(request, page):
                if found.key not in known and self._is_within_caps(found, len(known)):
                    known.add(found.key)
                    queue.append(found)
            self._progress(done, len(known))

    def _context(self) -> DiscoverContext:
        landing = self._settings.landing
        known: dict[str, tuple[str, ...]] = {
            name: find_known(landing, name, besides=self._source.id) for name in self._spec.looks_up
        }
        return DiscoverContext(self._settings.as_of, self._load.since, known)

    def _is_within_caps(self, request: Request, known: int) -> bool:
        access = self._spec.access
        if request.depth > access.max_depth:
            return False
        if known >= access.max_pages:
            capped = Finding("incomplete", "page_cap", f"more than {access.max_pages} pages")
            if capped not in self._findings:
                self._findings.append(capped)
            return False
        return True

    def _carry(self, request: Request) -> Page | None:
        """Take young evidence over without a request."""
        if request.max_age_days is None:
            return None
        evidence = self._find_evidence(request)
        if evidence is None:
            return None
        now = datetime.now(tz=UTC)
        if now - evidence.confirmed_at > timedelta(days=request.max_age_days):
            return None
        entry = _entry_from_evidence(request, evidence, at=now, outcome="carried")
        self._log.append(replace(entry, confirmed_at=evidence.confirmed_at))
        self._pages += 1
        return self._page(request, evidence)

    def _find_evidence(self, request: Request) -> Evidence | None:
        """The newest archived answer, if its bytes are sound.

        Damaged bytes must not be confirmed by a 304: they lose their name and the page is asked
        for whole.
        """
        evidence = self._evidence.get(request.key)
        if evidence is None or self._blobs.is_sound(evidence.sha256):
            return evidence
        self._blobs.set_aside(evidence.sha256)
        del self._evidence[request.key]
        detail = f"{redact_url(request.url)}: the archived bytes were damaged; asked for anew"
        self._findings.append(Finding("warn", "damaged_blob", detail))
        return None

    def _fetch(self, fetcher: Fetcher, request: Request) -> Page | None:
        evidence = self._find_evidence(request)
        now = datetime.now(tz=UTC)
        validators = evidence.validators_within(_WHOLE_AFTER, now) if evidence else None
        answer = self._ask(fetcher, request, validators)
        self._requested += 1
        if isinstance(answer, Landed):
            self._heard += 1
            return self._archive(request, answer, evidence)
        if isinstance(answer, NotModified) and evidence is not None:
            self._heard += 1
            entry = _entry_from_evidence(request, evidence, at=answer.at, outcome="unchanged")
            self._log.append(replace(entry, attempts=answer.attempts, chain=answer.chain))
            self._pages += 1
            return self._page(request, evidence)
        entry = LogEntry.of(request, answer)
        self._log.append(entry)
        if not (isinstance(answer, Missing) and request.optional):
            self._trouble.append(entry)
        return None

    def _ask(self, fetcher: Fetcher, request: Request, validators: Validators | None) -> Answer:
        if time.monotonic() > self._deadline:
            reason = f"the run's {self._spec.access.deadline_s} s are over"
            return Deferred(at=datetime.now(tz=UTC), reason=reason)
        return fetcher.fetch(request, validators, self._deadline)

    def _archive(self, request: Request, answer: Landed, evidence: Evidence | None) -> Page | None:
        entry = LogEntry.of(request, answer)
        page = Page(
            request=request,
            sha256=entry.sha256 or "",
            content_type=answer.content_type,
            charset=answer.charset,
            retrieved_at=answer.at,
            load=lambda: answer.body,
        )
        stable = self._hash_stable(page)
        if evidence is not None and stable in (evidence.stable_sha256, evidence.sha256):
            # nothing but stamps and order differs: the stored bytes go on standing for the page
            kept = _entry_from_evidence(request, evidence, at=answer.at, outcome="equal")
            self._log.append(
                replace(
                    kept,
                    received_sha256=entry.sha256,
                    attempts=answer.attempts,
                    elapsed_s=entry.elapsed_s,
                    etag=entry.etag,
                    last_modified=entry.last_modified,
                    chain=entry.chain,
                )
            )
            self._pages += 1
            return page
        try:
            self._blobs.put(answer.body)
        except BlobErasedError:
            # withdrawn on purpose: it must not come back because a site still shows it
            refused = Blocked(at=answer.at, reason="these bytes were erased from the archive")
            self._log.append(LogEntry.of(request, refused))
            return None
        self._pages += 1
        self._log.append(replace(entry, stable_sha256=stable))
        return page

    def _hash_stable(self, page: Page) -> str:
        try:
            return hashlib.sha256(self._scraper.stable_bytes(page)).hexdigest()
        except PageError:
            return page.sha256

    def _follow(self, request: Request, page: Page | None) -> list[Request]:
        if page is None:
            return list(self._scraper.instead(request)) if request.optional else []
        try:
            return list(self._scraper.follow(page))
        except PageError as error:
            self._findings.append(
                Finding("incomplete", "unreadable_page", f"{redact_url(page.url)}: {error}")
            )
            return []

    def _page(self, request: Request, evidence: Evidence) -> Page:
        return Page(
            request=request,
            sha256=evidence.sha256,
            content_type=evidence.content_type,
            charset=evidence.charset,
            retrieved_at=evidence.retrieved_at,
            load=lambda: self._blobs.get(evidence.sha256),
        )

    def _note_trouble(self) -> None:
        """Say in words which pages could not be had; their records stay as they were."""
        for outcome in ("failed", "blocked", "deferred", "missing"):
            entries = [entry for entry in self._trouble if entry.outcome == outcome]
            if not entries:
                continue
            named = "; ".join(
                f"{redact_url(entry.request.url)} ({entry.reason or entry.status})"
                for entry in entries[:_MAX_NAMED]
            )
            more = f" and {len(entries) - _MAX_NAMED} more" if len(entries) > _MAX_NAMED else ""
            detail = f"{len(entries)} pages {outcome}: {named}{more}"
            self._findings.append(Finding("incomplete", f"pages_{outcome}", detail))

    def _find_doubt(self, snapshot_id: str) -> str | None:
        """Why changes are not believed; None for a whole load too.

        Where the site as such is in trouble nothing is concluded: it is not asked for everything
        on top, the next night does that.
        """
        if self._load.base is None or any(entry.is_of_site for entry in self._trouble):
            return None
        try:
            findings = self._scraper.reconcile(load_snapshot(self._raw, snapshot_id).pages())
            doubts = [finding for finding in findings if finding.level != "warn"]
        except PageError as error:
            doubts = [Finding("incomplete", "unreadable_page", str(error))]
        self._findings += doubts
        serious = (finding.detail for finding in self._findings if finding.level != "warn")
        return "; ".join(serious) or None

    def _is_whole(self) -> bool:
        return self._pages > 0 and all(finding.level == "warn" for finding in self._findings)

    def _summary(self, doubt: str | None) -> dict[str, object]:
        outcome = "complete" if self._is_whole() else "incomplete"
        if not self._pages or (outcome == "incomplete" and self._load.base is not None):
            outcome = "failed"
        return {
            "outcome": outcome,
            **({"unproven": doubt[:500]} if doubt else {}),
            "silent": not self._heard,
            "down": not self._heard and bool(self._trouble),
            "reason": "; ".join(finding.detail for finding in self._findings)[:2000],
            "findings": [asdict(finding) for finding in self._findings],
        }


def _entry_from_evidence(
    request: Request, evidence: Evidence, *, at: datetime, outcome: Outcome
) -> LogEntry:
    return LogEntry(
        at=at,
        request=request,
        outcome=outcome,
        sha256=evidence.sha256,
        stable_sha256=evidence.stable_sha256,
        retrieved_at=evidence.retrieved_at,
        confirmed_at=at,
        content_type=evidence.content_type,
        charset=evidence.charset,
        etag=evidence.etag,
        last_modified=evidence.last_modified,
    )
