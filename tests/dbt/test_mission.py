"""The plan of the mission in the warehouse: its sums, its lists, and what a slip in them does."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from tests.dbt import warehouse
from tests.dbt.conftest import Nights
from tests.dbt.warehouse import PROJECT, run_dbt

pytestmark = pytest.mark.dbt

SEEDS = PROJECT / "seeds"
RRF = PROJECT.parent / "ingestion" / "sources" / "rrf" / "measures.csv"


def _seed(name: str) -> list[dict[str, str]]:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_plan_has_the_sums_of_the_mission(nights: Nights) -> None:
    rows = nights.first.rows("select envelope_id, parent_envelope_id, amount_eur from "
                             "marts.fct_envelope")  # fmt: skip
    tops = {row["envelope_id"]: row["amount_eur"] for row in rows if not row["parent_envelope_id"]}
    assert sorted(tops.values()) == [Decimal(n) * 1_000_000 for n in (4, 10, 30, 46)]
    children: defaultdict[str, list[Decimal]] = defaultdict(list)
    for row in rows:
        if row["parent_envelope_id"]:
            children[row["parent_envelope_id"]].append(row["amount_eur"])
    amounts = {row["envelope_id"]: row["amount_eur"] for row in rows}
    assert len(children) == 7
    assert {parent: sum(parts) for parent, parts in children.items()} == {
        parent: amounts[parent] for parent in children
    }


def test_only_four_millions_and_their_parts_are_stated_as_rrf(nights: Nights) -> None:
    stated = nights.first.column(
        "select envelope_id from marts.fct_envelope where instrument_basis = 'stated' order by 1"
    )
    assert stated == [
        "koordinaatio_ja_laatu", "ohjaajakoulutukset", "ohjauksen_vahvistaminen",
        "urasuunnittelutaidot",
    ]  # fmt: skip


def test_person_years_are_those_of_the_slide(nights: Nights) -> None:
    (row,) = nights.first.rows(
        "select sum(person_years) as years, count(*) as boxes, "
        "count(organisation_id) as named, bool_and(confidence = 'inferred') as inferred "
        "from marts.bridge_envelope_staffing"
    )
    assert tuple(row.values()) == (Decimal("50.0"), 7, 6, True)


def test_lists_have_the_length_of_the_mission(nights: Nights) -> None:
    counted = {
        table: nights.first.column(f"select count(*) from marts.{table}")[0]  # noqa: S608
        for table in ("dim_environment", "dim_life_stage", "dim_quality_framework", "dim_elo_group")
    }
    assert counted == {
        "dim_environment": 12, "dim_life_stage": 11, "dim_quality_framework": 5,
        "dim_elo_group": 4,
    }  # fmt: skip
    (groups,) = nights.first.rows(
        "select group_count, swedish_group_count from marts.dim_elo_group where level = 'regional'"
    )
    assert tuple(groups.values()) == (21, 5)
    assert nights.first.column(
        "select count(*) from marts.dim_measure where scheme = 'elo_strategy'"
    ) == [9]
    assert nights.first.column(
        "select count(*) from marts.dim_region where elo_group_id is not null"
    ) == [0]


def test_steps_of_measures_stand_beside_those_of_projects(nights: Nights) -> None:
    rows = nights.first.rows(
        "select measure_id, due_on, precision from marts.fct_milestone "
        "where measure_id is not null order by due_on"
    )
    assert [(row["measure_id"], row["due_on"].isoformat(), row["precision"]) for row in rows] == [
        ("elo-4", "2022-11-02", "day"),
        ("elo-4", "2022-11-09", "day"),
        ("elo-8", "2022-11-30", "season"),
        ("elo-9", "2023-01-03", "day"),
        ("rrf-P3C2R1", "2023-01-31", "month"),
        ("elo-3", "2023-04-30", "month"),
    ]


def test_measures_of_the_facility_are_those_of_its_source() -> None:
    """One list in two places: the source's table to be dropped, and the seed."""
    with RRF.open(encoding="utf-8", newline="") as file:
        known = {
            (row["measure_code"], row["name_fi"], row["confidence"])
            for row in csv.DictReader(file)
        }  # fmt: skip
    seeded = {
        (row["measure_code"], row["name_fi"], row["confidence"])
        for row in _seed("measures")
        if row["scheme"] == "rrf"
    }
    assert seeded == known


@pytest.mark.parametrize("name", [
    "measures", "envelopes", "envelope_staffing", "mission_milestones", "mission_codes",
    "environments", "life_stages", "quality_frameworks", "elo_groups",
])  # fmt: skip
def test_every_row_names_its_document(name: str) -> None:
    rows = _seed(name)
    assert rows
    assert all(row["source_document"] for row in rows)
    slides = [row["source_slide"] for row in rows if row["source_document"].startswith("ELO-")]
    assert slides == [] or all(2 <= int(slide) <= 12 for slide in slides)


@pytest.mark.parametrize("cents", [1, -1])
def test_a_slip_in_a_sum_stops_the_build(
    nights: Nights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cents: int
) -> None:
    """One cent in one leaf, and `dbt build` names the envelope's test and ends with an error."""
    project = tmp_path / "repository" / "dbt_project"
    shutil.copytree(PROJECT, project, ignore=shutil.ignore_patterns("target", "logs"))
    shutil.copytree(
        PROJECT.parent / "ingestion" / "reference", project.parent / "ingestion" / "reference"
    )
    seed = project / "seeds" / "envelopes.csv"
    text = seed.read_text(encoding="utf-8")
    assert text.count("350000.00") == 1
    changed = f"{Decimal('350000.00') + Decimal(cents) / 100:.2f}"
    seed.write_text(text.replace("350000.00", changed), encoding="utf-8")
    monkeypatch.setattr(warehouse, "PROJECT", project)
    database = tmp_path / "broken.duckdb"
    shutil.copy(nights.first.path, database)
    with pytest.raises(AssertionError, match="assert_envelopes_add_up"):
        run_dbt(
            "build", "--select", "envelopes", "fct_envelope", home=nights.first.path.parents[1],
            database=database, work=tmp_path,
        )  # fmt: skip
