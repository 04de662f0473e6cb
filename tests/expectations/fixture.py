"""Builds a small published schema with invented content: what a good release looks like.

The columns are those of the contract. Tests break one thing in it and see who notices.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

_TABLES = """
create schema marts;
create table marts.dim_region (
    maakunta_code varchar primary key, name_fi varchar, name_sv varchar, name_en varchar,
    ely_code varchar, ely_valid_to date, evk_code varchar, evk_valid_from date,
    structural_fund_authority varchar, elo_group_id varchar);
create table marts.dim_source (
    source_id varchar primary key, title varchar, publisher varchar, licence varchar,
    status varchar, last_success_at timestamptz, last_attempt_at timestamptz, records bigint,
    drift_count bigint, quarantined bigint, verified_live boolean);
create table marts.dim_organisation (
    organisation_id varchar primary key, business_id varchar, name varchar not null,
    name_fi varchar, name_sv varchar, name_en varchar, organisation_type varchar,
    valid_from date, valid_to date, successor_organisation_id varchar);
create table marts.dim_project (
    project_id varchar primary key, name varchar, name_fi varchar, name_sv varchar,
    name_en varchar, summary varchar, status varchar, start_date date, end_date date,
    start_precision varchar, end_precision varchar, lead_organisation_id varchar,
    programme_id varchar, project_codes varchar[], shared_codes varchar[],
    is_guidance boolean, guidance_evidence varchar, source_count bigint,
    first_seen_at date, last_seen_at date);
create table marts.bridge_project_source (
    project_id varchar not null, source_id varchar, record_id varchar, native_id varchar,
    record_kind varchar, source_url varchar, retrieved_at timestamptz, content_sha256 varchar,
    match_rule varchar, match_probability double, match_decided_by varchar);
create table marts.bridge_project_region (
    project_id varchar, maakunta_code varchar, basis varchar, record_id varchar);
create table marts.bridge_project_organisation (
    project_id varchar, organisation_id varchar, role varchar);
create table marts.fct_funding (
    funding_id varchar primary key, project_id varchar, funder_organisation_id varchar,
    recipient_organisation_id varchar, instrument varchar, amount_kind varchar,
    amount decimal(14,2), currency varchar, amount_eur decimal(14,2), amount_qualifier varchar,
    is_annual boolean, amount_status varchar, decision_date date, funding_year integer,
    year_basis varchar, counts_in_total boolean, record_id varchar, conflict_count bigint);
create table marts.fct_fact (
    fact_id varchar primary key, subject_type varchar, subject_id varchar, property varchar,
    value varchar, record_id varchar, source_id varchar, source_url varchar,
    content_sha256 varchar, retrieved_at timestamptz, is_preferred boolean, reason varchar,
    first_seen_at date, last_seen_at date);
create table marts.fct_release (
    release_id varchar primary key, native_id varchar, publisher_organisation_id varchar,
    title varchar, published_at timestamptz, language varchar, translation_of varchar,
    project_id varchar, source_url varchar);
create table marts.mart_quarantine (
    source_id varchar, source_url varchar, native_id varchar, row bigint, field varchar,
    step varchar, reason varchar, content_sha256 varchar, quarantined_at timestamptz);
create table marts.mart_match_link (
    left_record_id varchar, right_record_id varchar, score decimal(9,3), band varchar,
    decided_by varchar, match_rule varchar, match_probability decimal(5,4), is_joined boolean);
create table marts.bridge_project_theme (
    project_id varchar, theme_code varchar, evidence varchar);
create table marts.bridge_project_target_group (
    project_id varchar, target_group_code varchar, evidence varchar);
create table marts.bridge_project_relation (
    project_id varchar, related_project_id varchar, relation varchar, evidence varchar,
    decided_by varchar);
create table marts.mart_project_overlap (
    project_id_a varchar, project_id_b varchar, score decimal(5,4), reasons varchar[],
    months_overlap integer, shared_maakunta_codes varchar[], shared_themes varchar[],
    shared_target_groups varchar[], combined_granted_eur decimal(14,2),
    decisions_without_amount integer, is_time_inferred boolean, review_status varchar);
create table marts.mart_gap (
    gap_id varchar, theme_code varchar, target_group_code varchar, maakunta_code varchar,
    earlier_projects integer, last_ended_on date, planned_projects integer,
    national_ongoing_projects integer, granted_eur decimal(14,2));
create table marts.fct_envelope (
    envelope_id varchar, parent_envelope_id varchar, amount_eur decimal(14,2),
    source_document varchar, source_slide integer);
create table marts.bridge_project_envelope (
    project_id varchar, envelope_id varchar, basis varchar, evidence varchar, record_id varchar);
create table marts.mart_envelope_coverage (
    envelope_id varchar, planned_eur decimal(14,2), granted_stated_eur decimal(14,2),
    granted_inferred_eur decimal(14,2), shared_eur decimal(14,2),
    decisions_without_amount integer, remainder_eur decimal(14,2), stated_projects integer,
    inferred_projects integer);
create table marts.mart_change_log (
    changed_at timestamptz, subject_id varchar, property varchar, old_value varchar,
    new_value varchar, change varchar);
create table marts.fct_call (
    call_id varchar primary key, source_id varchar, native_id varchar, title varchar,
    funder_organisation_id varchar, instrument varchar, opens_on date, closes_on date,
    status varchar, maakunta_codes varchar[], budget_eur decimal(14,2), source_url varchar);
create table marts.fct_output (
    output_id varchar primary key, source_id varchar, native_id varchar, project_id varchar,
    output_type varchar, title varchar, url varchar, handle varchar, published_on date,
    licence varchar, withdrawn_on date);
comment on table marts.dim_project is 'Development projects (hanke), one row each';
comment on column marts.dim_project.name is 'Name as published; Finnish first';
"""

_ROWS = """
insert into marts.dim_region
select code, 'Maakunta ' || code, 'Landskap ' || code, 'Region ' || code, '01',
       date '2025-12-31', '01', date '2026-01-01', null, null
from (select unnest(['01','02','04','05','06','07','08','09','10','11','12','13','14','15','16',
                     '17','18','19','21','00','99']) as code);
insert into marts.dim_source values
  ('pages', 'Project pages', 'Office A', 'CC-BY-4.0', 'fresh', timestamptz '2026-11-24 01:10:00Z',
   timestamptz '2026-11-24 01:10:00Z', {n}, 0, 1, false),
  ('register', 'Register', 'Office B', 'CC-BY-4.0', 'fresh', timestamptz '2026-11-24 01:20:00Z',
   timestamptz '2026-11-24 01:20:00Z', {n}, 0, 0, false);
insert into marts.dim_organisation
select 'o' || i, null, 'Opisto ' || i, 'Opisto ' || i, null, null,
       ['university', 'uas', 'municipality', 'ely', 'education_provider'][1 + i % 5],
       null, null, null
from range(10) t(i);
insert into marts.dim_project
select 'p' || i, 'Ohjauksen polku ' || i, 'Ohjauksen polku ' || i, null, null,
       'Kehitetään ohjausta, osa ' || i, ['ended', 'ongoing'][1 + i % 2],
       date '2018-01-01' + (i % 900)::integer, date '2021-06-30' + (i % 900)::integer,
       'day', 'day', 'o' || (i % 10), null, ['S2' || (1000 + i)],
       cast([] as varchar[]), i % 3 = 0, null, 2, date '2026-11-24', date '2026-11-24'
from range({n}) t(i);
insert into marts.mart_change_log
select timestamptz '2026-11-23 01:00:00Z', project_id, 'project_id', null, project_id, 'added'
from marts.dim_project;
insert into marts.fct_call
select 'c' || i, 'pages', 'c' || i, 'Haku ' || i, 'o3', 'ESR', date '2024-01-01',
       date '2024-03-01', 'closed', cast([] as varchar[]), 1000000.00,
       'https://pages.example.fi/haku/' || i
from range(5) t(i);
insert into marts.fct_output
select 'u' || i, 'pages', 'u' || i, null, 'tool', 'Opas ' || i,
       'https://pages.example.fi/tulos/' || i, null, date '2024-01-01', 'CC BY 4.0', null
from range(5) t(i);
insert into marts.bridge_project_source
select 'p' || i, source, source || '-' || i, 'S2' || (1000 + i), 'project',
       'https://' || source || '.example.fi/p/' || i, timestamptz '2026-11-24 01:15:00Z',
       sha256(source || i), 'code', 1.0, 'rule'
from range({n}) t(i), (select unnest(['pages', 'register']) as source);
insert into marts.bridge_project_region
select 'p' || i, ['01', '05', '09', '17', '19'][1 + i % 5], 'target_area', 'register-' || i
from range({n}) t(i);
insert into marts.bridge_project_organisation select 'p' || i, 'o' || (i % 10), 'lead'
from range({n}) t(i);
insert into marts.fct_funding
select 'f' || i, 'p' || i, 'o3', 'o' || (i % 10), 'ESR', 'granted',
       50000 + 1371 * (i % 200) + 0.55, 'EUR', 50000 + 1371 * (i % 200) + 0.55, 'exact', false,
       'published', date '2018-01-10' + (i % 900)::integer,
       year(date '2018-01-10' + (i % 900)::integer), 'decision', true, 'register-' || i, 0
from range({n}) t(i);
insert into marts.fct_fact
select md5(i || property || source), 'project', 'p' || i, property,
       case property when 'name' then 'Ohjauksen polku ' || i
                     when 'start_date' then (date '2018-01-01' + (i % 900)::integer)::varchar
                     else (date '2021-06-30' + (i % 900)::integer)::varchar end,
       source || '-' || i, source, 'https://' || source || '.example.fi/p/' || i,
       sha256(source || i), timestamptz '2026-11-24 01:15:00Z', source = 'register',
       case source when 'register' then 'preferred' else 'less trusted source' end,
       date '2026-11-24', date '2026-11-24'
from range({n}) t(i), (select unnest(['name', 'start_date', 'end_date']) as property),
     (select unnest(['pages', 'register']) as source);
insert into marts.fct_fact
select md5('money' || i), 'funding', 'f' || i, 'amount',
       (50000 + 1371 * (i % 200) + 0.55)::decimal(14,2)::varchar, 'register-' || i, 'register',
       'https://register.example.fi/p/' || i, sha256('register' || i),
       timestamptz '2026-11-24 01:15:00Z', true, 'preferred', date '2026-11-24', date '2026-11-24'
from range({n}) t(i);
insert into marts.fct_release
select 'r' || i, (70000000 + i)::varchar, 'o3', 'Uusi hanke alkaa ' || i,
       timestamptz '2024-03-01 07:00:00Z' + to_days(i::integer), ['fi', 'sv'][1 + i % 2], null,
       case when i % 4 = 0 then 'p' || i end, 'https://news.example.fi/' || (70000000 + i)
from range(least({n}, 40)) t(i);
insert into marts.bridge_project_theme select 'p' || i, 'outreach', 'etsivä' from range({n}) t(i);
insert into marts.bridge_project_target_group select 'p' || i, 'pupils', 'oppilaat'
from range({n}) t(i);
insert into marts.mart_project_overlap
select least('p' || i, 'p' || (i + 5)), greatest('p' || i, 'p' || (i + 5)), 0.5,
       ['theme', 'aim', 'region', 'time', 'group'], 8, ['01'], ['outreach'], ['pupils'], 1000.00,
       0, false, 'unreviewed'
from range(greatest({n} - 5, 0)) t(i);
insert into marts.mart_gap
select md5(theme || code), theme, 'pupils', code, 0 + (code = '02')::integer, null, 0, 0, null
from (select unnest(['guidance_staff', 'transitions', 'guidance_quality']) as theme),
     (select maakunta_code as code from marts.dim_region where maakunta_code not in ('00', '99'));
insert into marts.fct_envelope values
  ('whole', null, 1000000, 'slides', 7), ('left', 'whole', 600000, 'slides', 7),
  ('right', 'whole', 400000, 'slides', 7), ('other', null, 200000, 'slides', 7);
insert into marts.bridge_project_envelope values ('p0', 'left', 'stated', 'a 1: vasen', 'r');
insert into marts.mart_envelope_coverage
select envelope_id, amount_eur, case when envelope_id in ('whole', 'left') then 50000.55 else 0 end,
       0, 0, 0,
       amount_eur - case when envelope_id in ('whole', 'left') then 50000.55 else 0 end, 1, 0
from marts.fct_envelope;
insert into marts.mart_quarantine values
  ('pages', 'https://pages.example.fi/p/999', null, 12, 'start_date', 'parse',
   'no such day: 31.2.2021', sha256('x'), timestamptz '2026-11-24 01:15:00Z');
"""


def build_marts(database: Path, projects: int = 60) -> Path:
    """Write a good release database with so many projects and return its path."""
    database.parent.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect(str(database))
    try:
        connection.execute("set timezone = 'UTC'")
        connection.execute(_TABLES)
        connection.execute(_ROWS.replace("{n}", str(projects)))
    finally:
        connection.close()
    return database


def change(database: Path, sql: str) -> Path:
    """Run one mutation on a database that `build_marts` wrote."""
    connection = duckdb.connect(str(database))
    try:
        connection.execute("set timezone = 'UTC'")
        connection.execute(sql)
    finally:
        connection.close()
    return database
