"""What a release says, in the form in which the sandbox compares it with its truth.

Only for releases of the sandbox. What does not belong here: the comparison
(`ingestion.sandbox.agreement`).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import duckdb

from ingestion.records import RECORD_KINDS
from ingestion.sandbox.agreement import Stated
from ingestion.sandbox.found import Records

_NAMES = (
    "select organisation_id, unnest([name, name_fi, name_sv, name_en]) from marts.dim_organisation"
)
_RECORDS = """
    select distinct records.source_id, records.native_id, facts.property, facts.value
    from marts.fct_fact as facts
    inner join marts.bridge_project_source as records using (record_id)
    where facts.subject_type = 'project'
        and facts.property in (
            'name', 'start_date', 'end_date', 'project_codes', 'lead_organisation_id'
        )
    union all
    select distinct
        records.source_id, records.native_id, 'precision',
        replace(facts.property, '_precision', '') || ' ' || facts.value
    from marts.fct_fact as facts
    inner join marts.bridge_project_source as records using (record_id)
    where facts.subject_type = 'project'
        and facts.property in ('start_precision', 'end_precision')
"""
_REGIONS = """
    select distinct records.source_id, records.native_id, 'region', regions.maakunta_code
    from marts.bridge_project_region as regions
    inner join marts.bridge_project_source as records using (record_id)
"""
_AMOUNTS = """
    select distinct records.source_id, records.native_id, amounts.subject_id,
        funding.amount_kind || ' ' || amounts.value || ' ' || funding.currency || ' '
        || qualifiers.value || case when funding.is_annual then ' annual' else '' end
    from marts.fct_fact as amounts
    inner join marts.fct_funding as funding on amounts.subject_id = funding.funding_id
    inner join marts.bridge_project_source as records
        on amounts.record_id = records.record_id
    inner join marts.fct_fact as qualifiers
        on amounts.subject_id = qualifiers.subject_id
        and amounts.record_id = qualifiers.record_id
        and qualifiers.property = 'amount_qualifier'
    where amounts.subject_type = 'funding' and amounts.property = 'amount'
"""
_PROJECTS = """
    select project_id, 'name', name from marts.dim_project
    union all select project_id, 'start_date', start_date::varchar from marts.dim_project
    union all select project_id, 'end_date', end_date::varchar from marts.dim_project
    union all select project_id, 'status', status from marts.dim_project
    union all select project_id, 'lead', lead_organisation_id from marts.dim_project
    union all select project_id, 'codes', unnest(project_codes) from marts.dim_project
    union all select project_id, role, organisation_id from marts.bridge_project_organisation
        where role in ('partner', 'funder')
    union all select project_id, 'themes', theme_code from marts.bridge_project_theme
    union all select project_id, 'target_groups', target_group_code
        from marts.bridge_project_target_group
"""
_COUNTED = """
    select project_id, sum(amount_eur) from marts.fct_funding
    where amount_kind = 'granted' and counts_in_total group by project_id
"""
_INSTRUMENTS = """
    select project_id, coalesce(instrument, ''), sum(amount_eur) from marts.fct_funding
    where amount_kind = 'granted' and counts_in_total group by all
"""
_PUBLISHED = """
    select 'project', source_id, native_id from marts.bridge_project_source
    union all select 'call', source_id, native_id from marts.fct_call
    union all select 'output', source_id, native_id from marts.fct_output
    union all
    select distinct 'release', releases.source_id, published.native_id
    from marts.fct_release as published
    inner join read_parquet(?) as releases using (native_id)
"""
_QUARANTINED = """
    select source_id, count(*) from (
        select distinct source_id, row, field, step, reason from marts.mart_quarantine
    ) group by source_id
"""
_OF_RECORD = "select source_id, native_id, project_id from marts.bridge_project_source"
_COLUMNS = {"project_codes": "codes", "lead_organisation_id": "lead"}


def read_stated(database: Path, landing: Path) -> Stated:
    """Read what a released warehouse says of its records and projects.

    Args:
        database: `elo.duckdb` of a release.
        landing: root of the landing tables on which it was built.

    Raises:
        duckdb.Error: the file is no warehouse.
    """
    stated = Stated()
    records: defaultdict[tuple[str, str], defaultdict[str, list[str]]] = defaultdict(_lists)
    projects: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(_lists)
    with duckdb.connect(str(database), read_only=True) as connection:
        for source_id, native_id, project_id in connection.execute(_OF_RECORD).fetchall():
            stated.project_of[source_id, native_id] = project_id
            records[source_id, native_id].clear()
        for sql in (_RECORDS, _REGIONS):
            for source_id, native_id, column, value in connection.execute(sql).fetchall():
                records[source_id, native_id][_COLUMNS.get(column, column)].append(value)
        for source_id, native_id, _, amount in connection.execute(_AMOUNTS).fetchall():
            records[source_id, native_id]["amount"].append(amount)
        for project_id, column, value in connection.execute(_PROJECTS).fetchall():
            if value is not None:
                projects[project_id][column].append(value)
        stated.counted = dict(connection.execute(_COUNTED).fetchall())
        stated.instruments = {
            (project_id, instrument): euros
            for project_id, instrument, euros in connection.execute(_INSTRUMENTS).fetchall()
        }
        for organisation_id, name in connection.execute(_NAMES).fetchall():
            if name is not None:
                stated.organisations.setdefault(organisation_id, []).append(name)
        _read_found(connection, landing, stated.found)
    stated.records = {key: dict(values) for key, values in records.items()}
    stated.projects = {key: dict(values) for key, values in projects.items()}
    return stated


def _read_found(connection: duckdb.DuckDBPyConnection, landing: Path, found: Records) -> None:
    """Read which records are landed, published and in quarantine."""
    for kind in RECORD_KINDS:
        parts = [str(landing / "current" / kind / "*" / "part.parquet")]
        sql = "select distinct source_id, native_id from read_parquet(?)"
        for source_id, native_id in connection.execute(sql, parts).fetchall():
            found.land(kind, (source_id, native_id))
    releases = [str(landing / "current" / "release" / "*" / "part.parquet")]
    for table, source_id, native_id in connection.execute(_PUBLISHED, releases).fetchall():
        found.publish(table, (source_id, native_id))
    found.damaged.update(dict(connection.execute(_QUARANTINED).fetchall()))


def _lists() -> defaultdict[str, list[str]]:
    return defaultdict(list)
