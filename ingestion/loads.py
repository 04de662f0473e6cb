"""Chooses how tonight's snapshot is loaded: whole, or as changes over the last whole load.

Everything is read from the archive and from what it was parsed as, so that data and cursor
cannot part: every delta begins at the newest whole load, never at another delta, and only while
the night before was good. So nothing has to be caught up with: what a night that failed did not
bring, the next one does. What does not belong here: whether a delta that came can be believed
(the scraper's `reconcile`).
"""

from __future__ import annotations

from dataclasses import dataclass

from ingestion.archive.snapshot import Snapshot, SnapshotInfo, list_snapshots, load_snapshot
from ingestion.http.canonical import redact_url
from ingestion.landing import history
from ingestion.registry import Source
from ingestion.scraper import PageError
from ingestion.settings import Settings


@dataclass(frozen=True)
class Load:
    """What a collect run asks for.

    Attributes:
        base_url: from where, as the operator set it; without secrets.
        base: snapshot id of the whole load under a delta; None = everything is asked for.
        since: what changed since then is asked for.
        why: why everything is asked for, where the source could be asked for less.
    """

    base_url: str | None
    base: str | None = None
    since: str | None = None
    why: str | None = None

    def as_json(self) -> dict[str, str]:
        """What the first line of the log says of it."""
        said = {"base_url": self.base_url, "base": self.base, "since": self.since, "why": self.why}
        return {name: text for name, text in said.items() if text is not None}


def choose_load(source: Source, settings: Settings) -> Load:
    """How to load a source tonight; whole wherever anything speaks against a delta."""
    base_url = _base_url(source, settings)
    delta = source.spec.delta
    if delta is None:
        return Load(base_url)
    base = _find_base(source, settings)
    if base is None:
        return Load(base_url, why="there is no snapshot yet, or the newest one was not good")
    if base.base_url != base_url:
        return Load(base_url, why="the last whole load came from another address")
    age = (settings.as_of - base.as_of).days if base.as_of else -1
    if not 0 <= age < delta.recheck_days:
        return Load(base_url, why=f"the last whole load is {age} days old")
    if base.counts.pages < delta.from_pages:
        return Load(base_url, why=f"a whole load is {base.counts.pages} pages only")
    snapshot = load_snapshot(settings.raw / source.id, base.id)
    since = None if snapshot.lost() else _read_cursor(source, snapshot)
    if since is None:
        return Load(base_url, why="the last whole load does not tell since when to ask")
    return Load(base_url, base.id, since)


def _base_url(source: Source, settings: Settings) -> str | None:
    url = settings.url_overrides.get(source.id, source.spec.base_url)
    return redact_url(url) if url else None


def _find_base(source: Source, settings: Settings) -> SnapshotInfo | None:
    """The whole load that the newest snapshot is, or adds changes to, if that one was good."""
    snapshots = {info.id: info for info in list_snapshots(settings.raw / source.id)}
    outcomes = history.list_outcomes(settings.landing, source.id)
    newest = max(snapshots, default="")
    if not outcomes or (outcomes[-1].snapshot_id, outcomes[-1].verdict) != (newest, "good"):
        return None
    return snapshots.get(snapshots[newest].base or newest)


def _read_cursor(source: Source, snapshot: Snapshot) -> str | None:
    if snapshot.info.started_at is None:
        return None
    try:
        return source.scraper().cursor(snapshot.pages(), snapshot.info.started_at)
    except PageError:
        return None
