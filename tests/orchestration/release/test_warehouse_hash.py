"""The hash follows the content: not the order, not the hour, not the run."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from orchestration.release.warehouse_copy import copy_marts
from orchestration.release.warehouse_hash import warehouse_hash
from tests.expectations.fixture import build_marts, change


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return build_marts(tmp_path / "a.duckdb")


NOISE = [
    "create or replace table marts.fct_fact as select * from marts.fct_fact order by random()",
    "create or replace table marts.dim_organisation as select * exclude (name), name"
    " from marts.dim_organisation",
    "update marts.fct_fact set retrieved_at = retrieved_at + interval 1 day",
    "update marts.bridge_project_source set retrieved_at = timestamptz '2027-01-01 00:00:00Z'",
    "update marts.dim_source set last_success_at = null, last_attempt_at = null",
    "update marts.mart_quarantine set quarantined_at = timestamptz '2027-01-01 00:00:00Z'",
    "insert into marts.mart_change_log values (timestamptz '2027-01-01 00:00:00Z', 'p1', 'name',"
    " 'a', 'b', 'changed')",
    "create schema intermediate; create table intermediate.t as select 1 as n",
]
NEWS = [
    "update marts.dim_project set name = 'Toinen' where project_id = 'p1'",
    "update marts.dim_project set name = '' where project_id = 'p1'",
    "update marts.dim_project set summary = null where project_id = 'p1'",
    "update marts.dim_project set project_codes = ['S21001', ''] where project_id = 'p1'",
    "update marts.dim_project set project_codes = null where project_id = 'p1'",
    "update marts.dim_project set last_seen_at = date '2026-11-25' where project_id = 'p1'",
    "update marts.fct_funding set amount = amount + 0.01 where funding_id = 'f1'",
    "update marts.fct_release set published_at = published_at + interval 1 minute"
    " where release_id = 'r1'",
    "update marts.dim_source set status = 'stale' where source_id = 'pages'",
    "delete from marts.fct_fact where subject_id = 'p1'",
    "insert into marts.bridge_project_region select * from marts.bridge_project_region"
    " where project_id = 'p1'",
    "create table marts.dim_theme (theme_code varchar)",
    "alter table marts.dim_source add column note varchar",
]


@pytest.mark.parametrize("sql", NOISE)
def test_noise_changes_nothing(database: Path, sql: str) -> None:
    before = warehouse_hash(database)
    assert warehouse_hash(change(database, sql)) == before


@pytest.mark.parametrize("sql", NEWS)
def test_news_changes_it(database: Path, sql: str) -> None:
    before = warehouse_hash(database)
    assert warehouse_hash(change(database, sql)) != before


def test_values_cannot_slip_into_the_next_column(tmp_path: Path) -> None:
    hashes = set()
    for number, row in enumerate([("a", "bc"), ("ab", "c"), ("abc", ""), ("abc", None)]):
        connection = duckdb.connect(str(tmp_path / f"{number}.duckdb"))
        connection.execute("create schema marts; create table marts.t (x varchar, y varchar)")
        connection.execute("insert into marts.t values (?, ?)", row)
        connection.close()
        hashes.add(warehouse_hash(tmp_path / f"{number}.duckdb"))
    assert len(hashes) == 4


def test_copy_of_a_release_has_the_hash_of_its_build(database: Path, tmp_path: Path) -> None:
    copy_marts(database, tmp_path / "elo.duckdb")
    assert warehouse_hash(tmp_path / "elo.duckdb") == warehouse_hash(database)


def test_it_is_sixty_four_hex_digits(database: Path) -> None:
    assert set(warehouse_hash(database)) <= set("0123456789abcdef")
    assert len(warehouse_hash(database)) == 64
