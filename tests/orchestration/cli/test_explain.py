"""`elo explain`: origin and losers of every value; old ids and codes lead to the project."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import typer
from typer.testing import CliRunner

from orchestration.cli.explain import explain
from orchestration.release.evidence import follow_redirects
from orchestration.release.generation import build_generation, publish
from orchestration.release.state import STATE_TABLES
from tests.expectations.fixture import build_marts, change

app = typer.Typer()
app.command()(explain)


def release(home: Path, *sql: str) -> None:
    database = build_marts(home / "run.duckdb", 5)
    for statement in sql:
        change(database, statement)
    stamp = datetime(2026, 11, 24, 3, tzinfo=UTC)
    publish(home / "releases", build_generation(database, home / "releases", stamp=stamp, run={}))


def write_registry(home: Path, redirects: dict[str, str]) -> Path:
    path = home / "state" / "registry" / "entity.parquet"
    path.parent.mkdir(parents=True)
    rows = [
        {
            "project_id": old,
            "created_on": date(2026, 1, 1),
            "status": "merged",
            "redirect_to": new,
            "is_pinned": False,
        }
        for old, new in redirects.items()
    ]
    schema = STATE_TABLES["registry/entity.parquet"][1]
    pq.write_table(pa.Table.from_pylist(rows, schema), path)
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    return tmp_path


def ask(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.output


def test_every_value_with_its_origin_and_the_losers(home: Path) -> None:
    release(home)
    code, output = ask("p1")
    assert code == 0
    assert output.count("✓") == 4  # name, two dates, one sum
    assert output.count("✗") == 3
    assert "[lost: less trusted source]" in output
    assert "https://register.example.fi/p/1" in output
    assert "fetched 2026-11-24T01:15:00Z" in output
    assert "granted 51371.55 EUR · ESR · decided 2018-01-11" in output
    assert "counts in totals" in output


@pytest.mark.parametrize("name", ["S21001", "pages-1", "register-1"])
def test_codes_and_ids_of_sources_lead_to_the_project(home: Path, name: str) -> None:
    release(home)
    code, output = ask(name)
    assert code == 0
    assert "project id p1" in output


def test_old_ids_lead_to_the_one_that_stands(home: Path) -> None:
    release(home)
    write_registry(home, {"old": "older", "older": "p1"})
    code, output = ask("old")
    assert code == 0
    assert "old was merged into p1" in output


def test_a_ring_of_redirects_ends(tmp_path: Path) -> None:
    registry = write_registry(tmp_path, {"a": "b", "b": "a"})
    assert follow_redirects("a", registry) in {"a", "b"}


def test_row_locator_is_shown_where_the_release_has_one(home: Path) -> None:
    release(
        home,
        "alter table marts.fct_fact add column locator varchar",
        "update marts.fct_fact set locator = 'row 17' where subject_id = 'p1'",
    )
    assert "row 17" in ask("p1")[1]


def test_row_of_the_file_is_found_in_the_landing(home: Path) -> None:
    release(home)
    database = duckdb.connect(str(home / "run.duckdb"), read_only=True)
    (sha,) = database.execute(
        "select content_sha256 from marts.bridge_project_source where record_id = 'register-1'"
    ).fetchall()[0]
    database.close()
    for folder, row, content in (
        ("landing/current/project/source=register", "row 12", "another file"),
        ("landing/history/register/20261123T010000Z", "row 17", sha),
    ):
        (home / folder).mkdir(parents=True)
        name = "part.parquet" if "current" in folder else "project.parquet"
        table = pa.table(
            {"record_id": ["register-1"], "content_sha256": [content], "locator": [row]}
        )
        pq.write_table(table, home / folder / name)
    _, output = ask("p1")
    assert output.count("row 17") == 5  # the record, three values and one sum of the register
    assert "row 12" not in output


def test_ambiguous_and_unknown_names(home: Path) -> None:
    release(home, "update marts.dim_project set project_codes = ['S30000']")
    code, output = ask("S30000")
    assert code == 1
    assert "5 projects go by 'S30000'" in output
    assert "p3  Ohjauksen polku 3" in output
    code, output = ask("S99999")
    assert code == 1
    assert "nothing is known as 'S99999'" in output


def test_sum_that_was_not_published_is_said(home: Path) -> None:
    release(
        home,
        "update marts.fct_funding set amount = null, amount_eur = null,"
        " amount_status = 'not_published' where funding_id = 'f1'",
    )
    assert "granted no sum (not_published)" in ask("p1")[1]


def test_weights_of_a_link_need_two_records(home: Path) -> None:
    release(home)
    assert ask("--link", "pages-1")[0] == 2
    assert ask("pages-1", "register-1")[0] == 2


def test_weights_add_up_to_the_score(home: Path) -> None:
    release(
        home,
        "insert into marts.mart_match_link values ('pages-1', 'register-1', 3.25, 'review',"
        " 'model', 'evidence', 0.6, true)",
        "create table marts.mart_match_evidence (left_record_id varchar, right_record_id varchar,"
        " feature varchar, state varchar, level varchar, left_value varchar, right_value varchar,"
        " weight decimal(9,3))",
        "insert into marts.mart_match_evidence values"
        " ('pages-1', 'register-1', 'title', 'agree', '0.98', 'silta', 'silta', 4.5),"
        " ('pages-1', 'register-1', 'start', 'conflict', 'far', '2020', '2024', -1.25)",
    )
    for pair in (("pages-1", "register-1"), ("register-1", "pages-1")):
        code, output = ask("--link", *pair)
        assert code == 0
        lines = [line.split() for line in output.splitlines()]
        assert ["score", "3.250"] in lines
        assert ["start", "conflict", "far", "-1.250", "3.250", "██"] in lines
        assert lines[-1] == ["band", "review,", "decided", "by", "model:", "one", "project"]
    code, output = ask("--link", "pages-1", "register-2")
    assert code == 1
    assert "no link between pages-1 and register-2" in output


def test_without_a_release(home: Path) -> None:
    code, output = ask("p1")
    assert code == 1
    assert "elo demo" in output
