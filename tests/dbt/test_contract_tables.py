"""The published tables have exactly the names, columns and types that the outside relies on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dbt.conftest import Nights

pytestmark = pytest.mark.dbt

TEXT, DAY, INSTANT, YES_NO = "VARCHAR", "DATE", "TIMESTAMP WITH TIME ZONE", "BOOLEAN"
MONEY, LIST, COUNT = "DECIMAL(14,2)", "VARCHAR[]", ("INTEGER", "BIGINT")
NAMES = {"name_fi": TEXT, "name_sv": TEXT, "name_en": TEXT}
Type = str | tuple[str, ...]


def _text(columns: str) -> dict[str, Type]:
    return dict.fromkeys(columns.split(), TEXT)


TABLES: dict[str, dict[str, Type]] = {
    "dim_project": {
        **_text("project_id name summary status start_precision end_precision"),
        **_text("lead_organisation_id programme_id guidance_evidence"),
        **NAMES,
        "start_date": DAY,
        "end_date": DAY,
        "project_codes": LIST,
        "shared_codes": LIST,
        "is_guidance": YES_NO,
        "source_count": COUNT,
        "first_seen_at": DAY,
        "last_seen_at": DAY,
    },
    "bridge_project_source": {
        **_text("project_id source_id record_id native_id record_kind source_url"),
        **_text("content_sha256 match_rule match_decided_by"),
        "retrieved_at": INSTANT,
        "match_probability": "DECIMAL(5,4)",
    },
    "bridge_project_relation": _text("project_id related_project_id relation evidence decided_by"),
    "dim_organisation": {
        **_text("organisation_id business_id name organisation_type successor_organisation_id"),
        **NAMES,
        "valid_from": DAY,
        "valid_to": DAY,
    },
    "bridge_project_organisation": _text("project_id organisation_id role"),
    "bridge_project_region": _text("project_id maakunta_code basis record_id"),
    "bridge_project_theme": _text("project_id theme_code evidence"),
    "bridge_project_target_group": _text("project_id target_group_code evidence"),
    "mart_match_link": {
        **_text("left_record_id right_record_id band decided_by"),
        "score": "DECIMAL(9,3)",
    },
    "mart_match_evidence": {
        **_text("left_record_id right_record_id feature state"),
        "weight": "DECIMAL(9,3)",
    },
    "mart_review_queue": {
        **_text("left_record_id right_record_id relation band features"),
        "score": "DECIMAL(9,3)",
        "euros_at_stake": MONEY,
    },
    "fct_funding": {
        **_text("funding_id project_id funder_organisation_id recipient_organisation_id"),
        **_text("instrument amount_kind currency amount_qualifier amount_status year_basis"),
        "amount": MONEY,
        "amount_eur": MONEY,
        "is_annual": YES_NO,
        "decision_date": DAY,
        "funding_year": COUNT,
        "counts_in_total": YES_NO,
        "record_id": TEXT,
        "conflict_count": COUNT,
    },
    "fct_fact": {
        **_text("fact_id subject_type subject_id property value record_id source_id source_url"),
        **_text("content_sha256 reason"),
        "retrieved_at": INSTANT,
        "is_preferred": YES_NO,
        "first_seen_at": DAY,
        "last_seen_at": DAY,
    },
    "fct_call": {
        **_text("call_id source_id native_id title funder_organisation_id instrument status"),
        **_text("source_url"),
        "opens_on": DAY,
        "closes_on": DAY,
        "maakunta_codes": LIST,
        "budget_eur": MONEY,
    },
    "fct_output": {
        **_text("output_id source_id native_id project_id output_type title url handle licence"),
        "published_on": DAY,
    },
    "fct_release": {
        **_text("release_id native_id publisher_organisation_id title language translation_of"),
        **_text("project_id source_url"),
        "published_at": INSTANT,
    },
    "fct_milestone": {
        **_text("milestone_id project_id measure_id label precision note"),
        "due_on": DAY,
    },
    "dim_measure": {**_text("measure_id scheme goal funding schedule"), **NAMES},
    "dim_environment": {"environment_code": TEXT, **NAMES},
    "dim_life_stage": {"life_stage_code": TEXT, **NAMES},
    "dim_quality_framework": {"quality_framework_id": TEXT, **NAMES},
    "dim_elo_group": {**_text("elo_group_id level"), **NAMES},
    "fct_envelope": {
        **_text("envelope_id parent_envelope_id label_fi label_en instrument instrument_basis"),
        "amount_eur": MONEY,
        "responsible_organisation_ids": LIST,
        "valid_from": DAY,
        "valid_to": DAY,
        "source_document": TEXT,
        "source_slide": COUNT,
    },
    "bridge_envelope_staffing": {
        **_text("envelope_id organisation_id confidence"),
        "person_years": "DECIMAL(6,1)",
        "valid_from": DAY,
        "valid_to": DAY,
    },
    "bridge_project_measure": _text("project_id measure_id basis evidence"),
    "bridge_project_envelope": _text("project_id envelope_id basis evidence"),
    "bridge_project_environment": _text("project_id environment_code evidence"),
    "mart_envelope_coverage": {
        "envelope_id": TEXT,
        **dict.fromkeys(("planned_eur", "granted_stated_eur", "granted_inferred_eur"), MONEY),
        "remainder_eur": MONEY,
        "decisions_without_amount": COUNT,
    },
    "dim_region": {
        **_text("maakunta_code ely_code evk_code structural_fund_authority elo_group_id"),
        **NAMES,
        "ely_valid_to": DAY,
        "evk_valid_from": DAY,
    },
    "dim_municipality": _text("municipality_code name_fi name_sv maakunta_code ely_code evk_code"),
    "dim_programme": {"programme_id": TEXT, **NAMES},
    "dim_theme": {"theme_code": TEXT, **NAMES},
    "dim_target_group": {"target_group_code": TEXT, **NAMES, "age_min": COUNT, "age_max": COUNT},
    "dim_source": {
        **_text("source_id title publisher licence status"),
        "last_success_at": INSTANT,
        "last_attempt_at": INSTANT,
        "records": COUNT,
        "drift_count": COUNT,
        "quarantined": COUNT,
        "verified_live": YES_NO,
    },
    "mart_coverage": {
        "source_id": TEXT,
        **dict.fromkeys(("year", "records", "with_amount", "with_date", "with_recipient"), COUNT),
    },
    "mart_change_log": {
        **_text("change_id subject_id property old_value new_value change"),
        "changed_at": INSTANT,
    },
    "mart_project_overlap": {
        **_text("project_id_a project_id_b review_status"),
        "score": "DECIMAL(5,4)",
        **dict.fromkeys(("reasons", "shared_maakunta_codes", "shared_themes"), LIST),
        "shared_target_groups": LIST,
        "months_overlap": COUNT,
        "combined_granted_eur": MONEY,
    },
    "mart_gap": _text("theme_code target_group_code maakunta_code"),
    "mart_quarantine": {
        **_text("source_id source_url row field step reason content_sha256"),
        "quarantined_at": INSTANT,
    },
}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_columns_and_types(nights: Nights, table: str) -> None:
    sql = f"""
        select column_name, data_type from information_schema.columns
        where table_schema = 'marts' and table_name = '{table}'
    """  # noqa: S608
    found = {row["column_name"]: row["data_type"] for row in nights.first.rows(sql)}
    for column, wanted in TABLES[table].items():
        allowed = (wanted,) if isinstance(wanted, str) else wanted
        assert found.get(column) in allowed, f"{table}.{column}: {found.get(column)}"


def test_missing_tables_are_listed(nights: Nights) -> None:
    listed = Path(__file__).with_name("contract_tables.txt").read_text(encoding="utf-8")
    missing = {line for line in listed.splitlines() if line and not line.startswith("#")}
    built = set(
        nights.first.column(
            "select table_name from information_schema.tables where table_schema = 'marts'"
        )
    )
    assert built == set(TABLES)
    assert not built & missing, "built by now: take them off the list"
