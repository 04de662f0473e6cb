"""One page a project: every value with its source and time, and what the other sources say.

What does not belong here: lists of projects (`lists.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from orchestration.release.site.jsonld import grant_of
from orchestration.release.site.read import Row
from orchestration.release.site.render import Page
from orchestration.release.site.world import World

#: In the order in which they are shown; the precision of a date goes with the date.
PROPERTIES = (
    "name", "name_fi", "name_sv", "name_en", "summary", "status", "start_date", "end_date",
    "lead_organisation_id", "programme_id", "project_codes", "shared_codes", "is_guidance",
    "guidance_evidence",
)  # fmt: skip
#: Kinds of amounts, the granted one first; sums never cross them.
KINDS = (
    "granted", "granted_eu_share", "partner_share", "national_share", "own_funding", "total_cost",
    "planned_public", "realised_public", "realised", "paid",
)  # fmt: skip
_FACT = ("subject_id", "property", "value", "record_id", "source_id", "source_url", "retrieved_at",
         "is_preferred", "reason")  # fmt: skip
_LISTS = ("project_codes", "shared_codes")
_SHOWN_OVERLAPS = 10


@dataclass
class Statement:
    """What one source says of one property."""

    value: str
    source_id: str
    url: str | None
    retrieved_at: Any
    reason: str
    precision: str | None = None


@dataclass
class Fact:
    """A property of a project: the published statements, those that lost, and those that agree."""

    name: str
    published: list[Statement] = field(default_factory=list)
    lost: list[Statement] = field(default_factory=list)
    agree: list[str] = field(default_factory=list)


def pages(world: World) -> Iterator[Page]:
    """A page for every project."""
    shared = _Shared(world)
    seen: set[str] = set()
    where = "subject_type = 'project'"
    for project_id, rows in world.marts.streamed("fct_fact", "subject_id", _FACT, "property", where):
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
                "regions": world.project_regions.get(key, ()),
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


def facts_of(rows: Sequence[tuple[Any, ...]]) -> list[Fact]:
    """Statements of one project by property, in the order of the page."""
    precision: dict[tuple[str, str], str] = {
        (row[1].removesuffix("_precision"), row[3]): row[2]
        for row in rows
        if row[1].endswith("_precision")
    }
    facts: dict[str, Fact] = {}
    for _, name, value, record, source, url, retrieved, preferred, reason in rows:
        if name not in PROPERTIES:
            continue
        fact = facts.setdefault(name, Fact(name))
        said = Statement(
            value, source, url, retrieved, reason,
            precision.get((name.removesuffix("_date"), record)),
        )  # fmt: skip
        (fact.published if preferred else fact.lost).append(said)
    for fact in facts.values():
        _part(fact)
    return [facts[name] for name in PROPERTIES if name in facts]


def _part(fact: Fact) -> None:
    """Tell statements that say the same from those that say something else."""
    values = {said.value for said in fact.published}
    agree = {said.source_id for said in fact.lost if said.value in values}
    fact.agree = sorted(agree - {said.source_id for said in fact.published})
    other: dict[tuple[str, str], Statement] = {}
    for said in fact.lost:
        if said.value not in values:
            other.setdefault((said.value, said.source_id), said)
    # nothing loses in a list: what another source adds stands beside what the first says
    fact.lost = [] if fact.name in _LISTS else list(other.values())


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
