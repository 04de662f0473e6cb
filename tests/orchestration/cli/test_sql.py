"""`elo sql`: three forms of an answer, a day, and errors that say what to do."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from orchestration.cli.output import Format, show
from orchestration.cli.sql import sql
from orchestration.release.generation import build_generation, publish
from orchestration.release.query import Answer
from tests.expectations.fixture import build_marts, change

app = typer.Typer()
app.command()(sql)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    database = build_marts(tmp_path / "run.duckdb", 5)
    for day in (24, 25):
        generation = build_generation(
            database,
            tmp_path / "releases",
            stamp=datetime(2026, 11, day, 3, tzinfo=UTC),
            run={"as_of": f"2026-11-{day}"},
        )
        publish(tmp_path / "releases", generation)
        change(database, "update marts.dim_project set name = 'Uusi nimi' where project_id = 'p1'")
    return tmp_path


def ask(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.output


QUESTION = "select name, start_date, project_codes from dim_project where project_id = 'p1'"


def test_table(home: Path) -> None:
    code, output = ask(QUESTION)
    assert code == 0
    assert "Uusi nimi" in output
    assert "2018-01-02" in output
    assert "1 row" in output


def test_csv_and_json(home: Path) -> None:
    _, text = ask(QUESTION, "--format", "csv")
    assert list(csv.reader(io.StringIO(text))) == [
        ["name", "start_date", "project_codes"],
        ["Uusi nimi", "2018-01-02", "S21001"],
    ]
    _, body = ask(QUESTION, "--format", "json")
    assert json.loads(body) == [
        {"name": "Uusi nimi", "start_date": "2018-01-02", "project_codes": ["S21001"]}
    ]


def test_what_was_known_on_a_day(home: Path) -> None:
    _, output = ask(QUESTION, "--format", "csv", "--as-of", "2026-11-24")
    assert "Ohjauksen polku 1" in output
    code, output = ask(QUESTION, "--as-of", "2026-11-23")
    assert code == 1
    assert "oldest release held is as of 2026-11-24" in output


def test_wrong_and_forbidden_questions(home: Path) -> None:
    for question in ("selec 1", "delete from dim_project", "select * from read_text('/etc/hosts')"):
        code, output = ask(question)
        assert code == 1
        assert output.startswith("elo sql: ")
    assert ask("select 1", "--format", "xml")[0] == 2


def test_without_a_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELO_HOME", str(tmp_path / "nothing"))
    code, output = ask("select 1")
    assert code == 1
    assert "elo demo" in output


def test_brackets_in_a_name_are_no_markup_and_nothing_is_cut() -> None:
    long = "[bold]" + "x" * 300
    text = show(Answer(("name",), [(long,)]), Format.TABLE, Console(width=400))
    assert long in text


def test_csv_on_the_terminal_is_harmless_too() -> None:
    text = show(Answer(("a", "b"), [("=1+1", -5)]), Format.CSV)
    assert text == "a,b\n'=1+1,-5"
