"""A small landing written with the real record types, for tests of the dbt project.

`Landing` collects records and writes the folders of one home as the promote step does. What
does not belong here: expected results; they stand in the tests.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingestion.landing.tables import DRIFT, QUARANTINE, SOURCE
from ingestion.landing.tables import NIGHT as NIGHT_TABLE
from ingestion.records import RECORD_KINDS, Record, landing_schema, record_id, record_sha256
from orchestration.release.decisions import DECISION_SCHEMA, PIN_SCHEMA
from orchestration.release.state import STATE_TABLES

NIGHT = date(2026, 11, 24)
FETCHED = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)

#: Tables of the state by their place without `.parquet`, and the models of their next version.
STATE_SCHEMAS = {
    **{name.removesuffix(".parquet"): schema for name, (_, schema) in STATE_TABLES.items()},
    "people/match_decisions": DECISION_SCHEMA,
    "people/registry_pins": PIN_SCHEMA,
}
NEXT_STATE = {name.removesuffix(".parquet"): model for name, (model, _) in STATE_TABLES.items()}


@dataclass
class Landing:
    """Records of one night, to be written below a home."""

    night: date = NIGHT
    trust: dict[str, dict[str, int]] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    quarantine: list[dict[str, Any]] = field(default_factory=list)

    def source(self, source_id: str, **trust: int) -> str:
        """Declare a source and its trust (`default=90`)."""
        self.trust[source_id] = trust
        return source_id

    def add(
        self,
        source_id: str,
        record: Record,
        retrieved_at: datetime = FETCHED,
        first_seen_at: date | None = None,
    ) -> str:
        """Land one record; gives its record id."""
        identity = record_id(source_id, record.kind, record.native_id)
        first_seen = first_seen_at or self.night
        bytes_of = f"{source_id}{record.source_url}{record.part}{retrieved_at}"
        self.rows.setdefault(record.kind, []).append(
            {
                "record_id": identity,
                "source_id": source_id,
                "content_sha256": hashlib.sha256(bytes_of.encode()).hexdigest(),
                "retrieved_at": retrieved_at,
                "first_seen_at": first_seen,
                "last_seen_at": self.night,
                "record_sha256": record_sha256(record),
                **record.model_dump(),
            }
        )
        return identity

    def write(self, home: Path, reverse: bool = False) -> Path:
        """Write all folders below `home`; state files are kept when they exist."""
        current = home / "landing" / "current"
        for kind in RECORD_KINDS:
            schema = landing_schema(kind)
            _write(current / kind / "source=_none" / "part.parquet", [], schema)
            for source_id in self.trust:
                rows = [row for row in self.rows.get(kind, []) if row["source_id"] == source_id]
                rows = rows[::-1] if reverse else rows
                _write(current / kind / f"source={source_id}" / "part.parquet", rows, schema)
        self._write_tables(current)
        for name, schema in STATE_SCHEMAS.items():
            path = home / "state" / f"{name}.parquet"
            if not path.exists():
                _write(path, [], schema)
        return home

    def _write_tables(self, current: Path) -> None:
        for name, schema in (
            ("source", SOURCE),
            ("quarantine", QUARANTINE),
            ("drift", DRIFT),
        ):
            _write(current / name / "source=_none" / "part.parquet", [], schema)
        for source_id, trust in self.trust.items():
            row = self._source_row(source_id, trust)
            _write(current / "source" / f"source={source_id}" / "part.parquet", [row], SOURCE)
            bad = [row for row in self.quarantine if row["source_id"] == source_id]
            path = current / "quarantine" / f"source={source_id}" / "part.parquet"
            _write(path, bad, QUARANTINE)
        night = {"run_id": "fixture", "as_of": self.night, "started_at": FETCHED}
        _write(current / "night" / "part.parquet", [night], NIGHT_TABLE)

    def _source_row(self, source_id: str, trust: dict[str, int]) -> dict[str, Any]:
        records = {
            row["record_id"]
            for rows in self.rows.values()
            for row in rows
            if row["source_id"] == source_id
        }
        return {
            "source_id": source_id,
            "title_fi": f"Lähde {source_id}",
            "title_sv": None,
            "title_en": f"Source {source_id}",
            "publisher": "Majavan virasto",
            "licence_id": "CC-BY-4.0",
            "licence_confidence": "assumed",
            "verified_live": False,
            "lifecycle": "active",
            "base_url": f"https://{source_id}.example",
            "status": "fresh",
            "reason": None,
            "loaded_as": "whole",
            "last_success_at": FETCHED,
            "last_attempt_at": FETCHED,
            "records": len(records),
            "drift_count": 0,
            "quarantined": sum(row["source_id"] == source_id for row in self.quarantine),
            "trust": [{"field": name, "trust": value} for name, value in trust.items()],
        }


def _write(path: Path, rows: list[dict[str, Any]], schema: pa.Schema) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)
