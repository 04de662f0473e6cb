"""Where projects may do the same work, where nothing runs, and what may be applied for now.

What does not belong here: judging an overlap; people do that in the review queue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from orchestration.release.site.read import Row
from orchestration.release.site.render import Page
from orchestration.release.site.world import WHOLE_COUNTRY, Area, World

_SHOWN = 200


def pages(world: World) -> Iterator[Page]:
    """Overlaps, gaps and calls."""
    yield from _overlaps(world)
    yield from _gaps(world)
    open_now = [row for row in world.calls if row["status"] in ("open", "continuous")]
    coming = [row for row in world.calls if row["status"] == "upcoming"]
    yield Page(
        "calls.html", "calls", "calls",
        {"open": open_now, "coming": coming, "all": len(world.calls)},
    )  # fmt: skip


def _overlaps(world: World) -> Iterator[Page]:
    pairs = [row for row in world.overlaps if _about_guidance(world, row)]
    places = [area for area in world.areas if area.kind == "mk" and area.codes[0] != "99"]
    by_area: dict[str, list[Row]] = defaultdict(list)
    for row in pairs:
        for code in row["shared_maakunta_codes"] or ():
            by_area[f"mk-{code}"].append(row)
    shared = {"places": places, "counts": {key: len(rows) for key, rows in by_area.items()}}
    for area, rows in [(None, pairs), *((area, by_area[area.area_id]) for area in places)]:
        path = f"overlaps/{area.area_id}.html" if area else "overlaps.html"
        yield Page(
            path, "overlaps", "overlaps",
            {**shared, "area": area, "pairs": rows[:_SHOWN], "of": len(rows),
             "others": len(world.overlaps) - len(pairs)},
        )  # fmt: skip


def _about_guidance(world: World, row: Row) -> bool:
    ends = (world.by_id.get(row["project_id_a"]), world.by_id.get(row["project_id_b"]))
    return all(end is not None and end["is_guidance"] for end in ends)


def _gaps(world: World) -> Iterator[Page]:
    columns = (
        "theme_code", "target_group_code", "maakunta_code", "earlier_projects", "last_ended_on",
        "planned_projects", "national_ongoing_projects", "granted_eur",
    )  # fmt: skip
    rows = world.marts.rows("mart_gap", columns, "theme_code, target_group_code, maakunta_code")
    if not rows:
        return
    counts: dict[tuple[str, str], int] = defaultdict(int)
    cells: dict[str, dict[tuple[str, str], Row]] = defaultdict(dict)
    for row in rows:
        counts[row["theme_code"], row["maakunta_code"]] += 1
        cells[row["maakunta_code"]][row["theme_code"], row["target_group_code"]] = row
    themes = sorted({row["theme_code"] for row in rows})
    groups = list(world.groups)
    places = [
        area for area in world.areas
        if area.kind == "mk" and area.codes[0] not in (WHOLE_COUNTRY, "99")
    ]  # fmt: skip
    yield Page(
        "gaps.html", "gaps", "gaps",
        {"themes": themes, "groups": groups, "counts": counts, "places": places, "all": len(rows)},
    )  # fmt: skip
    for area in places:
        yield _gaps_of(area, themes, groups, cells[area.codes[0]])


def _gaps_of(
    area: Area, themes: list[str], groups: list[str], cells: dict[tuple[str, str], Row]
) -> Page:
    return Page(
        f"gaps/{area.area_id}.html", "gap", "gaps",
        {"area": area, "themes": themes, "groups": groups, "cells": cells},
    )  # fmt: skip
