"""`elo review`: the queue in a terminal, answers from a file, and what both leave behind."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from orchestration.cli.review import review
from orchestration.release.decisions import DECISIONS, HEADERS, read_decisions
from orchestration.release.generation import build_generation, publish
from tests.expectations.fixture import build_marts, change

app = typer.Typer()
app.command()(review)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    database = build_marts(tmp_path / "run.duckdb", 5)
    for sql in (
        "create table marts.mart_match_evidence (left_record_id varchar, right_record_id varchar,"
        " feature varchar, state varchar, level varchar, left_value varchar, right_value varchar,"
        " weight decimal(9,3))",
        "create table marts.mart_review_queue (queue_position integer, left_record_id varchar,"
        " right_record_id varchar, relation varchar, score decimal(9,3), band varchar,"
        " asked_as varchar, is_joined boolean, features varchar, euros_at_stake decimal(14,2))",
        "insert into marts.mart_match_link values"
        " ('pages-1', 'register-1', 6.5, 'review', 'model', 'evidence', 0.6, true)",
        "insert into marts.mart_match_evidence values"
        " ('pages-1', 'register-1', 'title', 'agree', '1.00', 'silta', 'silta', 6.5)",
        "insert into marts.mart_review_queue values"
        " (1, 'pages-1', 'register-1', 'same_as', 6.5, 'review', 'doubt', true, 'title', 90000),"
        " (2, 'pages-2', 'register-3', 'follows', 5, 'no_link', 'doubt', false, 'phase -5', 100)",
    ):
        change(database, sql)
    stamp = datetime(2026, 11, 24, 3, tzinfo=UTC)
    publish(
        tmp_path / "releases",
        build_generation(database, tmp_path / "releases", stamp=stamp, run={}),
    )
    return tmp_path


def ask(*arguments: str, typed: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments), input=typed)
    return result.exit_code, result.output


def test_both_records_and_the_evidence_are_shown_and_answers_are_kept(home: Path) -> None:
    code, output = ask("--user", "reviewer", typed="y\nsame code\nx\nn\n\n")
    assert code == 0
    assert "2 open questions" in output
    assert "90,000 EUR at stake" in output
    assert "pages-1" in output and "register-1" in output
    assert "+6.500" in output  # the waterfall
    assert "phase -5" in output  # below the band only the summary is kept
    assert "Does one of them continue the other" in output
    found = read_decisions(home / "state" / DECISIONS)
    assert [(one.relation, one.verdict) for one in found] == [("same_as", "yes"), ("follows", "no")]
    assert "reviewer" in (home / "state" / DECISIONS).read_text("utf-8")
    assert "Nothing is doubtful" in ask()[1]


def test_skipping_and_quitting_decide_nothing(home: Path) -> None:
    code, output = ask(typed="s\nq\n")
    assert code == 0
    assert "0 decisions appended" in output
    assert not (home / "state" / DECISIONS).exists()


def test_answers_come_from_a_file_once(home: Path) -> None:
    file = home / "answers.csv"
    file.write_text(
        f"{HEADERS[DECISIONS]}\npages-1,register-1,same_as,no,reviewer,2026-11-24,other town,\n",
        "utf-8",
    )
    assert "1 decisions appended" in ask("--answers", str(file))[1]
    assert "0 decisions appended" in ask("--answers", str(file))[1]
    assert "1 open questions" in ask(typed="q\n")[1]


def test_a_damaged_answers_file_changes_nothing(home: Path) -> None:
    file = home / "answers.csv"
    file.write_text(
        f"{HEADERS[DECISIONS]}\npages-1,register-1,same_as,perhaps,x,2026-11-24,,\n", "utf-8"
    )
    code, output = ask("--answers", str(file))
    assert code == 1
    assert "line 2" in output
    assert not (home / "state" / DECISIONS).exists()
