"""Ids in single cases: crashes, the order of rows, projects that come and go, pins that collide."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from orchestration.release.decisions import HEADERS, PINS
from orchestration.release.evidence import follow_redirects
from tests.dbt.id_nights import Compiled, Nights
from tests.dbt.id_world import Night, World

pytestmark = pytest.mark.dbt

SEED = 1
Group = frozenset[str]


def test_a_night_repeated_after_a_crash_says_the_same_once(
    compiled: Compiled, tmp_path: Path
) -> None:
    nights = Nights(tmp_path, compiled)
    world = World(SEED + 1, 60, range(0))
    nights.run(world.first())
    night = world.next()
    state = {name: nights.read(name) for name in ("registry/entity", "change_log")}
    nights.run(night, keep=False)
    assert state == {name: nights.read(name) for name in state}, "a crash left something"
    nights.run(night)
    first = {name: nights.read(name) for name in (*state, "registry/event", "registry/membership")}
    ids = dict(nights.assigned)
    assert len(first["change_log"]) > len(state["change_log"])
    night.order.reverse()
    nights.run(night, name="again")
    assert nights.assigned == ids
    assert first == {name: nights.read(name) for name in first}


def test_the_order_of_rows_does_not_matter(compiled: Compiled, tmp_path: Path) -> None:
    worlds = World(SEED + 2, 60, range(0)), World(SEED + 2, 60, range(0))
    homes = Nights(tmp_path / "a", compiled), Nights(tmp_path / "b", compiled)
    for number in range(3):
        for world, nights in zip(worlds, homes, strict=True):
            night = world.next() if number else world.first()
            if nights is homes[1]:
                night.order.sort(reverse=True)
            nights.run(night)
        assert homes[0].assigned == homes[1].assigned
        for name in ("registry/entity", "registry/event", "registry/membership", "change_log"):
            assert homes[0].read(name) == homes[1].read(name), name


def test_a_project_that_comes_and_goes_never_runs_out_of_ids(
    compiled: Compiled, tmp_path: Path
) -> None:
    """Two records are one project every other night, all on one day: each parting is a new id."""
    nights = Nights(tmp_path, compiled)
    given = set()
    for number in range(16):
        pair = [frozenset("ab")] if number % 2 else [frozenset("a"), frozenset("b")]
        night = plain_night(number, pair)
        nights.run(night)
        given.add(nights.assigned["b"])
        merged = [key for key, row in nights.entities().items() if row["status"] == "merged"]
        assert len(merged) == (number + 1) // 2
    kept = nights.assigned["a"]
    assert all(
        follow_redirects(each, nights.state / "registry/entity.parquet") == kept for each in given
    )
    assert len(nights.entities()) == 9  # two at first, and a new one for each later parting
    assert pq.read_metadata(nights.state / "registry/membership.parquet").num_rows < 40


def test_two_pinned_ids_in_one_project_stop_the_night(compiled: Compiled, tmp_path: Path) -> None:
    nights = Nights(tmp_path, compiled)
    nights.run(plain_night(0, [frozenset("a"), frozenset("b")]))
    lines = [f"{project},{record},pin,u,2026-01-01," for record, project in nights.assigned.items()]
    (nights.state / PINS).write_text("\n".join([HEADERS[PINS], *lines]), encoding="utf-8")
    nights.run(plain_night(1, [frozenset("a"), frozenset("b")]))
    with pytest.raises(AssertionError, match="assert_pinned_ids_stay"):
        nights.run(plain_night(2, [frozenset("ab")]))


def plain_night(number: int, groups: list[Group]) -> Night:
    """A night of one day, with records called by one letter."""
    records = sorted(record for group in groups for record in group)
    first = World(SEED, 20, range(0)).first()
    return Night(
        number=0,
        groups=groups,
        names={record: f"Hanke {record}" for record in records},
        sources=dict.fromkeys(records, "aa_reg"),
        first_seen=dict.fromkeys(records, first.day),
        order=records,
        seconds=number,
    )
