"""`grants360.json`: the complete grants in the 360Giving Data Standard 1.4.

The standard asks for an amount, a day of award, a recipient and a funder. A grant that lacks one
of them stays out and is counted by what it lacks: an amount of 0 or an invented day would be
worse than a gap. What does not belong here: which grants count (`fct_funding`), and identifiers
that nobody has issued: the publisher's prefix is a marked placeholder, a Y-tunnus stands in a
field of its own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from orchestration.release.tables import MARTS, Table

FILE = "grants360.json"
VERSION = "1.4"
#: 360Giving issues prefixes to publishers; until then no reader may take this for one.
PREFIX = "360G-PREFIXNOTISSUED"
#: The marts that a grant is put together from.
NEEDED = ("fct_funding", "dim_project", "dim_organisation", "dim_programme", "dim_region",
          "bridge_project_region", "bridge_project_source")  # fmt: skip
#: What may be lacking, by the column that is empty then, in the order in which it is named.
_LACKING = {
    "amount": "amount",
    "awarded": "day of award",
    "recipient_id": "recipient",
    "funder_id": "funder",
    "title": "name of the project",
}
_GRANTS = f"""
    with places as (
        select
            project_id,
            list(distinct coalesce(region.name_en, region.name_fi)
                order by coalesce(region.name_en, region.name_fi)) as names
        from {MARTS}.bridge_project_region as bridge
        inner join {MARTS}.dim_region as region using (maakunta_code)
        where bridge.basis != 'beneficiary_seat'
        group by project_id
    ),
    pages as (
        select record_id, any_value(source_url) as source_url
        from {MARTS}.bridge_project_source group by record_id
    )
    select
        funding.funding_id, funding.amount, funding.currency, funding.instrument,
        funding.decision_date as awarded,
        project.name as title, project.summary, project.start_date, project.end_date,
        recipient.organisation_id as recipient_id, recipient.name as recipient_name,
        recipient.business_id as recipient_business_id,
        funder.organisation_id as funder_id, funder.name as funder_name,
        funder.business_id as funder_business_id,
        programme.programme_id, programme.name_fi as programme_name,
        places.names as places, pages.source_url
    from {MARTS}.fct_funding as funding
    inner join {MARTS}.dim_project as project using (project_id)
    left join {MARTS}.dim_organisation as recipient
        on funding.recipient_organisation_id = recipient.organisation_id
    left join {MARTS}.dim_organisation as funder
        on funding.funder_organisation_id = funder.organisation_id
    left join {MARTS}.dim_programme as programme using (programme_id)
    left join places using (project_id)
    left join pages using (record_id)
    where
        funding.amount_kind = 'granted'
        and (funding.counts_in_total or funding.amount_status = 'not_published')
    order by funding.funding_id
"""


def export(
    connection: duckdb.DuckDBPyConnection,
    tables: Sequence[Table],
    folder: Path,
    *,
    stamp: datetime,
) -> dict[str, Any]:
    """Write `folder`/grants360.json.

    Args:
        connection: the release database.
        tables: the published tables.
        folder: the generation.
        stamp: when the generation was made.

    Returns:
        `grants`: how many were written, and `left_out`: what was lacking -> how many; a grant
        that lacks several things is counted at the first of them. Both are 0 and empty where a
        table that a grant is made of is not published.
    """
    left_out: Counter[str] = Counter()
    grants = []
    for row in _rows(connection, tables):
        lacking = next((name for column, name in _LACKING.items() if row[column] is None), None)
        if lacking:
            left_out[lacking] += 1
        else:
            grants.append(_grant(row))
    package = {
        "version": VERSION,
        "title": "Grants of the fact base of lifelong guidance in Finland",
        "description": _description(len(grants), left_out),
        "issued": stamp.date().isoformat(),
        "modified": stamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "identifier": f"{PREFIX}-{stamp:%Y%m%dT%H%M%SZ}",
        "grants": grants,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")
    return {"grants": len(grants), "left_out": dict(sorted(left_out.items()))}


def _rows(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table]) -> list[dict[str, Any]]:
    if not {table.name for table in tables}.issuperset(NEEDED):
        return []
    found = connection.execute(_GRANTS)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _description(written: int, left_out: Mapping[str, int]) -> str:
    lacking = ", ".join(f"{count} without {what}" for what, count in sorted(left_out.items()))
    missing = f" Left out: {lacking}." if lacking else ""
    return (
        f"{written} granted decisions with amount, day, recipient and funder.{missing}"
        f" The prefix {PREFIX} is a placeholder: none has been issued. `yTunnus` is the Finnish"
        " business id, which several units of one body may share."
    )


def _grant(row: Mapping[str, Any]) -> dict[str, Any]:
    grant: dict[str, Any] = {
        "id": f"{PREFIX}-{row['funding_id']}",
        "title": row["title"],
        "description": row["summary"] or row["title"],
        "currency": row["currency"],
        "amountAwarded": float(row["amount"]),  # two decimals, below 2^53 cents: exact
        "awardDate": row["awarded"].isoformat(),
        "recipientOrganization": [_body(row, "recipient")],
        "fundingOrganization": [_body(row, "funder")],
    }
    planned = {"startDate": _day(row["start_date"]), "endDate": _day(row["end_date"])}
    if any(planned.values()):
        grant["plannedDates"] = [{name: day for name, day in planned.items() if day}]
    if row["places"]:
        grant["beneficiaryLocation"] = [
            {"name": place, "countryCode": "FI"} for place in row["places"]
        ]
    if row["programme_id"]:
        programme = {"code": row["programme_id"], "title": row["programme_name"]}
        grant["grantProgramme"] = [programme]
    if row["instrument"]:
        grant["fundingType"] = [{"vocabulary": "instrument", "code": row["instrument"]}]
    if str(row["source_url"] or "").startswith(("http://", "https://")):
        grant["dataSource"] = row["source_url"]
    return grant


def _body(row: Mapping[str, Any], role: str) -> dict[str, Any]:
    body = {"id": f"{PREFIX}-{row[f'{role}_id']}", "name": row[f"{role}_name"]}
    if row[f"{role}_business_id"]:
        body["yTunnus"] = row[f"{role}_business_id"]
    return body


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
