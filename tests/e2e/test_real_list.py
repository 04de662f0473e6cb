"""The real EURA 2014 list through the whole spine, dropped as a file, every other source off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from ingestion.registry import find_sources
from tests.conftest import AS_OF

pytestmark = pytest.mark.e2e

ELO = Path(sys.executable).with_name("elo")
GRANTED = Decimal("505490864.00")


@pytest.fixture(scope="module")
def released(real_list: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose only input is the dropped list, refreshed by the command."""
    home = tmp_path_factory.mktemp("real")
    drop = home / "drop" / "eura2014"
    drop.mkdir(parents=True)
    shutil.copy(real_list, drop)
    done = subprocess.run([ELO, "refresh"], env=_env(home), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def _env(home: Path) -> dict[str, str]:
    off = {f"ELO_URL_{source_id.upper()}": "" for source_id in find_sources()}
    return {**os.environ, **off, "ELO_HOME": str(home), "ELO_AS_OF": AS_OF.isoformat()}


def _query(home: Path, sql: str) -> list[tuple[object, ...]]:
    path = home / "releases" / "current" / "elo.duckdb"
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_all_readable_projects_are_released(released: Path) -> None:
    ((projects,),) = _query(released, "select count(*) from marts.dim_project")
    assert int(str(projects)) >= 2865


def test_granted_money_is_exact_to_the_cent(released: Path) -> None:
    sql = (
        "select sum(amount_eur) from marts.fct_funding "
        "where counts_in_total and amount_kind = 'granted'"
    )
    assert _query(released, sql) == [(GRANTED,)]


def test_damaged_rows_are_in_quarantine_with_row_and_step(released: Path) -> None:
    rows = _query(released, 'select "row", step, reason from marts.mart_quarantine')
    assert 0 < len(rows) <= 16
    assert all(row and step and reason for row, step, reason in rows)


def test_explain_shows_every_value_with_its_row(released: Path) -> None:
    command = [ELO, "explain", "A70301"]
    done = subprocess.run(command, env=_env(released), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "443909.00" in done.stdout
    assert "row" in done.stdout
