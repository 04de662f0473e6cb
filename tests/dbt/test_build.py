"""The fixture landing becomes exactly the rows that the rules of the contract ask for."""

# ruff: noqa: S608  (ids and table names come from the fixture)
from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.dbt.conftest import Nights
from tests.dbt.warehouse import PROJECT

pytestmark = pytest.mark.dbt


@pytest.fixture(scope="module")
def project_of(nights: Nights) -> dict[str, str | None]:
    """Case name -> project id of the first night."""
    sql = "select record_id, project_id from marts.bridge_project_source"
    owner = {row["record_id"]: row["project_id"] for row in nights.first.rows(sql)}
    return {case: owner.get(record) for case, record in nights.ids.items()}


def _project(nights: Nights, project_id: str | None) -> dict[str, Any]:
    (row,) = nights.first.rows(f"select * from marts.dim_project where project_id = '{project_id}'")
    return row


def _money(nights: Nights, project_id: str | None) -> list[tuple[str, Decimal | None, bool]]:
    sql = f"""
        select amount_kind, amount, counts_in_total from marts.fct_funding
        where project_id = '{project_id}' order by amount_kind, amount
    """
    return [tuple(row.values()) for row in nights.first.rows(sql)]


def test_a_page_joins_its_register_row_by_name_and_lead(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert project_of["suunta_page"] == project_of["suunta"]
    sql = f"""
        select match_rule, match_probability > 0.5 as is_likely, match_decided_by
        from marts.bridge_project_source
        where record_id in ('{nights.ids["suunta_page"]}', '{nights.ids["suunta"]}')
    """
    told = {(row["match_rule"], row["match_decided_by"]) for row in nights.first.rows(sql)}
    assert told == {("evidence", "model"), ("first_record", "rule")}
    assert all(row["is_likely"] for row in nights.first.rows(sql))


def test_the_register_wins_and_what_it_lacks_comes_from_the_page(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    row = _project(nights, project_of["suunta"])
    assert (row["name"], row["start_date"], row["start_precision"]) == (
        "Suunta selväksi",
        date(2016, 1, 1),
        "day",
    )
    assert row["status"] == "ended"
    assert row["summary"] == "Ohjausta nuorille."
    assert (row["is_guidance"], row["guidance_evidence"]) == (True, "ohjausta")
    assert row["programme_id"] == "kestavaa-kasvua-2014-2020"
    assert (row["project_codes"], row["source_count"]) == (["S20001"], 3)


def test_losing_values_stay_with_the_reason(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    sql = f"""
        select value, is_preferred, reason from marts.fct_fact
        where subject_id = '{project_of["suunta"]}' and property = 'start_date'
            and source_id = 'cc_page'
    """
    assert nights.first.rows(sql) == [
        {
            "value": "2016-02-01",
            "is_preferred": False,
            "reason": "source is trusted less for this field (40 against 90)",
        }
    ]


def test_list_and_detail_page_are_one_record_and_one_grant(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert _money(nights, project_of["suunta"]) == [
        ("granted", Decimal("1000.00"), False),
        ("granted", Decimal("1000.50"), True),
        ("total_cost", Decimal("2000.00"), False),
        ("total_cost", Decimal("2500.00"), False),
    ]


def test_disagreeing_totals_are_counted_as_conflict(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    sql = f"""
        select conflict_count from marts.fct_funding
        where project_id = '{project_of["suunta"]}' and amount_kind = 'total_cost'
    """
    assert nights.first.column(sql) == [1, 1]


def test_bodies_are_found_under_all_their_names(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    sql = f"""
        select organisation_id, role from marts.bridge_project_organisation
        where project_id = '{project_of["suunta"]}' order by role
    """
    funder, leader = nights.first.rows(sql)
    assert funder == {"organisation_id": "ely-04", "role": "funder"}
    sql = f"""
        select name, organisation_type from marts.dim_organisation
        where organisation_id = '{leader["organisation_id"]}'
    """
    assert nights.first.rows(sql) == [
        {"name": "Majavan koulutuskuntayhtymä", "organisation_type": "education_provider"}
    ]
    sql = """
        select organisation_id, successor_organisation_id from marts.dim_organisation
        where organisation_id in ('ely-04', 'ely-05') order by 1
    """
    assert [tuple(row.values()) for row in nights.first.rows(sql)] == [
        ("ely-04", None),
        ("ely-05", "evk-04"),
    ]


def test_same_name_and_lead_but_two_candidates_joins_nothing(
    project_of: dict[str, str | None],
) -> None:
    ids = {project_of["twin_a"], project_of["twin_b"], project_of["twin_page"]}
    assert None not in ids
    assert len(ids) == 3


def test_another_region_or_year_is_another_project(project_of: dict[str, str | None]) -> None:
    ids = {project_of["suunta"], project_of["other_region"], project_of["successor"]}
    assert None not in ids
    assert len(ids) == 3


def test_parts_of_a_joint_project_stay_apart_and_related(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert project_of["joint_page"] == project_of["lead_part"]
    assert project_of["part"] != project_of["lead_part"]
    assert _project(nights, project_of["lead_part"])["project_codes"] == ["S20003"]
    sql = f"""
        select related_project_id, relation from marts.bridge_project_relation
        where project_id = '{project_of["part"]}'
    """
    assert nights.first.rows(sql) == [
        {"related_project_id": project_of["lead_part"], "relation": "part_of"}
    ]


def test_a_government_number_beside_an_eura_code_is_a_relation(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert project_of["gov_page"] != project_of["gov"]
    assert _project(nights, project_of["gov_page"])["project_codes"] == ["S20004"]
    sql = f"""
        select related_project_id from marts.bridge_project_relation
        where project_id = '{project_of["gov_page"]}'
    """
    assert nights.first.column(sql) == [project_of["gov"]]


def test_a_case_number_joins_the_one_project_that_has_it(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert project_of["case_page"] == project_of["gov"]
    row = _project(nights, project_of["gov"])
    assert row["project_codes"] == ["OKM901:00/2099", "VN/90001/2099"]
    assert row["lead_organisation_id"] == "ministry-okm"
    assert row["name_sv"] == "Arbetsgruppen för identifiering av kunnande"


def test_status_follows_interruption_then_dates_then_words(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    status = {
        case: _project(nights, project_of[case])["status"]
        for case in ("gov", "gov_cancelled", "gov_planned", "open_end", "twin_a")
    }
    assert status == {
        "gov": "ongoing",
        "gov_cancelled": "cancelled",
        "gov_planned": "planned",
        "open_end": "ended",
        "twin_a": "unknown",
    }


def test_laws_make_no_project(nights: Nights, project_of: dict[str, str | None]) -> None:
    assert project_of["law"] is None
    labels = nights.first.column("select label from marts.fct_milestone where measure_id is null")
    assert labels == ["Väliraportti"]


def test_a_release_and_its_translation_are_one_project(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    sql = """
        select native_id, translation_of, project_id from marts.fct_release
        where native_id in ('80000001', '80000002') order by native_id
    """
    original, translation = nights.first.rows(sql)
    assert original["translation_of"] is None
    assert translation["translation_of"] == nights.ids["release_fi"]
    assert original["project_id"] == translation["project_id"] == project_of["release_fi"]
    assert _money(nights, project_of["release_fi"]) == [
        ("granted", Decimal("300000.00"), True),
        ("granted", Decimal("310000.00"), False),
    ]


def test_every_release_is_kept_and_few_name_a_project(nights: Nights) -> None:
    sql = """
        select native_id, project_id is not null as named, publisher_organisation_id as publisher
        from marts.fct_release order by native_id
    """
    rows = nights.first.rows(sql)
    assert {row["publisher"] for row in rows} == {"ely-04"}
    assert {row["native_id"]: row["named"] for row in rows} == {
        "80000001": True,
        "80000002": True,
        "80000003": True,
        "80000004": False,
        "80000005": False,
        "80000006": False,
    }
    sql = """
        select native_id from marts.bridge_project_source
        where native_id like '80000005%' order by 1
    """
    assert nights.first.column(sql) == ["80000005#1", "80000005#2"]


def test_sums_that_never_count(nights: Nights, project_of: dict[str, str | None]) -> None:
    sql = f"""
        select amount, amount_eur, counts_in_total from marts.fct_funding
        where project_id = '{project_of["open_end"]}' order by amount
    """
    assert [tuple(row.values()) for row in nights.first.rows(sql)] == [
        (Decimal("100.00"), Decimal("100.00"), False),
        (Decimal("200.00"), Decimal("200.00"), False),
        (Decimal("41000000.00"), None, False),
    ]


def test_of_an_amended_decision_the_latest_counts(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert project_of["decision"] == project_of["amended"]
    assert _money(nights, project_of["decision"]) == [
        ("granted", Decimal("5000.00"), False),
        ("granted", Decimal("6000.00"), True),
    ]
    assert project_of["uncoded"] == project_of["uncoded_amended"]
    assert _money(nights, project_of["uncoded"]) == [
        ("granted", Decimal("700.00"), False),
        ("granted", Decimal("900.00"), True),
    ]
    sql = f"""
        select distinct funding_year, year_basis, funder_organisation_id from marts.fct_funding
        where project_id = '{project_of["decision"]}'
    """
    assert [tuple(row.values()) for row in nights.first.rows(sql)] == [
        (2022, "decision", "agency-oph")
    ]


def test_persons_and_refusals_have_no_project(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert project_of["person"] is None
    assert project_of["refused"] is None
    sql = f"""
        select recipient_organisation_id, amount, counts_in_total from marts.fct_funding
        where record_id = '{nights.ids["person"]}'
    """
    assert [tuple(row.values()) for row in nights.first.rows(sql)] == [
        ("natural-person", Decimal("800.00"), False)
    ]


def test_the_name_of_a_person_is_never_published(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    assert _project(nights, project_of["open_end"])["lead_organisation_id"] == "natural-person"
    sql = "select name from marts.dim_organisation where organisation_id = 'natural-person'"
    assert nights.first.column(sql) == ["luonnollinen henkilö"]
    sql = "select count(*) from marts.dim_organisation where name ilike '%kuvitteellinen%'"
    assert nights.first.column(sql) == [0]


def test_a_decision_without_sum_says_so(nights: Nights, project_of: dict[str, str | None]) -> None:
    sql = f"""
        select amount, amount_status, counts_in_total from marts.fct_funding
        where project_id = '{project_of["not_published"]}'
    """
    assert [tuple(row.values()) for row in nights.first.rows(sql)] == [
        (None, "not_published", False)
    ]


def test_outputs_findings_and_coverage(nights: Nights, project_of: dict[str, str | None]) -> None:
    sql = "select project_id, output_type from marts.fct_output"
    assert nights.first.rows(sql) == [{"project_id": project_of["suunta"], "output_type": "tool"}]
    sql = 'select "row", step from marts.mart_quarantine'
    assert nights.first.rows(sql) == [{"row": "S29999,rikki", "step": "status_dates"}]
    sql = """
        select year, records, with_amount, with_date, with_recipient from marts.mart_coverage
        where source_id = 'ee_grant'
    """
    assert [tuple(row.values()) for row in nights.first.rows(sql)] == [(2022, 7, 6, 7, 7)]


def test_regions_come_from_records_only(nights: Nights, project_of: dict[str, str | None]) -> None:
    sql = f"""
        select maakunta_code, basis from marts.bridge_project_region
        where project_id = '{project_of["suunta"]}' order by basis
    """
    assert [tuple(row.values()) for row in nights.first.rows(sql)] == [
        ("05", "target_area"),
        ("05", "text"),
    ]
    codes = nights.first.column("select maakunta_code from marts.dim_region order by 1")
    assert len(codes) == 21
    assert {"00", "99"} <= set(codes)


def test_an_unchanged_night_changes_nothing(nights: Nights) -> None:
    tables = nights.first.column(
        "select table_name from information_schema.tables where table_schema = 'marts' order by 1"
    )
    assert len(tables) == len(list((PROJECT / "models" / "marts").glob("*/*.sql")))
    for table in tables:
        seen = "exclude (last_seen_at)" if table in ("dim_project", "fct_fact") else ""
        sql = f"select * {seen} from marts.{table} order by all"
        assert nights.first.rows(sql) == nights.second.rows(sql), table
    events = "select * from intermediate.int_registry__event_next order by all"
    assert nights.first.rows(events) == nights.second.rows(events)


def test_parsing_is_not_repeated_for_another_database(nights: Nights) -> None:
    assert "partial parsing" not in nights.second.log
    assert "partial parsing" not in nights.third.log


def test_a_merge_keeps_the_larger_or_older_id_and_leaves_a_redirect(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    kept, gone = sorted([str(project_of["twin_b"]), str(project_of["twin_page"])])
    sql = f"""
        select status, redirect_to from intermediate.int_registry__entity_next
        where project_id in ('{kept}', '{gone}') order by project_id
    """
    assert [tuple(row.values()) for row in nights.third.rows(sql)] == [
        ("active", None),
        ("merged", kept),
    ]
    sql = """
        select kind, project_id, other_project_id from intermediate.int_registry__event_next
        where "at" = date '2026-11-26' and kind = 'merged'
    """
    assert [tuple(row.values()) for row in nights.third.rows(sql)] == [("merged", gone, kept)]
    sql = f"""
        select project_id from marts.bridge_project_source
        where record_id in ('{nights.ids["twin_b"]}', '{nights.ids["twin_page"]}')
    """
    assert nights.third.column(sql) == [kept, kept]


def test_other_ids_stay_and_new_values_are_dated_tonight(
    nights: Nights, project_of: dict[str, str | None]
) -> None:
    sql = "select distinct project_id from marts.dim_project"
    before, after = set(nights.second.column(sql)), set(nights.third.column(sql))
    assert len(before - after) == 1
    assert len(after - before) == 1
    sql = f"""
        select value, first_seen_at from marts.fct_fact
        where subject_id = '{project_of["gov_cancelled"]}' and property = 'name'
    """
    assert [tuple(row.values()) for row in nights.third.rows(sql)] == [
        ("Hanke g2 uudella nimellä", date(2026, 11, 26))
    ]
    sql = f"""
        select distinct first_seen_at from marts.fct_fact
        where subject_id = '{project_of["suunta"]}'
    """
    assert nights.third.column(sql) == [date(2026, 11, 24)]
