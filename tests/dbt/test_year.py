"""Nights of history: how large the state grows, and that each night can be asked for afterwards.

Eight nights of a small world here; `make history-full` runs a year of 3,000 projects.
"""

# ruff: noqa: S608  (paths are pytest's)
from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.release.generation import build_generation, publish
from orchestration.release.known import open_known
from tests.dbt.year import compile_history, run_night, state_bytes
from tests.dbt.year_world import FIRST_DAY, YearWorld
from tests.expectations.fixture import build_marts

pytestmark = pytest.mark.dbt

#: Read here: in a test no variable of the developer's shell is left.
NIGHTS = int(os.environ.get("ELO_HISTORY_NIGHTS", "8"))
PROJECTS = int(os.environ.get("ELO_HISTORY_PROJECTS", "150"))
SEED = int(os.environ.get("ELO_HISTORY_SEED", "1"))
LIMIT = 200_000_000
#: Nights that are asked for in the end; the world of each is kept until then.
ASKED = sorted({0, 1, NIGHTS // 3, NIGHTS // 2, NIGHTS - 2, NIGHTS - 1})
_PROJECT = ("name", "name_sv", "summary", "status", "start_date", "end_date", "is_guidance")
_FUNDING = ("amount_kind", "instrument", "recipient_organisation_id", "decision_date",
            "counts_in_total")  # fmt: skip

Rows = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory, dbt_work: Path) -> Path:
    """A home whose state went through all nights; of its releases the last one alone is held."""
    home = tmp_path_factory.mktemp("year")
    models = compile_history(tmp_path_factory.mktemp("compile"), dbt_work)
    world = YearWorld(SEED, PROJECTS)
    (home / "seen").mkdir()
    sizes = []
    for number in range(NIGHTS):
        if number:
            world.next()
        run_night(home, world, models)
        sizes.append(state_bytes(home))
        if number in ASKED:
            shutil.copy(home / "published.parquet", home / "seen" / f"{number}.parquet")
        if number % 73 == 0 or number == NIGHTS - 1:
            print(f"night {number}: state {sizes[-1] / 1e6:.2f} MB")  # noqa: T201
    last = FIRST_DAY + timedelta(days=NIGHTS - 1)
    generation = build_generation(
        build_marts(home / "run.duckdb", 5),
        home / "releases",
        stamp=datetime(last.year, last.month, last.day, 3, tzinfo=UTC),
        run={"as_of": last.isoformat()},
    )
    publish(home / "releases", generation)
    return home


def test_the_state_stays_small(year: Path) -> None:
    size = state_bytes(year)
    share = LIMIT * PROJECTS * NIGHTS / (3_000 * 365)
    print(f"{NIGHTS} nights of {PROJECTS} projects: {size:,} bytes of state")  # noqa: T201
    assert size < max(share, LIMIT / 40)


@pytest.mark.parametrize("number", [number for number in ASKED if number < NIGHTS - 1])
def test_a_night_is_what_it_was(year: Path, number: int) -> None:
    seen = _seen(year, number)
    day = FIRST_DAY + timedelta(days=number)
    with open_known(year, day) as known:
        assert "Rebuilt from the history" in known.note
        projects = _rows(known.connection, "project_id", "dim_project")
        funding = _rows(known.connection, "funding_id", "fct_funding")
    assert projects.keys() == seen["project"].keys()
    for project_id, values in seen["project"].items():
        row = projects[project_id]
        assert [_text(row[column]) for column in _PROJECT] == [
            values.get(column) for column in _PROJECT
        ]
        assert row["project_codes"] == sorted(values["project_codes"])
    assert funding.keys() == seen["funding"].keys()
    for funding_id, values in seen["funding"].items():
        row = funding[funding_id]
        assert [_text(row[column]) for column in _FUNDING] == [
            values.get(column) for column in _FUNDING
        ]
        sum_ = None if values["amount"] == "not_published" else values["amount"]
        assert (_text(row["amount"]), _text(row["amount_eur"])) == (sum_, sum_)
        assert row["amount_status"] == ("published" if sum_ else "not_published")
        start = seen["project"][row["project_id"]]["start_date"]
        assert str(row["funding_year"]) == (values.get("decision_date") or start)[:4]
        assert row["year_basis"] == ("decision" if values.get("decision_date") else "start")


def test_nights_differ(year: Path) -> None:
    """Else every night would be right whatever is asked."""
    kept = [_seen(year, number) for number in ASKED]
    assert all(one != other for one, other in pairwise(kept))
    gone = kept[0]["project"].keys() - kept[-1]["project"].keys()
    assert gone or NIGHTS < 100


def _seen(home: Path, number: int) -> dict[str, Rows]:
    """What the world of a night showed: kind of subject -> id -> property -> value or values."""
    found: dict[str, Rows] = {"project": {}, "funding": {}}
    path = home / "seen" / f"{number}.parquet"
    sql = f"select subject_type, subject_id, property, value from '{path}'"
    with duckdb.connect() as connection:
        rows = connection.execute(sql).fetchall()
    for kind, subject, name, value in rows:
        values = found[kind].setdefault(subject, {})
        if name == "project_codes":
            values.setdefault(name, []).append(value)
        else:
            values[name] = value
    return found


def _rows(connection: duckdb.DuckDBPyConnection, key: str, table: str) -> Rows:
    cursor = connection.execute(f"select * from {table}")
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {row[key]: row for row in rows}


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)
