"""`elo explain OLD_ID` answers for every id ever given: where it leads and what happened."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import typer
from typer.testing import CliRunner

from orchestration.cli.explain import explain
from orchestration.release.generation import build_generation, publish
from orchestration.release.id_history import read_id_history
from orchestration.release.state import STATE_TABLES
from tests.expectations.fixture import build_marts

app = typer.Typer()
app.command()(explain)

#: id -> status, redirect, pinned
ENTITIES = {
    "p1": ("active", None, True),
    "p2": ("active", None, False),
    "p3": ("active", None, False),
    "older": ("merged", "p1", False),
    "oldest": ("merged", "p1", False),
    "gone": ("retired", None, False),
    "to-gone": ("merged", "gone", False),
}
EVENTS = [
    (1, "created", "p1", None),
    (1, "created", "older", None),
    (1, "created", "oldest", None),
    (1, "created", "gone", None),
    (2, "merged", "oldest", "older"),
    (3, "merged", "older", "p1"),
    (4, "created", "p2", None),
    (4, "split", "p1", "p2"),
    (5, "moved", "p3", "p1"),
    (6, "merged", "to-gone", "gone"),
    (7, "retired", "gone", None),
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    database = build_marts(tmp_path / "run.duckdb", 5)
    stamp = datetime(2026, 11, 24, 3, tzinfo=UTC)
    releases = tmp_path / "releases"
    publish(releases, build_generation(database, releases, stamp=stamp, run={}))
    write(
        tmp_path,
        "registry/entity.parquet",
        [
            {
                "project_id": project_id,
                "created_on": date(2026, 1, 1),
                "status": status,
                "redirect_to": redirect,
                "is_pinned": pinned,
            }
            for project_id, (status, redirect, pinned) in ENTITIES.items()
        ],
    )
    write(
        tmp_path,
        "registry/event.parquet",
        [
            {
                "at": date(2026, 1, day),
                "kind": kind,
                "project_id": project_id,
                "other_project_id": other,
                "reason": "as it was",
            }
            for day, kind, project_id, other in EVENTS
        ],
    )
    return tmp_path


def write(home: Path, name: str, rows: list[dict[str, Any]]) -> None:
    path = home / "state" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, STATE_TABLES[name][1]), path)


def ask(project_id: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, [project_id])
    return result.exit_code, result.output


def test_a_chain_answers_with_its_end_and_its_story(home: Path) -> None:
    code, output = ask("oldest")
    assert code == 0
    assert "Id oldest: merged" in output
    assert "2026-01-02  merged into older (as it was)" in output
    assert "oldest was merged into p1" in output
    assert "project id p1" in output
    assert "2026-01-04  split: a part went to the new project p2 (as it was)" in output


def test_where_a_project_came_from_and_what_came_to_it(home: Path) -> None:
    assert "2026-01-04  was split off from p1" in ask("p2")[1]
    output = ask("p1")[1]
    assert "Id p1: active, pinned by a person" in output
    assert "2026-01-05  took over records of p3" in output


def test_an_id_to_which_nothing_happened_has_no_story(home: Path) -> None:
    code, output = ask("p4")
    assert code == 0
    assert "Id p4" not in output


@pytest.mark.parametrize("asked", ["gone", "to-gone"])
def test_a_retired_id_is_answered_as_well(home: Path, asked: str) -> None:
    code, output = ask(asked)
    assert code == 0
    assert f"Id {asked}: {ENTITIES[asked][0]}" in output
    assert f"the current release shows no project under {asked}" in output
    assert "2026-01-07  retired (as it was)" in output


def test_an_id_that_never_was_is_an_error(home: Path) -> None:
    code, output = ask("never")
    assert code == 1
    assert "nothing is known as 'never'" in output


def test_a_home_without_a_registry_has_no_history(tmp_path: Path) -> None:
    assert read_id_history("p1", tmp_path) is None
