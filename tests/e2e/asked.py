"""The named questions asked of a release, and the world that it was read from.

Tables of the contract that a release does not hold yet are made here, empty or as a test fills
them, so that every question runs. What does not belong here: expected answers.
"""

# ruff: noqa: S608  (names and paths are the tests')
from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from ingestion.sandbox.truth import read_rows
from matching.quality import harmonic, rate_pairs
from orchestration.release.questions import read_questions
from tests.e2e.real import real_projects

Row = dict[str, Any]

#: What CONTRACT.md fixes of tables that questions read.
CONTRACT = {
    "fct_envelope": "envelope_id varchar, parent_envelope_id varchar, label_fi varchar,"
    " label_en varchar, amount_eur decimal(14, 2), responsible_organisation_ids varchar[],"
    " instrument varchar, instrument_basis varchar, valid_from date, valid_to date,"
    " source_document varchar, source_slide varchar",
    "mart_envelope_coverage": "envelope_id varchar, planned_eur decimal(14, 2),"
    " granted_stated_eur decimal(14, 2), granted_inferred_eur decimal(14, 2),"
    " decisions_without_amount bigint, remainder_eur decimal(14, 2)",
    "bridge_project_envelope": "project_id varchar, envelope_id varchar, basis varchar,"
    " evidence varchar",
}
QUESTIONS = read_questions()


def open_release(database: Path) -> duckdb.DuckDBPyConnection:
    """Tables of a release as views that a test may replace, and those it lacks, empty."""
    connection = duckdb.connect()
    connection.execute(f"attach '{database}' as held (read_only)")
    connection.execute("create schema marts")
    held = [
        row[0]
        for row in connection.execute(
            "select table_name from information_schema.tables where table_catalog = 'held'"
        ).fetchall()
    ]
    for table in held:
        connection.execute(f"create view marts.{table} as select * from held.marts.{table}")
    for table in CONTRACT.keys() - held:
        connection.execute(f"create table marts.{table} ({CONTRACT[table]})")
    return connection


def fill_envelopes(release: duckdb.DuckDBPyConnection) -> None:
    """Put an envelope with one part, another one, and two projects in place of those held."""
    for table in ("fct_envelope", "mart_envelope_coverage", "bridge_project_envelope"):
        release.execute(f"create or replace temp table kept_{table} as from marts.{table}")
        kind = release.execute(
            "select table_type from information_schema.tables where table_schema = 'marts'"
            " and table_name = ? and table_catalog != 'held'",
            [table],
        ).fetchone()
        assert kind is not None
        release.execute(f"drop {'view' if kind[0] == 'VIEW' else 'table'} marts.{table}")
        release.execute(f"create table marts.{table} as from kept_{table} limit 0")
    release.execute(
        """
        insert into marts.fct_envelope by name
        select * from (values
            ('e', null, 'Elinikäisen ohjauksen vahvistaminen', 4000000, 'RRF', 'stated'),
            ('e1', 'e', 'Osa', 1500000, 'RRF', 'stated'),
            ('x', null, 'Muu uudistus', 9000000, 'RRF', 'inferred')
        ) as t(envelope_id, parent_envelope_id, label_fi, amount_eur, instrument,
            instrument_basis);
        insert into marts.mart_envelope_coverage by name
        select * from (values
            ('e', 4000000, 1000000, 250000, 3, 2750000), ('e1', 1500000, 0, 250000, 1, 1250000),
            ('x', 9000000, 0, 0, 0, 9000000)
        ) as t(envelope_id, planned_eur, granted_stated_eur, granted_inferred_eur,
            decisions_without_amount, remainder_eur);
        insert into marts.bridge_project_envelope by name
        select * from (values ('p1', 'e', 'stated'), ('p2', 'e', 'inferred'))
            as t(project_id, envelope_id, basis);
        """
    )


def ask(connection: duckdb.DuckDBPyConnection, number: int, **values: object) -> list[Row]:
    """Rows of an answer; without values the file's own SQL as it is."""
    question = QUESTIONS[number]
    given = {name: str(value) for name, value in values.items()}
    types = {
        row[0]: row[1] for row in connection.execute(f"describe {question.defaults}").fetchall()
    }
    sql = question.with_values(given, types)
    cursor = connection.execute(sql, list(given.values()) or None)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@dataclass
class World:
    """The truth of a world, and which of its projects each published one is.

    Attributes:
        truth_of: project id -> the true project to which most of its records belong.
        projects: true project -> its row.
        granted: true project -> its grant.
        records: what the sites show.
        sources: true project -> the sources with a record that makes it a project.
        themes: true project -> the themes that its readable records tell.
        groups: true project -> its target group, and those that its readable records tell.
    """

    truth_of: dict[str, str] = field(default_factory=dict)
    projects: dict[str, Row] = field(default_factory=dict)
    granted: dict[str, Row] = field(default_factory=dict)
    records: list[Row] = field(default_factory=list)
    sources: dict[str, set[str]] = field(default_factory=dict)
    themes: dict[str, set[str]] = field(default_factory=dict)
    groups: dict[str, set[str]] = field(default_factory=dict)

    def truths(self, rows: list[Row], column: str = "project_id") -> set[str]:
        """True projects of the published ones in an answer."""
        return {self.truth_of[row[column]] for row in rows if row[column] in self.truth_of}


def read_world(truth: Path, connection: duckdb.DuckDBPyConnection) -> World:
    """Read the truth and find its projects in a release."""
    world = World(
        projects={row["truth_id"]: row for row in read_rows(truth, "projects")},
        granted={
            row["truth_id"]: row for row in read_rows(truth, "funding") if row["kind"] == "granted"
        },
        records=read_rows(truth, "records"),
    )
    true = {
        (row["source_id"], row["native_id"]): row["truth_id"]
        for row in world.records
        if row["truth_id"] and row["makes_project"]
    }
    members = connection.execute(
        "select project_id, source_id, native_id from marts.bridge_project_source"
    ).fetchall()
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for (source_id, _), truth_id in true.items():
        sources[truth_id].add(source_id)
    for row in world.records:
        if row["truth_id"] and not row["damaged"] and row["makes_project"]:
            shown, truth_id = json.loads(row["shown"]), row["truth_id"]
            world.themes.setdefault(truth_id, set()).update(shown.get("themes") or ())
            groups = world.groups.setdefault(truth_id, {world.projects[truth_id]["target_group"]})
            groups.update(shown.get("target_groups") or ())
    world.sources = dict(sources)
    world.truth_of = real_projects(
        (project_id, true[source_id, native_id])
        for project_id, source_id, native_id in members
        if (source_id, native_id) in true
    )
    return world


def f1(found: set[Any], true: set[Any]) -> float:
    """Agreement of two sets from 0 to 1."""
    return harmonic(*rate_pairs(found, true))


def total(rows: list[Row], column: str) -> Any:
    """Sum of a column, nothing counted as zero."""
    return sum(row[column] or 0 for row in rows)
