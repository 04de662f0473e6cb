"""The suite of the change log: a good one passes, and each broken line is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations.runner import validate
from tests.expectations.fixture import build_marts, change

TABLE = "mart_change_log"
GOOD = """
    insert into marts.mart_change_log values
        (timestamptz '2026-11-24 01:00:00Z', 'p1', 'name', 'Polku', 'Ohjauksen polku 1', 'changed'),
        (timestamptz '2026-11-24 01:00:00Z', 'p1', 'summary', 'Pois', null, 'removed'),
        (timestamptz '2026-11-24 01:00:00Z', 'old', 'project_id', 'old', 'p1', 'merged'),
        (timestamptz '2026-11-24 01:00:00Z', 'p2', 'project_id', 'p2', 'p3', 'split');
"""

MUTATIONS = [
    ("a change without a subject", "subject_id = null where change = 'split'", "subject_id"),
    ("a change without a property", "property = null where change = 'split'", "property"),
    ("another word", "change = 'moved' where change = 'split'", "change"),
    ("no time", "changed_at = null where change = 'split'", "undated"),
    ("added over a value", "old_value = 'x' where subject_id = 'p4'", "values_do_not_fit"),
    ("removed and still there", "new_value = 'x' where change = 'removed'", "values_do_not_fit"),
    ("no change", "old_value = new_value where change = 'changed'", "nothing_changed"),
    ("merged into itself", "subject_id = 'p5' where change = 'merged'", "merged_and_published"),
    ("mail", "new_value = 'a.b@example.fi' where change = 'changed'", "text"),
    (
        "a sixth of all projects gone",
        "change = 'removed', old_value = subject_id, new_value = null,"
        " changed_at = timestamptz '2026-11-24 01:00:00Z'"
        " where change = 'added' and subject_id like 'p1%'",
        "gone_share",
    ),
]


def failing(database: Path) -> set[str]:
    return {str(outcome.column) for outcome in validate(database, [TABLE]) if not outcome.passed}


def test_a_good_log_passes(tmp_path: Path) -> None:
    assert failing(change(build_marts(tmp_path / "good.duckdb"), GOOD)) == set()


@pytest.mark.parametrize(("what", "sql", "column"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_each_broken_line_is_seen(tmp_path: Path, what: str, sql: str, column: str) -> None:
    database = change(build_marts(tmp_path / "broken.duckdb"), GOOD)
    assert column in failing(change(database, f"update marts.{TABLE} set {sql}")), what  # noqa: S608
