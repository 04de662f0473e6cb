"""`elo check` names what fails, of dbt and of the suites, and ends with 1."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from orchestration.cli.check import check, check_database
from tests.expectations.fixture import build_marts, change


def run(database: Path, dbt_failures: list[str]) -> tuple[int, str]:
    stream = io.StringIO()
    console = Console(file=stream, width=1000)
    code = check_database(database, lambda _: dbt_failures, console)
    return code, stream.getvalue()


def test_good_database(tmp_path: Path) -> None:
    code, output = run(build_marts(tmp_path / "elo.duckdb"), [])
    assert code == 0
    assert "nothing fails, 0 warn" in output


def test_failures_are_named_with_reason_and_example(tmp_path: Path) -> None:
    database = change(
        build_marts(tmp_path / "elo.duckdb"),
        "update marts.dim_project set status = 'KAYNNISSA' where project_id = 'p5';"
        "update marts.dim_source set status = 'stale' where source_id = 'pages'",
    )
    code, output = run(database, ["unique_dim_project_project_id (2 rows)"])
    assert code == 1
    assert "FAIL dbt: unique_dim_project_project_id (2 rows)" in output
    assert "FAIL dim_project – status: values are of a closed list" in output
    assert "e.g. p5: KAYNNISSA" in output
    assert "warn dim_source" in output
    assert "2 failed, 1 warn" in output


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    database = change(
        build_marts(tmp_path / "elo.duckdb"), "update marts.dim_source set status = 'stale'"
    )
    assert run(database, [])[0] == 0


def test_no_release_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    app = typer.Typer()
    app.command()(check)
    result = CliRunner().invoke(app, [])
    assert result.exit_code == 1
    assert "elo demo" in result.output
    result = CliRunner().invoke(app, ["--database", str(tmp_path / "none.duckdb")])
    assert result.exit_code == 2
    assert "there is no file" in result.output
