"""`elo ask`: lists the questions, answers one, and says what is wrong with a parameter."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from orchestration.cli.ask import ask
from orchestration.release.generation import build_generation, publish
from tests.expectations.fixture import build_marts

app = typer.Typer()
app.command()(ask)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    generation = build_generation(
        build_marts(tmp_path / "run.duckdb", 60),
        tmp_path / "releases",
        stamp=datetime(2026, 11, 24, 3, tzinfo=UTC),
        run={"as_of": "2026-11-24"},
    )
    publish(tmp_path / "releases", generation)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.output


def test_list_needs_no_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELO_HOME", str(tmp_path / "nothing"))
    code, output = run()
    assert code == 0
    assert "maakunta_code" in output
    code, output = run("11")
    assert code == 1
    assert "elo demo" in output


def test_answer_with_its_parameters_and_caveats(home: Path) -> None:
    code, output = run("11", "--param", "maakunta_code=19")
    assert code == 0
    assert "maakunta_code=19" in output
    assert "no data" in output
    assert "Caveats: no source of this fact base" in output


def test_parameters_narrow_an_answer(home: Path) -> None:
    _, whole = run("13", "--format", "csv")
    _, narrow = run("13", "--format", "csv", "--param", "basis=target_area")
    rows, fewer = (list(csv.DictReader(io.StringIO(text))) for text in (whole, narrow))
    assert {row["basis"] for row in fewer} == {"target_area"}
    assert [row for row in rows if row["basis"] == "target_area"] == fewer
    _, body = run("11", "--format", "json")
    assert json.loads(body)[0]["granted_eur_per_inhabitant"] is None


def test_a_value_is_never_sql(home: Path) -> None:
    code, output = run("13", "--format", "json", "--param", "basis=') or true --")
    assert (code, json.loads(output)) == (0, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("21",), "no question 21"),
        (("13", "--param", "colour=red"), "no 'colour'; it has basis"),
        (("13", "--param", "basis"), "name=value"),
        (("9", "--param", "min_funders=many"), "many"),
    ],
)
def test_what_is_wrong_is_said(home: Path, arguments: tuple[str, ...], said: str) -> None:
    code, output = run(*arguments)
    assert code == 1
    assert said in output


def test_sql_is_that_of_the_file(home: Path) -> None:
    _, output = run("11", "--sql")
    assert output.startswith("with parameters as (")
    assert "'no data' as answer" in output
