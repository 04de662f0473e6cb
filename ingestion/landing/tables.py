"""Arrow schemas of the landing tables beside the record kinds, and how a table is written.

What does not belong here: the schemas of records (`ingestion.records`) and which rows land.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingestion.records import RECORD_KINDS, landing_schema

_INSTANT = pa.timestamp("us", tz="UTC")

QUARANTINE = pa.schema(
    [
        ("source_id", pa.string()),
        ("source_url", pa.string()),
        ("native_id", pa.string()),
        ("row", pa.string()),
        ("field", pa.string()),
        ("step", pa.string()),
        ("reason", pa.string()),
        ("content_sha256", pa.string()),
        ("quarantined_at", _INSTANT),
    ]
)

DRIFT = pa.schema(
    [
        ("source_id", pa.string()),
        ("what", pa.string()),
        ("place", pa.string()),
        ("value", pa.string()),
        ("occurrences", pa.int64()),
        ("source_url", pa.string()),
    ]
)

SOURCE = pa.schema(
    [
        ("source_id", pa.string()),
        ("title_fi", pa.string()),
        ("title_sv", pa.string()),
        ("title_en", pa.string()),
        ("publisher", pa.string()),
        ("licence_id", pa.string()),
        ("licence_confidence", pa.string()),
        ("verified_live", pa.bool_()),
        ("lifecycle", pa.string()),
        ("base_url", pa.string()),
        ("status", pa.string()),
        ("reason", pa.string()),
        ("loaded_as", pa.string()),
        ("last_success_at", _INSTANT),
        ("last_attempt_at", _INSTANT),
        ("records", pa.int64()),
        ("drift_count", pa.int64()),
        ("quarantined", pa.int64()),
        ("trust", pa.list_(pa.struct([("field", pa.string()), ("trust", pa.int64())]))),
    ]
)

NIGHT = pa.schema([("run_id", pa.string()), ("as_of", pa.date32()), ("started_at", _INSTANT)])

#: Folder under `landing/current/` -> schema. `night` is one file, the others one a source.
LANDING_TABLES: dict[str, pa.Schema] = {
    **{kind: landing_schema(kind) for kind in RECORD_KINDS},
    "quarantine": QUARANTINE,
    "drift": DRIFT,
    "source": SOURCE,
}


def to_table(rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows as a table of exactly this schema."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def write_table(table: pa.Table, path: Path) -> None:
    """Write one Parquet file so that a reader sees the old one or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    pq.write_table(table, temporary, compression="zstd")
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    temporary.replace(path)


def read_table(path: Path, schema: pa.Schema) -> pa.Table:
    """Read one Parquet file; a missing one is an empty table of the schema."""
    if not path.exists():
        return schema.empty_table()
    return pq.read_table(path, schema=schema, partitioning=None)
