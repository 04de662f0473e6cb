"""Runs the real models of the registry and the change log over the nights of an `id_world`.

dbt compiles the models once; their SQL then runs night by night without dbt, which costs about
a second each. Upstream tables are written from the world, and the state goes through the real
write-back. What does not belong here: assertions.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.release.state import ensure_state, write_back
from orchestration.release.tables import literal
from tests.dbt.id_world import Night
from tests.dbt.warehouse import run_dbt

#: What runs; everything they read beside is written from the world.
_FOLDERS = ("intermediate/registry", "intermediate/history", "intermediate/decisions")
_ALONE = ("mart_change_log",)
_STATE = "stg_state__"
_MEMBERS = "int_registry__members"

# what resolved/ makes of the members: each project is called as its smallest record says, bears the
# name of each record as code, and has a grant for each record of the third source
_RESOLVED = """
create table elo.intermediate.int_projects__merged as
select
    members.project_id, min_by(records.name, records.record_id) as name,
    null::varchar as name_fi, null::varchar as name_sv, null::varchar as name_en,
    null::varchar as summary, 'unknown' as status, null::date as start_date,
    null::date as end_date, null::varchar as start_precision, null::varchar as end_precision,
    null::varchar as lead_organisation_id, null::varchar as programme_id,
    null::boolean as is_guidance, null::varchar as guidance_evidence,
    list_sort(list(records.record_id)) as project_codes, []::varchar[] as shared_codes
from elo.intermediate.int_registry__members as members
inner join elo.intermediate.int_records__united as records using (record_id)
group by members.project_id;
create table elo.intermediate.int_funding__merged as
select
    'f-' || members.project_id || records.record_id as funding_id, members.project_id,
    'granted' as amount_kind, cast(1000 as decimal(14, 2)) as amount, 'EUR' as currency,
    'exact' as amount_qualifier, false as is_annual, 'ESR+' as instrument,
    null::varchar as funder_organisation_id, null::varchar as recipient_organisation_id,
    null::date as decision_date, true as counts_in_total
from elo.intermediate.int_registry__members as members
inner join elo.intermediate.int_records__united as records using (record_id)
where records.source_id = 'cc_page';
create table elo.intermediate.int_facts__history_next as
select
    null::varchar as fact_key, null::varchar as content_sha256, null::timestamptz as retrieved_at,
    null::date as first_seen_at, null::date as last_seen_at
limit 0;
"""


@dataclass(frozen=True)
class Compiled:
    """The SQL of the models and of their tests, each after those it reads."""

    models: list[tuple[str, str, str]]
    tests: dict[str, str]


def compile_models(home: Path, work: Path) -> Compiled:
    """Let dbt compile the models once."""
    selection = [f"path:models/{folder}" for folder in _FOLDERS]
    run_dbt(
        "compile", "--select", *selection, *_ALONE, f"{_STATE}*", "assert_*",
        home=home, database=home / "build" / "compile.duckdb", work=work,
    )  # fmt: skip
    manifest = json.loads((work / "target" / "manifest.json").read_text(encoding="utf-8"))
    nodes = manifest["nodes"]
    chosen = {key: node for key, node in nodes.items() if _is_chosen(node)}
    graph = {
        key: [parent for parent in node["depends_on"]["nodes"] if parent in chosen]
        for key, node in chosen.items()
    }
    models = [
        (nodes[key]["schema"], nodes[key]["name"], nodes[key]["compiled_code"])
        for key in TopologicalSorter(graph).static_order()
    ]
    # what reads the members as projects comes behind what makes them
    models.sort(key=lambda model: model[1].startswith(("int_history__", *_ALONE)))
    tests = {
        node["name"]: node["compiled_code"]
        for node in nodes.values()
        if node["resource_type"] == "test"
        and node.get("compiled_code")
        and set(node["depends_on"]["nodes"]) - {"model.elo.int_match__clusters"} <= set(chosen)
    }
    return Compiled(models, tests)


def _is_chosen(node: dict[str, Any]) -> bool:
    if node["resource_type"] != "model":
        return False
    return (
        str(Path(node["original_file_path"]).parent).removeprefix("models/") in _FOLDERS
        or node["name"] in _ALONE
        or node["name"].startswith(_STATE)
    )


class Nights:
    """The nights of one home.

    Attributes:
        assigned: record id -> project id, of the newest night.
    """

    def __init__(self, home: Path, compiled: Compiled) -> None:
        self.home = home
        self._compiled = compiled
        self.assigned: dict[str, str] = {}

    @property
    def state(self) -> Path:
        """`$ELO_HOME/state`."""
        return self.home / "state"

    def run(self, night: Night, *, name: str | None = None, keep: bool = True) -> Path:
        """Build one night and write its state back; gives the build file.

        Args:
            night: what the matcher says.
            name: of the build file.
            keep: False for a night that crashed before its state was written.

        Raises:
            AssertionError: a dbt test of the models found rows.
        """
        ensure_state(self.state, self.home / "releases")
        database = self.home / "build" / f"{name or night.number}.duckdb"
        database.parent.mkdir(parents=True, exist_ok=True)
        database.unlink(missing_ok=True)
        connection = duckdb.connect()
        try:
            connection.execute("set timezone = 'UTC'")
            connection.execute(f"set global file_search_path = {literal(str(self.home))}")
            connection.execute(f"attach {literal(str(database))} as elo")
            for schema in ("staging", "intermediate", "marts"):
                connection.execute(f"create schema elo.{schema}")
            _write_upstream(connection, night)
            for schema, model, sql in self._compiled.models:
                connection.execute(f"create table elo.{schema}.{model} as {sql}")
                if model == _MEMBERS:
                    connection.execute(_RESOLVED)
            for test, sql in self._compiled.tests.items():
                found = connection.execute(sql).fetchmany(3)
                assert found == [], f"night {night.number}: {test}: {found}"
            rows = connection.execute(
                "select record_id, project_id from elo.intermediate.int_registry__members"
            ).fetchall()
        finally:
            connection.close()
        if keep:
            write_back(database, self.state)
            self.assigned = dict(rows)
        return database

    def read(self, name: str) -> list[dict[str, Any]]:
        """Rows of a file of the state."""
        rows: list[dict[str, Any]] = pq.read_table(self.state / f"{name}.parquet").to_pylist()
        return rows

    def entities(self) -> dict[str, dict[str, Any]]:
        """The registry by id."""
        return {row["project_id"]: row for row in self.read("registry/entity")}

    def changes(self, night: Night) -> list[dict[str, Any]]:
        """Lines of the change log of one night."""
        return [row for row in self.read("change_log") if row["changed_at"] == night.started_at]


def _write_upstream(connection: duckdb.DuckDBPyConnection, night: Night) -> None:
    cluster_of = {record: min(group) for group in night.groups for record in group}
    _write(
        connection,
        "int_match__clusters",
        [
            {"record_id": record, "cluster_id": cluster_of[record], "makes_project": True}
            for record in night.order
        ],
        {"match_rule": "'rule'", "match_probability": "1.0", "decided_by": "'rule'"},
    )
    _write(
        connection,
        "int_records__united",
        [
            {
                "record_id": record,
                "first_seen_at": night.first_seen[record],
                "name": night.names[record],
                "source_id": night.sources[record],
            }
            for record in night.order
        ],
        {},
    )
    connection.execute(
        "create table elo.staging.stg_landing__nights as"
        " select ? as run_id, ?::date as as_of, ?::timestamptz as started_at",
        [f"night-{night.number}", night.day, night.started_at],
    )


def _write(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    rows: list[dict[str, str | date | bool]],
    constants: dict[str, str],
) -> None:
    table = pa.Table.from_pylist(rows)
    added = "".join(f", {value} as {column}" for column, value in constants.items())
    connection.register("upstream", table)
    connection.execute(
        f"create table elo.intermediate.{name} as select *{added} from upstream"  # noqa: S608 our own names
    )
    connection.unregister("upstream")
