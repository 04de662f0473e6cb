"""All that the pages tell, read once and the same for every language.

What does not belong here: anything that a language changes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from orchestration.release.site.links import file_name
from orchestration.release.site.money import Money, is_decision, total
from orchestration.release.site.read import Marts, Row, by

_PROJECT = (
    "project_id", "name", "name_fi", "name_sv", "name_en", "summary", "status", "start_date",
    "end_date", "start_precision", "end_precision", "lead_organisation_id", "programme_id",
    "project_codes", "shared_codes", "is_guidance", "guidance_evidence", "source_count",
    "first_seen_at", "last_seen_at",
)  # fmt: skip
_ORGANISATION = (
    "organisation_id", "business_id", "name", "name_fi", "name_sv", "name_en",
    "organisation_type", "valid_from", "valid_to", "successor_organisation_id",
)  # fmt: skip
_FUNDING = (
    "funding_id", "project_id", "funder_organisation_id", "recipient_organisation_id",
    "instrument", "amount_kind", "amount", "currency", "amount_eur", "amount_qualifier",
    "is_annual", "amount_status", "decision_date", "funding_year", "year_basis",
    "counts_in_total", "record_id", "conflict_count",
)  # fmt: skip
_OVERLAP = (
    "project_id_a", "project_id_b", "score", "reasons", "months_overlap", "shared_maakunta_codes",
    "shared_themes", "shared_target_groups", "combined_granted_eur", "decisions_without_amount",
    "is_time_inferred", "review_status",
)  # fmt: skip
_SOURCE = (
    "source_id", "title", "name_fi", "name_sv", "name_en", "publisher", "licence",
    "licence_confidence", "status", "status_reason", "last_success_at", "last_attempt_at",
    "records", "drift_count", "quarantined", "verified_live",
)  # fmt: skip
_CALL = (
    "call_id", "source_id", "title", "funder_organisation_id", "instrument", "opens_on",
    "closes_on", "status", "maakunta_codes", "budget_eur", "source_url",
)  # fmt: skip
_OUTPUT = (
    "output_id", "source_id", "project_id", "output_type", "title", "url", "handle",
    "published_on", "licence",
)  # fmt: skip
_NAMES = ("name_fi", "name_sv", "name_en")
#: How the pages order projects: what runs now comes first.
STATUSES = ("ongoing", "planned", "unknown", "ended", "cancelled")
WHOLE_COUNTRY, ABROAD = "00", "99"


@dataclass
class Area:
    """A place with a page: one maakunta, or the maakunnat of an old or a new office."""

    area_id: str
    kind: str
    codes: tuple[str, ...]
    names: Row
    valid_to: date | None = None
    valid_from: date | None = None


@dataclass
class World:
    """One release; the lists are in the order in which they are shown."""

    stamp: datetime
    as_of: date
    marts: Marts
    sources: dict[str, Row]
    organisations: dict[str, Row]
    regions: dict[str, Row]
    themes: dict[str, Row]
    groups: dict[str, Row]
    programmes: dict[str, Row]
    projects: list[Row]
    funding: list[Row]
    overlaps: list[Row]
    calls: list[Row]
    outputs: list[Row]
    changes: list[Row]
    records: dict[str, Row]
    areas: list[Area]
    project_regions: dict[str, list[Row]]
    project_themes: dict[str, list[Row]]
    project_groups: dict[str, list[Row]]
    project_roles: dict[str, list[Row]]
    project_sources: dict[str, list[Row]]
    relations: dict[str, list[tuple[str, Row]]]
    milestones: dict[str, list[Row]]
    organisation_pages: set[str] = field(default_factory=set)
    by_id: dict[str, Row] = field(default_factory=dict)
    decisions: dict[str, list[Row]] = field(default_factory=dict)
    money: dict[str, Money] = field(default_factory=dict)

    def granted(self, project_id: str) -> Money:
        """Granted money of one project."""
        return self.money.get(project_id, Money())

    def codes_of(self, project_id: str) -> list[str]:
        """Maakunta codes of a project, each once."""
        return sorted({row["maakunta_code"] for row in self.project_regions.get(project_id, ())})


def read_world(marts: Marts, stamp: datetime, as_of: date) -> World:
    """Read everything but the facts, which are too many to hold."""
    order = "maakunta_code"
    regions = by(
        marts.rows(
            "dim_region",
            ("maakunta_code", *_NAMES, "ely_code", "ely_valid_to", "evk_code", "evk_valid_from"),
            order,
        ),
        "maakunta_code",
    )
    organisations = {
        row["organisation_id"]: _without_person(row)
        for row in marts.rows("dim_organisation", _ORGANISATION, "name")
    }
    projects = [
        row for row in marts.rows("dim_project", _PROJECT, "project_id")
        if file_name(row["project_id"])
    ]  # fmt: skip
    projects.sort(key=_place)
    world = World(
        stamp=stamp,
        as_of=as_of,
        marts=marts,
        sources=by(marts.rows("dim_source", _SOURCE, "source_id"), "source_id"),
        organisations=organisations,
        regions=regions,
        themes=by(marts.rows("dim_theme", ("theme_code", *_NAMES), "theme_code"), "theme_code"),
        groups=by(
            marts.rows(
                "dim_target_group",
                ("target_group_code", *_NAMES, "age_min", "age_max"),
                "target_group_code",
            ),
            "target_group_code",
        ),
        programmes=by(
            marts.rows("dim_programme", ("programme_id", *_NAMES), "name_fi"), "programme_id"
        ),
        projects=projects,
        funding=marts.rows(
            "fct_funding", _FUNDING, "project_id, amount_kind, decision_date, funding_id"
        ),
        overlaps=marts.rows(
            "mart_project_overlap", _OVERLAP, "score desc, project_id_a, project_id_b"
        ),
        calls=marts.rows("fct_call", _CALL, "closes_on, call_id"),
        outputs=marts.rows("fct_output", _OUTPUT, "published_on desc nulls last, output_id"),
        changes=marts.rows(
            "mart_change_log",
            ("changed_at", "subject_type", "subject_id", "project_id", "property", "old_value",
             "new_value", "change"),
            "changed_at desc, subject_id, property",
        ),
        records={},
        areas=_areas(regions, organisations),
        project_regions=marts.grouped(
            "bridge_project_region", "project_id",
            ("project_id", "maakunta_code", "basis", "record_id"), "maakunta_code, basis",
        ),
        project_themes=marts.grouped(
            "bridge_project_theme", "project_id", ("project_id", "theme_code", "evidence"), "2"
        ),
        project_groups=marts.grouped(
            "bridge_project_target_group", "project_id",
            ("project_id", "target_group_code", "evidence"), "2",
        ),
        project_roles=marts.grouped(
            "bridge_project_organisation", "project_id",
            ("project_id", "organisation_id", "role"), "role, organisation_id",
        ),
        project_sources=marts.grouped(
            "bridge_project_source", "project_id",
            ("project_id", "source_id", "record_id", "native_id", "record_kind", "source_url",
             "retrieved_at", "match_rule", "match_probability", "match_decided_by"),
            "source_id, native_id",
        ),
        relations=_relations(marts),
        milestones=marts.grouped(
            "fct_milestone", "project_id",
            ("project_id", "label", "due_on", "precision", "note"), "due_on",
        ),
    )  # fmt: skip
    _add_derived(world)
    return world


def _add_derived(world: World) -> None:
    world.by_id = by(world.projects, "project_id")
    for rows in world.project_sources.values():
        world.records.update((row["record_id"], row) for row in rows)
    for row in world.funding:
        if is_decision(row) and row["project_id"]:
            world.decisions.setdefault(row["project_id"], []).append(row)
    world.money = {key: total(rows) for key, rows in world.decisions.items()}


def _without_person(organisation: Row) -> Row:
    """The organisation; of a natural person no name reaches any page, index or file."""
    if organisation["organisation_type"] != "natural_person":
        return organisation
    return {**organisation, "name": "", "name_fi": None, "name_sv": None, "name_en": None}


def _place(project: Row) -> tuple[Any, ...]:
    start = project["start_date"]
    status = project["status"]
    return (
        0 if project["is_guidance"] else 1,
        STATUSES.index(status) if status in STATUSES else len(STATUSES),
        -start.toordinal() if start else 0,
        project["project_id"],
    )


def _relations(marts: Marts) -> dict[str, list[tuple[str, Row]]]:
    """Both ends of every relation: `follows` seen from the earlier project is `followed_by`."""
    back = {"follows": "followed_by", "part_of": "has_part"}
    found: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    columns = ("project_id", "related_project_id", "relation", "evidence", "decided_by")
    for row in marts.rows("bridge_project_relation", columns, "relation, project_id"):
        found[row["project_id"]].append((row["relation"], row))
        turned = {**row, "related_project_id": row["project_id"]}
        found[row["related_project_id"]].append((back.get(row["relation"], "related"), turned))
    return dict(found)


def _areas(regions: dict[str, Row], organisations: dict[str, Row]) -> list[Area]:
    areas = [
        Area(f"mk-{code}", "mk", (code,), row)
        for code, row in sorted(regions.items())
    ]  # fmt: skip
    for kind in ("ely", "evk"):
        offices: dict[str, list[Row]] = defaultdict(list)
        for row in regions.values():
            if row[f"{kind}_code"]:
                offices[row[f"{kind}_code"]].append(row)
        for code, members in sorted(offices.items()):
            office = organisations.get(f"{kind}-{code}", {"name": f"{kind.upper()} {code}"})
            areas.append(
                Area(
                    f"{kind}-{code}",
                    kind,
                    tuple(row["maakunta_code"] for row in members),
                    office,
                    valid_to=members[0]["ely_valid_to"] if kind == "ely" else None,
                    valid_from=members[0]["evk_valid_from"] if kind == "evk" else None,
                )
            )
    return areas
