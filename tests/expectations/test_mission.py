"""What the suites of planned money notice when the plan or its coverage is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations.runner import validate
from tests.expectations.fixture import build_marts, change

# (what is broken, SQL, table, expectation, column)
BROKEN = [
    (
        "a part of the plan changed alone",
        "update marts.fct_envelope set amount_eur = amount_eur + 0.01 where envelope_id = 'left'",
        ("fct_envelope", "ExpectColumnValuesToBeBetween", "differs_from_children"),
    ),
    (
        "the plan in thousands of euros",
        "update marts.fct_envelope set amount_eur = amount_eur / 1000",
        ("fct_envelope", "ExpectColumnValuesToBeBetween", "amount_eur"),
    ),
    (
        "a ring in place of a tree",
        "update marts.fct_envelope set parent_envelope_id = coalesce(parent_envelope_id, 'left')",
        ("fct_envelope", "ExpectColumnMaxToBeBetween", "is_top"),
    ),
    (
        "a sum without its slide",
        "update marts.fct_envelope set source_slide = null where envelope_id = 'left'",
        ("fct_envelope", "ExpectColumnMinToBeBetween", "has_source"),
    ),
    (
        "a remainder that is none",
        "update marts.mart_envelope_coverage set remainder_eur = remainder_eur + 1",
        ("mart_envelope_coverage", "ExpectColumnMaxToBeBetween", "does_not_add_up"),
    ),
    (
        "a whole without its part",
        "update marts.mart_envelope_coverage set granted_stated_eur = 0,"
        " remainder_eur = planned_eur where envelope_id = 'whole'",
        ("mart_envelope_coverage", "ExpectColumnMaxToBeBetween", "below_its_children"),
    ),
    (
        "a grant counted twice",
        "update marts.mart_envelope_coverage set granted_inferred_eur = granted_stated_eur,"
        " remainder_eur = remainder_eur - granted_stated_eur",
        ("mart_envelope_coverage", "ExpectColumnMaxToBeBetween", "above_all_grants"),
    ),
    (
        "another plan than that of the envelopes",
        "update marts.mart_envelope_coverage set planned_eur = planned_eur + 1,"
        " remainder_eur = remainder_eur + 1",
        ("mart_envelope_coverage", "ExpectColumnMaxToBeBetween", "is_off_plan"),
    ),
]


@pytest.mark.parametrize(("sql", "meant"), [m[1:] for m in BROKEN], ids=[m[0] for m in BROKEN])
def test_a_broken_plan_is_blocked(
    tmp_path: Path, sql: str, meant: tuple[str, str, str | None]
) -> None:
    database = change(build_marts(tmp_path / "broken.duckdb"), sql)
    found = {
        (outcome.table, outcome.expectation, outcome.column)
        for outcome in validate(database, [meant[0]])
        if outcome.blocks
    }
    assert meant in found
