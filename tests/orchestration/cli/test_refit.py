"""`elo refit`: answers and evidence of a release become weights; nothing changes by itself."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from orchestration.cli.refit import refit_weights
from orchestration.lib.dbt_project import PROJECT_DIR
from orchestration.release.answered import read_present_spec
from orchestration.release.decisions import DECISIONS, HEADERS
from orchestration.release.generation import build_generation, publish
from tests.expectations.fixture import build_marts, change

app = typer.Typer()
app.command()(refit_weights)

PAIRS = 40


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty answered pairs: equal titles are one project, whatever their leads say."""
    monkeypatch.setenv("ELO_HOME", str(tmp_path))
    database = build_marts(tmp_path / "run.duckdb", 5)
    change(
        database,
        "create table marts.mart_match_evidence (left_record_id varchar, right_record_id varchar,"
        " feature varchar, state varchar, level varchar, left_value varchar, right_value varchar,"
        " weight decimal(9,3))",
    )
    spec = read_present_spec(PROJECT_DIR)
    lead = spec.feature("lead").levels["conflict"]
    rows, lines = [], []
    for number in range(PAIRS):
        is_one = number % 2 == 0
        told = {"title": ("1.00", 4.5) if is_one else ("0.30", -6.0), "lead": ("conflict", lead)}
        for feature in spec.features:
            level, weight = told.get(feature.name, ("", 0))
            rows.append(
                f"('a{number}', 'b{number}', '{feature.name}', 'x', '{level}', null, null,"
                f" {weight})"
            )
        verdict = "yes" if is_one else "no"
        lines.append(f"a{number},b{number},same_as,{verdict},reviewer,2026-11-24,,")
    change(database, f"insert into marts.mart_match_evidence values {', '.join(rows)}")  # noqa: S608
    stamp = datetime(2026, 11, 24, 3, tzinfo=UTC)
    releases = tmp_path / "releases"
    publish(releases, build_generation(database, releases, stamp=stamp, run={}))
    (tmp_path / "state").mkdir()
    lines += [
        "a0,zz,same_as,yes,reviewer,2026-11-24,,",
        "a1,a3,same_as,unsure,reviewer,2026-11-24,,",
    ]
    text = "\n".join([HEADERS[DECISIONS], *lines, ""])
    (tmp_path / "state" / DECISIONS).write_text(text, "utf-8")
    return tmp_path


def test_weights_move_towards_the_answers_and_are_written_only_where_asked(home: Path) -> None:
    seed = PROJECT_DIR / "seeds" / "match_weights.csv"
    before = seed.read_bytes()
    out = home / "weights.csv"
    result = CliRunner().invoke(app, ["--out", str(out)])
    assert result.exit_code == 0, result.output
    assert f"{PAIRS} answers, 20 yes; 1 more without evidence" in result.output
    assert seed.read_bytes() == before

    def read(path: Path) -> dict[tuple[str, str], float]:
        with path.open(encoding="utf-8", newline="") as file:
            return {(r["feature"], r["level"]): float(r["weight"]) for r in csv.DictReader(file)}

    old, new = read(seed), read(out)
    assert new.keys() == old.keys()
    assert old["lead", "conflict"] < new["lead", "conflict"] <= 0
    assert new["own_code_eura", "agree"] == old["own_code_eura", "agree"]


def test_too_few_answers_are_no_ground(home: Path) -> None:
    file = home / "state" / DECISIONS
    file.write_text("\n".join(file.read_text("utf-8").splitlines()[:11]) + "\n", "utf-8")
    result = CliRunner().invoke(app, [])
    assert result.exit_code == 1
    assert "10 answered pairs with evidence, 5 of them yes" in result.output
