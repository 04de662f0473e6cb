"""Whoever asks a release can read its tables and reach nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from orchestration.release.query import QueryError, open_locked, run_query
from tests.expectations.fixture import build_marts

ESCAPES = {
    "read a file as CSV": "select * from read_csv('{secret}')",
    "read a file as text": "select * from read_text('{secret}')",
    "read a file by its name": "select * from '{secret}'",
    "list a folder": "select * from glob('{folder}/*')",
    "write a file": "copy (select 1) to '{folder}/leak.csv'",
    "export the database": "export database '{folder}/leak'",
    "import a database": "import database '{folder}/leak'",
    "attach another database": "attach '{folder}/other.duckdb' as other",
    "install an extension": "install httpfs",
    "load an extension": "load httpfs",
    "switch access on again": "set enable_external_access = true",
    "reset access": "reset enable_external_access",
    "unlock the settings": "set lock_configuration = false",
    "insert": "insert into marts.dim_project (project_id) values ('x')",
    "drop": "drop table marts.dim_project",
    "create": "create table marts.mine as select 1 as n",
    "read through a second statement": "select 1; select * from read_text('{secret}')",
    "read a variable of the program": "select * from connection",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_marts(tmp_path_factory.mktemp("release") / "elo.duckdb")


@pytest.mark.parametrize("sql", ESCAPES.values(), ids=ESCAPES.keys())
def test_escapes_are_stopped(database: Path, tmp_path: Path, sql: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    with pytest.raises(QueryError):
        run_query(sql.format(secret=secret, folder=tmp_path), database)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_tables_go_by_both_names(database: Path) -> None:
    assert run_query("select count(*) from dim_project", database).rows == [(60,)]
    assert run_query("select count(*) from marts.dim_project", database).rows == [(60,)]


def test_parameters_and_exact_money(database: Path) -> None:
    answer = run_query("select amount from fct_funding where funding_id = ?", database, ["f1"])
    assert answer.columns == ("amount",)
    assert answer.rows == [(Decimal("51371.55"),)]


@pytest.mark.parametrize("sql", ["", ";", "selec 1", "select nothing_like_it from dim_project"])
def test_nonsense_is_said_to_be_so(database: Path, sql: str) -> None:
    with pytest.raises(QueryError):
        run_query(sql, database)


def test_connection_is_locked_from_the_start(database: Path) -> None:
    connection = open_locked(database)
    settings = dict(
        connection.execute(
            "select name, value from duckdb_settings() where name in"
            " ('enable_external_access', 'lock_configuration')"
        ).fetchall()
    )
    connection.close()
    assert settings == {"enable_external_access": "false", "lock_configuration": "true"}
