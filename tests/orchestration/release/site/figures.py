"""How a figure of a page is counted again: its key to one number in SQL.

The SQL is written against the contract's tables and shares nothing with the site's own reading.
"""

# ruff: noqa: S608  (the conditions are written here; values are parameters)

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import duckdb

_DECISION = "amount_kind = 'granted' and counts_in_total"
_WITHOUT = "amount_kind = 'granted' and amount_status = 'not_published' and project_id is not null"
_ABOUT = "(select project_id from marts.dim_project where is_guidance)"
_MK = "(select project_id from marts.bridge_project_region where maakunta_code = ?)"
_OFFICE = (
    "(select project_id from marts.bridge_project_region join marts.dim_region"
    " using (maakunta_code) where {0}_code = ?)"
)


def _money(where: str) -> str:
    return (
        f"select sum(amount_eur) from marts.fct_funding where {_DECISION} and project_id in"
        f" (select project_id from marts.dim_project) and {where}"
    )


def _without(where: str) -> str:
    return f"select count(*) from marts.fct_funding where {_WITHOUT} and {where}"


def _projects(where: str) -> str:
    return f"select count(*) from marts.dim_project where {where}"


_G = f"project_id in {_ABOUT}"
_RULES: dict[str, str] = {
    "projects:guidance": _projects("is_guidance"),
    "ongoing:guidance": _projects("is_guidance and status = 'ongoing'"),
    "granted:guidance": _money(_G),
    "granted:guidance:without": _without(_G),
    "nodecision:guidance": _projects(
        f"is_guidance and project_id not in (select project_id from marts.fct_funding where"
        f" project_id is not null and (({_DECISION}) or ({_WITHOUT})))"
    ),
    "overlaps:all": "select count(*) from marts.mart_project_overlap",
    "gaps:all": "select count(*) from marts.mart_gap",
    "gaps:mk:(.+)": "select count(*) from marts.mart_gap where maakunta_code = ?",
    "gaps:cell:(.+):(.+)": (
        "select count(*) from marts.mart_gap where theme_code = ? and maakunta_code = ?"
    ),
    "calls:all": "select count(*) from marts.fct_call",
    "calls:open": "select count(*) from marts.fct_call where status in ('open', 'continuous')",
    "budget:call:(.+)": "select budget_eur from marts.fct_call where call_id = ?",
    "granted:year:(.+)": _money(f"funding_year = ? and {_G}"),
    "without:year:(.+)": _without(f"funding_year = ? and {_G}"),
    "granted:allyear:(.+)": _money("funding_year = ?"),
    "granted:instrument:(.*)": _money(f"coalesce(instrument, '') = ? and {_G}"),
    "without:instrument:(.*)": _without(f"coalesce(instrument, '') = ? and {_G}"),
    "paid:instrument:(.*)": (
        "select sum(amount_eur) from marts.fct_funding where amount_kind = 'paid' and not is_annual"
        f" and coalesce(instrument, '') = ? and {_G}"
    ),
    "granted:cell:(.+):(.*)": _money(f"funding_year = ? and coalesce(instrument, '') = ? and {_G}"),
    "granted:funder:(.*)": _money(f"coalesce(funder_organisation_id, '') = ? and {_G}"),
    "without:funder:(.*)": _without(f"coalesce(funder_organisation_id, '') = ? and {_G}"),
    "received:organisation:(.+)": _money("recipient_organisation_id = ?"),
    "grantedby:organisation:(.+)": _money("funder_organisation_id = ?"),
    "granted:project:(.+)": _money("project_id = ?"),
    "without:project:(.+)": _without("project_id = ?"),
    "sources:project:(.+)": "select source_count from marts.dim_project where project_id = ?",
    "overlaps:project:(.+)": (
        "select count(*) from marts.mart_project_overlap where ? in (project_id_a, project_id_b)"
    ),
    "amount:(.+)": "select amount_eur from marts.fct_funding where funding_id = ?",
    "combined:overlap:(.+):(.+)": (
        "select combined_granted_eur from marts.mart_project_overlap"
        " where project_id_a = ? and project_id_b = ?"
    ),
    "projects:programme:(.+)": _projects("programme_id = ?"),
    "granted:programme:(.+)": _money(
        "project_id in (select project_id from marts.dim_project where programme_id = ?)"
    ),
    "projects:theme:(.+)": _projects(
        "is_guidance and project_id in (select project_id from marts.bridge_project_theme"
        " where theme_code = ?)"
    ),
    "ongoing:theme:(.+)": _projects(
        "is_guidance and status = 'ongoing' and project_id in (select project_id from"
        " marts.bridge_project_theme where theme_code = ?)"
    ),
    "organisations:type:(.+)": "",
    "records:source:(.+)": "select records from marts.dim_source where source_id = ?",
    "quarantined:source:(.+)": "select quarantined from marts.dim_source where source_id = ?",
    "linked:source:(.+)": (
        "select count(distinct project_id) from marts.bridge_project_source where source_id = ?"
    ),
    "planned:envelope:(.+)": "select amount_eur from marts.fct_envelope where envelope_id = ?",
    "projects:measure:(.+)": (
        "select count(*) from marts.bridge_project_measure where measure_id = ?"
    ),
    "changes:(.+)": "",
}
for _name, _column in {
    "stated": "granted_stated_eur",
    "inferred": "granted_inferred_eur",
    "without": "decisions_without_amount",
    "remainder": "remainder_eur",
}.items():
    _RULES[f"{_name}:envelope:(.+)"] = (
        f"select {_column} from marts.mart_envelope_coverage where envelope_id = ?"
    )
for _kind, _inside in {
    "mk": _MK,
    "ely": _OFFICE.format("ely"),
    "evk": _OFFICE.format("evk"),
}.items():
    _RULES[f"projects:{_kind}:(.+)"] = _projects(f"is_guidance and project_id in {_inside}")
    _RULES[f"ongoing:{_kind}:(.+)"] = _projects(
        f"is_guidance and status = 'ongoing' and project_id in {_inside}"
    )
    _RULES[f"granted:{_kind}:(.+)"] = _money(f"{_G} and project_id in {_inside}")
    _RULES[f"without:{_kind}:(.+)"] = _without(f"{_G} and project_id in {_inside}")
_KNOWN = {
    "start": "start_date is not null",
    "end": "end_date is not null",
    "lead": "lead_organisation_id is not null",
    "region": "project_id in (select project_id from marts.bridge_project_region)",
    "theme": "project_id in (select project_id from marts.bridge_project_theme)",
    "group": "project_id in (select project_id from marts.bridge_project_target_group)",
    "summary": "summary is not null",
    "granted": f"project_id in (select project_id from marts.fct_funding where {_DECISION})",
    "two_sources": "source_count > 1",
    "swedish": "name_sv is not null",
    "status": "status <> 'unknown'",
}
#: Counted by other means, or over a window of days.
NOT_COUNTED = ("organisations:type:", "changes:")


def count_again(connection: duckdb.DuckDBPyConnection, key: str) -> Any:
    """The figure that a key stands for, from the marts."""
    if found := re.fullmatch(r"rows:table:(\w+)", key):
        return _one(connection, f"select count(*) from marts.{found[1]}", [])
    if found := re.fullmatch(r"known:(\w+)", key):
        return _one(connection, _projects(f"is_guidance and {_KNOWN[found[1]]}"), [])
    if found := re.fullmatch(r"coverage:(\w+):(.+):(.+)", key):
        sql = f"select {found[1]} from marts.mart_coverage where source_id = ? and"
        return _one(connection, f"{sql} coalesce(year::varchar, 'None') = ?", [found[2], found[3]])
    for pattern, sql in _RULES.items():
        if sql and (found := re.fullmatch(pattern, key)):
            return _one(connection, sql, list(found.groups()))
    raise LookupError(f"no way to count {key!r} again")


def _one(connection: duckdb.DuckDBPyConnection, sql: str, values: list[Any]) -> Any:
    row = connection.execute(sql, values).fetchone()
    value = row[0] if row else None
    return Decimal(0) if value is None else Decimal(value)
