"""Runs dbt's data tests of the published tables on a release database.

The tests run on a copy: a release is never opened for writing, and its readers never wait. A
release holds schema `marts` alone, so the tests that look at published tables and reviewed lists
are run; those of the layers below can only run in the build. What does not belong here: the
build's own tests.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from orchestration.lib.dbt_project import PROJECT_DIR, dbt_executable, load_project
from orchestration.release.tables import MARTS

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
    manifest = json.loads(load_project().manifest_path.read_text(encoding="utf-8"))
    selected = choose_tests(manifest)
    with tempfile.TemporaryDirectory(prefix="elo-check-") as folder:
        copy = Path(folder) / "elo.duckdb"
        shutil.copyfile(database, copy)
        done = subprocess.run(  # noqa: S603 our own dbt, and nobody else's words
            [
                dbt_executable(),
                *("--log-format", "json", "build"),
                *("--select", *selected),
                *("--resource-type", "test", "--resource-type", "seed"),
                *("--indirect-selection", "empty"),
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


def choose_tests(manifest: Mapping[str, Any]) -> list[str]:
    """Names of the data tests that a release can answer, and of the lists they look things up in.

    Args:
        manifest: dbt's parsed `manifest.json`.
    """
    nodes = manifest["nodes"]
    published = {
        key
        for key, node in nodes.items()
        if node["resource_type"] == "model" and node["schema"] == MARTS
    }
    lists = {key for key, node in nodes.items() if node["resource_type"] == "seed"}
    chosen: set[str] = set()
    for node in nodes.values():
        parents = set(node.get("depends_on", {}).get("nodes", []))
        if node["resource_type"] != "test" or not parents & published:
            continue
        if parents <= published | lists:
            chosen |= {node["name"], *(nodes[key]["name"] for key in parents & lists)}
    return sorted(chosen)


def _read_results(log: str) -> Iterator[tuple[str, str]]:
    for line in log.splitlines():
        if not line.startswith("{"):
            continue
        event = json.loads(line)
        if event["info"]["name"] == "LogTestResult":
            data = event["data"]
            count = f" ({data['num_failures']} rows)" if data.get("num_failures") else ""
            yield data["status"], f"{data['name']}{count}"
