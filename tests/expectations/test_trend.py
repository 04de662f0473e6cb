"""What a release lost since the one before it is said, and blocks nothing."""

from __future__ import annotations

from pathlib import Path

from expectations.trend import compare_with_previous
from tests.expectations.fixture import build_marts, change


def failed(database: Path, previous: Path) -> set[tuple[str, str]]:
    outcomes = compare_with_previous(database, previous)
    assert not any(outcome.blocks for outcome in outcomes)
    return {(o.table, o.expectation) for o in outcomes if not o.passed}


def test_first_release_has_no_trend(tmp_path: Path) -> None:
    assert compare_with_previous(build_marts(tmp_path / "a.duckdb"), None) == []


def test_same_content_and_growth_are_quiet(tmp_path: Path) -> None:
    old = build_marts(tmp_path / "old.duckdb", 100)
    assert failed(old, old) == set()
    assert failed(build_marts(tmp_path / "new.duckdb", 250), old) == set()


def test_a_folder_of_a_release_will_do(tmp_path: Path) -> None:
    build_marts(tmp_path / "release" / "elo.duckdb", 100)
    new = build_marts(tmp_path / "new.duckdb", 60)
    assert ("dim_project", "RowsDoNotDrop") in failed(new, tmp_path / "release")


def test_scale_of_money_is_watched(tmp_path: Path) -> None:
    old = build_marts(tmp_path / "old.duckdb", 100)
    new = change(
        build_marts(tmp_path / "new.duckdb", 100),
        "update marts.fct_funding set amount_eur = amount_eur * 1000",
    )
    assert failed(new, old) == {("fct_funding", "MedianKeepsItsScale")}


def test_table_that_vanished_is_named(tmp_path: Path) -> None:
    old = build_marts(tmp_path / "old.duckdb", 100)
    new = change(build_marts(tmp_path / "new.duckdb", 100), "drop table marts.fct_release")
    assert failed(new, old) == {("fct_release", "RowsDoNotDrop")}


def test_unreadable_release_before_is_said(tmp_path: Path) -> None:
    (tmp_path / "old.duckdb").write_bytes(b"not a database")
    new = build_marts(tmp_path / "new.duckdb")
    assert failed(new, tmp_path / "old.duckdb") == {("release", "PreviousReleaseCanBeRead")}
    assert failed(new, tmp_path / "nowhere") == {("release", "PreviousReleaseCanBeRead")}
