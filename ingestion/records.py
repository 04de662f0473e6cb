"""Record kinds: what a parser may say, and how it lands in Parquet.

A record is what *one page or row* of one source states about one thing, in that source's
words but with typed values. Provenance (hash, time, source) is added by the pipeline, never
by a parser. What does not belong here: anything decided by comparing sources; that is dbt's.

Several pages may show the same record (a register list and its detail page): they share
`native_id` and differ in `part`.
"""

from __future__ import annotations

import hashlib
import types
import typing
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field

Precision = Literal["day", "month", "year"]
Status = Literal["planned", "ongoing", "ended", "cancelled", "unknown"]
CallStatus = Literal["upcoming", "open", "continuous", "closed", "unknown"]
Role = Literal["lead", "partner", "funder", "coordinator"]
RegionBasis = Literal["target_area", "site", "beneficiary_seat", "text"]
Instrument = Literal["ESR", "ESR+", "EAKR", "JTF", "RRF", "STATE", "OTHER"]
Qualifier = Literal["exact", "approx", "max", "min"]
CodeScheme = Literal[
    "eura", "hanke_tunnus", "vn_case", "eura_call", "grant_call", "rrf_measure",
    "y_tunnus", "handle", "urn",
]  # fmt: skip
#: own = identifies this project; shared = a call, measure or programme that many projects share;
#: related = identifies another thing that this one is tied to (never identity).
CodeRole = Literal["own", "shared", "related"]
AmountKind = Literal[
    "granted", "granted_eu_share", "partner_share", "national_share", "own_funding",
    "total_cost", "planned_public", "realised_public", "realised", "paid",
    # read and kept as evidence, never rows of fct_funding:
    "applied", "call_budget", "appropriation", "aggregate", "unknown",
]  # fmt: skip
Language = Literal["fi", "sv", "en"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Code(_Shape):
    """An identifier with its scheme."""

    scheme: CodeScheme
    value: str
    role: CodeRole


class OrganisationMention(_Shape):
    """An organisation in a role.

    `ref` is the native id of an organisation record of the same source, where the page gives an
    id instead of a name.
    """

    role: Role
    name: str | None = None
    ref: str | None = None
    business_id: str | None = None


class RegionMention(_Shape):
    """A maakunta code; `00` = whole country, `99` = abroad. Never from the funding authority."""

    maakunta_code: str = Field(pattern=r"^\d{2}$")
    basis: RegionBasis


class Coded(_Shape):
    """A code of a closed list (themes, target groups) and the words that state it."""

    code: str
    evidence: str


class Amount(_Shape):
    """A sum of money with its meaning, in whole units of `currency`.

    `amount` is None where a decision is known and its sum is not published. `paid_on` is the day
    of a payment, which is no day of decision.
    """

    kind: AmountKind
    amount: Decimal | None
    currency: str = "EUR"
    qualifier: Qualifier = "exact"
    is_annual: bool = False
    instrument: Instrument | None = None
    funder: str | None = None
    recipient: str | None = None
    decision_date: date | None = None
    paid_on: date | None = None
    from_prose: bool = False
    quote: str | None = None


class NamedProject(_Shape):
    """Another project that a page names, with whatever tells which one.

    Attributes:
        name: as written, without a code that stands beside it.
        short_name: the name without what stands behind it in parentheses, behind a comma, dash
            or colon, which may be an explanation as well as the end of the name.
        code: a code that is written or linked beside the name.
        url: page of the same source that the name links to.
    """

    name: str | None = None
    short_name: str | None = None
    code: Code | None = None
    url: str | None = None


class Record(_Shape):
    """Base of all kinds: identity inside the source, and the page a person can open."""

    kind: ClassVar[str]
    native_id: str = Field(min_length=1)
    part: str = "main"
    source_url: str = Field(min_length=1)
    locator: str | None = None


class _Described(_Shape):
    """What a project is said to be, shared by register rows, pages and release mentions."""

    name: str | None = None
    name_fi: str | None = None
    name_sv: str | None = None
    name_en: str | None = None
    start_date: date | None = None
    start_precision: Precision | None = None
    end_date: date | None = None
    end_precision: Precision | None = None
    codes: tuple[Code, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    regions: tuple[RegionMention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    is_guidance: bool | None = None
    guidance_evidence: str | None = None
    themes: tuple[Coded, ...] = ()
    target_groups: tuple[Coded, ...] = ()


class ProjectRecord(Record, _Described):
    """A development project as one register row or page shows it.

    `makes_project` is false for things a source files beside projects (laws, strategies):
    they land, and no project is made of them. `subprojects` are those that the page says belong to
    this one: an umbrella or programme names them.
    """

    kind: ClassVar[str] = "project"
    makes_project: bool = True
    record_type: str | None = None
    language: Language | None = None
    summary: str | None = None
    status: Status | None = None
    status_raw: str | None = None
    programme: str | None = None
    priority: str | None = None
    instrument: Instrument | None = None
    subprojects: tuple[NamedProject, ...] = ()


class FundingRecord(Record):
    """A decision or payment that stands alone, without a project page of its own.

    `project_native_id` names the record of the same source that it belongs to: a project, or the
    decision that it amends. `is_eu_funded` is a flag of the source: it changes neither instrument
    nor amount.
    """

    kind: ClassVar[str] = "funding"
    project_native_id: str | None = None
    purpose: str | None = None
    codes: tuple[Code, ...] = ()
    recipient: str | None = None
    recipient_business_id: str | None = None
    recipient_is_person: bool = False
    funder: str | None = None
    instrument: Instrument | None = None
    is_eu_funded: bool | None = None
    amounts: tuple[Amount, ...] = ()
    regions: tuple[RegionMention, ...] = ()
    is_guidance: bool | None = None
    guidance_evidence: str | None = None
    themes: tuple[Coded, ...] = ()
    target_groups: tuple[Coded, ...] = ()


class Alias(_Shape):
    """Another name that a register gives an organisation, with the days between which it held."""

    name: str
    valid_from: date | None = None
    valid_to: date | None = None


class OrganisationRecord(Record):
    """An organisation as a register names it.

    Attributes:
        aliases: former and further names, in the order of the register.
        legal_form: the register's word for it; it does not decide `organisation_type`.
        business_line: `<code set>:<code>`, since code sets change.
        municipality_code: three digits, of the seat.
    """

    kind: ClassVar[str] = "organisation"
    name_fi: str | None = None
    name_sv: str | None = None
    name_en: str | None = None
    abbreviation: str | None = None
    business_id: str | None = None
    organisation_type: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    aliases: tuple[Alias, ...] = ()
    legal_form: str | None = None
    business_line: str | None = None
    municipality_code: str | None = None


class CallRecord(Record):
    """A call for applications. Its budget is never a grant.

    `stated_status` is the source's own word, which may be stale; the state by the dates is
    computed where calls are published.
    """

    kind: ClassVar[str] = "call"
    title: str
    funder: str | None = None
    instrument: Instrument | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    is_continuous: bool = False
    stated_status: CallStatus | None = None
    status_raw: str | None = None
    regions: tuple[RegionMention, ...] = ()
    budget_eur: Decimal | None = None
    codes: tuple[Code, ...] = ()


class OutputRecord(Record):
    """A publication, evaluation, tool, method or practice.

    `title` is None only where a source says no more than a fact about a known output: that it
    was withdrawn, or which files it has.
    """

    kind: ClassVar[str] = "output"
    output_type: Literal["publication", "tool", "method", "practice", "evaluation"]
    title: str | None
    url: str | None = None
    handle: str | None = None
    published_on: date | None = None
    published_precision: Precision | None = None
    licence: str | None = None
    publisher: str | None = None
    series: str | None = None
    series_number: str | None = None
    files: tuple[str, ...] = ()
    withdrawn_on: date | None = None
    codes: tuple[Code, ...] = ()


class ProjectMention(_Described):
    """A project that a release names. `native_id` is `releaseId`, or `releaseId#n`."""

    native_id: str


class ReleaseRecord(Record):
    """A press release; `published_at` in UTC. Every release lands, also the off-topic ones."""

    kind: ClassVar[str] = "release"
    title: str
    lead: str | None = None
    publisher_id: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None
    language: Language | None = None
    tagged_regions: tuple[str, ...] = ()
    mentions: tuple[ProjectMention, ...] = ()


class MilestoneRecord(Record):
    """A step of a project with the day it is due."""

    kind: ClassVar[str] = "milestone"
    project_native_id: str
    label: str
    due_on: date | None = None
    precision: Precision | None = None
    note: str | None = None


class CodeRecord(Record):
    """An item of an official code list, or of a hand-kept one with a citation a row."""

    kind: ClassVar[str] = "code"
    list_name: str
    code: str
    name_fi: str | None = None
    name_sv: str | None = None
    name_en: str | None = None
    parent_list: str | None = None
    parent_code: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    responsible: str | None = None
    citation: str | None = None
    confidence: str | None = None


RECORD_KINDS: dict[str, type[Record]] = {
    cls.kind: cls
    for cls in (
        ProjectRecord, FundingRecord, OrganisationRecord, CallRecord, OutputRecord,
        ReleaseRecord, MilestoneRecord, CodeRecord,
    )
}  # fmt: skip

#: Columns the pipeline adds to every landed record.
PROVENANCE = pa.schema(
    [
        pa.field("record_id", pa.string(), nullable=False),
        pa.field("source_id", pa.string(), nullable=False),
        pa.field("content_sha256", pa.string(), nullable=False),
        pa.field("retrieved_at", pa.timestamp("us", tz="UTC"), nullable=False),
        pa.field("first_seen_at", pa.date32(), nullable=False),
        pa.field("last_seen_at", pa.date32(), nullable=False),
        pa.field("record_sha256", pa.string(), nullable=False),
    ]
)


def record_id(source_id: str, kind: str, native_id: str) -> str:
    """Identity of a record over all nights: from the natural key, never from page bytes."""
    return hashlib.sha256(f"{source_id}\x1f{kind}\x1f{native_id}".encode()).hexdigest()[:20]


def record_sha256(record: Record) -> str:
    """Version of a record: equal as long as every value it states is equal.

    Where a record stands (`locator`) is left out: a list that is only re-ordered is no change.
    """
    body = record.model_dump_json(exclude={"locator"})
    return hashlib.sha256(body.encode()).hexdigest()


def landing_schema(kind: str) -> pa.Schema:
    """Arrow schema of one landed kind: provenance first, then the fields of the record."""
    fields = [
        pa.field(name, _arrow_type(info.annotation))
        for name, info in RECORD_KINDS[kind].model_fields.items()
    ]
    return pa.schema([*PROVENANCE, *fields])


_SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
    Decimal: pa.decimal128(14, 2),
}


def _arrow_type(annotation: Any) -> pa.DataType:
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return pa.string()
    if origin in (typing.Union, types.UnionType):
        (inner,) = [arg for arg in args if arg is not type(None)]
        return _arrow_type(inner)
    if origin is tuple:
        return pa.list_(_arrow_type(args[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(
            [(name, _arrow_type(info.annotation)) for name, info in annotation.model_fields.items()]
        )
    raise TypeError(f"no Arrow type for {annotation!r}")
