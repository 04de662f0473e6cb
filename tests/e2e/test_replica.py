"""A night on the second replica: read by other words than those the readers grew up with.

The floors are what holds today (60 projects, seed 3) with some room; `make truth REPLICA=1` shows
how far the readers are from the sandbox's floors. What does not belong here: the measures
themselves (`ingestion.sandbox.agreement`).
"""

# ruff: noqa: S608  (the paths are pytest's)
from __future__ import annotations

from collections import Counter

import duckdb
import pytest

from ingestion.sandbox.agreement import Score, Stated, score
from ingestion.sandbox.grants import trace_grants
from matching.quality import rate_groups
from orchestration.cli.stated import read_stated
from tests.e2e.nights import Nights, run_one_night

pytestmark = pytest.mark.e2e

PROJECTS, SEED = 60, 3
#: Records of registers, and of pages and releases written in sentences of every shape.
REGISTERS_FOUND, PROSE_FOUND = 1.0, 0.95
PAIRS_FLOOR, GUIDANCE_FLOOR = 0.93, 0.93
MONEY_PRECISION = 0.97
PROSE = ("elotori", "ely_releases")


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    return run_one_night(tmp_path_factory.mktemp("replica"), PROJECTS, SEED)


@pytest.fixture(scope="module")
def stated(night: Nights) -> Stated:
    released = night.results["first"].released
    assert released is not None
    return read_stated(released / "elo.duckdb", night.home / "landing")


@pytest.fixture(scope="module")
def scores(night: Nights, stated: Stated) -> list[Score]:
    return score(night.truth, stated)


def test_the_night_is_released_with_every_site_that_is_there(night: Nights) -> None:
    assert night.results["first"].released is not None
    rows = night.query("select source_id, status from marts.dim_source")
    assert {status for _, status in rows} == {"fresh", "off"}, rows
    assert sum(status == "off" for _, status in rows) <= 3


def test_no_record_is_invented_and_most_are_found(scores: list[Score]) -> None:
    found = [one for one in scores if one.level == "found"]
    assert sum(one.shown for one in found) > 3 * PROJECTS
    for one in found:
        assert one.said == one.right, one
        floor = PROSE_FOUND if one.source_id in PROSE else REGISTERS_FOUND
        assert one.right >= one.shown * floor, one


@pytest.mark.parametrize("column", ["name", "start_date", "end_date", "codes", "lead", "amount"])
def test_registers_are_read(scores: list[Score], column: str) -> None:
    of_registers = [
        one
        for one in scores
        if one.level == "record" and one.column == column and one.source_id not in PROSE
    ]
    assert sum(one.total for one in of_registers) >= PROJECTS
    assert [str(one) for one in of_registers if one.share < 0.97] == []


def test_money_of_pages_and_releases_is_mostly_read(scores: list[Score]) -> None:
    sums = [one for one in scores if one.level == "record" and one.column == "amount"]
    prose = [one for one in sums if one.source_id in PROSE]
    assert sum(one.shown for one in prose) >= PROJECTS / 2
    assert sum(one.right for one in prose) >= 0.8 * sum(one.shown for one in prose), prose
    assert sum(one.right for one in prose) >= MONEY_PRECISION * sum(one.said for one in prose), (
        prose
    )


def test_records_become_the_right_projects(night: Nights, stated: Stated) -> None:
    true = dict(_of_truth(night))
    found = {key: project for key, project in stated.project_of.items() if key in true}
    quality = rate_groups(found, true)
    assert len(found) > 2 * PROJECTS
    assert quality.f1 >= PAIRS_FLOOR, quality
    assert quality.largest_false == 0, quality


def test_no_sum_is_wrong_and_no_trap_is_a_grant(night: Nights, stated: Stated) -> None:
    lines = {line.reason: line for line in trace_grants(night.truth, stated).lines}
    assert lines["wrong"].projects == []
    assert lines["shown_not_counted"].projects == []
    true = {amount for (amount,) in _truth(night, "select amount from funding")}
    granted = dict(night.query("select amount_eur, 1 from marts.fct_funding where counts_in_total"))
    traps = _truth(
        night, "select distinct cast(amount_cents / 100 as decimal(14, 2)), why from traps"
    )
    assert len(traps) > PROJECTS / 2
    taken = [why for amount, why in traps if amount in granted and amount not in true]
    assert taken == []


def test_guidance_is_told_from_other_work(night: Nights, stated: Stated) -> None:
    """Projects whose aim some page tells."""
    told = dict(
        _truth(
            night,
            "select distinct truth_id, is_guidance from records inner join projects "
            "using (truth_id) where len(json_extract_string(shown, '$.aim[*]')) > 0",
        )
    )
    says = dict(night.query("select project_id, is_guidance from marts.dim_project"))
    counts: Counter[str] = Counter()
    seen: set[object] = set()
    for key, truth_id in _of_truth(night):
        project_id = stated.project_of.get(key)
        if truth_id in told and project_id is not None and project_id not in seen:
            seen.add(project_id)
            counts[f"{bool(says[project_id])} {told[truth_id]}"] += 1
    right = counts["True True"]
    assert right >= PROJECTS / 4
    f1 = 2 * right / (2 * right + counts["True False"] + counts["False True"])
    assert f1 >= GUIDANCE_FLOOR, counts


def _of_truth(night: Nights) -> list[tuple[tuple[str, str], str]]:
    rows = _truth(
        night, "select source_id, native_id, truth_id from records where truth_id is not null"
    )
    return [((source_id, native_id), truth_id) for source_id, native_id, truth_id in rows]


def _truth(night: Nights, sql: str) -> list[tuple]:
    """Rows of a query over the truth files, each a view by its name."""
    with duckdb.connect() as connection:
        for path in sorted(night.truth.glob("*.parquet")):
            connection.execute(f"create view {path.stem} as select * from '{path}'")
        return connection.execute(sql).fetchall()
