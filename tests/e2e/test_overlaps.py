"""Possible overlaps of the first night's release, against those of the world.

`pytest -s` prints the figures; every pair that is missed or wrong is in the ranking.
"""

from __future__ import annotations

import duckdb
import pytest

from ingestion.sandbox.overlaps import Ranking, rank_overlaps
from ingestion.sandbox.truth import read_rows
from tests.e2e.nights import PROJECTS, Nights

pytestmark = pytest.mark.e2e

#: With records of one project still apart, a pair is listed once for each of their sights.
STRICT_FLOOR, ONCE_FLOOR = 0.75, 0.87
#: Of the listed pairs, those whose two sides are rounds or shares of one piece of work.
ONE_WORK_SHARE = 0.02
MISSED_SHARE = 0.15


@pytest.fixture(scope="module")
def release(nights: Nights) -> str:
    """The database of the first release."""
    released = nights.results["first"].released
    assert released is not None
    return str(released / "elo.duckdb")


@pytest.fixture(scope="module")
def ranking(nights: Nights, release: str) -> Ranking:
    """How the published list agrees with the truth."""
    with duckdb.connect(release, read_only=True) as database:
        pairs = database.sql(
            "select project_id_a, project_id_b, score::double from marts.mart_project_overlap"
        ).fetchall()
        members = database.sql(
            "select project_id, source_id, native_id from marts.bridge_project_source"
        ).fetchall()
    found = rank_overlaps(nights.truth, pairs, members)
    print(found)  # noqa: T201
    return found


def test_the_world_has_overlaps_told_in_other_words(nights: Nights) -> None:
    rows = read_rows(nights.truth, "project_overlaps")
    assert len(rows) >= PROJECTS / 10
    assert sum(row["other_words"] for row in rows) >= PROJECTS / 50
    assert all(row["months"] >= 6 and row["truth_id_a"] < row["truth_id_b"] for row in rows)


def test_true_overlaps_rank_first(ranking: Ranking) -> None:
    assert ranking.true >= PROJECTS / 10
    assert ranking.average_precision >= STRICT_FLOOR, ranking
    assert ranking.deduplicated >= ONCE_FLOOR, ranking
    assert len(ranking.missed) <= ranking.true * MISSED_SHARE, ranking.missed


def test_phases_and_parts_are_not_in_the_list(ranking: Ranking) -> None:
    assert ranking.one_work <= ranking.listed * ONE_WORK_SHARE, ranking


def test_every_pair_says_why(release: str) -> None:
    with duckdb.connect(release, read_only=True) as database:
        bad = database.sql(
            """
            select project_id_a, project_id_b, reasons from marts.mart_project_overlap
            where len(reasons) < 5 or len(shared_themes) = 0 or months_overlap < 6
            """
        ).fetchall()
    assert bad == []
