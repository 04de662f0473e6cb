"""Runs dbt's data tests of the published tables on a release database.

The tests run on a copy: a release is never opened for writing, and its readers never wait. A
release holds schema `marts` alone, so only tests that look at nothing else are run; those of the
layers below belong to the build. What does not belong here: the build's own tests.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from orchestration.lib.dbt_project import PROJECT_DIR, dbt_executable, load_project

_FAILED = {"fail", "error"}


class DbtTestsError(RuntimeError):
    """dbt could not run its tests; the message is dbt's own."""


def run_dbt_tests(database: Path) -> list[str]:
    """Run the data tests of all marts and return a line for each that fails.

    Args:
        database: a release or build file; it is only read.

    Raises:
        DbtTestsError: dbt stopped before it came to the tests.
    """
    load_project()
    with tempfile.TemporaryDirectory(prefix="elo-check-") as folder:
        copy = Path(folder) / "elo.duckdb"
        shutil.copyfile(database, copy)
        done = subprocess.run(  # noqa: S603 our own dbt, and nobody else's words
            [
                dbt_executable(),
                *("--log-format", "json", "test"),
                *("--select", "path:models/marts"),
                *("--exclude", "test_type:unit"),
                *("--indirect-selection", "cautious"),
                *("--project-dir", ".", "--profiles-dir", "."),
            ],
            cwd=PROJECT_DIR,
            env={**os.environ, "ELO_HOME": folder, "ELO_DATABASE": str(copy), "DO_NOT_TRACK": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    results = list(_read_results(done.stdout))
    if done.returncode and not results:
        raise DbtTestsError(f"dbt could not run its tests:\n{done.stdout}{done.stderr}")
    return [line for status, line in results if status in _FAILED]


def _read_results(log: str) -> Iterator[tuple[str, str]]:
    for line in log.splitlines():
        if not line.startswith("{"):
            continue
        event = json.loads(line)
        if event["info"]["name"] == "LogTestResult":
            data = event["data"]
            count = f" ({data['num_failures']} rows)" if data.get("num_failures") else ""
            yield data["status"], f"{data['name']}{count}"
