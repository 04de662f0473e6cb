"""One granted decision: what its cells say, its key among all decisions of a file, its record.

What does not belong here: telling tables apart and finding columns (`scraper.py`, `columns.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from ingestion.platforms.cells import CellError, read_date, read_money, read_text
from ingestion.platforms.table_rows import ColumnError, Row
from ingestion.platforms.tables import Cell
from ingestion.records import Amount, Code, CodeRole, FundingRecord, Instrument, RegionMention
from ingestion.scraper import Drift, Rejected
from ingestion.text.bodies import NATURAL_PERSON, is_organisation_name
from ingestion.text.classify import find_target_groups, find_themes
from ingestion.text.guidance import judge_guidance
from ingestion.text.identifiers import business_id_valid, find_codes, normal_business_id
from ingestion.text.instruments import read_instrument
from ingestion.text.names import collapse
from ingestion.text.privacy import redact
from ingestion.text.region_lists import RegionList, read_region_names

_IN_BRACKETS = re.compile(r"\s*\((?P<id>(?:FI)?\d{6,8}\s?[-–−]?\s?\d)\)\s*$")
_CALL = re.compile(r"\((va-[a-z]{2,6}-\d{4}-\d+)\)\s*$", re.IGNORECASE)
_CALL_LIKE = re.compile(r"\bva-", re.IGNORECASE)
_NO: Final = frozenset({"ei", "nej", "no", "-"})
_SHARED_SCHEMES: Final = frozenset({"grant_call", "eura_call", "rrf_measure"})
_SHOWN = 60


@dataclass
class Decision:
    """A granted decision as one row states it.

    Attributes:
        business_id: with a right check digit, else None.
        recipient: name without its Y-tunnus; None for a natural person or where none is stated.
        eu_share: EU money where it is stated as a number.
        remarks: what the row says that could not be kept; the decision stands all the same.
    """

    row: int
    case: str
    decided_on: date | None
    recipient: str | None
    business_id: str | None
    is_person: bool
    funder: str | None
    granted: Decimal | None
    applied: Decimal | None = None
    paid: Decimal | None = None
    eu_share: Decimal | None = None
    is_eu_funded: bool | None = None
    purpose: str | None = None
    call_name: str | None = None
    call: str | None = None
    regions: tuple[RegionMention, ...] = ()
    part: str = "main"
    remarks: list[Rejected | Drift] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Natural key without the number of a repeated one."""
        if self.business_id:
            return f"{self.case}|{self.business_id}"
        name = NATURAL_PERSON if self.is_person else (self.recipient or "").casefold()
        return f"{self.case}|{name}"

    @property
    def order(self) -> tuple[date, str]:
        """Place among decisions of one key: by day, then by what they say, never by row."""
        said = {k: v for k, v in vars(self).items() if k not in ("row", "remarks")}
        return self.decided_on or date.max, repr(sorted(said.items()))


def read_decision(row: Row) -> Decision:
    """The decision of a row of the exported table.

    Raises:
        ColumnError: case, recipient, day or a sum cannot be read.
    """
    case = row.required("case")
    name, number = split_recipient(row.required("recipient"))
    business_id = normal_business_id(number) if number and business_id_valid(number) else None
    is_person = number is None and not is_organisation_name(name)
    purpose = row.text("purpose")
    is_eu_funded, eu_share = read_eu(row.cells["eu"])
    call_name = row.text("call")
    regions = read_region_names((row.text("regions") or "").split(","))
    decision = Decision(
        row=row.number,
        case=case,
        decided_on=row.read("decided_on", read_date),
        recipient=None if is_person else name,
        business_id=business_id,
        is_person=is_person,
        funder=row.text("funder"),
        granted=read_grant(row),
        applied=row.read("applied", read_money),
        eu_share=eu_share,
        is_eu_funded=is_eu_funded,
        # the use of a person's grant may name the person
        purpose=redact(purpose) if purpose and not is_person else None,
        call_name=call_name,
        call=call_number(call_name),
        regions=tuple(
            RegionMention(maakunta_code=code, basis="target_area") for code in regions.codes
        ),
    )
    decision.remarks += unknown_places(row, "regions", regions)
    if number and not business_id:
        reason = "a Y-tunnus whose check digit is wrong, left out"
        decision.remarks.append(row.reject(ColumnError("recipient", "check digit", reason)))
    if decision.funder is None:
        reason = "no authority, kept without a funder"
        decision.remarks.append(row.reject(ColumnError("funder", "required", reason)))
    if call_name and decision.call is None and _CALL_LIKE.search(call_name):
        decision.remarks.append(Drift("value", row.labels["call"], redact(call_name)[-_SHOWN:]))
    return decision


def numbered(decisions: Iterable[Decision]) -> Iterator[tuple[str, Decision]]:
    """Each decision with its native id: of a repeated key the oldest bare, then `#2`, `#3`."""
    by_key: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_key[decision.key].append(decision)
    for key, repeated in by_key.items():
        for number, decision in enumerate(sorted(repeated, key=lambda d: d.order), start=1):
            yield (key if number == 1 else f"{key}#{number}"), decision


def shared_cases(decisions: Iterable[Decision]) -> frozenset[str]:
    """Case numbers under which several recipients were granted money."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        keys[decision.case].add(decision.key)
    return frozenset(case for case, found in keys.items() if len(found) > 1)


def to_record(
    native_id: str, decision: Decision, url: str, shared: frozenset[str]
) -> FundingRecord:
    """The record of a decision; `shared` are cases that identify no single project."""
    judged = judge_guidance(decision.purpose)
    return FundingRecord(
        native_id=native_id,
        part=decision.part,
        source_url=url,
        locator=f"row {decision.row}",
        # a later decision of one key amends the oldest one
        project_native_id=None if native_id == decision.key or decision.is_person else decision.key,
        purpose=decision.purpose,
        codes=tuple(_codes(decision, shared)),
        recipient=decision.recipient,
        recipient_business_id=decision.business_id,
        recipient_is_person=decision.is_person,
        funder=decision.funder,
        instrument=_instrument(decision),
        is_eu_funded=decision.is_eu_funded,
        amounts=tuple(_amounts(decision)),
        regions=decision.regions,
        # a short text can show guidance, never its absence
        is_guidance=judged.is_guidance or None,
        guidance_evidence=judged.evidence,
        themes=find_themes(decision.purpose),
        target_groups=find_target_groups(decision.purpose),
    )


# ---- cells -------------------------------------------------------------------------------


def split_recipient(text: str) -> tuple[str, str | None]:
    """Name and Y-tunnus of `Nimi (7654321-2)`; its check digit is not judged here."""
    match = _IN_BRACKETS.search(text)
    return (collapse(text[: match.start()]), match["id"]) if match else (text, None)


def read_grant(row: Row) -> Decimal | None:
    """The granted sum; None where the decision is known and its sum is not published.

    Raises:
        ColumnError: it is no sum, or below zero.
    """
    granted = row.read("granted", read_money)
    if granted is not None and granted < 0:
        raise ColumnError("granted", "amount", "a grant below zero")
    return granted


def read_eu(cell: Cell) -> tuple[bool | None, Decimal | None]:
    """Whether EU money is in it, and how much where that is a number.

    The column holds nothing, a number, or the URL of a flag; any text is the flag.
    """
    text = read_text(cell)
    if text is None:
        return None, None
    try:
        amount = read_money(cell)
    except CellError:
        return text.casefold() not in _NO, None
    return bool(amount), amount


def call_number(text: str | None) -> str | None:
    """The number of a call such as `va-oph-2099-901` in brackets at the end of its name."""
    match = _CALL.search(text or "")
    return match[1].lower() if match else None


def unknown_places(row: Row, column: str, regions: RegionList) -> list[Drift]:
    """Drift for names of a column that are no known place."""
    where = row.labels[column]
    return [Drift("value", where, redact(name)[:_SHOWN]) for name in regions.unknown]


# ---- record ------------------------------------------------------------------------------


def _codes(decision: Decision, shared: frozenset[str]) -> Iterator[Code]:
    if decision.call:
        yield Code(scheme="grant_call", value=decision.call, role="shared")
    for found in find_codes(decision.case):
        if found.scheme == "vn_case":
            role: CodeRole = "shared" if decision.case in shared else "own"
            yield Code(scheme="vn_case", value=found.value, role=role)
    seen = {decision.call}
    for found in find_codes(decision.purpose or ""):
        if found.value not in seen and found.scheme != "y_tunnus":
            seen.add(found.value)
            role = "shared" if found.scheme in _SHARED_SCHEMES else "related"
            yield Code(scheme=found.scheme, value=found.value, role=role)


def _instrument(decision: Decision) -> Instrument:
    """State aid, unless the call is one of the recovery facility; a flag changes nothing."""
    if decision.call_name and read_instrument(decision.call_name) == "RRF":
        return "RRF"
    texts = f"{decision.call_name or ''} {decision.purpose or ''}"
    has_measure = any(found.scheme == "rrf_measure" for found in find_codes(texts))
    return "RRF" if has_measure else "STATE"


def _amounts(decision: Decision) -> Iterator[Amount]:
    yield Amount(kind="granted", amount=decision.granted, decision_date=decision.decided_on)
    if decision.eu_share is not None:
        yield Amount(
            kind="granted_eu_share", amount=decision.eu_share, decision_date=decision.decided_on
        )
    if decision.applied is not None:
        yield Amount(kind="applied", amount=decision.applied)
    if decision.paid is not None:
        yield Amount(kind="paid", amount=decision.paid)
