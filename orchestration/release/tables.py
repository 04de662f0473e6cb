"""What the published schema holds: its tables, columns, keys and descriptions.

Everything is read from the database's own catalogue, so an added mart reaches all exports
without a list to edit. What does not belong here: how a format writes a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import duckdb

#: The one schema that leaves the house.
MARTS = "marts"


@dataclass(frozen=True)
class Column:
    """A published column; `type` is DuckDB's name of it, such as `DECIMAL(14,2)`."""

    name: str
    type: str
    is_nullable: bool = True
    description: str = ""

    @property
    def is_list(self) -> bool:
        """Whether one cell holds several values."""
        return self.type.endswith("[]")

    @property
    def is_text(self) -> bool:
        """Whether the cell holds text that somebody else wrote."""
        return self.type == "VARCHAR"


@dataclass(frozen=True)
class Table:
    """A published table with its columns in their declared order."""

    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    description: str = ""
    rows: int = 0


def quote(identifier: str) -> str:
    """An identifier as DuckDB reads it whatever it is called."""
    return '"' + identifier.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text constant for statements that take no parameters, such as `COPY … TO`."""
    return "'" + text.replace("'", "''") + "'"


def describe_tables(
    connection: duckdb.DuckDBPyConnection, *, catalog: str | None = None, count: bool = True
) -> list[Table]:
    """All tables and views of the published schema, by name.

    Args:
        connection: an open connection.
        catalog: name of the attached database to look at; None for the connection's own.
        count: whether to count the rows too.
    """
    catalog = catalog or str(_one(connection, "select current_database()"))
    names = connection.execute(
        "select table_name from information_schema.tables"
        " where table_catalog = ? and table_schema = ? order by table_name",
        [catalog, MARTS],
    ).fetchall()
    comments = dict(
        connection.execute(
            "select table_name, comment from duckdb_tables()"
            " where database_name = ? and schema_name = ?"
            " union all select view_name, comment from duckdb_views()"
            " where database_name = ? and schema_name = ?",
            [catalog, MARTS, catalog, MARTS],
        ).fetchall()
    )
    columns = _columns(connection, catalog)
    keys = _primary_keys(connection, catalog)
    return [
        Table(
            name=name,
            columns=columns[name],
            primary_key=keys.get(name, ()),
            description=comments.get(name) or "",
            rows=int(_one(connection, f"select count(*) from {path(catalog, name)}"))
            if count
            else 0,
        )
        for (name,) in names
    ]


def path(catalog: str, table: str) -> str:
    """Full quoted name of a published table in one database."""
    return f"{quote(catalog)}.{MARTS}.{quote(table)}"


def with_descriptions(tables: list[Table], manifest: Mapping[str, Any] | None) -> list[Table]:
    """Fill in descriptions and keys from dbt's manifest where the database states none.

    Args:
        tables: what the database says.
        manifest: the parsed `manifest.json` of the build, or None.
    """
    if not manifest:
        return tables
    nodes = {
        node.get("alias") or node["name"]: node
        for node in manifest.get("nodes", {}).values()
        if node.get("resource_type") in ("model", "seed") and node.get("schema") == MARTS
    }
    tested = _tested_keys(manifest)
    return [_described(table, nodes.get(table.name), tested) for table in tables]


def _described(
    table: Table, node: Mapping[str, Any] | None, tested: Mapping[str, tuple[str, ...]]
) -> Table:
    if node is None:
        return table
    docs = node.get("columns", {})
    key = table.primary_key or tested.get(str(node.get("unique_id")), ()) or _declared_key(node)
    return replace(
        table,
        description=table.description or (node.get("description") or "").strip(),
        primary_key=key,
        columns=tuple(
            replace(
                column,
                description=column.description
                or (docs.get(column.name, {}).get("description") or "").strip(),
            )
            for column in table.columns
        ),
    )


def _tested_keys(manifest: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Keys that the project's own test `primary_key` holds models to, by the model's id."""
    keys: dict[str, tuple[str, ...]] = {}
    for node in manifest.get("nodes", {}).values():
        test = node.get("test_metadata") or {}
        if test.get("name") == "primary_key" and node.get("attached_node"):
            keys[node["attached_node"]] = tuple(test["kwargs"]["columns"])
    return keys


def _declared_key(node: Mapping[str, Any]) -> tuple[str, ...]:
    if node.get("primary_key"):  # dbt's own reading of constraints and tests
        return tuple(node["primary_key"])
    for constraint in node.get("constraints", []):
        if constraint.get("type") == "primary_key":
            return tuple(constraint.get("columns", []))
    for name, column in node.get("columns", {}).items():
        if any(c.get("type") == "primary_key" for c in column.get("constraints", [])):
            return (name,)
    return ()


def _columns(connection: duckdb.DuckDBPyConnection, catalog: str) -> dict[str, tuple[Column, ...]]:
    found: dict[str, list[Column]] = {}
    for table, name, kind, nullable, comment in connection.execute(
        "select table_name, column_name, data_type, is_nullable, comment from duckdb_columns()"
        " where database_name = ? and schema_name = ? order by table_name, column_index",
        [catalog, MARTS],
    ).fetchall():
        column = Column(name, kind, is_nullable=bool(nullable), description=comment or "")
        found.setdefault(table, []).append(column)
    return {table: tuple(columns) for table, columns in found.items()}


def _primary_keys(
    connection: duckdb.DuckDBPyConnection, catalog: str
) -> dict[str, tuple[str, ...]]:
    return {
        table: tuple(columns)
        for table, columns in connection.execute(
            "select table_name, constraint_column_names from duckdb_constraints()"
            " where database_name = ? and schema_name = ? and constraint_type = 'PRIMARY KEY'",
            [catalog, MARTS],
        ).fetchall()
    }


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> Any:
    row = connection.execute(sql).fetchone()
    if row is None:
        raise LookupError(f"no row from: {sql}")
    return row[0]
