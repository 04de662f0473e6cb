"""Builds one generation: everything a release holds, in a folder nobody reads yet.

The order is fixed: copy, exports, quality page, site, checksums, fsync, rename. Readers never
see the folder before it is whole, and `current` is moved by `publish` alone. What does not belong
here: how a format is written (`exports/`), what pages show (`site/`) and what is checked
(`expectations/`).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from expectations.outcome import Outcome
from expectations.report import render
from ingestion.settings import HELSINKI
from orchestration.release import durable
from orchestration.release.exports import csv, datapackage, dcat, grants360, parquet, xlsx
from orchestration.release.exports import json as json_export
from orchestration.release.layout import (
    DATABASE,
    MANIFEST,
    generation_names,
    parse_stamp,
    stamp_name,
)
from orchestration.release.publishing import (
    PublishRefusedError,
    apply_retention,
    publish,
    sweep,
)
from orchestration.release.site.build import build_site
from orchestration.release.tables import MARTS, Table
from orchestration.release.warehouse_copy import NothingToReleaseError, copy_marts
from orchestration.release.warehouse_hash import hash_tables

__all__ = [
    "NothingToReleaseError",
    "PublishRefusedError",
    "apply_retention",
    "build_generation",
    "publish",
    "sweep",
    "verify_checksums",
]


@dataclass(frozen=True)
class _Content:
    tables: list[Table]
    sources: dict[str, dict[str, Any]]
    warehouse_hash: str
    not_in_xlsx: list[str]
    grants360: dict[str, Any]


def build_generation(
    database: Path,
    releases: Path,
    *,
    stamp: datetime,
    run: Mapping[str, Any],
    quality_outcomes: Sequence[Outcome] = (),
    dbt_manifest: Mapping[str, Any] | None = None,
) -> Path:
    """Write one generation under `releases` and return its folder.

    The name is the stamp in UTC. Where that second is taken, or an existing generation is
    newer (a clock that was set back), it is the second after the newest one, so that names
    always grow.

    Args:
        database: the checked build file; it is only read.
        releases: the folder of all generations.
        stamp: aware time of this build.
        run: what is to be known about the run: `run_id`, `as_of`, versions …; goes into
            `release.json` as it is.
        quality_outcomes: what the expectation suites found.
        dbt_manifest: dbt's parsed `manifest.json`, for descriptions and keys.

    Raises:
        NothingToReleaseError: the database holds no published table.
    """
    releases.mkdir(parents=True, exist_ok=True)
    stamp = _free_stamp(releases, stamp)
    name = stamp_name(stamp)
    folder = releases / f".{name}.tmp"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    copied = copy_marts(database, folder / DATABASE, dbt_manifest)
    content = _export_all(folder, stamp, copied.tables)
    render(list(quality_outcomes), folder / DATABASE, folder / "quality")
    pages = _build_site(folder, name, stamp, run, copied.tables)
    summary = _summary(name, stamp, run, content, quality_outcomes)
    summary["site_pages"] = pages
    summary["storage_version"] = copied.storage_version
    summary["checksums"] = {
        path.relative_to(folder).as_posix(): durable.sha256_of(path)
        for path in durable.walk_files(folder)
    }
    text = json.dumps(summary, ensure_ascii=False, indent=2, default=str)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    durable.sync_tree(folder)
    folder.rename(releases / name)
    durable.sync_folder(releases)
    return releases / name


def verify_checksums(generation: Path) -> list[str]:
    """Files of a generation that are missing, changed or not listed; empty = all as released."""
    listed: dict[str, str] = json.loads((generation / MANIFEST).read_text("utf-8"))["checksums"]
    present = {
        path.relative_to(generation).as_posix(): path
        for path in durable.walk_files(generation)
        if path.name not in (MANIFEST, ".pin")
    }
    wrong = [name for name, path in present.items() if listed.get(name) != durable.sha256_of(path)]
    return sorted(wrong + [name for name in listed if name not in present])


def _free_stamp(releases: Path, stamp: datetime) -> datetime:
    stamp = stamp.astimezone(UTC).replace(microsecond=0)
    names = generation_names(releases)
    if names and stamp <= parse_stamp(names[-1]):
        return parse_stamp(names[-1]) + timedelta(seconds=1)
    return stamp


def _export_all(folder: Path, stamp: datetime, tables: list[Table]) -> _Content:
    connection = duckdb.connect(str(folder / DATABASE), read_only=True)
    try:
        connection.execute("set timezone = 'UTC'")
        parquet.export(connection, tables, folder)
        csv.export(connection, tables, folder)
        json_export.export(connection, tables, folder)
        not_in_xlsx = xlsx.export(connection, tables, folder)
        sources = _sources(connection, tables)
        licences = {name: str(row["licence"]) for name, row in sources.items() if row["licence"]}
        datapackage.export(tables, folder, stamp=stamp, licences=licences)
        grants = grants360.export(connection, tables, folder, stamp=stamp)
        dcat.export(tables, folder, stamp=stamp, licences=licences)
        return _Content(tables, sources, hash_tables(connection), not_in_xlsx, grants)
    finally:
        connection.close()


def _build_site(
    folder: Path, name: str, stamp: datetime, run: Mapping[str, Any], tables: Sequence[Table]
) -> int:
    connection = duckdb.connect(str(folder / DATABASE), read_only=True)
    try:
        return build_site(
            connection,
            folder / "site",
            stamp=stamp,
            as_of=_as_of(run, stamp),
            tables=tables,
            release={"generation": name},
        )
    finally:
        connection.close()


def _as_of(run: Mapping[str, Any], stamp: datetime) -> date:
    day = run.get("as_of")
    return date.fromisoformat(str(day)[:10]) if day else stamp.astimezone(HELSINKI).date()


def _sources(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[Table]
) -> dict[str, dict[str, Any]]:
    table = next((table for table in tables if table.name == "dim_source"), None)
    if table is None:
        return {}
    names = [column.name for column in table.columns]
    rows = connection.execute(f"select * from {MARTS}.dim_source order by source_id").fetchall()
    found = [dict(zip(names, map(_plain, row), strict=True)) for row in rows]
    return {str(row["source_id"]): {**row, "licence": row.get("licence")} for row in found}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value


def _summary(
    name: str,
    stamp: datetime,
    run: Mapping[str, Any],
    content: _Content,
    outcomes: Sequence[Outcome],
) -> dict[str, Any]:
    failed = [outcome for outcome in outcomes if not outcome.passed]
    return {
        "generation": name,
        "created_at": stamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "run": dict(run),
        "warehouse_hash": content.warehouse_hash,
        "duckdb_version": duckdb.__version__,
        "counts": {table.name: table.rows for table in content.tables},
        "sources": content.sources,
        "checks": {
            "done": len(outcomes),
            "warned": sum(outcome.severity == "warn" for outcome in failed),
            "blocking": sum(outcome.severity == "block" for outcome in failed),
        },
        "not_in_xlsx": content.not_in_xlsx,
        "grants360": content.grants360,
    }
