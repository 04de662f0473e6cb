"""The front page and the page of money: the overall picture.

What does not belong here: sums of one area or organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orchestration.release.site.money import Money, total
from orchestration.release.site.pages.areas import map_figures
from orchestration.release.site.pages.changes import recent
from orchestration.release.site.pages.envelopes import planned_against_granted
from orchestration.release.site.read import Row
from orchestration.release.site.render import Page
from orchestration.release.site.tally import guidance, money_by, tally
from orchestration.release.site.world import World

_FUNDERS = 40


def pages(world: World) -> Iterator[Page]:
    """Front page, money page."""
    about = guidance(world)
    months = recent(world)
    open_calls = [row for row in world.calls if row["status"] in ("open", "continuous")]
    yield Page(
        "index.html",
        "front",
        "front",
        {
            "about": tally(world, about),
            "all": tally(world, world.projects),
            "years": by_year(world, about),
            "map": map_figures(world, about),
            "themes": _themes(world, about),
            "plan": planned_against_granted(world),
            "open_calls": len(open_calls),
            "overlaps": len(world.overlaps),
            "changes": months,
        },
    )
    yield Page(
        "money.html",
        "money",
        "money",
        {
            "years": by_year(world, about),
            "years_all": dict(by_year(world, world.projects)),
            "instruments": _by_instrument(world, about),
            "matrix": _matrix(world, about),
            "funders": _funders(world, about),
            "plan": planned_against_granted(world),
            "about": tally(world, about),
        },
    )


def by_year(world: World, projects: list[Row]) -> list[tuple[int, Money]]:
    """Granted money by the year of the decision, or of the start where no decision is dated."""
    found = money_by(world, projects, lambda row: row["funding_year"])
    return sorted((year, money) for year, money in found.items() if year is not None)


def _themes(world: World, projects: list[Row]) -> list[tuple[str, int, int]]:
    """Themes with their projects and those that run now, the most first."""
    counts: dict[str, list[int]] = {}
    for project in projects:
        for row in world.project_themes.get(project["project_id"], ()):
            pair = counts.setdefault(row["theme_code"], [0, 0])
            pair[0] += 1
            pair[1] += project["status"] == "ongoing"
    return sorted(((code, a, b) for code, (a, b) in counts.items()), key=lambda x: (-x[1], x[0]))


def _by_instrument(world: World, projects: list[Row]) -> list[dict[str, Any]]:
    """Granted and paid money by instrument: two kinds of amounts, two columns, never one sum."""
    granted = money_by(world, projects, lambda row: row["instrument"] or "")
    chosen = {row["project_id"] for row in projects}
    paid: dict[str, list[Row]] = {}
    for row in world.funding:
        if row["amount_kind"] == "paid" and row["project_id"] in chosen and not row["is_annual"]:
            paid.setdefault(row["instrument"] or "", []).append({**row, "counts_in_total": True})
    return [
        {"code": code, "granted": granted.get(code, Money()), "paid": total(paid.get(code, ()))}
        for code in sorted({*granted, *paid})
    ]


def _matrix(world: World, projects: list[Row]) -> dict[str, Any]:
    cells = money_by(
        world, projects, lambda row: (row["funding_year"], row["instrument"] or "")
    )  # fmt: skip
    years = sorted({year for year, _ in cells if year is not None}, reverse=True)
    return {"years": years, "codes": sorted({code for _, code in cells}), "cells": cells}


def _funders(world: World, projects: list[Row]) -> list[tuple[str, Money]]:
    found = money_by(world, projects, lambda row: row["funder_organisation_id"] or "")
    ordered = sorted(found.items(), key=lambda item: (-(item[1].eur or 0), item[0]))
    return ordered[:_FUNDERS]
