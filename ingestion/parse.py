"""The verb `parse`: from one archived snapshot to typed records, quarantine, drift and verdict.

A pure function of the archive and the parser: no socket, no clock. Running it twice gives the
same rows. What does not belong here: choosing what is promoted (`landing/current.py`).
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from ingestion.checks import Tally, Verdict, check_snapshot, choose_verdict
from ingestion.records import Record, record_id, record_sha256
from ingestion.registry import Source
from ingestion.scraper import Drift, Finding, Page, PageError, Parsed, Rejected, Scraper

logger = logging.getLogger(__name__)

#: (request key, content hash) -> what the page said; lets a replay read equal pages once.
Memo = dict[tuple[str, str], list[Parsed]]


@dataclass
class ParsedSnapshot:
    """Everything one snapshot says, as rows of the landing tables.

    Rows of `records` lack `first_seen_at` and `last_seen_at`: only promotion knows them.
    """

    source_id: str
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    quarantine: list[dict[str, Any]] = field(default_factory=list)
    drift: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    verdict: Verdict = "good"
    pages: int = 0
    repeated: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """Record kind -> distinct records."""
        return {
            kind: len({row["native_id"] for row in rows}) for kind, rows in self.records.items()
        }


def parse_snapshot(
    source: Source,
    pages: Sequence[Page],
    *,
    previous: Mapping[str, int] | None = None,
    collected: Iterable[Finding] = (),
    progress: Callable[[int, int], None] | None = None,
    memo: Memo | None = None,
) -> ParsedSnapshot:
    """Read all pages of a snapshot and judge the result.

    Args:
        source: the source whose scraper reads.
        pages: its archived pages.
        previous: distinct records a kind of the last good snapshot, for the drop check.
        collected: findings of the collect run, e.g. pages that could not be fetched.
        progress: called with (pages read, pages in all).
        memo: what pages said before, shared over the snapshots of one replay.
    """
    scraper = source.scraper()
    reader = _Reader(source.id, {} if memo is None else memo)
    # by role and URL: the order of a crawl must not decide which of two equal records stays;
    # changes come before the whole load that they change
    ordered = sorted(pages, key=lambda page: (page.is_base, page.url, page.role))
    for number, page in enumerate(ordered, start=1):
        reader.read(scraper, page)
        if progress is not None:
            progress(number, len(ordered))
    result = reader.result
    result.pages = len(ordered)
    result.drift = reader.drift_rows()
    tally = Tally(
        records=result.counts,
        filled=_count_filled(source.spec.assertions.fill, result.records),
        previous=previous or {},
        rejected=len(result.quarantine),
        pages=result.pages,
    )
    result.findings = [
        *collected,
        *_reconcile(scraper, ordered),
        *check_snapshot(source.spec, tally),
    ]
    result.verdict = choose_verdict(result.findings)
    return result


def _read_page(scraper: Scraper, page: Page) -> list[Parsed]:
    """What one page says; a page that cannot be trusted says only why."""
    try:
        return list(scraper.parse(page))
    except PageError as error:
        return [Rejected(step=error.step, reason=error.reason, row="page")]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        return [Rejected(step="record", reason=first["msg"], row="page", field=place)]


def _reconcile(scraper: Scraper, pages: Sequence[Page]) -> list[Finding]:
    try:
        return list(scraper.reconcile(pages))
    except PageError as error:
        return [Finding("block", "unreadable", str(error))]


class _Reader:
    """Collects what the pages of one snapshot say; keeps the first of equal records."""

    def __init__(self, source_id: str, memo: Memo) -> None:
        self.result = ParsedSnapshot(source_id)
        self._memo = memo
        self._versions: dict[tuple[str, str, str], str] = {}
        self._changed: set[str] = set()
        self._drift: Counter[tuple[str, str, str]] = Counter()
        self._base_drift: Counter[tuple[str, str, str]] = Counter()
        self._drift_url: dict[tuple[str, str, str], str] = {}

    def read(self, scraper: Scraper, page: Page) -> None:
        key = (page.request.key, page.sha256)
        if key not in self._memo:
            self._memo[key] = _read_page(scraper, page)
        for item in self._memo[key]:
            self._keep(page, item)

    def _keep(self, page: Page, item: Parsed) -> None:
        if isinstance(item, Drift):
            key = (item.what, item.where, item.value)
            (self._base_drift if page.is_base else self._drift)[key] += 1
            self._drift_url.setdefault(key, page.url)
            return
        if item.native_id is not None and self._is_outdated(page, item.native_id):
            if isinstance(item, Rejected):
                self._cite_base(page, item)
            return
        if isinstance(item, Record):
            self._keep_record(page, item)
        else:
            self._reject(page, item)

    def _is_outdated(self, page: Page, native_id: str) -> bool:
        """Whether a delta showed the thing anew; all of its records count: `id` and `id#part`.

        Otherwise a part that is gone would come back from the older showing.
        """
        thing = native_id.partition("#")[0]
        if page.is_base:
            return thing in self._changed
        self._changed.add(thing)
        return False

    def _keep_record(self, page: Page, record: Record) -> None:
        version = record_sha256(record)
        key = (record.kind, record.native_id, record.part)
        known = self._versions.get(key)
        if known is not None:
            self.result.repeated += 1
            if known != version:
                self._reject(
                    page,
                    Rejected(
                        step="unique key",
                        reason=f"a second, different {record.kind} with this key in one snapshot",
                        row=record.locator,
                        native_id=record.native_id,
                    ),
                )
            return
        self._versions[key] = version
        row = record.model_dump()
        row["record_id"] = record_id(self.result.source_id, record.kind, record.native_id)
        row["source_id"] = self.result.source_id
        row["content_sha256"] = page.sha256
        row["retrieved_at"] = page.retrieved_at
        row["record_sha256"] = version
        self.result.records.setdefault(record.kind, []).append(row)

    def _reject(self, page: Page, rejected: Rejected) -> None:
        self.result.quarantine.append(self._quarantine_row(page, rejected))

    def _quarantine_row(self, page: Page, rejected: Rejected) -> dict[str, Any]:
        return {
            "source_id": self.result.source_id,
            "source_url": page.url,
            "native_id": rejected.native_id,
            "row": rejected.row,
            "field": rejected.field,
            "step": rejected.step,
            "reason": rejected.reason,
            "content_sha256": page.sha256,
            "quarantined_at": page.retrieved_at,
        }

    def _cite_base(self, page: Page, item: Rejected) -> None:
        """What is refused as it was before keeps the place at which it was refused first."""
        older = self._quarantine_row(page, item)
        known = ("native_id", "field", "step", "reason")
        for row in self.result.quarantine:
            if all(row[name] == older[name] for name in known):
                row.update(older)

    def drift_rows(self) -> list[dict[str, Any]]:
        # a delta shows some of its whole load again: what that load knows is not counted twice
        found = {**self._drift, **self._base_drift}
        return [
            {
                "source_id": self.result.source_id,
                "what": key[0],
                "place": key[1],
                "value": key[2],
                "occurrences": count,
                "source_url": self._drift_url[key],
            }
            for key, count in sorted(found.items())
        ]


def _count_filled(
    fields: Iterable[str], records: Mapping[str, list[dict[str, Any]]]
) -> dict[str, int]:
    filled: dict[str, int] = {}
    for name in fields:
        kind, _, column = name.partition(".")
        rows = records.get(kind, ())
        filled[name] = len({r["native_id"] for r in rows if r[column] not in (None, (), "")})
    return filled
