"""The statements of a dbt build, run one by one without dbt.

The SQL is what dbt itself sent in a night (its `run` artefacts), in an order that its manifest
allows, so both sides of the comparison build and test the same warehouse. What does not belong
here: any SQL of our own beside renaming, which dbt does as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import duckdb

from orchestration.release.tables import literal

_BUILT = ("seed", "model", "test")
_AS_DBT_BUILDS = "__dbt_tmp"


class DataTestFailedError(RuntimeError):
    """A data test found rows."""


@dataclass(frozen=True)
class Statement:
    """What dbt sent for one node."""

    node: Mapping[str, Any]
    sql: str

    @property
    def kind(self) -> str:
        """`seed`, `model` or `test`."""
        return str(self.node["resource_type"])


def read_statements(artefacts: Path, project: Path) -> list[Statement]:
    """The statements of a finished `dbt build`, each after those it depends on.

    Args:
        artefacts: target folder of that build.
        project: folder of the dbt project.
    """
    manifest = json.loads((artefacts / "manifest.json").read_text(encoding="utf-8"))
    nodes = {
        key: node for key, node in manifest["nodes"].items() if node["resource_type"] in _BUILT
    }
    graph = {key: _parents(node, nodes) for key, node in nodes.items()}
    return [
        Statement(nodes[key], (project / nodes[key]["build_path"]).read_text(encoding="utf-8"))
        for key in TopologicalSorter(graph).static_order()
    ]


def build(statements: list[Statement], home: Path, project: Path, database: Path) -> int:
    """Run all statements into a new file and return how many data tests passed.

    Args:
        statements: see `read_statements`.
        home: where landing and state lie.
        project: folder of the dbt project, where the seeds lie.
        database: the file to build; it must not exist.

    Raises:
        DataTestFailedError: a test of severity `error` found rows.
    """
    connection = duckdb.connect()
    passed = 0
    try:
        connection.execute("set timezone = 'UTC'")
        # as the plugin `elo_home` does
        connection.execute(f"set global file_search_path = {literal(f'{home},{project}')}")
        connection.execute(f"set global temp_directory = {literal(f'{database}.tmp')}")
        connection.execute(f"attach {literal(str(database))} as elo")
        for schema in sorted({s.node["schema"] for s in statements if s.kind != "test"}):
            connection.execute(f"create schema elo.{schema}")
        for statement in statements:
            if statement.kind == "test":
                passed += _test(connection, statement)
            else:
                _create(connection, statement)
    finally:
        connection.close()
    return passed


def _parents(node: Mapping[str, Any], nodes: Mapping[str, Any]) -> list[str]:
    return [key for key in node.get("depends_on", {}).get("nodes", []) if key in nodes]


def _create(connection: duckdb.DuckDBPyConnection, statement: Statement) -> None:
    connection.execute(statement.sql)
    node = statement.node
    if node["resource_type"] == "model":
        kind = "view" if node["config"]["materialized"] == "view" else "table"
        built = f'elo.{node["schema"]}."{node["alias"]}{_AS_DBT_BUILDS}"'
        connection.execute(f'alter {kind} {built} rename to "{node["alias"]}"')


def _test(connection: duckdb.DuckDBPyConnection, statement: Statement) -> bool:
    row = connection.execute(statement.sql).fetchone()
    failed = bool(row and row[0])
    if failed and statement.node["config"]["severity"].lower() == "error":
        raise DataTestFailedError(f"{statement.node['name']}: {row[0] if row else 0} rows")
    return not failed


def find_artefacts(home: Path) -> Path:
    """Target folder of the only dbt build of a home.

    Raises:
        ValueError: there is none, or more than one.
    """
    (found,) = _target_folders(home)
    return found


def _target_folders(home: Path) -> Iterator[Path]:
    for path in (home / "build").glob("*/run_results.json"):
        yield path.parent
