"""Parsed snapshots: `landing/history/<source>/<snapshot_id>/`, one Parquet file a kind.

`outcome.json` is written last: a folder without it is the rest of a crashed run and is not read.
What does not belong here: judging (`checks.py`) and promoting (`current.py`).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingestion.checks import Verdict
from ingestion.landing.tables import DRIFT, QUARANTINE, read_table, to_table, write_table
from ingestion.parse import ParsedSnapshot
from ingestion.records import landing_schema
from ingestion.scraper import Finding

_OUTCOME = "outcome.json"
_KEPT_SNAPSHOTS = 3
#: Filled by promotion; in history they hold the day of the snapshot.
_SEEN = ("first_seen_at", "last_seen_at")


@dataclass(frozen=True)
class Outcome:
    """What a parse came to; the part of `outcome.json` that later steps read.

    Attributes:
        as_of: the day that counted as today when the snapshot was collected.
        collected_at: real clock, end of the collect run, UTC.
        since: only what changed since then was fetched, over the last whole load; None = it is
            a whole load.
    """

    source_id: str
    snapshot_id: str
    parser_version: str
    as_of: date
    collected_at: datetime
    verdict: Verdict
    counts: Mapping[str, int]
    pages: int
    quarantined: int
    drift_count: int
    repeated: int
    findings: tuple[Finding, ...] = field(default=())
    since: str | None = None

    @property
    def loaded_as(self) -> str:
        """How it was loaded, in words."""
        return f"changes since {self.since}" if self.since else "whole"

    def as_json(self) -> dict[str, Any]:
        """JSON-ready form."""
        body = asdict(self)
        body["as_of"] = self.as_of.isoformat()
        body["collected_at"] = self.collected_at.isoformat()
        return body

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> Outcome:
        """Inverse of `as_json`."""
        return cls(
            **{
                **body,
                "as_of": date.fromisoformat(body["as_of"]),
                "collected_at": datetime.fromisoformat(body["collected_at"]),
                "findings": tuple(Finding(**finding) for finding in body["findings"]),
            }
        )


def snapshot_folder(landing: Path, source_id: str, snapshot_id: str) -> Path:
    """Where the parsed snapshot lies."""
    return landing / "history" / source_id / snapshot_id


def write_snapshot(landing: Path, parsed: ParsedSnapshot, outcome: Outcome) -> Path:
    """Write a parsed snapshot; an earlier parse of the same snapshot is replaced."""
    folder = snapshot_folder(landing, parsed.source_id, outcome.snapshot_id)
    if folder.exists():
        shutil.rmtree(folder)
    for kind, rows in parsed.records.items():
        seen = dict.fromkeys(_SEEN, outcome.as_of)
        table = to_table(({**row, **seen} for row in rows), landing_schema(kind))
        write_table(table, folder / f"{kind}.parquet")
    write_table(to_table(parsed.quarantine, QUARANTINE), folder / "quarantine.parquet")
    write_table(to_table(parsed.drift, DRIFT), folder / "drift.parquet")
    temporary = folder / f".{_OUTCOME}.tmp"
    temporary.write_text(json.dumps(outcome.as_json(), ensure_ascii=False, indent=1))
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    temporary.replace(folder / _OUTCOME)
    return folder


def list_outcomes(landing: Path, source_id: str) -> list[Outcome]:
    """Outcomes of all parsed snapshots of a source, oldest first."""
    root = landing / "history" / source_id
    return [
        Outcome.from_json(json.loads((folder / _OUTCOME).read_text()))
        for folder in sorted(root.iterdir() if root.exists() else ())
        if (folder / _OUTCOME).exists()
    ]


def last_good(landing: Path, source_id: str) -> Outcome | None:
    """The newest snapshot that was good, or None."""
    good = [outcome for outcome in list_outcomes(landing, source_id) if outcome.verdict == "good"]
    return good[-1] if good else None


def read_kind(landing: Path, outcome: Outcome, kind: str) -> pa.Table:
    """Rows of one record kind of a parsed snapshot."""
    folder = snapshot_folder(landing, outcome.source_id, outcome.snapshot_id)
    return read_table(folder / f"{kind}.parquet", landing_schema(kind))


def read_side(landing: Path, outcome: Outcome, name: str, schema: pa.Schema) -> pa.Table:
    """Rows of `quarantine` or `drift` of a parsed snapshot."""
    folder = snapshot_folder(landing, outcome.source_id, outcome.snapshot_id)
    return read_table(folder / f"{name}.parquet", schema)


def prune(landing: Path, source_id: str) -> None:
    """Drop parsed snapshots that raw can give again, keeping the newest and the last good ones.

    Only for snapshots that are promoted: what `current/` does not hold yet must stay.
    """
    outcomes = list_outcomes(landing, source_id)
    good = [outcome for outcome in outcomes if outcome.verdict == "good"]
    kept = {o.snapshot_id for o in [*outcomes[-_KEPT_SNAPSHOTS:], *good[-_KEPT_SNAPSHOTS:]]}
    for outcome in outcomes:
        if outcome.snapshot_id not in kept:
            shutil.rmtree(snapshot_folder(landing, source_id, outcome.snapshot_id))
