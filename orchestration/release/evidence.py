"""Collects what stands behind one project of a release: records, values, and values that lost.

A project is found by its id (also an old one that was merged away), a project code, the id a
source gives it, or a record id. What does not belong here: how it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from orchestration.release.locators import find_places
from orchestration.release.query import open_locked

Row = dict[str, Any]

_MAX_REDIRECTS = 1_000


class UnknownProjectError(LookupError):
    """No project goes by that name; the message says what was tried."""


class ManyProjectsError(LookupError):
    """Several projects go by that name.

    Attributes:
        candidates: pairs of id and name.
    """

    def __init__(self, asked: str, candidates: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"{len(candidates)} projects go by {asked!r}")
        self.candidates = list(candidates)


@dataclass(frozen=True)
class Evidence:
    """Everything a release says about one project and where from.

    Attributes:
        project: the row of `dim_project`.
        redirected_from: the id that was asked for, where it led to another one.
        records: rows of `bridge_project_source`.
        facts: rows of `fct_fact` about the project, the winning value of a property first.
        money: rows of `fct_funding`, each with its facts under `facts`.
    """

    project: Row
    redirected_from: str | None
    records: list[Row]
    facts: list[Row]
    money: list[Row]


def collect_evidence(
    asked: str, database: Path, registry: Path, landing: Path | None = None
) -> Evidence:
    """Find a project and everything behind it.

    Args:
        asked: project id, old or new; project code; native id or record id of a source.
        database: the `elo.duckdb` of a release.
        registry: `state/registry/entity.parquet`; it may be absent.
        landing: the landed records, for the row of a file that a value stands in; or None.

    Raises:
        UnknownProjectError: nothing is known by that name.
        ManyProjectsError: several projects are.
    """
    connection = open_locked(database)
    try:
        project_id = _find(connection, asked, registry)
        (project,) = _rows(connection, "select * from dim_project where project_id = ?", project_id)
        evidence = Evidence(
            project=project,
            redirected_from=asked if _was_merged(asked, project_id, registry) else None,
            records=_rows(
                connection,
                "select * from bridge_project_source where project_id = ?"
                " order by source_id, native_id, record_id",
                project_id,
            ),
            facts=_facts(connection, "project", project_id),
            money=[
                {**row, "facts": _facts(connection, "funding", str(row["funding_id"]))}
                for row in _money(connection, project_id)
            ],
        )
    finally:
        connection.close()
    if landing is not None:
        _add_places(evidence, landing)
    return evidence


def follow_redirects(project_id: str, registry: Path) -> str:
    """The id that stands today for an id that may have been merged away."""
    if not registry.is_file():
        return project_id
    table = pq.read_table(registry, columns=["project_id", "redirect_to"])
    leads_to = {
        old: new
        for old, new in zip(
            table.column("project_id").to_pylist(),
            table.column("redirect_to").to_pylist(),
            strict=True,
        )
        if new
    }
    for _ in range(_MAX_REDIRECTS):
        if project_id not in leads_to:
            break
        project_id = leads_to[project_id]
    return project_id


def _find(connection: duckdb.DuckDBPyConnection, asked: str, registry: Path) -> str:
    today = follow_redirects(asked, registry)
    if _rows(connection, "select 1 as n from dim_project where project_id = ?", today):
        return today
    found = _rows(
        connection,
        "select distinct p.project_id, p.name from dim_project as p"
        " left join bridge_project_source as s using (project_id)"
        " where list_contains(p.project_codes, ?) or s.native_id = ? or s.record_id = ?"
        " order by all",
        asked,
        asked,
        asked,
    )
    if not found:
        raise UnknownProjectError(
            f"nothing is known as {asked!r}: no project id, project code, or id that a source gives"
        )
    if len(found) > 1:
        raise ManyProjectsError(asked, [(row["project_id"], row["name"]) for row in found])
    return str(found[0]["project_id"])


def _add_places(evidence: Evidence, landing: Path) -> None:
    rows = [
        *evidence.records,
        *evidence.facts,
        *(fact for row in evidence.money for fact in row["facts"]),
    ]
    wanted = {(str(row["record_id"]), str(row["content_sha256"])) for row in rows}
    places = find_places(landing, {str(row["record_kind"]) for row in evidence.records}, wanted)
    for row in rows:
        place = places.get((str(row["record_id"]), str(row["content_sha256"])))
        if place and not row.get("locator"):
            row["locator"] = place


def _was_merged(asked: str, project_id: str, registry: Path) -> bool:
    return asked != project_id and follow_redirects(asked, registry) == project_id


def _facts(connection: duckdb.DuckDBPyConnection, subject_type: str, subject_id: str) -> list[Row]:
    return _rows(
        connection,
        "select f.* from fct_fact as f where subject_id = ? and"
        " (subject_type = ? or subject_type not in ('project', 'funding'))"
        " order by property, is_preferred desc, source_id, value, fact_id",
        subject_id,
        subject_type,
    )


def _money(connection: duckdb.DuckDBPyConnection, project_id: str) -> list[Row]:
    return _rows(
        connection,
        "select f.*, funder.name as funder, recipient.name as recipient from fct_funding as f"
        " left join dim_organisation as funder"
        " on funder.organisation_id = f.funder_organisation_id"
        " left join dim_organisation as recipient"
        " on recipient.organisation_id = f.recipient_organisation_id"
        " where f.project_id = ? order by f.amount_kind, f.decision_date, f.funding_id",
        project_id,
    )


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, *parameters: str) -> list[Row]:
    cursor = connection.execute(sql, list(parameters))
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
