"""The state is whole after any crash, and its loss stops the night."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from orchestration.release import state as module
from orchestration.release.decisions import HEADERS
from orchestration.release.state import (
    STATE_TABLES,
    RegistryLostError,
    StateError,
    ensure_state,
    write_back,
)

RELEASE = "20261124T030000Z"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "run.duckdb"
    connection = duckdb.connect(str(file))
    connection.execute(
        """
        set timezone = 'UTC';
        create schema intermediate;
        create table intermediate.int_registry__entity_next as
            select 'p1' as project_id, date '2026-11-24' as created_on, 'active' as status,
                   null::varchar as redirect_to, false as is_pinned, 1 as not_for_the_state;
        create table intermediate.int_registry__membership_next as
            select 'r1' as record_id, 'p1' as project_id, date '2026-11-24' as valid_from,
                   null::date as valid_to;
        create table intermediate.int_registry__event_next as
            select date '2026-11-24' as "at", 'created' as kind, 'p1' as project_id,
                   null::varchar as other_project_id, 'new' as reason;
        create table intermediate.int_facts__history_next as
            select 'k1' as fact_key, 'abc' as content_sha256,
                   timestamptz '2026-11-24 01:00:00Z' as retrieved_at,
                   date '2026-11-24' as first_seen_at, date '2026-11-24' as last_seen_at;
        create table intermediate.int_history__change_log_next as
            select 'c1' as change_id, timestamptz '2026-11-24 01:00:00Z' as changed_at,
                   'project' as subject_type, 'p1' as subject_id, 'p1' as project_id,
                   'project_id' as property, null::varchar as old_value, 'p1' as new_value,
                   'added' as change, null::varchar as reason;
        create table intermediate.int_history__published_next as
            select 'project' as subject_type, 'p1' as subject_id, 'p1' as project_id,
                   'project_id' as property, '' as slot, 'p1' as value,
                   date '2026-11-24' as shown_from, null::date as shown_until;
        """
    )
    connection.close()
    return file


def read_ids(state: Path) -> list[str]:
    ids: list[str] = (
        pq.read_table(state / "registry/entity.parquet").column("project_id").to_pylist()
    )
    return ids


def test_first_night_starts_with_empty_tables_of_the_right_types(tmp_path: Path) -> None:
    state = tmp_path / "state"
    ensure_state(state, tmp_path / "releases")
    for name, (_, schema) in STATE_TABLES.items():
        assert pq.read_schema(state / name).equals(schema)
        assert pq.read_metadata(state / name).num_rows == 0
    header = (state / "match_decisions.csv").read_text("utf-8")
    assert header == "left_record_id,right_record_id,relation,verdict,user,at,reason,supersedes\n"
    assert (state / "acknowledgements.csv").read_text("utf-8").endswith("expires_on\n")


def test_written_state_is_read_back(database: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    ensure_state(state, tmp_path / "releases")
    assert write_back(database, state) == dict.fromkeys(STATE_TABLES, 1)
    facts = pq.read_table(state / "facts.parquet")
    assert facts.to_pylist() == [
        {
            "fact_key": "k1",
            "content_sha256": "abc",
            "retrieved_at": datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
            "first_seen_at": date(2026, 11, 24),
            "last_seen_at": date(2026, 11, 24),
        }
    ]
    for name, (_, schema) in STATE_TABLES.items():
        assert pq.read_schema(state / name).names == schema.names
    assert sorted(path.name for path in state.iterdir()) == [
        "acknowledgements.csv", "change_log.parquet", "facts.parquet", "match_decisions.csv",
        "people", "published.parquet", "registry", "registry_pins.csv",
    ]  # fmt: skip


def test_what_people_wrote_is_never_touched(database: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    written = f'{HEADERS["match_decisions.csv"]}\n\nr1,r2,same_as,yes,u,2026-11-24,"kept\nas is",'
    (state / "match_decisions.csv").write_text(written)
    ensure_state(state, tmp_path / "releases")
    write_back(database, state)
    assert (state / "match_decisions.csv").read_text() == written


@pytest.mark.parametrize("name", STATE_TABLES)
@pytest.mark.parametrize("damage", ["lost", "empty", "foreign"])
def test_lost_state_beside_releases_stops_the_night(tmp_path: Path, name: str, damage: str) -> None:
    state, releases = tmp_path / "state", tmp_path / "releases"
    ensure_state(state, releases)
    (releases / RELEASE).mkdir(parents=True)
    ensure_state(state, releases)  # whole: nothing to say
    if damage == "lost":
        (state / name).unlink()
    elif damage == "empty":
        (state / name).write_bytes(b"")
    else:
        duckdb.sql("select 1 as n").write_parquet(str(state / name))
    with pytest.raises(RegistryLostError, match=r"backup") as raised:
        ensure_state(state, releases)
    assert name in str(raised.value)


def test_crash_while_writing_changes_nothing(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    ensure_state(state, tmp_path / "releases")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.durable, "sync_tree", fail)
    with pytest.raises(OSError, match="No space left"):
        write_back(database, state)
    monkeypatch.undo()
    assert read_ids(state) == []
    ensure_state(state, tmp_path / "releases")
    assert not list(state.glob(".*"))


@pytest.mark.parametrize("moved", range(len(STATE_TABLES)))
def test_crash_while_moving_is_finished_by_the_next_night(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int
) -> None:
    state = tmp_path / "state"
    ensure_state(state, tmp_path / "releases")
    left = [moved]
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if not left[0]:
            raise OSError(5, "Input/output error")
        left[0] -= 1
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="Input/output"):
        write_back(database, state)
    monkeypatch.undo()
    ensure_state(state, tmp_path / "releases")
    for name in STATE_TABLES:
        assert pq.read_metadata(state / name).num_rows == 1, name
    assert not list(state.glob(".*"))


def test_build_without_the_next_state_is_refused(tmp_path: Path) -> None:
    state = tmp_path / "state"
    ensure_state(state, tmp_path / "releases")
    duckdb.connect(str(tmp_path / "run.duckdb")).close()
    with pytest.raises(StateError, match="next state"):
        write_back(tmp_path / "run.duckdb", state)
    assert read_ids(state) == []
    assert not list(state.glob(".*"))


def test_a_build_older_than_the_state_is_refused(database: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    ensure_state(state, tmp_path / "releases")
    write_back(database, state)
    write_back(database, state)  # the same night again changes nothing
    assert pq.read_metadata(state / "change_log.parquet").num_rows == 1
    connection = duckdb.connect(str(database))
    connection.execute("update intermediate.int_registry__entity_next set project_id = 'p0'")
    connection.close()
    with pytest.raises(StateError, match="another night wrote it"):
        write_back(database, state)
    assert read_ids(state) == ["p1"]
    assert not list(state.glob(".*"))
