"""Which projects of the world truly overlap, and how well a ranking finds them.

Truth is the contract's definition, computed for every pair: different projects that neither
follow nor belong to one another, a maakunta in common or one of them national, half a year side
by side, groups that do not exclude each other, a theme in common and the same idea in whatever
words. What does not belong here: what projects are (`world/`), and reading a release.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.places import NATIONAL
from ingestion.sandbox.world.topics import TOPICS

MONTHS = 6
_EVERYONE = "everyone"
#: Families whose members are rounds or shares of one piece of work.
_ONE_WORK = ("joint", "successor")


def months_in_common(a: tuple[date, date], b: tuple[date, date]) -> int:
    """Whole months that two periods share, first and last day included; 0 when they do not meet."""
    first, last = max(a[0], b[0]), min(a[1], b[1]) + timedelta(days=1)
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return max(months, 0)


def true_overlaps(world: World) -> Iterator[dict[str, Any]]:
    """One row a pair that overlaps, in the order of the truth ids."""
    by_idea: dict[str, list[Project]] = defaultdict(list)
    for project in world.projects:
        by_idea[TOPICS[project.topic].idea].append(project)
    related = _related(world)
    rows = []
    for idea, projects in by_idea.items():
        for a, b in combinations(projects, 2):
            months = months_in_common(_period(a, world.as_of), _period(b, world.as_of))
            if months >= MONTHS and frozenset((a.index, b.index)) not in related and _meet(a, b):
                rows.append(
                    {
                        "truth_id_a": a.truth_id, "truth_id_b": b.truth_id, "idea": idea,
                        "months": months, "other_words": a.topic != b.topic,
                        "other_language": a.language != b.language,
                    }
                )  # fmt: skip
    yield from sorted(rows, key=lambda row: (row["truth_id_a"], row["truth_id_b"]))


def _period(project: Project, as_of: date) -> tuple[date, date]:
    """Start and end; of what goes on without an end, today is the last day that anybody knows of.

    A grant whose end nobody knows has no time in common with anything.
    """
    if project.end is not None:
        return project.start, project.end
    goes_on = project.register == "government" and not project.cancelled
    return project.start, max(as_of, project.start) if goes_on else project.start


def _meet(a: Project, b: Project) -> bool:
    places = set(a.regions) & set(b.regions) or NATIONAL in {*a.regions, *b.regions}
    of_a, of_b = classes(a), classes(b)
    groups_a, groups_b = set(of_a["target_groups"]), set(of_b["target_groups"])
    same_people = (
        not groups_a or not groups_b or groups_a & groups_b or _EVERYONE in groups_a | groups_b
    )
    return bool(places and same_people and set(of_a["themes"]) & set(of_b["themes"]))


def _related(world: World) -> set[frozenset[int]]:
    """Pairs that follow or belong to one another, over any number of rounds."""
    pairs: set[frozenset[int]] = set()
    works: dict[str, list[int]] = defaultdict(list)
    tunnus = {project.tunnus: project.index for project in world.projects if project.tunnus}
    for project in world.projects:
        pairs.update(frozenset((project.index, one.other)) for one in project.relations)
        if project.related_tunnus:
            pairs.add(frozenset((project.index, tunnus[project.related_tunnus])))
        if project.family in _ONE_WORK:
            works[project.family_key].append(project.index)
    for members in works.values():
        pairs.update(frozenset(pair) for pair in combinations(members, 2))
    return pairs


@dataclass(frozen=True, slots=True)
class Ranking:
    """How well a ranked list of pairs agrees with the truth.

    Attributes:
        true: true pairs whose two projects some record shows.
        listed: pairs in the list.
        average_precision: mean over the true pairs of the precision where each stands; 0 for one
            that is not listed.
        precision: share of true pairs among the first `true` ones.
        deduplicated: average precision when second sights of one project are left out of the
            list: what the ranking is worth beside a perfect matcher.
        doubles: listed pairs whose two sides are records of one real project.
        one_work: listed pairs of phases or parts of one another.
        false: the listed pairs that are not true, best first, as sides with their truth ids.
        missed: true pairs that are not listed.
    """

    true: int
    listed: int
    average_precision: float
    precision: float
    deduplicated: float
    doubles: int
    one_work: int
    false: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return (
            f"overlaps: AP {self.average_precision:.3f} ({self.deduplicated:.3f} with each project "
            f"once), precision at {self.true} "
            f"{self.precision:.3f}, {self.listed} listed, {len(self.missed)} missed, "
            f"{self.doubles} of one project, {self.one_work} phases or parts"
        )


def rank_overlaps(
    truth: Path,
    pairs: Iterable[tuple[str, str, float]],
    members: Iterable[tuple[str, str, str]],
) -> Ranking:
    """Compare a published list with the truth.

    Args:
        truth: folder of the truth tables.
        pairs: project ids and score of each listed pair.
        members: project id, source id and native id of every record in a project.

    A project that mixes records of several real ones is taken for each of them. Each true pair
    counts once, where it first stands; a second sight of it is a false one.
    """
    truth_of = _truth_ids(truth, members)
    shown = {one for ids in truth_of.values() for one in ids}
    rows = pq.read_table(truth / "project_overlaps.parquet").to_pylist()
    true = {
        (row["truth_id_a"], row["truth_id_b"])
        for row in rows
        if {row["truth_id_a"], row["truth_id_b"]} <= shown
    }
    related = _related_in(truth)
    found: set[tuple[str, str]] = set()
    hits, again, total, clean, at_n, doubles, one_work = 0, 0, 0.0, 0.0, 0, 0, 0
    false: list[tuple[str, str]] = []
    ordered = sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))
    for place, (a, b, _) in enumerate(ordered, start=1):
        sides = {(min(x, y), max(x, y)) for x in truth_of.get(a, ()) for y in truth_of.get(b, ())}
        doubles += any(x == y for x, y in sides)
        one_work += bool(sides & related)
        new = (sides & true) - found
        if new:
            found |= new
            hits += 1
            total += hits / place
            clean += hits / (place - again)
            at_n += place <= len(true)
        else:
            again += bool(sides & true) or any(x == y for x, y in sides)
            false.append((a, b))
    return Ranking(
        true=len(true), listed=len(ordered), average_precision=total / max(len(true), 1),
        precision=at_n / max(len(true), 1), deduplicated=clean / max(len(true), 1),
        doubles=doubles, one_work=one_work,
        false=tuple(false), missed=tuple(sorted(true - found)),
    )  # fmt: skip


def _truth_ids(truth: Path, members: Iterable[tuple[str, str, str]]) -> dict[str, set[str]]:
    of_record: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in pq.read_table(truth / "records.parquet").to_pylist():
        if row["truth_id"]:
            of_record[row["source_id"], row["native_id"]].add(row["truth_id"])
    found: dict[str, set[str]] = defaultdict(set)
    for project_id, source_id, native_id in members:
        found[project_id] |= of_record.get((source_id, native_id), set())
    return found


def _related_in(truth: Path) -> set[tuple[str, str]]:
    rows = pq.read_table(truth / "relations.parquet").to_pylist()
    pairs = {(row["truth_id"], row["related_truth_id"]) for row in rows}
    families = defaultdict(list)
    for row in pq.read_table(truth / "projects.parquet").to_pylist():
        if row["family"] in _ONE_WORK:
            families[row["family_key"]].append(row["truth_id"])
    for group in families.values():
        pairs.update(combinations(group, 2))
    return {(min(pair), max(pair)) for pair in pairs}
