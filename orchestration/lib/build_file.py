"""The database under construction: one file a run, which nobody but that run opens.

What does not belong here: the file of a release.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import dagster as dg

from ingestion.settings import Settings

_KEPT = 2


def build_database(settings: Settings, run: dg.DagsterRun) -> Path:
    """File of a run; a re-execution works on the file of the run it repeats."""
    return settings.build / f"{run.root_run_id or run.run_id}.duckdb"


def sweep_builds(settings: Settings, keep: Path) -> None:
    """Remove old build files, except the newest few for whoever looks into a failure."""
    files = sorted(settings.build.glob("*.duckdb"), key=lambda path: path.stat().st_mtime)
    for path in files[:-_KEPT]:
        if path != keep:
            path.unlink()
            path.with_suffix(".duckdb.wal").unlink(missing_ok=True)
            outcomes_path(path).unlink(missing_ok=True)
            shutil.rmtree(artefacts_path(path), ignore_errors=True)


def outcomes_path(database: Path) -> Path:
    """Where the outcomes of the expectation suites on a build file are kept."""
    return database.with_suffix(".outcomes.json")


def artefacts_path(database: Path) -> Path:
    """Folder for what dbt writes about the build of a file: compiled SQL, results, its log."""
    return database.with_suffix(".dbt")
