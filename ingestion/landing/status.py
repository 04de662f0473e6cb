"""Freshness of a source, from evidence fetched and not from how a run ended: one `source` row.

What does not belong here: how long evidence stays fresh (`access.max_age_days` in source.yml).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from ingestion.archive.snapshot import SnapshotInfo, list_snapshots
from ingestion.landing import history
from ingestion.landing.current import part_path
from ingestion.landing.history import Outcome
from ingestion.landing.tables import SOURCE, read_table, to_table, write_table
from ingestion.records import RECORD_KINDS, landing_schema
from ingestion.settings import Settings
from ingestion.spec import SourceSpec

Status = Literal["fresh", "stale", "failed", "off"]


@dataclass(frozen=True)
class SourceStatus:
    """How a source stands after a night, with the reason in words.

    Attributes:
        silent: the newest attempt brought nothing: no page of its site, no file that was not
            there before. Whatever has landed is older.
        loaded_as: `whole`, or since when changes were asked for, of the newest complete evidence.
        down: it was silent because its site did not answer.
    """

    source_id: str
    status: Status
    reason: str
    last_success_at: datetime | None
    last_attempt_at: datetime | None
    records: int
    quarantined: int
    drift_count: int
    loaded_as: str | None = None
    silent: bool = False
    down: bool = False


def is_attempted(spec: SourceSpec, settings: Settings) -> bool:
    """Whether a night has anything to try: a site to fetch or a dropped file to read."""
    if spec.lifecycle == "retired":
        return False
    if _is_fetched(spec, settings):
        return True
    folder = settings.drop / spec.id
    return folder.is_dir() and any(
        path.suffix.lower().lstrip(".") in spec.drop for path in folder.iterdir()
    )


def judge_source(spec: SourceSpec, settings: Settings) -> SourceStatus:
    """The status of one source today."""
    snapshots = list_snapshots(settings.raw / spec.id)
    outcomes = history.list_outcomes(settings.landing, spec.id)
    good = [outcome for outcome in outcomes if outcome.verdict == "good"]
    records = _count_landed(settings.landing, spec.id)
    status, reason = _choose_status(spec, settings, snapshots, outcomes, records)
    newest = outcomes[-1] if outcomes else None
    return SourceStatus(
        source_id=spec.id,
        status=status,
        reason=reason,
        last_success_at=good[-1].collected_at if good else None,
        last_attempt_at=snapshots[-1].started_at if snapshots else None,
        records=records,
        quarantined=newest.quarantined if newest else 0,
        drift_count=newest.drift_count if newest else 0,
        loaded_as=good[-1].loaded_as if good else None,
        silent=not snapshots or bool(snapshots[-1].summary.get("silent")),
        down=bool(snapshots) and bool(snapshots[-1].summary.get("down")),
    )


def write_source_row(spec: SourceSpec, status: SourceStatus, landing: Path) -> None:
    """Land the declaration and the status of a source as its `source` row."""
    row: dict[str, Any] = {
        "source_id": spec.id,
        "title_fi": spec.title.get("fi"),
        "title_sv": spec.title.get("sv"),
        "title_en": spec.title.get("en"),
        "publisher": spec.publisher,
        "licence_id": spec.licence.id,
        "licence_confidence": spec.licence.confidence,
        "verified_live": spec.verified_live,
        "lifecycle": spec.lifecycle,
        "base_url": spec.base_url,
        "status": status.status,
        "reason": status.reason,
        "loaded_as": status.loaded_as,
        "last_success_at": status.last_success_at,
        "last_attempt_at": status.last_attempt_at,
        "records": status.records,
        "drift_count": status.drift_count,
        "quarantined": status.quarantined,
        "trust": [{"field": key, "trust": spec.trust[key]} for key in sorted(spec.trust)],
    }
    write_table(to_table([row], SOURCE), part_path(landing, "source", spec.id))


def _is_fetched(spec: SourceSpec, settings: Settings) -> bool:
    return spec.base_url is not None and settings.url_overrides.get(spec.id) != ""


def _choose_status(
    spec: SourceSpec,
    settings: Settings,
    snapshots: list[SnapshotInfo],
    outcomes: list[Outcome],
    records: int,
) -> tuple[Status, str]:
    if not records and not snapshots and not is_attempted(spec, settings):
        return "off", "nothing is fetched and no file was ever dropped"
    good = [outcome for outcome in outcomes if outcome.verdict == "good"]
    trouble = _find_trouble(snapshots, outcomes)
    if not records:
        return "failed", trouble or "never tried"
    if not good:
        return "stale", trouble or "no complete snapshot yet"
    age = (settings.as_of - good[-1].as_of).days
    if age > spec.access.max_age_days:
        return "stale", f"newest complete evidence is {age} days old" + (
            f"; {trouble}" if trouble else ""
        )
    if trouble and spec.lifecycle != "frozen":
        return "stale", trouble
    return "fresh", trouble or _praise(good[-1].as_of)


def _praise(day: date) -> str:
    return f"complete on {day.isoformat()}"


def _find_trouble(snapshots: list[SnapshotInfo], outcomes: list[Outcome]) -> str | None:
    """What went wrong in the newest attempt, or None."""
    if not snapshots:
        return None
    newest = snapshots[-1]
    parsed = {outcome.snapshot_id: outcome for outcome in outcomes}.get(newest.id)
    if not newest.closed:
        return "the newest collect run was cut off"
    if newest.outcome == "failed":
        return str(newest.summary.get("reason") or "nothing could be fetched")
    if parsed is None:
        return "the newest snapshot could not be read"
    if parsed.verdict == "good":
        return None
    worst = [finding for finding in parsed.findings if finding.level != "warn"]
    return f"{parsed.verdict}: " + "; ".join(finding.detail for finding in worst[:3])


def _count_landed(landing: Path, source_id: str) -> int:
    total = 0
    for kind in RECORD_KINDS:
        table = read_table(part_path(landing, kind, source_id), landing_schema(kind))
        total += len(set(table["native_id"].to_pylist()))
    return total
