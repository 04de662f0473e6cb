"""Small forms of what the UI shows: tables in Markdown, names and words of checks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from expectations.outcome import Outcome
from expectations.registry import find_suites
from orchestration.lib.dbt_translator import EloTranslator
from orchestration.lib.gx_checks import TREND, build_specs, check_name, to_results
from orchestration.lib.markdown import link, tabulate
from orchestration.lib.release_metadata import describe_release
from orchestration.lib.state_assets import build_state_specs, describe_state, state_key
from orchestration.release.decisions import DECISIONS, PINS
from orchestration.release.generation import build_generation
from orchestration.release.layout import read_manifest
from orchestration.release.publishing import publish
from orchestration.release.state import STATE_TABLES
from tests.expectations.fixture import build_marts


def test_no_cell_breaks_a_table() -> None:
    assert tabulate(("a", "b"), [("x|y", "two\nlines"), (None, 3)]) == (
        "| a | b |\n| --- | --- |\n| x\\|y | two lines |\n|  | 3 |"
    )


def test_a_link_without_an_address_is_its_text() -> None:
    assert link("src", "https://example.org") == "[src](https://example.org)"
    assert link("src", None) == "src"


@pytest.mark.parametrize(
    ("expectation", "column", "name"),
    [
        ("ExpectColumnValuesToBeBetween", "months", "gx__months__between"),
        ("ExpectColumnValuesToNotBeNull", "name", "gx__name__not_null"),
        ("ExpectColumnMaxToBeBetween", "share", "gx__share__max_between"),
        ("ExpectTableRowCountToBeBetween", None, "gx__table_row_count_between"),
    ],
)
def test_check_names_begin_with_the_column(expectation: str, column: str | None, name: str) -> None:
    assert check_name(expectation, column) == name


def test_no_two_expectations_of_a_table_share_a_name_by_shortening() -> None:
    for suite in find_suites().values():
        meant = {(check.expectation, check.column) for check in suite.checks}
        assert len({check_name(*pair) for pair in meant}) == len(meant), suite.table


def test_only_a_failure_repeats_why_the_check_is_there() -> None:
    suites = find_suites()
    suite = next(iter(suites.values()))
    first = suite.checks[0]

    def judge(passed: bool) -> str | None:
        outcome = Outcome(
            table=suite.table,
            column=first.column,
            expectation=first.expectation,
            severity="block",
            passed=passed,
            why="because",
            observed="1",
            expected="2",
            failing_examples=(),
        )
        name = check_name(first.expectation, first.column)
        results = to_results([outcome], suites)
        return next(r for r in results if r.check_name == name).description

    assert judge(passed=True) is None
    assert judge(passed=False) == "because"


def test_trend_without_an_earlier_release_says_so() -> None:
    trend = next(r for r in to_results([], find_suites()) if r.check_name == TREND)
    assert trend.description == "nothing to compare with yet"
    assert TREND in {spec.name for spec in build_specs(find_suites())}


def test_a_model_is_described_without_its_sql() -> None:
    described = EloTranslator().get_description(
        {"description": " One row a project. ", "raw_code": "select 1"}
    )
    assert described == "One row a project."


def test_every_table_of_the_state_is_shown_and_described(tmp_path: Path) -> None:
    specs = {spec.key: spec for spec in build_state_specs()}
    of_people = {state_key(DECISIONS), state_key(PINS)}
    assert len(specs) == len(STATE_TABLES) + len(of_people)
    assert all(spec.description and spec.group_name == "state" for spec in specs.values())
    counts = dict.fromkeys(STATE_TABLES, 3)
    written = list(describe_state(counts, tmp_path))
    assert {event.asset_key for event in written} == set(specs) - of_people
    assert {event.metadata["dagster/row_count"].value for event in written} == {3}


def test_a_release_leads_to_its_files_and_sources(tmp_path: Path) -> None:
    database = build_marts(tmp_path / "elo.duckdb")
    stamp = datetime(2026, 11, 24, tzinfo=UTC)
    generation = build_generation(database, tmp_path / "releases", stamp=stamp, run={})
    publish(tmp_path / "releases", generation)
    told = describe_release(tmp_path / "releases" / "current")
    assert told["release"] == dg.MetadataValue.path(str(tmp_path / "releases" / "current"))
    assert told["folder"] == dg.MetadataValue.path(str(generation))
    for name in ("database", "manifest", "data_package", "quality"):
        assert Path(str(told[name].value)).is_file(), name
    assert "| dim_project |" in str(told["rows"].value)
    shown = told["sources"]
    assert isinstance(shown, dg.TableMetadataValue)
    assert [column.name for column in shown.schema.columns][:2] == ["source", "status"]
    released = read_manifest(generation)["sources"]
    assert [record.data["source"] for record in shown.records] == list(released)
