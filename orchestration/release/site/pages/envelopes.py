"""Planned money and the measures of the strategy, where a release holds them.

The pages are made only when the tables are in the release. What does not belong here: which
project serves which measure.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from orchestration.release.site.links import file_name
from orchestration.release.site.read import Row, by
from orchestration.release.site.render import Page
from orchestration.release.site.tally import tally
from orchestration.release.site.world import World

_ENVELOPE = (
    "envelope_id", "parent_envelope_id", "label_fi", "label_sv", "label_en", "amount_eur",
    "responsible_organisation_ids", "instrument", "instrument_basis", "valid_from", "valid_to",
    "source_document", "source_slide",
)  # fmt: skip
_COVERAGE = (
    "envelope_id", "planned_eur", "granted_stated_eur", "granted_inferred_eur",
    "decisions_without_amount", "remainder_eur",
)  # fmt: skip
_MEASURE = (
    "measure_id", "name_fi", "name_sv", "name_en", "scheme", "goal", "goal_fi", "goal_sv",
    "goal_en", "funding", "schedule",
)  # fmt: skip


def planned_against_granted(world: World) -> list[dict[str, Any]]:
    """Envelopes as a tree, each with what decisions account for; empty without the tables."""
    envelopes = [_named(row) for row in world.marts.rows("fct_envelope", _ENVELOPE, "envelope_id")]
    covered = by(world.marts.rows("mart_envelope_coverage", _COVERAGE), "envelope_id")
    children: dict[str | None, list[Row]] = {}
    known = {row["envelope_id"] for row in envelopes}
    for row in envelopes:
        parent = row["parent_envelope_id"]
        children.setdefault(parent if parent in known else None, []).append(row)
    found: list[dict[str, Any]] = []

    def add(parent: str | None, depth: int) -> None:
        for row in sorted(children.get(parent, ()), key=_largest_first):
            found.append({"row": row, "depth": depth, "covered": covered.get(row["envelope_id"])})
            add(row["envelope_id"], depth + 1)

    add(None, 0)
    return found


def pages(world: World) -> Iterator[Page]:
    """Pages of envelopes and of measures, a list and one page each."""
    plan = planned_against_granted(world)
    if plan:
        yield Page("envelopes.html", "envelopes", "money", {"plan": plan})
        links = world.marts.grouped(
            "bridge_project_envelope", "envelope_id",
            ("project_id", "envelope_id", "basis", "evidence"), "project_id",
        )  # fmt: skip
        for entry in plan:
            key = entry["row"]["envelope_id"]
            if path := file_name(key):
                parts = [e for e in plan if e["row"]["parent_envelope_id"] == key]
                yield Page(
                    f"envelope/{path}", "envelope", "money",
                    {**entry, "parts": parts, "links": _known(world, links.get(key, []))},
                )  # fmt: skip
    yield from _measures(world)


def _measures(world: World) -> Iterator[Page]:
    measures = world.marts.rows("dim_measure", _MEASURE, "scheme, measure_id")
    if not measures:
        return
    links = world.marts.grouped(
        "bridge_project_measure",
        "measure_id",
        ("project_id", "measure_id", "evidence"),
        "project_id",
    )
    served = {key: _known(world, rows) for key, rows in links.items()}
    figures = {
        key: tally(world, [world.by_id[row["project_id"]] for row in rows])
        for key, rows in served.items()
    }
    yield Page("measures.html", "measures", "money", {"measures": measures, "figures": figures})
    milestones = world.marts.grouped(
        "fct_milestone", "measure_id",
        ("measure_id", "label", "due_on", "precision", "note"), "due_on", "measure_id is not null",
    )  # fmt: skip
    for row in measures:
        key = row["measure_id"]
        if path := file_name(key):
            yield Page(
                f"measure/{path}", "measure", "money",
                {"m": row, "about": figures.get(key), "links": served.get(key, []),
                 "milestones": milestones.get(key, [])},
            )  # fmt: skip


def _known(world: World, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["project_id"] in world.by_id]


def _named(row: Row) -> Row:
    return {**row, **{f"name_{x}": row[f"label_{x}"] for x in ("fi", "sv", "en")}}


def _largest_first(row: Row) -> tuple[Decimal, str]:
    return (-(row["amount_eur"] or Decimal(0)), row["envelope_id"])
