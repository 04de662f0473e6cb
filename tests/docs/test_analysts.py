"""The recipes of `docs/analysts.md` run exactly as they stand there, on a release."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from orchestration.release.exports.cells import LIST_SEPARATOR
from orchestration.release.generation import build_generation, publish
from tests.expectations.fixture import build_marts

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "analysts.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(python|sql)\n(.*?)^```$", PAGE, re.M | re.S)
PYTHON = [body for kind, body in BLOCKS if kind == "python"]
SQL = [body for kind, body in BLOCKS if kind == "sql"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder as the page supposes it: a release, and the project beside it."""
    work = tmp_path_factory.mktemp("work")
    releases = work / "data" / "releases"
    database = build_marts(work / "run.duckdb", 60)
    stamp = datetime(2026, 11, 24, 3, tzinfo=UTC)
    publish(releases, build_generation(database, releases, stamp=stamp, run={}))
    (work / "dbt_project").symlink_to(ROOT / "dbt_project")
    return work


def test_every_block_of_code_is_marked() -> None:
    assert len(PYTHON) == 4
    assert len(SQL) == 1
    assert len(re.findall(r"\*\*[Tt]ested:\*\*", PAGE)) == len(PYTHON) + len(SQL)
    assert LIST_SEPARATOR in PAGE


@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_python_runs(folder: Path, number: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PYTHON[number]], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("number", range(len(SQL)))
def test_sql_runs(folder: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        assert connection.execute(SQL[number]).fetchall()


def test_connections_are_read_only() -> None:
    """Nobody who follows the page can lock others out or change a release."""
    for body in PYTHON:
        for call in re.findall(r"duckdb\.connect\([^)]*\)", body):
            assert "read_only=True" in call
    for line in re.findall(r"^.*elo\.duckdb.*$", PAGE, re.M):
        if line.startswith(("duckdb ", "release <-")):
            assert re.search(r"-readonly|read_only = TRUE", line)


def test_the_recipes_agree(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    done = subprocess.run([sys.executable, "-c", PYTHON[2]], capture_output=True, text=True)
    with duckdb.connect() as connection:
        rows = connection.execute(SQL[0]).fetchall()
    assert done.stdout.startswith(str(sum(row[1] or 0 for row in rows)))
    assert f"; {sum(row[2] for row in rows)} decisions" in done.stdout
