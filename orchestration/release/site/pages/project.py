"""One page a project: every value with its source and time, and what the other sources say.

What does not belong here: lists of projects (`plain.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from orchestration.release.site.facts import facts_of
from orchestration.release.site.jsonld import grant_of
from orchestration.release.site.read import Row
from orchestration.release.site.render import Page
from orchestration.release.site.world import World

#: Kinds of amounts, the granted one first; sums never cross them.
KINDS = (
    "granted", "granted_eu_share", "partner_share", "national_share", "own_funding", "total_cost",
    "planned_public", "realised_public", "realised", "paid",
)  # fmt: skip
_FACT = ("subject_id", "property", "value", "record_id", "source_id", "source_url", "retrieved_at",
         "is_preferred", "reason")  # fmt: skip
_SHOWN_OVERLAPS = 10


def pages(world: World) -> Iterator[Page]:
    """A page for every project."""
    shared = _Shared(world)
    seen: set[str] = set()
    where = "subject_type = 'project'"
    for project_id, rows in world.marts.streamed(
        "fct_fact", "subject_id", _FACT, "property", where
    ):
        project = world.by_id.get(project_id)
        if project is not None:
            seen.add(project_id)
            yield shared.page(project, rows)
    for project_id, project in world.by_id.items():
        if project_id not in seen:
            yield shared.page(project, [])


class _Shared:
    """What the pages of all projects look up."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._overlaps: dict[str, list[tuple[str, Row]]] = defaultdict(list)
        for row in world.overlaps:
            self._overlaps[row["project_id_a"]].append((row["project_id_b"], row))
            self._overlaps[row["project_id_b"]].append((row["project_id_a"], row))
        self._outputs: dict[str, list[Row]] = defaultdict(list)
        for row in world.outputs:
            if row["project_id"]:
                self._outputs[row["project_id"]].append(row)
        self._changes: dict[str, list[Row]] = defaultdict(list)
        for row in world.changes:
            subject = row["project_id"] or row["subject_id"]
            self._changes[subject].append(row)
        self._funding: dict[str, list[Row]] = defaultdict(list)
        for row in world.funding:
            if row["project_id"]:
                self._funding[row["project_id"]].append(row)
        self._releases = world.marts.grouped(
            "fct_release",
            "project_id",
            ("project_id", "title", "published_at", "language", "source_url"),
            "published_at desc",
            "project_id is not null",
        )
        self._disputed = _disputed_amounts(world)

    def page(self, project: Row, rows: Sequence[tuple[Any, ...]]) -> Page:
        world, key = self._world, project["project_id"]
        return Page(
            f"project/{key}.html",
            "project",
            "projects",
            {
                "p": project,
                "money": world.granted(key),
                "facts": facts_of(rows),
                "funding": self._by_kind(key),
                "disputed": self._disputed,
                "regions": _by_basis(world.project_regions.get(key, ())),
                "themes": world.project_themes.get(key, ()),
                "groups": world.project_groups.get(key, ()),
                "roles": world.project_roles.get(key, ()),
                "records": world.project_sources.get(key, ()),
                "relations": world.relations.get(key, ()),
                "overlaps": self._overlaps.get(key, [])[:_SHOWN_OVERLAPS],
                "overlap_count": len(self._overlaps.get(key, [])),
                "outputs": self._outputs.get(key, ()),
                "releases": self._releases.get(key, ()),
                "milestones": world.milestones.get(key, ()),
                "changes": self._changes.get(key, ()),
                "jsonld": Markup(grant_of(world, project)),
            },
        )

    def _by_kind(self, project_id: str) -> list[tuple[str, list[Row]]]:
        kinds: dict[str, list[Row]] = defaultdict(list)
        for row in self._funding.get(project_id, ()):
            kinds[row["amount_kind"]].append(row)
        known = [kind for kind in KINDS if kind in kinds]
        return [(kind, kinds[kind]) for kind in (*known, *sorted(set(kinds) - set(KINDS)))]


def _by_basis(rows: Sequence[Row]) -> list[tuple[tuple[str, str], list[str]]]:
    """Records by the maakunta and the basis that they state."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        found.setdefault((row["maakunta_code"], row["basis"]), []).append(row["record_id"])
    return list(found.items())


def _disputed_amounts(world: World) -> Mapping[str, list[Row]]:
    """Amounts that lost, by funding row."""
    columns = ("subject_id", "value", "source_id", "source_url", "retrieved_at", "reason")
    lost = world.marts.grouped(
        "fct_fact", "subject_id", columns, "source_id",
        "subject_type = 'funding' and property = 'amount' and not is_preferred",
    )  # fmt: skip
    amounts = {row["funding_id"]: f"{row['amount']:.2f}" for row in world.funding if row["amount"]}
    return {
        key: other
        for key, rows in lost.items()
        if (other := [row for row in rows if row["value"] != amounts.get(key)])
    }
