"""Organisations and programmes: who funds whom, who runs what.

An organisation has a page when a project or a decision names it. A natural person has none.
What does not belong here: regions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from orchestration.release.site.links import file_name
from orchestration.release.site.money import Money, is_decision, total, totals
from orchestration.release.site.read import Row
from orchestration.release.site.render import Page
from orchestration.release.site.tally import tally
from orchestration.release.site.world import World

_SHOWN = 200
_LARGEST = 100
ROLES = ("lead", "coordinator", "partner", "funder")


def with_page(world: World) -> set[str]:
    """Ids of the organisations that have a page."""
    named = {row["organisation_id"] for rows in world.project_roles.values() for row in rows}
    for row in world.funding:
        if row["project_id"] in world.by_id:
            named |= {row["funder_organisation_id"], row["recipient_organisation_id"]}
    named |= {row["lead_organisation_id"] for row in world.projects}
    return {
        key
        for key in named
        if key in world.organisations
        and file_name(key)
        and world.organisations[key]["organisation_type"] != "natural_person"
    }


def pages(world: World) -> Iterator[Page]:
    """The list of organisations, their pages, and the same of programmes."""
    keys = world.organisation_pages
    granted, received = defaultdict(list), defaultdict(list)
    for row in world.funding:
        if row["project_id"] and is_decision(row):
            granted[row["funder_organisation_id"]].append(row)
            received[row["recipient_organisation_id"]].append(row)
    roles = _projects_by_role(world)
    listed = [row for key, row in world.organisations.items() if key in keys]
    yield from _lists([
        {"o": row,
         "received": total(received.get(row["organisation_id"], ())),
         "granted": total(granted.get(row["organisation_id"], ())),
         "projects": len(roles.get(row["organisation_id"], {}).get("lead", ()))}
        for row in listed
    ])  # fmt: skip
    before = _predecessors(world)
    for row in listed:
        key = row["organisation_id"]
        yield Page(
            f"organisation/{key}.html", "organisation", "organisations",
            {"o": row, "before": before.get(key, ()),
             "received": total(received.get(key, ())),
             "granted": total(granted.get(key, ())),
             "funders": _largest(received.get(key, ()), "funder_organisation_id"),
             "recipients": _largest(granted.get(key, ()), "recipient_organisation_id"),
             "roles": _shown(roles.get(key, {}))},
        )  # fmt: skip
    yield from _programmes(world)


def _lists(rows: list[Row]) -> Iterator[Page]:
    """The largest organisations, and all of each type: one page of all would be too long."""
    types = Counter(row["o"]["organisation_type"] for row in rows)
    largest = sorted(rows, key=lambda row: max(row["received"].eur or 0, row["granted"].eur or 0))
    pages = [(None, largest[: -_LARGEST - 1 : -1])]
    pages += [(x, [row for row in rows if row["o"]["organisation_type"] == x]) for x in types]
    for kind, shown in pages:
        yield Page(
            f"organisations/{kind}.html" if kind else "organisations.html",
            "organisations", "organisations",
            {"rows": shown, "kind": kind, "types": sorted(types.items()), "of": len(rows)},
        )  # fmt: skip


def _projects_by_role(world: World) -> dict[str, dict[str, list[Row]]]:
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for project in world.projects:
        for row in world.project_roles.get(project["project_id"], ()):
            found[row["organisation_id"]][row["role"]].append(project)
    return found


def _shown(roles: dict[str, list[Row]]) -> list[tuple[str, list[Row], int]]:
    """Roles with their first projects and how many there are."""
    return [(role, roles[role][:_SHOWN], len(roles[role])) for role in ROLES if role in roles]


def _largest(rows: Any, column: str) -> list[tuple[str | None, Money]]:
    found = totals(rows, lambda row: row[column])
    ordered = sorted(found.items(), key=lambda item: (-(item[1].eur or 0), str(item[0])))
    return ordered[:_SHOWN]


def _predecessors(world: World) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in world.organisations.values():
        if row["successor_organisation_id"]:
            found[row["successor_organisation_id"]].append(row)
    return found


def _programmes(world: World) -> Iterator[Page]:
    members: dict[str, list[Row]] = defaultdict(list)
    for project in world.projects:
        if project["programme_id"] in world.programmes:
            members[project["programme_id"]].append(project)
    figures = {key: tally(world, rows) for key, rows in members.items()}
    listed = [row for key, row in world.programmes.items() if key in figures and file_name(key)]
    listed.sort(key=lambda row: (-figures[row["programme_id"]].projects, row["programme_id"]))
    yield Page(
        "programmes.html", "programmes", "organisations", {"rows": listed, "figures": figures}
    )
    for row in listed:
        key = row["programme_id"]
        yield Page(
            f"programme/{key}.html", "programme", "organisations",
            {"g": row, "about": figures[key], "projects": members[key][:_SHOWN]},
        )  # fmt: skip
