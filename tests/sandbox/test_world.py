"""The invented world: same seed same world, prefixes, families, sums, growth."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from ingestion.sandbox.truth import read_rows, write_world
from ingestion.sandbox.world import World
from ingestion.sandbox.world.organisations import business_id, places
from ingestion.sandbox.world.places import municipality_names, regions

AS_OF = date(2026, 11, 24)


@pytest.fixture(scope="module")
def world() -> World:
    return World.build(projects=1000, seed=1, as_of=AS_OF)


def test_same_seed_gives_the_same_world(world: World) -> None:
    assert World.build(projects=1000, seed=1, as_of=AS_OF).projects == world.projects
    assert World.build(projects=1000, seed=2, as_of=AS_OF).projects != world.projects


@pytest.mark.parametrize("size", [1, 57, 200])
def test_smaller_world_is_the_beginning_of_a_larger_one(world: World, size: int) -> None:
    small = World.build(projects=size, seed=1, as_of=AS_OF)
    assert small.projects == world.projects[:size]


def test_an_empty_world_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        World.build(projects=0, seed=1, as_of=AS_OF)


def test_codes_are_unique_and_well_formed(world: World) -> None:
    eura = [p.eura_code for p in world.projects if p.eura_code]
    tunnus = [p.tunnus for p in world.projects if p.tunnus]
    cases = [case for p in world.projects for case in p.cases]
    for codes, form in (
        (eura, r"[ASJ]\d{5}"),
        (tunnus, r"[A-Z]{2,3}\d{3}:\d{2}/\d{4}"),
        (cases, r"VN/\d+/\d{4}"),
    ):
        assert len(codes) == len(set(codes)) > 20
        assert all(re.fullmatch(form, code) for code in codes)


def test_share_of_guidance_and_tricky_names(world: World) -> None:
    share = sum(p.is_guidance for p in world.projects) / len(world.projects)
    assert 0.35 < share < 0.6
    tricky = [
        p
        for p in world.projects
        if not p.is_guidance and re.search("polku|silta|kompassi", p.brand)
    ]
    assert len(tricky) >= 10


def test_parts_of_a_joint_project_share_their_name_and_nothing_else(world: World) -> None:
    families = defaultdict(list)
    for project in world.projects:
        if project.family == "joint":
            families[project.family_key].append(project)
    assert len(families) >= 20
    for lead, *parts in families.values():
        assert {p.name_fi or p.name_sv for p in (lead, *parts)} <= {lead.name_fi, lead.name_sv, *(
            p.name_sv for p in parts), *(p.name_fi for p in parts)}  # fmt: skip
        assert len({p.eura_code for p in (lead, *parts)}) == 1 + len(parts)
        assert len({p.instrument for p in (lead, *parts)}) == 1
        assert all(p.relations[0].other == lead.index for p in parts)


def test_a_ministrys_number_beside_an_own_code_is_a_relation(world: World, tmp_path: Path) -> None:
    write_world(world, tmp_path)
    relations = {
        (row["truth_id"], row["related_truth_id"], row["relation"])
        for row in read_rows(tmp_path, "relations")
    }
    owner = {project.tunnus: project.truth_id for project in world.projects if project.tunnus}
    beside = [(p, p.related_tunnus) for p in world.projects if p.related_tunnus]
    assert len(beside) >= 5
    for project, number in beside:
        assert (project.truth_id, owner[number], "part_of") in relations
        assert project.truth_id != owner[number]


def test_money_adds_up(world: World) -> None:
    for project in world.projects:
        money = project.money
        assert money.granted is not None and money.planned_public is not None
        assert money.planned_public >= money.granted >= 0
        assert (money.total_cost or 0) == money.planned_public + (money.own_funding or 0)
        if money.shares:
            assert sum(cents for _, cents in money.shares) == money.granted


def test_time_runs_forward(world: World) -> None:
    for project in world.projects:
        assert project.end is None or project.start <= project.end
        assert project.decided_on <= AS_OF
        for relation in project.relations:
            assert relation.other < project.index


def test_invented_places_are_no_real_municipalities() -> None:
    assert len(places()) > 300
    assert not {place.fi for place in places()} & municipality_names()
    assert {place.maakunta for place in places()} <= set(regions())


def test_business_ids_carry_a_check_digit() -> None:
    weights = (7, 9, 10, 5, 8, 4, 2, 1)
    ids = [found for number in range(200) if (found := business_id(number))]
    assert len(ids) > 150
    for found in ids:
        digits = [int(d) for d in found.replace("-", "")]
        assert sum(d * w for d, w in zip(digits, weights, strict=True)) % 11 == 0


def test_names_are_diverse() -> None:
    large = World.build(projects=3000, seed=3, as_of=AS_OF)
    names = {p.name for p in large.projects if p.family not in ("joint", "siblings")}
    total = sum(p.family not in ("joint", "siblings") for p in large.projects)
    assert len(names) > 0.85 * total
