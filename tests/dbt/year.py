"""Runs the real models of the history over the nights of a `year_world`.

dbt compiles them once; their SQL then runs night by night without dbt, and the state goes through
the real write-back. The registry stands beside, as large as it would be. What does not belong here:
assertions.
"""

from __future__ import annotations

import json
from pathlib import Path

import duckdb

from orchestration.release.state import ensure_state, write_back
from tests.dbt.warehouse import run_dbt
from tests.dbt.year_world import YearWorld

_STAGED = (
    "stg_state__published",
    "stg_state__published_ended",
    "stg_state__change_log",
    "stg_state__facts",
)
_MODELS = (
    "int_history__published_next", "int_history__compared", "int_history__changes",
    "int_history__change_log_next", "int_facts__history_next",
)  # fmt: skip
#: The facts, and a registry in which each project has a record of three sources.
_UPSTREAM = """
create table elo.intermediate.int_registry__event_tonight as
select null::varchar as kind, null::varchar as project_id, null::varchar as other_project_id,
    null::varchar as reason
limit 0;
create table elo.intermediate.int_facts__dated as
with facts as (
    select
        left(md5(subject_id || property || value), 20) as fact_key,
        sha256(project_id || hash(property) % 3) as content_sha256
    from elo.intermediate.int_history__published
)
select
    facts.fact_key, coalesce(history.content_sha256, facts.content_sha256) as content_sha256,
    coalesce(history.retrieved_at, night.started_at) as retrieved_at,
    coalesce(history.first_seen_at, night.as_of) as first_seen_at, night.as_of as last_seen_at
from facts
cross join elo.staging.stg_landing__nights as night
left join elo.staging.stg_state__facts as history on facts.fact_key = history.fact_key;
create table elo.intermediate.int_registry__entity_next as
with tonight as (
    select subject_id as project_id from elo.intermediate.int_history__published
    where property = 'project_id'
)
select project_id, created_on, status, redirect_to, is_pinned
from read_parquet('state/registry/entity.parquet')
union all
select project_id, night.as_of, 'active', null, false
from tonight cross join elo.staging.stg_landing__nights as night
where project_id not in (select project_id from read_parquet('state/registry/entity.parquet'));
create table elo.intermediate.int_registry__membership_next as
select left(md5(project_id || record), 20) as record_id, project_id, created_on as valid_from,
    null::date as valid_to
from (select *, unnest(range(3)) as record from elo.intermediate.int_registry__entity_next);
create table elo.intermediate.int_registry__event_next as
select created_on as "at", 'created' as kind, project_id, null::varchar as other_project_id,
    'first record' as reason
from elo.intermediate.int_registry__entity_next;
"""


def compile_history(home: Path, work: Path) -> dict[str, tuple[str, str]]:
    """Let dbt compile the models once: name -> schema and SQL."""
    run_dbt(
        "compile", "--select", *_STAGED, *_MODELS,
        home=home, database=home / "build" / "compile.duckdb", work=work,
    )  # fmt: skip
    manifest = json.loads((work / "target" / "manifest.json").read_text(encoding="utf-8"))
    nodes = {node["name"]: node for node in manifest["nodes"].values()}
    return {
        name: (nodes[name]["schema"], nodes[name]["compiled_code"]) for name in (*_STAGED, *_MODELS)
    }


def run_night(home: Path, world: YearWorld, models: dict[str, tuple[str, str]]) -> None:
    """Build tonight's history and write the state back; the build file goes again."""
    ensure_state(home / "state", home / "releases")
    published, database = home / "published.parquet", home / "build.duckdb"
    world.write(published)
    database.unlink(missing_ok=True)
    connection = duckdb.connect()
    try:
        connection.execute("set timezone = 'UTC'")
        connection.execute(f"set global file_search_path = '{home}'")
        connection.execute(f"attach '{database}' as elo")
        for schema in ("staging", "intermediate"):
            connection.execute(f"create schema elo.{schema}")
        connection.execute(
            "create table elo.staging.stg_landing__nights as select ? as run_id, ?::date as as_of,"
            " ?::date + interval 1 hour as started_at",
            [f"night-{world.number}", world.day, world.day],
        )
        connection.execute(
            "create table elo.intermediate.int_history__published as"
            " select * from 'published.parquet'"
        )
        for names, upstream in ((_STAGED, _UPSTREAM), (_MODELS, "")):
            for name in names:
                schema, sql = models[name]
                connection.execute(f"create table elo.{schema}.{name} as {sql}")
            connection.execute(upstream)
    finally:
        connection.close()
    write_back(database, home / "state")


def state_bytes(home: Path) -> int:
    """Size of the state on disk."""
    return sum(path.stat().st_size for path in (home / "state").rglob("*") if path.is_file())
