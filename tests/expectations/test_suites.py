"""A good fixture passes every expectation; each broken one fails the expectation meant for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations.registry import find_suites
from expectations.runner import validate
from tests.expectations.fixture import build_marts, change

# (what is broken, SQL, table, expectation, column)
MUTATIONS = [
    (
        "a project without a record",
        "delete from marts.bridge_project_source where project_id = 'p3'",
        ("dim_project", "ExpectColumnMeanToBeBetween", "has_source"),
    ),
    (
        "a project without a fact",
        "delete from marts.fct_fact where subject_id = 'p3'",
        ("dim_project", "ExpectColumnMeanToBeBetween", "has_fact"),
    ),
    (
        "a button read as name",
        "update marts.dim_project set name = 'Lue lisää'",
        ("dim_project", "ExpectColumnMaxToBeBetween", "same_name_share"),
    ),
    (
        "damaged letters",
        "update marts.dim_project set summary = 'elinikÃ¤inen ohjaus' where project_id = 'p5'",
        ("dim_project", "ExpectColumnValuesToNotMatchRegex", "text"),
    ),
    (
        "a lost letter",
        "update marts.dim_project set name_sv = 'livsl' || chr(65533) || 'ng' "
        "where project_id = 'p5'",
        ("dim_project", "ExpectColumnValuesToNotMatchRegex", "text"),
    ),
    (
        "a source's own word as status",
        "update marts.dim_project set status = 'KAYNNISSA' where project_id = 'p5'",
        ("dim_project", "ExpectColumnValuesToBeInSet", "status"),
    ),
    (
        "a number everywhere taken for a year",
        "update marts.dim_project set start_date = date '0218-01-01'",
        ("dim_project", "ExpectColumnValuesToBeBetween", "start_year"),
    ),
    (
        "all projects start on the day of reading",
        "update marts.dim_project set start_date = date '2026-11-24'",
        ("dim_project", "ExpectColumnMaxToBeBetween", "usual_start_share"),
    ),
    (
        "no project at all",
        "delete from marts.dim_project",
        ("dim_project", "ExpectTableRowCountToBeBetween", None),
    ),
    (
        "thousands of euros taken for euros",
        "update marts.fct_funding set amount = amount * 1000, amount_eur = amount_eur * 1000",
        ("fct_funding", "ExpectColumnValuesToBeBetween", "source_median"),
    ),
    (
        "euros taken for thousands",
        "update marts.fct_funding set amount = amount / 1000, amount_eur = amount_eur / 1000",
        ("fct_funding", "ExpectColumnValuesToBeBetween", "source_median"),
    ),
    (
        "an applied sum",
        "update marts.fct_funding set amount_kind = 'applied' where funding_id = 'f5'",
        ("fct_funding", "ExpectColumnValuesToBeInSet", "amount_kind"),
    ),
    (
        "a total cost that counts",
        "update marts.fct_funding set amount_kind = 'total_cost' where funding_id = 'f5'",
        ("fct_funding", "ExpectColumnMaxToBeBetween", "counted_wrongly"),
    ),
    (
        "dollars taken for euros",
        "update marts.fct_funding set currency = 'USD' where funding_id = 'f5'",
        ("fct_funding", "ExpectColumnMaxToBeBetween", "foreign_in_euros"),
    ),
    (
        "a published sum that is not there",
        "update marts.fct_funding set amount = null where funding_id = 'f5'",
        ("fct_funding", "ExpectColumnMaxToBeBetween", "published_without_sum"),
    ),
    (
        "everywhere digits that ran together",
        "update marts.fct_funding set amount_eur = 50000600001",
        ("fct_funding", "ExpectColumnValuesToBeBetween", "amount_eur"),
    ),
    (
        "a value read from this machine",
        "update marts.fct_fact set source_url = 'http://127.0.0.1:8000/p/5' "
        "where subject_id = 'p5'",
        ("fct_fact", "ExpectColumnValuesToBeInSet", "no_page"),
    ),
    (
        "a value without its bytes",
        "update marts.fct_fact set content_sha256 = null where subject_id = 'p5'",
        ("fct_fact", "ExpectColumnValuesToBeInSet", "no_hash"),
    ),
    (
        "a record in two projects",
        "insert into marts.bridge_project_source select * replace ('p7' as project_id) "
        "from marts.bridge_project_source where record_id = 'pages-5'",
        ("bridge_project_source", "ExpectColumnValuesToBeUnique", "record_id"),
    ),
    (
        "an output as part of a project",
        "update marts.bridge_project_source set record_kind = 'output' where record_id = 'pages-5'",
        ("bridge_project_source", "ExpectColumnValuesToBeInSet", "record_kind"),
    ),
    (
        "a chain of wrong links",
        "update marts.bridge_project_source set project_id = 'p0' where source_id = 'pages'",
        ("bridge_project_source", "ExpectColumnMaxToBeBetween", "cluster_share"),
    ),
    (
        "an organisation type outside the list",
        "update marts.dim_organisation set organisation_type = 'koulu' "
        "where organisation_id = 'o5'",
        ("dim_organisation", "ExpectColumnValuesToBeInSet", "organisation_type"),
    ),
    (
        "natural persons by name",
        "update marts.dim_organisation set organisation_type = 'natural_person' "
        "where organisation_id in ('o5', 'o6')",
        ("dim_organisation", "ExpectColumnValuesToBeBetween", "person_names"),
    ),
    (
        "a region that does not exist",
        "update marts.bridge_project_region set maakunta_code = '20' where project_id = 'p5'",
        ("bridge_project_region", "ExpectColumnMaxToBeBetween", "is_unknown_code"),
    ),
    (
        "a region code without its nought",
        "update marts.bridge_project_region set maakunta_code = '1' where project_id = 'p5'",
        ("bridge_project_region", "ExpectColumnValuesToMatchRegex", "maakunta_code"),
    ),
    (
        "a region without a basis",
        "update marts.bridge_project_region set basis = null where project_id = 'p5'",
        ("bridge_project_region", "ExpectColumnValuesToNotBeNull", "basis"),
    ),
    (
        "a language that no publisher uses",
        "update marts.fct_release set language = 'xx' where release_id = 'r5'",
        ("fct_release", "ExpectColumnValuesToBeInSet", "language"),
    ),
    (
        "a source status outside the list",
        "update marts.dim_source set status = 'incomplete' where source_id = 'pages'",
        ("dim_source", "ExpectColumnValuesToBeInSet", "status"),
    ),
    (
        "no source holds anything",
        "update marts.dim_source set records = 0",
        ("dim_source", "ExpectColumnMaxToBeBetween", "holds_records"),
    ),
    (
        "a row set aside without a reason",
        "update marts.mart_quarantine set reason = null",
        ("mart_quarantine", "ExpectColumnValuesToNotBeNull", "reason"),
    ),
    (
        "a mail address in a reason",
        "update marts.mart_quarantine set reason = 'unread: nobody@example.fi'",
        ("mart_quarantine", "ExpectColumnValuesToNotMatchRegex", "text"),
    ),
    (
        "a pair the wrong way round",
        "update marts.mart_project_overlap set project_id_a = 'p9', project_id_b = 'p4' "
        "where project_id_a = 'p4'",
        ("mart_project_overlap", "ExpectColumnMaxToBeBetween", "is_out_of_order"),
    ),
    (
        "two phases in the list of overlaps",
        "insert into marts.bridge_project_relation values ('p9', 'p4', 'follows', '', 'rule')",
        ("mart_project_overlap", "ExpectColumnMaxToBeBetween", "is_phase_or_part"),
    ),
    (
        "a pair in two regions",
        "update marts.mart_project_overlap set shared_maakunta_codes = [] "
        "where project_id_a = 'p4'",
        ("mart_project_overlap", "ExpectColumnMaxToBeBetween", "has_no_place"),
    ),
    (
        "a month side by side",
        "update marts.mart_project_overlap set months_overlap = 1 where project_id_a = 'p4'",
        ("mart_project_overlap", "ExpectColumnValuesToBeBetween", "months_overlap"),
    ),
    (
        "a gap where a project runs",
        "update marts.mart_gap set theme_code = 'outreach' where theme_code = 'transitions'; "
        "update marts.dim_project set is_guidance = true, status = 'ongoing'",
        ("mart_gap", "ExpectColumnMaxToBeBetween", "has_running_project"),
    ),
]

WARNINGS = [
    (
        "a name that is gone",
        "update marts.dim_project set name = null where project_id in ('p5', 'p6')",
        ("dim_project", "ExpectColumnValuesToNotBeNull", "name"),
    ),
    (
        "a number taken for a year",
        "update marts.dim_project set start_date = date '0218-01-01' where project_id = 'p5'",
        ("dim_project", "ExpectColumnValuesToBeBetween", "start_year"),
    ),
    (
        "digits that ran together",
        "update marts.fct_funding set amount_eur = 50000600001 where funding_id = 'f5'",
        ("fct_funding", "ExpectColumnValuesToBeBetween", "amount_eur"),
    ),
    (
        "an end before the start",
        "update marts.dim_project set end_date = date '2010-01-01'",
        ("dim_project", "ExpectColumnValuesToBeBetween", "months"),
    ),
    (
        "statuses that nobody knows",
        "update marts.dim_project set status = 'unknown'",
        ("dim_project", "ExpectColumnMeanToBeBetween", "is_unknown"),
    ),
    (
        "one decision counted twice",
        "insert into marts.fct_funding select * replace (funding_id || 'x' as funding_id) "
        "from marts.fct_funding",
        ("fct_funding", "ExpectColumnMeanToBeBetween", "counted_twice"),
    ),
    (
        "the office's region for every project",
        "update marts.bridge_project_region set maakunta_code = '05'",
        ("bridge_project_region", "ExpectColumnMaxToBeBetween", "region_share"),
    ),
    (
        "a late source",
        "update marts.dim_source set status = 'stale' where source_id = 'pages'",
        ("dim_source", "ExpectColumnValuesToBeInSet", "is_late"),
    ),
    (
        "a source that answers with nothing",
        "update marts.dim_source set records = 0 where source_id = 'pages'",
        ("dim_source", "ExpectColumnMaxToBeBetween", "fresh_and_empty"),
    ),
    (
        "overlaps on inferred dates alone",
        "update marts.mart_project_overlap set is_time_inferred = true",
        ("mart_project_overlap", "ExpectColumnMeanToBeBetween", "is_time_inferred"),
    ),
]


def failed(database: Path, table: str) -> set[tuple[str, str, str | None, str]]:
    return {
        (outcome.table, outcome.expectation, outcome.column, outcome.severity)
        for outcome in validate(database, [table])
        if not outcome.passed
    }


@pytest.mark.parametrize("projects", [50, 300])
def test_good_database_passes_everything(tmp_path: Path, projects: int) -> None:
    outcomes = validate(build_marts(tmp_path / "good.duckdb", projects))
    assert [outcome for outcome in outcomes if not outcome.passed] == []
    assert {outcome.table for outcome in outcomes} == set(find_suites())


@pytest.mark.parametrize(
    ("sql", "meant"), [m[1:] for m in MUTATIONS], ids=[m[0] for m in MUTATIONS]
)
def test_broken_database_is_blocked(
    tmp_path: Path, sql: str, meant: tuple[str, str, str | None]
) -> None:
    database = change(build_marts(tmp_path / "broken.duckdb"), sql)
    assert (*meant, "block") in failed(database, meant[0])


@pytest.mark.parametrize(("sql", "meant"), [m[1:] for m in WARNINGS], ids=[m[0] for m in WARNINGS])
def test_odd_database_is_warned_about(
    tmp_path: Path, sql: str, meant: tuple[str, str, str | None]
) -> None:
    database = change(build_marts(tmp_path / "odd.duckdb"), sql)
    found = failed(database, meant[0])
    assert (*meant, "warn") in found
    assert "block" not in {severity for *_, severity in found}


def test_one_register_without_regions_is_not_blocked(tmp_path: Path) -> None:
    database = change(
        build_marts(tmp_path / "register.duckdb", 100),
        "delete from marts.bridge_project_region; delete from marts.fct_release;"
        "delete from marts.bridge_project_source where source_id = 'pages';"
        "delete from marts.fct_fact where source_id = 'pages';"
        "update marts.dim_project set is_guidance = null, summary = null;"
        "update marts.dim_source set status = 'off', records = 0, last_success_at = null"
        " where source_id = 'pages'",
    )
    assert [outcome for outcome in validate(database) if outcome.blocks] == []


def test_few_rows_are_not_judged_by_their_distribution(tmp_path: Path) -> None:
    database = change(
        build_marts(tmp_path / "few.duckdb", 3),
        "update marts.dim_project set name = 'Sama', start_date = date '2020-01-01'",
    )
    assert [outcome for outcome in validate(database, ["dim_project"]) if outcome.blocks] == []


def test_examples_name_the_rows(tmp_path: Path) -> None:
    database = change(
        build_marts(tmp_path / "broken.duckdb"),
        "update marts.dim_project set status = 'KAYNNISSA' where project_id = 'p5'",
    )
    (outcome,) = [o for o in validate(database, ["dim_project"]) if not o.passed]
    assert outcome.failing_examples == ("p5: KAYNNISSA",)
    assert outcome.observed == "1 of 60 rows break it"


def test_missing_column_blocks_and_says_which(tmp_path: Path) -> None:
    database = change(
        build_marts(tmp_path / "broken.duckdb"), "alter table marts.fct_release drop title"
    )
    (outcome,) = [o for o in validate(database, ["fct_release"]) if not o.passed]
    assert outcome.blocks
    assert "title" in outcome.observed


def test_database_is_free_afterwards(tmp_path: Path) -> None:
    database = build_marts(tmp_path / "good.duckdb")
    validate(database, ["dim_source"])
    change(database, "delete from marts.mart_quarantine")  # raises while another one holds it


def test_unknown_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="no_such_table"):
        validate(build_marts(tmp_path / "good.duckdb"), ["no_such_table"])


def test_every_check_has_a_reason_and_names_a_column_of_its_frame() -> None:
    for suite in find_suites().values():
        assert suite.checks
        for check in suite.checks:
            assert len(check.why.split()) >= 4, (suite.table, check)
            assert check.column is None or check.column in suite.columns, (suite.table, check)
