"""Which of dbt's tests a release can answer, and how a failure is named."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from orchestration.lib import dbt_tests
from orchestration.lib.dbt_tests import DbtTestsError, choose_tests, run_dbt_tests


def node(kind: str, name: str, schema: str, *parents: str) -> dict[str, Any]:
    return {
        "resource_type": kind,
        "name": name,
        "schema": schema,
        "depends_on": {"nodes": list(parents)},
    }


MANIFEST = {
    "nodes": {
        "dim": node("model", "dim_project", "marts"),
        "int": node("model", "int_projects__merged", "intermediate"),
        "list": node("seed", "programmes", "seeds"),
        "t1": node("test", "dim_project_key", "tests", "dim"),
        "t2": node("test", "dim_project_programme", "tests", "dim", "list"),
        "t3": node("test", "dim_project_against_merged", "tests", "dim", "int"),
        "t4": node("test", "programmes_key", "tests", "list"),
    }
}


def test_only_what_a_release_can_answer_is_chosen() -> None:
    assert choose_tests(MANIFEST) == ["dim_project_key", "dim_project_programme", "programmes"]


def log(name: str, status: str, failures: int | None = None) -> str:
    data = {"name": name, "status": status, "num_failures": failures}
    return json.dumps({"info": {"name": "LogTestResult"}, "data": data})


@pytest.fixture
def dbt_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps(MANIFEST))
    monkeypatch.setattr(dbt_tests, "load_project", lambda: SimpleNamespace(manifest_path=manifest))
    database = tmp_path / "elo.duckdb"
    database.write_bytes(b"content")

    def run(output: str, code: int) -> list[str]:
        def fake(command: list[str], **more: Any) -> Any:
            copy = Path(more["env"]["ELO_DATABASE"])
            assert copy != database
            assert copy.read_bytes() == b"content"
            return SimpleNamespace(stdout=output, stderr="", returncode=code)

        monkeypatch.setattr(subprocess, "run", fake)
        return run_dbt_tests(database)

    return run


def test_failures_and_errors_are_named_on_a_copy(dbt_says: Any) -> None:
    lines = [
        "not json",
        log("good", "pass"),
        log("two_rows", "fail", 2),
        log("a warning", "warn", 1),
        log("broken", "error"),
    ]
    assert dbt_says("\n".join(lines), 1) == ["two_rows (2 rows)", "broken"]


def test_dbt_that_does_not_start_is_an_error(dbt_says: Any) -> None:
    with pytest.raises(DbtTestsError, match="no profile"):
        dbt_says("no profile", 2)
