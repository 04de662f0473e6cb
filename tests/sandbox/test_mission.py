"""Projects of the world that serve the national plan, and those that only sound like it."""

from __future__ import annotations

import ast
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ingestion.sandbox.world import World, mission
from ingestion.sandbox.world.mission import STATEMENTS, links, sentence, told

AS_OF = date(2026, 11, 24)
SEEDS = Path(__file__).parents[2] / "dbt_project" / "seeds"


@pytest.fixture(scope="module")
def world() -> World:
    return World.build(projects=1000, seed=1, as_of=AS_OF)


def test_some_projects_tell_and_some_sound_alike(world: World) -> None:
    kinds = Counter(STATEMENTS[p.mission].kind for p in world.projects if p.mission)
    assert kinds["environment"] > kinds["measure"] >= 10
    assert kinds["envelope"] >= 10
    assert kinds[""] >= 50
    assert sum(kinds.values()) < len(world.projects) / 2


def test_only_guidance_projects_tell(world: World) -> None:
    tellers = [p for p in world.projects if told(p)]
    assert tellers
    assert all(p.is_guidance for p in tellers)


def test_planned_money_is_told_outside_the_structural_funds(world: World) -> None:
    payers = {p.instrument for p in world.projects if p.mission.startswith("envelope")}
    assert payers == {"STATE"}


def test_a_look_alike_is_printed_and_ties_nothing(world: World) -> None:
    alike = [p for p in world.projects if p.mission.startswith("alike")]
    assert all(sentence(p, "fi").strip() and not told(p) for p in alike)
    assert not [link for p in alike for link in links(p) if link["basis"] == "told"]


def test_subjects_are_those_of_the_plan() -> None:
    """Ids are shared with the seeds as a vocabulary; the file is read here, never there."""
    ids = {
        line.split(",")[0]
        for name in ("measures", "envelopes", "environments")
        for line in (SEEDS / f"{name}.csv").read_text(encoding="utf-8").splitlines()[1:]
    }
    assert {one.subject for one in STATEMENTS.values() if one.kind} <= ids
    source = Path(mission.__file__).read_text(encoding="utf-8")
    imported = [n.module for n in ast.walk(ast.parse(source)) if isinstance(n, ast.ImportFrom)]
    assert not [name for name in imported if name and "dbt" in name]
    assert "seeds" not in source
