"""Two records beside each other, with what speaks for and against their being one.

Read from a release. What does not belong here: how it looks in a terminal and what people answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from orchestration.release.query import run_query

#: Values of a record that a person compares, in this order.
_SHOWN = (
    "name", "name_fi", "name_sv", "name_en", "lead_organisation_id", "start_date", "end_date",
    "project_codes", "status", "programme_id", "amount",
)  # fmt: skip


class UnknownPairError(ValueError):
    """The release weighed no such pair; the message says what it knows."""


@dataclass(frozen=True)
class Side:
    """One record: where it was read and what it says, property -> values."""

    record_id: str
    source_id: str
    native_id: str
    source_url: str
    project_id: str
    values: dict[str, list[str]]


@dataclass(frozen=True)
class Weight:
    """One line of evidence; `weight` in bits, exact."""

    feature: str
    state: str
    level: str | None
    left_value: str | None
    right_value: str | None
    weight: Decimal


@dataclass(frozen=True)
class Pair:
    """A weighed pair.

    Attributes:
        weights: heaviest first; they add up to `score`.
        band: link or review.
        is_joined: the two are one project in this release.
    """

    left: Side
    right: Side
    score: Decimal
    band: str
    decided_by: str
    is_joined: bool
    weights: Sequence[Weight]


@dataclass(frozen=True)
class Question:
    """One line of the review queue."""

    left_record_id: str
    right_record_id: str
    relation: str
    score: Decimal
    band: str
    is_joined: bool
    features: str
    euros_at_stake: Decimal


def read_pair(one: str, other: str, database: Path) -> Pair:
    """A pair of `mart_match_link` with its evidence.

    Args:
        one: a record id.
        other: another; their order does not matter.
        database: the `elo.duckdb` of a release.

    Raises:
        UnknownPairError: the pair is none of the weighed ones.
    """
    left, right = sorted((one, other))
    rows = run_query(
        "select score, band, decided_by, is_joined from mart_match_link"
        " where left_record_id = ? and right_record_id = ?",
        database,
        [left, right],
    ).rows
    if not rows:
        raise UnknownPairError(
            f"no link between {one} and {other} was weighed in this release: "
            + _what_is_known(left, right, database)
        )
    score, band, decided_by, is_joined = rows[0]
    weights = run_query(
        "select feature, state, level, left_value, right_value, weight from mart_match_evidence"
        " where left_record_id = ? and right_record_id = ? order by abs(weight) desc, feature",
        database,
        [left, right],
    ).rows
    return Pair(
        left=read_side(left, database),
        right=read_side(right, database),
        score=score,
        band=band,
        decided_by=decided_by,
        is_joined=is_joined,
        weights=[Weight(*row) for row in weights],
    )


def read_side(record_id: str, database: Path) -> Side:
    """A record as the release knows it; empty fields where it belongs to no project."""
    rows = run_query(
        "select source_id, native_id, source_url, project_id from bridge_project_source"
        " where record_id = ?",
        database,
        [record_id],
    ).rows
    where: tuple[Any, ...] = rows[0] if rows else ("", "", "", "")
    facts = run_query(
        "select f.property, coalesce(o.name, f.value) as value from fct_fact as f"
        " left join dim_organisation as o on f.value = o.organisation_id"
        " where f.record_id = ? group by all order by all",
        database,
        [record_id],
    ).rows
    values: dict[str, list[str]] = {}
    for name, value in facts:
        if name in _SHOWN and value is not None:
            values.setdefault(name, []).append(str(value))
    ordered = {name: values[name] for name in _SHOWN if name in values}
    source_id, native_id, source_url, project_id = (text or "" for text in where)
    return Side(record_id, source_id, native_id, source_url, project_id, ordered)


def read_queue(database: Path) -> list[Question]:
    """The review queue, the question that matters most first."""
    rows = run_query(
        "select left_record_id, right_record_id, relation, score, band, is_joined, features,"
        " euros_at_stake from mart_review_queue order by queue_position",
        database,
    ).rows
    return [Question(*row) for row in rows]


def _what_is_known(left: str, right: str, database: Path) -> str:
    rows = run_query(
        "select record_id, project_id from bridge_project_source where record_id in (?, ?)",
        database,
        [left, right],
    ).rows
    project_of = dict(rows)
    missing = [record for record in (left, right) if record not in project_of]
    if missing:
        return f"{' and '.join(missing)} belongs to no project of it"
    if project_of[left] == project_of[right]:
        return (
            f"both belong to {project_of[left]} by way of other records; see"
            f" `elo explain {project_of[left]}`"
        )
    return (
        f"they belong to {project_of[left]} and {project_of[right]} and have too little in common"
    )
