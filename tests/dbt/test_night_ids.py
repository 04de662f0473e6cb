"""Ids over many nights: unchanged projects keep theirs, and whatever happens to one is told.

Five nights here; `make ids-full` runs thirty, with a source that is missing for five of them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest

from orchestration.release.decisions import HEADERS, PINS
from orchestration.release.evidence import follow_redirects
from tests.dbt.id_nights import Compiled, Nights
from tests.dbt.id_world import Night, World

pytestmark = pytest.mark.dbt

#: Read here: in a test no variable of the developer's shell is left.
NIGHTS = int(os.environ.get("ELO_ID_NIGHTS", "5"))
SEED = int(os.environ.get("ELO_ID_SEED", "1"))
PROJECTS = int(os.environ.get("ELO_ID_PROJECTS", "300"))
AWAY = range(8, 13) if NIGHTS >= 15 else range(2, 4)

Group = frozenset[str]
Ids = dict[str, dict[str, Any]]


@dataclass
class Seen:
    """What the test knows of all nights so far.

    Attributes:
        last: record id -> project id it had when it was last shown.
        told: how often each kind of thing was really put to the test.
    """

    last: dict[str, str] = field(default_factory=dict)
    groups: dict[Group, str] = field(default_factory=dict)
    ever: set[str] = field(default_factory=set)
    redirects: dict[str, str] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="module")
def told(compiled: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter[str]]:
    """All nights, each checked as it ends; gives what they put to the test."""
    nights = Nights(tmp_path_factory.mktemp("ids"), compiled)
    world = World(SEED, PROJECTS, AWAY)
    seen = Seen()
    night = world.first()
    nights.run(night)
    check_first(nights, night)
    pins = pin(nights, world)
    remember(seen, nights, night)
    for _ in range(NIGHTS):
        before = nights.entities()
        lines_before = nights.read("change_log")
        night = world.next()
        nights.run(night)
        after = nights.entities()
        check_unchanged(seen, nights, night)
        check_merges(seen, nights, night, before, after)
        check_splits(seen, nights, night, before)
        check_registry(seen, nights, before, after)
        check_memberships(nights)
        check_log(seen, nights, night, before, after, lines_before)
        check_pins(seen, nights, pins, after)
        remember(seen, nights, night)
    yield seen.told


def ids_of(nights: Nights, group: Group) -> str:
    """The one id of a group tonight."""
    (project_id,) = {nights.assigned[record] for record in group}
    return project_id


def remember(seen: Seen, nights: Nights, night: Night) -> None:
    seen.last.update(nights.assigned)
    seen.groups = {group: ids_of(nights, group) for group in night.groups}
    seen.ever |= set(nights.assigned.values())


def check_first(nights: Nights, night: Night) -> None:
    ids = [ids_of(nights, group) for group in night.groups]
    assert len(ids) == len(set(ids)) == len(night.groups)
    lines = nights.read("change_log")
    assert {(line["change"], line["property"], line["old_value"]) for line in lines} == {
        ("added", "project_id", None)
    }
    assert sorted(line["new_value"] for line in lines) == sorted(ids)


def pin(nights: Nights, world: World) -> dict[str, str]:
    """Pin the ids of the groups that nothing is joined to; gives record id -> project id."""
    pins = {max(group): ids_of(nights, group) for group in world.fixed_groups}
    lines = [f"{project},{record},pin,u,2026-01-01," for record, project in pins.items()]
    text = "\n".join([HEADERS[PINS], *lines]) + "\n"
    (nights.state / PINS).write_text(text, encoding="utf-8")
    return pins


def check_unchanged(seen: Seen, nights: Nights, night: Night) -> None:
    """The demand: of unchanged projects 0 ids change. Also of those that only got new records, and
    of those of which a source shows less."""
    new = {record for record in nights.assigned if record not in seen.last}
    flapped = []
    for group in night.groups:
        if group & night.shuffled:
            continue
        for before, project_id in seen.groups.items():
            if group == before or (group > before and group - before <= new):
                seen.told["unchanged"] += 1
                if ids_of(nights, group) != project_id:
                    flapped.append((project_id, ids_of(nights, group)))
    assert flapped == []
    touched = night.shuffled | {
        record
        for parts in [*night.merged, *(parts for _, parts in night.split)]
        for part in parts
        for record in part
    }
    wandering = {
        record
        for record, project_id in nights.assigned.items()
        if record in seen.last and seen.last[record] != project_id and record not in touched
    }
    # a record that was away comes back to what became of its project in the meantime
    shown_last_night = {record for group in seen.groups for record in group}
    assert wandering & shown_last_night == set()


def check_merges(seen: Seen, nights: Nights, night: Night, before: Ids, after: Ids) -> None:
    """Whole projects become one: it keeps the oldest id, the others lead to it."""
    for parts in night.merged:
        shown = [part for part in map(shown_tonight(nights), parts) if part]
        ids = [{seen.last[record] for record in part if record in seen.last} for part in shown]
        if len(shown) < 2 or any(len(found) != 1 for found in ids):
            continue
        (kept,) = {nights.assigned[record] for part in shown for record in part}
        old = Counter({min(found): 0 for found in ids})
        for part in shown:
            for record in part:
                old[seen.last[record]] += 1
        if not all(is_whole(seen, nights, project_id, kept) for project_id in old):
            continue
        if any(before[project_id]["status"] == "merged" for project_id in old):
            continue
        oldest = min(
            old,
            key=lambda each: (
                before[each]["status"] != "active",
                before[each]["created_on"],
                -old[each],
                each,
            ),
        )
        assert kept == oldest, (old, kept)
        seen.told["merged"] += len(old) - 1
        for gone in set(old) - {kept}:
            assert (after[gone]["status"], after[gone]["redirect_to"]) == ("merged", kept)
            line = ("merged", "project_id", gone, kept)
            assert [
                (row["change"], row["property"], row["old_value"], row["new_value"])
                for row in nights.changes(night)
                if row["subject_id"] == gone and row["property"] == "project_id"
            ] == [line]


def check_splits(seen: Seen, nights: Nights, night: Night, before: Ids) -> None:
    """A project falls apart: the larger part keeps the id, of equal ones that with the oldest
    record; the other gets one that never was."""
    pinned = {project for project, entity in before.items() if entity["is_pinned"]}
    for whole, parts in night.split:
        shown = [part for part in map(shown_tonight(nights), parts) if part]
        known = [[record for record in part if record in seen.last] for part in shown]
        ids = {seen.last[record] for part in known for record in part}
        if len(shown) < 2 or not all(known) or len(ids) != 1 or ids & pinned:
            continue
        (old,) = ids
        if before[old]["status"] != "active" or not {
            record
            for record, last in seen.last.items()
            if last == old and record in nights.assigned
        } <= set(whole):
            continue
        first = {
            index: (-len(part), min(night.first_seen[record] for record in part), min(part))
            for index, part in enumerate(known)
        }
        larger, smaller = sorted(first, key=first.__getitem__)
        assert ids_of(nights, shown[larger]) == old
        new = ids_of(nights, shown[smaller])
        assert new not in seen.ever
        seen.told["split"] += 1
        lines = {
            (row["change"], row["old_value"], row["new_value"])
            for row in nights.changes(night)
            if row["property"] == "project_id"
        }
        assert ("split", old, new) in lines
        assert ("added", None, new) in lines


def check_registry(seen: Seen, nights: Nights, before: Ids, after: Ids) -> None:
    """No id is lost, used again or left without an answer."""
    assert set(before) <= set(after)
    published = set(nights.assigned.values())
    assert published == {key for key, entity in after.items() if entity["status"] == "active"}
    back = published & {key for key, entity in before.items() if entity["status"] != "active"}
    for project_id in back:
        assert before[project_id]["status"] == "retired"
        assert project_id in {seen.last.get(record) for record in nights.assigned}
        seen.told["returned"] += 1
    brand_new = published - set(before)
    assert not brand_new & seen.ever
    registry = nights.state / "registry" / "entity.parquet"
    for project_id, entity in after.items():
        if entity["status"] == "merged":
            end = follow_redirects(project_id, registry)
            assert end == entity["redirect_to"]
            assert after[end]["status"] != "merged"
            seen.told["longer chain"] += seen.redirects.get(project_id, end) != end
            seen.redirects[project_id] = end
    lost = {key for key, old in before.items() if old["status"] == "merged"}
    assert all(after[project_id]["status"] == "merged" for project_id in lost)


def check_memberships(nights: Nights) -> None:
    rows = nights.read("registry/membership")
    still = {(row["record_id"], row["project_id"]) for row in rows if row["valid_to"] is None}
    assert still == set(nights.assigned.items())
    assert len(still) == sum(row["valid_to"] is None for row in rows)
    by_record: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: (row["record_id"], row["valid_from"])):
        by_record.setdefault(row["record_id"], []).append(row)
    for history in by_record.values():
        for earlier, later in pairwise(history):
            assert earlier["valid_to"] is not None
            assert earlier["valid_from"] <= earlier["valid_to"] <= later["valid_from"]


def check_log(
    seen: Seen,
    nights: Nights,
    night: Night,
    before: Ids,
    after: Ids,
    lines_before: list[dict[str, Any]],
) -> None:
    """The log only grows, tells every move of a record, and says nothing that did not happen."""
    everything = nights.read("change_log")
    key = "change_id"
    assert {line[key] for line in lines_before} <= {line[key] for line in everything}
    lines = nights.changes(night)
    assert len(everything) == len(lines_before) + len(lines)
    on_ids = {
        (line["change"], line["old_value"], line["new_value"])
        for line in lines
        if line["property"] == "project_id"
    }
    was = {key for key, entity in before.items() if entity["status"] == "active"}
    now = {key for key, entity in after.items() if entity["status"] == "active"}
    merged = {key for key in set(before) - now if after[key]["status"] == "merged"} - {
        key for key, entity in before.items() if entity["status"] == "merged"
    }
    assert {new for change, _, new in on_ids if change == "added"} == now - was
    assert {old for change, old, _ in on_ids if change == "removed"} == was - now - merged
    assert {old for change, old, _ in on_ids if change == "merged"} == merged
    moves = {
        (old, nights.assigned[record])
        for record, old in seen.last.items()
        if record in nights.assigned and nights.assigned[record] != old
    }
    told = {(old, new) for change, old, new in on_ids if change in ("merged", "split")}
    known = {(old, before[old]["redirect_to"]) for old, _ in moves}
    assert moves <= told | known
    seen.told["moves"] += len(moves)
    check_values(seen, nights, night, lines)


def check_values(seen: Seen, nights: Nights, night: Night, lines: list[dict[str, Any]]) -> None:
    """Names of projects that stand in both nights: each change is told with both values."""
    told = {
        (line["subject_id"], line["new_value"])
        for line in lines
        if line["property"] == "name" and line["change"] == "changed"
    }
    names = {ids_of(nights, group): night.names[min(group)] for group in night.groups}
    expected = {
        (ids_of(nights, group), night.names[min(group)])
        for group in night.groups
        if min(group) in night.renamed and group in seen.groups
    }
    assert expected <= told
    assert told <= set(names.items())
    seen.told["renamed"] += len(expected)
    stands = set(seen.groups.values()) & set(names)
    assert {subject for subject, _ in told} <= stands


def check_pins(seen: Seen, nights: Nights, pins: dict[str, str], after: Ids) -> None:
    for record, project_id in pins.items():
        assert after[project_id]["is_pinned"]
        if record in nights.assigned:
            assert nights.assigned[record] == project_id
            seen.told["pinned"] += 1


def shown_tonight(nights: Nights) -> Any:
    """A function that leaves out the records that no source shows tonight."""
    return lambda part: frozenset(record for record in part if record in nights.assigned)


def is_whole(seen: Seen, nights: Nights, project_id: str, kept: str) -> bool:
    """Whether all shown records of an id are tonight in one project."""
    return all(
        nights.assigned[record] == kept
        for record, last in seen.last.items()
        if last == project_id and record in nights.assigned
    )


def test_ids_over_many_nights(told: Counter[str]) -> None:
    """The fixture checks each night; here, that none of the checks was empty."""
    print(f"\n{NIGHTS} nights of {PROJECTS} projects, seed {SEED}: {dict(told)}")  # noqa: T201
    assert told["unchanged"] > NIGHTS * PROJECTS * 0.7
    assert told["merged"] >= NIGHTS
    assert told["split"] >= NIGHTS
    assert told["moves"] > told["merged"] + told["split"]
    assert told["renamed"] >= NIGHTS
    assert told["returned"] >= 1
    assert told["pinned"] >= NIGHTS
    if NIGHTS >= 30:
        assert told["longer chain"] >= 1
