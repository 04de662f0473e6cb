"""Sources, what each is known to hold, and what nobody knows.

What does not belong here: checks of a release (`quality/`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from orchestration.release.site.links import file_name
from orchestration.release.site.read import Row
from orchestration.release.site.render import Page
from orchestration.release.site.tally import guidance
from orchestration.release.site.world import World

_COVERAGE = ("source_id", "year", "records", "with_amount", "with_date", "with_recipient")


def pages(world: World) -> Iterator[Page]:
    """The list of sources, a page each, and the page of coverage."""
    covered = world.marts.grouped("mart_coverage", "source_id", _COVERAGE, "source_id, year")
    linked: dict[str, int] = {}
    for rows in world.project_sources.values():
        for source_id in {row["source_id"] for row in rows}:
            linked[source_id] = linked.get(source_id, 0) + 1
    yield Page("sources.html", "sources", "sources", {"linked": linked})
    set_aside = world.marts.grouped(
        "mart_quarantine",
        "source_id",
        ("source_id", "step", "reason", "source_url"),
        "step, reason",
    )
    for key, row in world.sources.items():
        if path := file_name(key):
            yield Page(
                f"source/{path}", "source", "sources",
                {"s": row, "years": covered.get(key, ()), "linked": linked.get(key, 0),
                 "set_aside": _by_step(set_aside.get(key, []))},
            )  # fmt: skip
    yield Page(
        "coverage.html", "coverage", "sources",
        {"totals": {key: _sum(rows) for key, rows in covered.items()},
         "known": known_of(world, guidance(world))},
    )  # fmt: skip


def _by_step(rows: list[Row]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["step"] or ""] = counts.get(row["step"] or "", 0) + 1
    return sorted(counts.items())


def _sum(rows: list[Row]) -> dict[str, int]:
    names = ("records", "with_amount", "with_date", "with_recipient")
    return {name: sum(row[name] or 0 for row in rows) for name in names}


def known_of(world: World, projects: list[Row]) -> list[tuple[str, int, int]]:
    """What is known of guidance projects: (what, of how many it is known, of how many)."""
    known: dict[str, Container[str]] = {
        "start": {row["project_id"] for row in projects if row["start_date"]},
        "end": {row["project_id"] for row in projects if row["end_date"]},
        "lead": {row["project_id"] for row in projects if row["lead_organisation_id"]},
        "region": world.project_regions,
        "theme": world.project_themes,
        "group": world.project_groups,
        "summary": {row["project_id"] for row in projects if row["summary"]},
        "granted": {key for key, money in world.money.items() if money.eur is not None},
        "two_sources": {row["project_id"] for row in projects if (row["source_count"] or 0) > 1},
        "swedish": {row["project_id"] for row in projects if row["name_sv"]},
        "status": {row["project_id"] for row in projects if row["status"] != "unknown"},
    }
    return [
        (what, sum(row["project_id"] in held for row in projects), len(projects))
        for what, held in known.items()
    ]
