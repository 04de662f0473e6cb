"""Promotion: folds parsed snapshots into `landing/current/`, the newest good record versions.

A record that is gone from a later snapshot stays with its `last_seen_at`; a blocked snapshot
changes nothing. Folding all snapshots from nothing gives the same tables as folding each in its
night. What does not belong here: judging a snapshot (`checks.py`), freshness (`status.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from ingestion.landing import history
from ingestion.landing.history import Outcome
from ingestion.landing.tables import DRIFT, LANDING_TABLES, QUARANTINE, read_table, write_table
from ingestion.records import RECORD_KINDS, landing_schema

_NOBODY = "_none"
#: Where a version of a record is shown.
_EVIDENCE = ("content_sha256", "retrieved_at", "locator")


@dataclass(frozen=True)
class Promoted:
    """What one promotion did to a source: snapshots folded, and rows a kind that now land."""

    source_id: str
    folded: tuple[str, ...]
    rows: dict[str, int]


def part_path(landing: Path, table: str, source_id: str) -> Path:
    """Parquet file of one source in one landing table."""
    return landing / "current" / table / f"source={source_id}" / "part.parquet"


def ensure_tables(landing: Path) -> None:
    """Give every landing table an empty part, so that a reader's glob never finds nothing."""
    for table, schema in LANDING_TABLES.items():
        path = part_path(landing, table, _NOBODY)
        if not path.exists():
            write_table(schema.empty_table(), path)


def promote(landing: Path, source_id: str, *, rebuild: bool = False) -> Promoted:
    """Fold every snapshot of a source that is not folded yet.

    Args:
        landing: root of the landing tables.
        source_id: whose snapshots.
        rebuild: forget what landed and fold all parsed snapshots from nothing.
    """
    outcomes = history.list_outcomes(landing, source_id)
    done = {} if rebuild else _read_state(landing, source_id)
    fresh = [o for o in outcomes if done.get(o.snapshot_id) != o.parser_version]
    usable = [outcome for outcome in fresh if outcome.verdict != "blocked"]
    rows = {}
    for kind in RECORD_KINDS:
        path = part_path(landing, kind, source_id)
        schema = landing_schema(kind)
        current = schema.empty_table() if rebuild else read_table(path, schema)
        for outcome in usable:
            current = fold(current, history.read_kind(landing, outcome, kind))
        if usable or rebuild:
            write_table(current, path)
        rows[kind] = len(set(current["native_id"].to_pylist()))
    if outcomes:
        _write_sides(landing, outcomes[-1])
    _write_state(landing, source_id, done, outcomes)
    history.prune(landing, source_id)
    return Promoted(source_id, tuple(o.snapshot_id for o in usable), rows)


def fold(current: pa.Table, snapshot: pa.Table) -> pa.Table:
    """Newest version of each (record, part): the snapshot's, then what only `current` still has.

    An unchanged record keeps the hash and time of the answer that first showed this version, and
    its place in there.
    """
    if not snapshot.num_rows:
        return current
    before = {key: row for row, key in enumerate(_keys(current))}
    versions = current["record_sha256"].to_pylist()
    columns = {
        name: snapshot[name].to_pylist() for name in (*_EVIDENCE, "first_seen_at", "record_sha256")
    }
    old = {name: current[name].to_pylist() for name in (*_EVIDENCE, "first_seen_at")}
    for row, key in enumerate(_keys(snapshot)):
        known = before.pop(key, None)
        if known is None:
            continue
        columns["first_seen_at"][row] = old["first_seen_at"][known]
        if versions[known] == columns["record_sha256"][row]:
            for name in _EVIDENCE:
                columns[name][row] = old[name][known]
    for name in (*_EVIDENCE, "first_seen_at"):
        field = snapshot.schema.field(name)
        column = pa.array(columns[name], field.type)
        snapshot = snapshot.set_column(snapshot.schema.get_field_index(name), field, column)
    merged = pa.concat_tables(
        [snapshot, current.take(pa.array(sorted(before.values()), pa.int64()))]
    )
    return merged.sort_by([("record_id", "ascending"), ("part", "ascending")]).combine_chunks()


def _keys(table: pa.Table) -> Iterable[tuple[str, str]]:
    return zip(table["record_id"].to_pylist(), table["part"].to_pylist(), strict=True)


def _write_sides(landing: Path, newest: Outcome) -> None:
    """Quarantine and drift show the newest parse, also when its records were blocked."""
    for name, schema in (("quarantine", QUARANTINE), ("drift", DRIFT)):
        table = history.read_side(landing, newest, name, schema)
        write_table(table, part_path(landing, name, newest.source_id))


def _state_path(landing: Path, source_id: str) -> Path:
    return landing / "current" / "_promoted" / f"{source_id}.json"


def _read_state(landing: Path, source_id: str) -> dict[str, str]:
    path = _state_path(landing, source_id)
    return dict(json.loads(path.read_text())) if path.exists() else {}


def _write_state(
    landing: Path, source_id: str, done: dict[str, str], outcomes: list[Outcome]
) -> None:
    path = _state_path(landing, source_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {**done, **{o.snapshot_id: o.parser_version for o in outcomes}}
    kept = {o.snapshot_id for o in outcomes}
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps({key: state[key] for key in sorted(state) if key in kept}))
    temporary.replace(path)
