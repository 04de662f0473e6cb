"""Regions: a page for every maakunta, and for every office by the old and by the new borders.

What does not belong here: gaps and overlaps of a region (`insight.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orchestration.release.site.read import Row
from orchestration.release.site.render import Page
from orchestration.release.site.tally import (
    Tally,
    ending_soon,
    guidance,
    in_area,
    of_whole_country,
    tally,
)
from orchestration.release.site.tilemap import TILES
from orchestration.release.site.world import Area, World

BASES = ("target_area", "site", "text", "beneficiary_seat")


def pages(world: World) -> Iterator[Page]:
    """The list with its map, and a page for each area."""
    about = guidance(world)
    figures = {
        area.area_id: tally(world, in_area(world, area.codes, about)) for area in world.areas
    }
    yield Page(
        "regions.html", "regions", "regions",
        {"map": map_figures(world, about), "figures": figures,
         "national": tally(world, of_whole_country(world, about))},
    )  # fmt: skip
    for area in world.areas:
        yield Page(
            f"region/{area.area_id}.html", "region", "regions", _area(world, area, about)
        )  # fmt: skip


def map_figures(world: World, projects: list[Row]) -> dict[str, Tally]:
    """Figures of every maakunta that has a tile, by its code, from north to south."""
    order = sorted(TILES, key=lambda code: (TILES[code][1], TILES[code][0]))
    return {
        code: tally(world, in_area(world, (code,), projects))
        for code in order
        if code in world.regions
    }


def _area(world: World, area: Area, about: list[Row]) -> dict[str, Any]:
    inside = in_area(world, area.codes, about)
    calls = [
        row for row in world.calls
        if row["status"] in ("open", "continuous", "upcoming")
        and set(area.codes).intersection(row["maakunta_codes"] or ())
    ]  # fmt: skip
    return {
        "area": area,
        "about": tally(world, inside),
        "all": tally(world, in_area(world, area.codes, world.projects)),
        "bases": _by_basis(world, area, about),
        "running": [row for row in inside if row["status"] == "ongoing"],
        "coming": [row for row in inside if row["status"] == "planned"],
        "ending": ending_soon(world, inside),
        "national": tally(world, of_whole_country(world, about)),
        "calls": calls,
        "related": _related(world, area),
        "gaps": _gap_count(world, area),
    }


def _by_basis(world: World, area: Area, projects: list[Row]) -> list[tuple[str, Tally]]:
    """Projects by what a region is stated as: where money is used is not where a recipient sits."""
    found: dict[str, list[Row]] = {}
    for project in projects:
        bases = {
            row["basis"]
            for row in world.project_regions.get(project["project_id"], ())
            if row["maakunta_code"] in area.codes
        }
        for basis in bases:
            found.setdefault(basis, []).append(project)
    known = [basis for basis in BASES if basis in found]
    return [
        (basis, tally(world, found[basis])) for basis in (*known, *sorted(set(found) - set(BASES)))
    ]


def _related(world: World, area: Area) -> list[Area]:
    """Other areas that share a maakunta with this one."""
    return [
        other for other in world.areas
        if other is not area and set(other.codes).intersection(area.codes)
    ]  # fmt: skip


def _gap_count(world: World, area: Area) -> int:
    if area.kind != "mk":
        return 0
    rows = world.marts.rows(
        "mart_gap", ("gap_id",), where=f"maakunta_code = '{area.codes[0]}'"
    )  # fmt: skip
    return len(rows)
