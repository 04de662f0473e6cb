"""Reads archived snapshots into `landing/history`: tonight's one, or all of them for a rebuild.

What does not belong here: fetching. Nothing in this module opens a socket.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from ingestion.archive.snapshot import SnapshotInfo, list_snapshots, load_snapshot
from ingestion.landing import history
from ingestion.landing.history import Outcome
from ingestion.parse import Memo, parse_snapshot
from ingestion.registry import Source
from ingestion.scraper import Finding
from ingestion.settings import Settings


class NothingToParseError(ValueError):
    """There is no snapshot to read."""


def parse_and_land(
    source: Source,
    settings: Settings,
    snapshots: Sequence[SnapshotInfo],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Parse snapshots in time order and write each to `landing/history`.

    Returns:
        The outcome of the last one.

    Raises:
        NothingToParseError: no snapshot was given.
    """
    memo: Memo = {}
    outcome: Outcome | None = None
    last_good = _last_good_before(settings, source.id, snapshots)
    for info in snapshots:
        snapshot = load_snapshot(settings.raw / source.id, info.id)
        parsed = parse_snapshot(
            source,
            snapshot.pages(),
            previous=last_good.counts if last_good else None,
            collected=read_findings(info),
            progress=progress,
            memo=memo if len(snapshots) > 1 else None,
        )
        outcome = Outcome(
            source_id=source.id,
            snapshot_id=info.id,
            parser_version=source.parser_version(),
            as_of=info.as_of or settings.as_of,
            collected_at=info.ended_at or datetime.now(tz=UTC),
            verdict=parsed.verdict,
            counts=parsed.counts,
            pages=parsed.pages,
            quarantined=len(parsed.quarantine),
            drift_count=sum(row["occurrences"] for row in parsed.drift),
            repeated=parsed.repeated,
            findings=tuple(parsed.findings),
            since=info.since,
        )
        history.write_snapshot(settings.landing, parsed, outcome)
        last_good = outcome if outcome.verdict == "good" else last_good
    if outcome is None:
        raise NothingToParseError(f"{source.id}: the archive holds no snapshot")
    return outcome


def usable_snapshots(settings: Settings, source_id: str) -> list[SnapshotInfo]:
    """Snapshots that can be read, oldest first: their run came to an end and has pages."""
    return [
        info
        for info in list_snapshots(settings.raw / source_id)
        if info.closed and info.outcome != "failed"
    ]


def read_findings(info: SnapshotInfo) -> list[Finding]:
    """What the collect run said about its own snapshot."""
    return [Finding(**finding) for finding in info.summary.get("findings", ())]


def _last_good_before(
    settings: Settings, source_id: str, snapshots: Sequence[SnapshotInfo]
) -> Outcome | None:
    first = snapshots[0].id if snapshots else ""
    good = [
        outcome
        for outcome in history.list_outcomes(settings.landing, source_id)
        if outcome.verdict == "good" and outcome.snapshot_id < first
    ]
    return good[-1] if good else None
