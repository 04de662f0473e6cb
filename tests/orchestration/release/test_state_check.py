"""A state that forgot what the current release shows stops the night, whole as its files look."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration.release.generation import build_generation, publish
from orchestration.release.state import STATE_TABLES, RegistryLostError, ensure_state, write_back
from orchestration.release.state_check import find_losses
from tests.expectations.fixture import build_marts, change

PROJECTS = 5
DAY, MOMENT = date(2026, 11, 24), datetime(2026, 11, 24, 1, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home after one night: a release, and a state that knows all it shows."""
    database = build_marts(tmp_path / "run.duckdb", PROJECTS)
    change(
        database,
        """
        update marts.fct_fact set fact_id = subject_id || ':' || fact_id;
        drop table if exists marts.mart_change_log;
        create table marts.mart_change_log as
            select 'c-' || project_id as change_id, project_id as subject_id from marts.dim_project;
        create schema intermediate;
        create table intermediate.int_registry__entity_next as
            select project_id, date '2026-11-24' as created_on, 'active' as status,
                   null::varchar as redirect_to, false as is_pinned from marts.dim_project;
        create table intermediate.int_registry__membership_next as
            select record_id, project_id, date '2026-11-24' as valid_from, null::date as valid_to
            from marts.bridge_project_source;
        create table intermediate.int_registry__event_next as
            select date '2026-11-24' as "at", 'created' as kind, project_id,
                   null::varchar as other_project_id, 'new' as reason from marts.dim_project;
        create table intermediate.int_facts__history_next as
            select distinct split_part(fact_id, ':', 2) as fact_key, content_sha256, retrieved_at,
                   first_seen_at, last_seen_at from marts.fct_fact;
        create table intermediate.int_history__change_log_next as
            select change_id, timestamptz '2026-11-24 01:00:00Z' as changed_at,
                   'project' as subject_type, subject_id, subject_id as project_id,
                   'project_id' as property, null::varchar as old_value, subject_id as new_value,
                   'added' as change, null::varchar as reason from marts.mart_change_log;
        create table intermediate.int_history__published_next as
            select 'project' as subject_type, project_id as subject_id, project_id,
                   'project_id' as property, '' as slot, project_id as value,
                   date '2026-11-24' as shown_from, null::date as shown_until
            from marts.dim_project;
        """,
    )
    ensure_state(tmp_path / "state", tmp_path / "releases")
    generation = build_generation(database, tmp_path / "releases", stamp=MOMENT, run={})
    write_back(database, tmp_path / "state")
    publish(tmp_path / "releases", generation)
    return tmp_path


def test_a_whole_state_has_no_losses(home: Path) -> None:
    assert find_losses(home / "state", home / "releases") == []
    ensure_state(home / "state", home / "releases")


@pytest.mark.parametrize("name", STATE_TABLES)
@pytest.mark.parametrize("kept", [0, 2])
def test_a_cut_file_stops_the_night(home: Path, name: str, kept: int) -> None:
    path = home / "state" / name
    whole = pq.read_table(path)
    assert whole.num_rows > kept
    pq.write_table(whole.slice(0, kept), path)
    with pytest.raises(RegistryLostError, match="backup") as raised:
        ensure_state(home / "state", home / "releases")
    assert f"{name} lacks {whole.num_rows - kept} " in str(raised.value)
    assert pq.read_table(path).num_rows == kept


def test_a_state_that_knows_more_is_no_loss(home: Path) -> None:
    path = home / "state" / "registry" / "entity.parquet"
    more = {
        "project_id": "later",
        "created_on": DAY,
        "status": "active",
        "redirect_to": None,
        "is_pinned": False,
    }
    table = pq.read_table(path)
    pq.write_table(pa.concat_tables([table, pa.Table.from_pylist([more], table.schema)]), path)
    ensure_state(home / "state", home / "releases")


def test_a_home_from_before_the_change_log_gets_one(home: Path) -> None:
    release = (home / "releases" / "current").resolve() / "elo.duckdb"
    connection = duckdb.connect(str(release))
    connection.execute("drop table marts.mart_change_log")
    connection.close()
    for name in ("change_log.parquet", "published.parquet"):
        (home / "state" / name).unlink()
    ensure_state(home / "state", home / "releases")
    assert pq.read_metadata(home / "state" / "change_log.parquet").num_rows == 0


def test_a_lost_change_log_stops_where_the_release_shows_one(home: Path) -> None:
    (home / "state" / "change_log.parquet").unlink()
    with pytest.raises(RegistryLostError, match=r"change_log\.parquet is missing"):
        ensure_state(home / "state", home / "releases")
