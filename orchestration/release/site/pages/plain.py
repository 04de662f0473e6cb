"""Pages that hold mostly words: the project list, data, method, accessibility, correction.

What does not belong here: the words (`texts/`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from orchestration.release.site.money import is_decision
from orchestration.release.site.render import Page
from orchestration.release.site.tally import guidance, tally
from orchestration.release.site.world import STATUSES, World
from orchestration.release.tables import Table

#: Rows that stand in the list before a script has filled it, and without one.
FIRST_ROWS = 50


def pages(world: World, tables: Sequence[Table], release: dict[str, Any]) -> Iterator[Page]:
    """The project list and the pages of words."""
    about = guidance(world)
    yield Page(
        "projects.html", "projects", "projects",
        {"choices": _choices(world), "rows": about[:FIRST_ROWS], "about": tally(world, about)},
    )  # fmt: skip
    yield Page("data.html", "data", "data", {"tables": tables, "release": release})
    for name in ("method", "accessibility", "correction"):
        yield Page(f"{name}.html", name, name, {"release": release})


def _choices(world: World) -> dict[str, Any]:
    """What every filter may be set to, from what the projects have."""
    decisions = [row for row in world.funding if row["project_id"] and is_decision(row)]
    years = {row["funding_year"] for row in decisions if row["funding_year"]}
    years |= {row["start_date"].year for row in world.projects if row["start_date"]}
    themes = Counter(r["theme_code"] for rows in world.project_themes.values() for r in rows)
    groups = Counter(r["target_group_code"] for rows in world.project_groups.values() for r in rows)
    funders = {row["funder_organisation_id"] for row in decisions}
    recipients = {row["recipient_organisation_id"] for row in decisions}
    named = {key: row for key, row in world.organisations.items() if row["name"]}
    held = {row["status"] for row in world.projects}
    return {
        "years": sorted(years, reverse=True),
        "themes": [code for code in world.themes if code in themes],
        "groups": [code for code in world.groups if code in groups],
        "instruments": sorted({row["instrument"] for row in decisions if row["instrument"]}),
        "statuses": [status for status in STATUSES if status in held],
        "funders": [key for key in named if key in funders],
        "recipients": [key for key in named if key in recipients],
    }
