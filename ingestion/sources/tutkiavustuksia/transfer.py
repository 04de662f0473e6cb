"""A row of the producers' transfer file as a decision.

The file is no public feed; its columns are the canonical ones behind the exported tables. Its
flags to hide something are obeyed, and columns of private applicants are never read. What does
not belong here: the exported table (`decisions.py`).
"""

from __future__ import annotations

from typing import Final

from ingestion.platforms.cells import read_business_id, read_date, read_money
from ingestion.platforms.table_rows import ColumnError, Row
from ingestion.records import RegionBasis, RegionMention
from ingestion.scraper import Drift
from ingestion.sources.tutkiavustuksia.decisions import (
    Decision,
    call_number,
    read_eu,
    read_grant,
    unknown_places,
)
from ingestion.text.bodies import is_organisation_name
from ingestion.text.privacy import redact
from ingestion.text.region_lists import read_region_names

_YES: Final = frozenset({"kyllä", "ja", "yes", "1", "true", "tosi", "k", "x"})
_NO: Final = frozenset({"ei", "nej", "no", "0", "false", "epätosi", "e", ""})
#: This authority fills in the applicant's home municipality, not where money is used.
_HOME_TOWN_AUTHORITIES: Final = frozenset({"oph", "opetushallitus"})
_ABROAD: Final = "99"
_PART: Final = "transfer"


def read_transferred(row: Row) -> Decision | None:
    """The decision of a row; None for a refusal, an open application or a withdrawn row.

    Raises:
        ColumnError: the kind of decision, a key, a day or a sum cannot be read.
    """
    verdict = (row.text("verdict") or "").casefold()
    if verdict not in ("myönteinen", "kielteinen", ""):
        raise ColumnError("verdict", "enum", "an unknown kind of decision")
    drift: list[Drift] = []
    if verdict != "myönteinen" or _flag(row, "withdrawn", drift, unknown=True):
        return None
    is_hidden = _flag(row, "hide_applicant", drift, unknown=True)
    name = row.text("recipient")
    business_id = None if is_hidden else row.read("business_id", read_business_id)
    is_person = is_hidden or not (business_id or is_organisation_name(name or ""))
    hides_purpose = is_person or _flag(row, "hide_purpose", drift, unknown=True)
    purpose = row.text("purpose")
    call = row.text("call")
    is_eu_funded, eu_share = read_eu(row.cells["eu"])
    decision = Decision(
        row=row.number,
        case=row.required("case"),
        decided_on=row.read("decided_on", read_date),
        recipient=None if is_person else name,
        business_id=business_id,
        is_person=is_person,
        funder=row.required("funder"),
        granted=read_grant(row),
        applied=row.read("applied", read_money),
        paid=row.read("paid", read_money),
        eu_share=eu_share,
        is_eu_funded=is_eu_funded,
        purpose=redact(purpose) if purpose and not hides_purpose else None,
        call=call_number(f"({call})"),
        part=_PART,
        remarks=[*drift],
    )
    decision.regions = _regions(row, decision)
    return decision


def _flag(row: Row, key: str, drift: list[Drift], *, unknown: bool) -> bool:
    text = (row.text(key) or "").casefold()
    if text in _YES or text in _NO:
        return text in _YES
    drift.append(Drift("enum", row.labels[key], redact(text)[:40]))
    return unknown


def _regions(row: Row, decision: Decision) -> tuple[RegionMention, ...]:
    is_home_town = (decision.funder or "").casefold() in _HOME_TOWN_AUTHORITIES
    mentions: dict[RegionMention, None] = {}
    for column in ("municipalities", "maakunnat", "countries"):
        is_seat = column == "municipalities" and is_home_town
        basis: RegionBasis = "beneficiary_seat" if is_seat else "target_area"
        found = read_region_names((row.text(column) or "").split(","))
        decision.remarks += unknown_places(row, column, found)
        for code in found.codes:
            mentions[RegionMention(maakunta_code=code, basis=basis)] = None
    drift: list[Drift] = []
    if _flag(row, "foreign", drift, unknown=False):
        mentions[RegionMention(maakunta_code=_ABROAD, basis="beneficiary_seat")] = None
    decision.remarks += drift
    return tuple(mentions)
