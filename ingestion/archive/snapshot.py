"""The read side of the archive: snapshots of a source, their pages, the newest evidence.

What does not belong here: judging a snapshot; that is the pipeline's, from what stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from ingestion.archive.blobs import BlobStore
from ingestion.archive.counts import Counts
from ingestion.archive.fetch_log import LogEntry, ReadLog, log_folder, read_frame, read_log
from ingestion.http.answers import Validators
from ingestion.scraper import Page

_SNAPSHOT_ID = re.compile(r"\d{8}T\d{12}Z")
_ID_FORMAT = "%Y%m%dT%H%M%S%fZ"
#: Evidence older than so many snapshots is fetched anew rather than looked for.
EVIDENCE_DEPTH = 30
#: What three whole runs did not ask for is no page of the source any more.
_WHOLE_RUNS = 3


@dataclass(frozen=True)
class SnapshotInfo:
    """One snapshot without its entries.

    Attributes:
        closed: whether its run came to an end; pages of a cut-off run are evidence all the
            same, but never a snapshot to promote.
        outcome: the run's own word, None while it is not closed.
        as_of: the day that counted as today.
        base_url: from where it was loaded.
        base: id of the whole load that it adds changes to; None = it is a whole load itself.
        since: its changes are those since then, in the source's own form.
        why: why it is a whole load although the source can be asked for changes.
        summary: the closing line.
    """

    id: str
    path: Path
    closed: bool
    outcome: str | None
    as_of: date | None
    started_at: datetime | None
    ended_at: datetime | None
    counts: Counts
    summary: Mapping[str, Any]
    base_url: str | None = None
    base: str | None = None
    since: str | None = None
    why: str | None = None


@dataclass(frozen=True)
class Evidence:
    """The newest archived answer to a request.

    Attributes:
        retrieved_at: when these bytes were fetched.
        confirmed_at: when the site last showed this version (a 304 or an equal page counts).
    """

    sha256: str
    retrieved_at: datetime
    confirmed_at: datetime
    etag: str | None
    last_modified: str | None
    stable_sha256: str | None
    content_type: str
    charset: str | None
    snapshot_id: str

    @property
    def validators(self) -> Validators:
        """What makes the next request conditional."""
        return Validators(self.etag, self.last_modified)

    def validators_within(self, max_age: timedelta, now: datetime) -> Validators | None:
        """Validators while the bytes are young enough.

        A site whose ETag never changes would otherwise keep an old page for ever: now and then
        the whole page is asked for.
        """
        return self.validators if now - self.retrieved_at <= max_age else None


class Snapshot:
    """One snapshot with its entries.

    Attributes:
        info: what stands in its frame.
        entries: its lines in order.
        torn: lines that could not be read.
        base: for a delta, the whole load that it adds changes to.
    """

    def __init__(
        self, info: SnapshotInfo, log: ReadLog, blobs: BlobStore, base: Snapshot | None = None
    ) -> None:
        self.info = info
        self.entries = log.entries
        self.torn = log.torn
        self.base = base
        self._blobs = blobs

    @property
    def counts(self) -> Counts:
        """How its requests ended, counted from the lines."""
        return Counts.of(entry.outcome for entry in self.entries)

    def pages(self) -> list[Page]:
        """Its pages in the order they ended, one a request; bodies are read when asked for.

        Those of a delta stand before the pages of its whole load, but for what it asked again:
        together they say everything that the source holds.
        """
        newest: dict[str, LogEntry] = {}
        for entry in self.entries:
            newest.pop(entry.request.key, None)
            if entry.has_page:
                newest[entry.request.key] = entry
        own = [self._page(entry) for entry in newest.values()]
        if self.base is None:
            return own
        asked = {entry.request.key for entry in self.entries}
        kept = (page for page in self.base.pages() if page.request.key not in asked)
        return [*own, *(replace(page, is_base=True) for page in kept)]

    def lost(self) -> list[str]:
        """Blobs that its pages name and the archive does not hold."""
        named = dict.fromkeys(page.sha256 for page in self.pages())
        return [sha256 for sha256 in named if sha256 and not self._blobs.has(sha256)]

    def _page(self, entry: LogEntry) -> Page:
        sha256 = entry.sha256 or ""
        return Page(
            request=entry.request,
            sha256=sha256,
            content_type=entry.content_type,
            charset=entry.charset,
            retrieved_at=entry.retrieved_at or entry.at,
            load=lambda: self._blobs.get(sha256),
            filename=entry.filename,
        )


def new_snapshot_id(source_raw_dir: Path, now: datetime | None = None) -> str:
    """A snapshot id later than all there are, whatever the clock says.

    Args:
        source_raw_dir: raw folder of the source.
        now: aware time, by default the clock's.
    """
    moment = (now or datetime.now(tz=UTC)).astimezone(UTC)
    newest = max(_ids(source_raw_dir), default="")
    if newest and newest >= moment.strftime(_ID_FORMAT):
        last = datetime.strptime(newest, _ID_FORMAT).replace(tzinfo=UTC)
        moment = last + timedelta(microseconds=1)
    return moment.strftime(_ID_FORMAT)


def list_snapshots(source_raw_dir: Path) -> list[SnapshotInfo]:
    """All snapshots of a source in time order, cut-off ones too."""
    return [_info(source_raw_dir, name) for name in sorted(_ids(source_raw_dir))]


def load_snapshot(source_raw_dir: Path, snapshot_id: str) -> Snapshot:
    """One snapshot; a delta comes with the whole load under it.

    Raises:
        FileNotFoundError: there is no such snapshot.
    """
    log = read_log(log_folder(source_raw_dir) / f"{snapshot_id}.jsonl")
    info = _info(source_raw_dir, snapshot_id, log)
    base = load_snapshot(source_raw_dir, info.base) if info.base else None
    return Snapshot(info, log, BlobStore(source_raw_dir), base)


def evidence_index(source_raw_dir: Path, depth: int = EVIDENCE_DEPTH) -> dict[str, Evidence]:
    """Request key -> newest evidence whose bytes are really there.

    Cut-off runs count: what they fetched is archived. A page that the site last called missing
    has no evidence; a fetch that failed says nothing about the page, so older evidence stands.

    Args:
        source_raw_dir: raw folder of the source.
        depth: how many of the newest snapshots are looked through.
    """
    blobs = BlobStore(source_raw_dir)
    index: dict[str, Evidence | None] = {}
    whole = 0
    for snapshot_id in sorted(_ids(source_raw_dir), reverse=True)[:depth]:
        if whole == _WHOLE_RUNS:
            break
        log = read_log(log_folder(source_raw_dir) / f"{snapshot_id}.jsonl")
        whole += _is_whole(log)
        for entry in reversed(log.entries):
            key = entry.request.key
            if key in index:
                continue
            if entry.outcome == "missing":
                index[key] = None
            elif entry.has_page and blobs.has(entry.sha256 or ""):
                index[key] = _evidence(entry, snapshot_id)
    return {key: evidence for key, evidence in index.items() if evidence is not None}


def _is_whole(log: ReadLog) -> bool:
    counts = Counts.of(entry.outcome for entry in log.entries)
    gaps = counts.deferred + counts.failed + counts.blocked
    is_delta = "base" in log.opened  # it did not ask for most pages: they are pages all the same
    return log.closed is not None and counts.pages > 0 and not gaps and not is_delta


def _evidence(entry: LogEntry, snapshot_id: str) -> Evidence:
    retrieved_at = entry.retrieved_at or entry.at
    return Evidence(
        sha256=entry.sha256 or "",
        retrieved_at=retrieved_at,
        confirmed_at=entry.confirmed_at or retrieved_at,
        etag=entry.etag,
        last_modified=entry.last_modified,
        stable_sha256=entry.stable_sha256,
        content_type=entry.content_type,
        charset=entry.charset,
        snapshot_id=snapshot_id,
    )


def _ids(source_raw_dir: Path) -> Iterator[str]:
    for path in log_folder(source_raw_dir).glob("*.jsonl"):
        if _SNAPSHOT_ID.fullmatch(path.stem):
            yield path.stem


def _info(source_raw_dir: Path, snapshot_id: str, log: ReadLog | None = None) -> SnapshotInfo:
    path = log_folder(source_raw_dir) / f"{snapshot_id}.jsonl"
    log = log or read_frame(path)
    closed = log.closed or {}
    as_of = log.opened.get("as_of")
    return SnapshotInfo(
        id=snapshot_id,
        path=path,
        closed=log.closed is not None,
        outcome=closed.get("outcome"),
        as_of=date.fromisoformat(as_of) if as_of else None,
        started_at=_time(log.opened.get("at")),
        ended_at=_time(closed.get("at")),
        counts=Counts(**closed.get("counts", {})),
        summary=closed,
        base_url=log.opened.get("base_url"),
        base=log.opened.get("base"),
        since=log.opened.get("since"),
        why=log.opened.get("why"),
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
