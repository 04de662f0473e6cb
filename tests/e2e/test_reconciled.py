"""What became of each real project in the first release: its guidance, its releases.

`make truth PROJECTS=1000 SEED=1` runs these too and prints every figure.
"""

from __future__ import annotations

import pytest

from ingestion.sandbox.agreement import Stated
from ingestion.sandbox.truth import read_rows
from matching.quality import harmonic, rate_pairs
from tests.e2e.nights import PROJECTS, Nights
from tests.e2e.real import real_projects

pytestmark = pytest.mark.e2e

GUIDANCE_FLOOR = 0.95
RELEASE_FLOOR = 0.93


@pytest.fixture(scope="module")
def truth_of(nights: Nights) -> dict[tuple[str, str], str]:
    """Record -> the real project that it shows."""
    return {
        (row["source_id"], row["native_id"]): row["truth_id"]
        for row in read_rows(nights.truth, "records")
        if row["truth_id"] is not None
    }


@pytest.fixture(scope="module")
def real(stated: Stated, truth_of: dict[tuple[str, str], str]) -> dict[str, str]:
    """Published project -> the real project that most of its records show."""
    return real_projects(
        (stated.project_of[key], truth_id)
        for key, truth_id in sorted(truth_of.items())
        if key in stated.project_of
    )


def test_guidance_is_told_from_other_projects(nights: Nights, real: dict[str, str]) -> None:
    true = {row["truth_id"] for row in read_rows(nights.truth, "projects") if row["is_guidance"]}
    said = nights.query("select project_id from marts.dim_project where is_guidance")
    found = {(one, real[one]) for (one,) in said if one in real}
    shown = {(one, truth_id) for one, truth_id in real.items() if truth_id in true}
    precision, recall = rate_pairs(found, shown)
    print(f"is_guidance: {precision:.3f} of {len(found)}, {recall:.3f} of {len(shown)}")  # noqa: T201
    assert PROJECTS / 10 < len(shown) < len(real)
    assert harmonic(precision, recall) >= GUIDANCE_FLOOR, sorted(found ^ shown)


def test_guidance_names_its_evidence(nights: Nights) -> None:
    rows = nights.query(
        "select count(*), count(guidance_evidence) from marts.dim_project where is_guidance"
    )
    assert rows[0][0] == rows[0][1] > 0


def test_releases_belong_to_their_projects(
    nights: Nights, stated: Stated, truth_of: dict[tuple[str, str], str]
) -> None:
    """A mention of what other sources show too belongs to a project of theirs."""
    told = _releases(nights) & truth_of.keys()
    elsewhere: dict[str, set[str]] = {}
    for key in truth_of.keys() & stated.project_of.keys() - told:
        elsewhere.setdefault(truth_of[key], set()).add(stated.project_of[key])
    shown = {key for key in told if truth_of[key] in elsewhere}
    found = shown & stated.project_of.keys()
    right = {key for key in found if stated.project_of[key] in elsewhere[truth_of[key]]}
    score = 2 * len(right) / max(len(found) + len(shown), 1)
    print(f"releases linked: {len(right)} right of {len(found)} linked and {len(shown)} shown")  # noqa: T201
    assert len(shown) > PROJECTS / 20
    assert score >= RELEASE_FLOOR, sorted(shown - right)


def _releases(nights: Nights) -> set[tuple[str, str]]:
    return {
        (row["source_id"], row["native_id"])
        for row in read_rows(nights.truth, "records")
        if row["kind"] == "release"
    }
