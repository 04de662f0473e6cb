"""Row counts reach every table's event, and a failed dbt run still tells what it did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from orchestration.lib.row_counts import attach_row_counts, count_tables


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "build.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts; create schema staging")
        connection.execute("create table marts.dim_project as select unnest(range(7)) as id")
        connection.execute("create table marts.empty (id int)")
        connection.execute("create view staging.stg as select 1 as id")
    return path


def key_of(output: str) -> dg.AssetKey:
    return dg.AssetKey(output.split("__"))


def run(events: Iterator[Any], database: Path) -> list[Any]:
    return list(attach_row_counts(events, database, key_of))


def test_tables_are_counted_and_views_are_not(database: Path) -> None:
    assert count_tables(database) == {("marts", "dim_project"): 7, ("marts", "empty"): 0}


def test_each_table_gets_its_rows_beside_what_dbt_told(database: Path) -> None:
    told = {"unique_id": "model.elo.dim_project"}
    check = dg.AssetCheckResult(passed=True, check_name="key", asset_key=["marts", "dim_project"])
    events = [
        dg.Output(None, output_name="staging__stg"),
        dg.Output(None, output_name="marts__dim_project", metadata=told),
        check,
        dg.Output(None, output_name="marts__empty"),
    ]
    stg, project, same_check, empty = run(iter(events), database)
    assert "dagster/row_count" not in stg.metadata
    assert project.metadata["dagster/row_count"].value == 7
    assert project.metadata["unique_id"].value == "model.elo.dim_project"
    assert same_check is check
    assert empty.metadata["dagster/row_count"].value == 0


def test_counting_waits_until_dbt_has_ended(database: Path) -> None:
    def events() -> Iterator[Any]:
        yield dg.Output(None, output_name="marts__dim_project")
        with duckdb.connect(str(database)) as connection:
            connection.execute("insert into marts.dim_project values (8)")

    (project,) = run(events(), database)
    assert project.metadata["dagster/row_count"].value == 8


def test_what_was_built_is_told_before_the_failure_is_raised(database: Path) -> None:
    def events() -> Iterator[Any]:
        yield dg.Output(None, output_name="marts__dim_project")
        raise dg.Failure("a test failed")

    seen = []
    with pytest.raises(dg.Failure, match="a test failed"):
        seen.extend(attach_row_counts(events(), database, key_of))
    assert [event.output_name for event in seen] == ["marts__dim_project"]


def test_no_file_means_no_counts(tmp_path: Path) -> None:
    (event,) = run(iter([dg.Output(None, output_name="marts__dim_project")]), tmp_path / "none")
    assert "dagster/row_count" not in event.metadata
