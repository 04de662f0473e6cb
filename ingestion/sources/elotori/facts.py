"""Typed facts of one block: organisations, money, period, regions, programme.

What does not belong here: where a block begins (`blocks.py`) and whether it is a project
(`projects.py`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from ingestion.records import (
    Amount,
    AmountKind,
    Instrument,
    Language,
    OrganisationMention,
    Precision,
    RegionBasis,
    RegionMention,
    Role,
)
from ingestion.sources.elotori.labels import Field
from ingestion.sources.elotori.reading import Reading
from ingestion.sources.elotori.told import FOREIGN, Told, value_of
from ingestion.text.dates import PeriodFound, find_dates, find_periods, read_period
from ingestion.text.instruments import read_instrument
from ingestion.text.lookups import kunnat, municipality_names
from ingestion.text.money import AmountFound, find_amounts, labelled_amounts
from ingestion.text.names import comparable
from ingestion.text.organisations import find_organisations, split_parties
from ingestion.text.regions import find_regions
from ingestion.text.shares import share_holder

#: A fund, programme or kind of grant named as funder is an instrument, no organisation.
_FUND = re.compile(
    r"rahasto|ohjelma|fonden|\bfund\b|programme|\bprogram"
    r"|^(?:ESR|ESF|EAKR|ERUF|ERDF|JTF|RRF|FRO)\b"
    r"|^(?:valtionavustus|statsunderstöd|statsbidrag|state grant)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"keskus|ministeri|liitto|virasto|hallitus|central|förbund|säätiö|stiftelse|agency|council"
    r"|kaupunki|kunta|\bstad\b|säätiö|foundation|ministry",
    re.IGNORECASE,
)
_INSTRUMENT_TAIL = re.compile(
    r"\s*\((?:ESR\+?|ESF(?:\+| Plus)?|EAKR|ERUF|ERDF|JTF|FRO|RRF|REACT-EU|EU)\)$", re.IGNORECASE
)
_NAME_TOWN = re.compile(r"^(?P<name>[^,;]{4,}),\s*(?P<town>[A-ZÅÄÖ][\wåäö-]+)$")
_PLACE_PARTS = re.compile(r"[,;\n]|\s(?:ja|sekä|och|and)\s")
_ABOUT_MONEY = re.compile(
    r"rahoit|finans|fund|avustu|understöd|tuella|stöd|myön|bevilja|grant", re.IGNORECASE
)
_ABOUT_TIME = re.compile(
    r"hanke|hankkeen|projekt|project|toteut|kesto|pågår|genomför|\bruns?\b|käynni|^alka",
    re.IGNORECASE,
)
_ABOUT_PLACE = re.compile(
    r"toteut|toimi|alue|pilot|kohdist|kunn[ai]|maakun|paikkakun|valtakun|koko maa|genomför|område"
    r"|region|kommun|landskap|nationell|hela landet|carried out|area|municipalit|nationwide",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Period:
    """Start and end with their precision; what is not stated is None."""

    start: date | None = None
    start_precision: Precision | None = None
    end: date | None = None
    end_precision: Precision | None = None


def read_organisations(reading: Reading, told: Told) -> tuple[OrganisationMention, ...]:
    """Organisations by role, in the order and the roles the labels give.

    The lead is who is labelled so; of plain implementers the first one named. A role that no
    label gives is who a sentence says has it.
    """
    leads = _parties(reading, "lead", "lead")
    coordinators = _parties(reading, "coordinator", "lead" if not leads else "coordinator")
    implementers = _implementers(reading, has_lead=_has_lead([*leads, *coordinators]))
    partners = _parties(reading, "partner", "partner")
    found = [*leads, *implementers, *coordinators, *partners]
    if _has_lead([*leads, *implementers]) and not leads:
        found = [*leads, *implementers, *_demoted(coordinators), *partners]
    return _unique([*_one_lead(_with_told(found, told)), *read_funders(reading)])


def _with_told(labelled: Sequence[OrganisationMention], told: Told) -> list[OrganisationMention]:
    """The labelled bodies, and from sentences the roles that no label fills."""
    if not labelled:
        return list(told.parties)
    found = list(labelled)
    if not _has_lead(found) and not any(party.role == "coordinator" for party in found):
        found = [*told.having("lead"), *found]
    if not any(party.role == "partner" for party in found):
        found += told.having("partner")
    return found


def read_funders(reading: Reading) -> list[OrganisationMention]:
    """Organisations named as funders; a bare fund or programme is none."""
    labelled = [party for party in _parties(reading, "funder", "funder") if _is_body(party)]
    granting = [
        OrganisationMention(role="funder", name=found.name)
        for row in reading.rows
        if _ABOUT_MONEY.search(row) and not FOREIGN.search(row)
        for found in find_organisations(row)
        if found.role == "funder"
    ]
    return labelled or [party for party in granting if _is_body(party)]


def lead_of(organisations: Sequence[OrganisationMention]) -> OrganisationMention | None:
    """The lead among organisations, if one is named."""
    return next((party for party in organisations if party.role == "lead"), None)


def read_programme(reading: Reading) -> str | None:
    """The programme or fund as the page words it."""
    if text := reading.first("programme"):
        return text.split("\n")[0]
    for text in reading.texts("funder"):
        for part in re.split(r"[\n,;]", text):
            if _is_fund(part.strip()):
                return part.strip()
    return None


def read_page_instrument(reading: Reading, beside: str) -> Instrument | None:
    """Instrument by what the labels, the heading or a sentence about money name."""
    labelled = [*reading.texts("programme", "funder", "amount"), beside]
    labelled += [value.words for value in reading.values.get("amount", ())]
    about_money = [row for row in reading.rows if _ABOUT_MONEY.search(row)]
    for text in [*labelled, *about_money]:
        if text and (instrument := read_instrument(text)):
            return instrument
    return None


def read_amounts(
    reading: Reading,
    language: Language | None,
    instrument: Instrument | None,
    organisations: Sequence[OrganisationMention],
) -> tuple[Amount, ...]:
    """All sums with their meaning: the labelled ones, then those of the running text."""
    found: list[AmountFound] = []
    for value in reading.values.get("amount", ()):
        if value.text and value.label.amount_kind:
            found += labelled_amounts(value.label.amount_kind, value.text, language)
    for value in reading.values.get("funder", ()):
        found += labelled_amounts("total_cost", value.text, language) if value.text else []
    # As one text: the rows of a list inherit their unit from each other.
    running = "\n".join(row for row in reading.rows if not FOREIGN.search(row))
    stated = find_amounts(running, language)
    holders = {id(one): share_holder(running, one) for one in stated if one.kind == "partner_share"}
    funders = [party.name for party in organisations if party.role == "funder"]
    lead = lead_of(organisations)
    seen: dict[tuple[AmountKind, Decimal, str, str | None], Amount] = {}
    for one in [*found, *stated]:
        granted = one.kind == "granted"
        holder = holders.get(id(one))
        amount = Amount(
            kind=one.kind,
            amount=one.value,
            currency=one.currency,
            qualifier=one.qualifier,
            is_annual=one.is_annual,
            instrument=instrument,
            funder=funders[0] if granted and len(funders) == 1 else None,
            recipient=lead.name if granted and lead else holder,
            from_prose=True,
            quote=one.quote,
        )
        seen.setdefault((one.kind, one.value, one.currency, holder), amount)
    return tuple(seen.values())


def read_project_period(reading: Reading, beside: str, language: Language | None) -> Period:
    """The project's own period: labelled, in the heading, or in a sentence about the project."""
    for text in [*reading.texts("period"), beside]:
        if text and (period := read_period(text, language)):
            return _period(period)
    if reading.first("start") or reading.first("end"):
        return _from_ends(reading.first("start"), reading.first("end"), language)
    if reading.values.get("period"):
        return Period()  # the label stands there and its value is lost: empty, not elsewhere
    stated = [
        period
        for row in reading.rows
        if _ABOUT_TIME.search(row)
        for period in find_periods(row, language)
        if "year" not in (period.start_precision, period.end_precision)
    ]
    # Two periods in running text are events, calls or phases: none of them is the project's.
    return _period(stated[0]) if len(stated) == 1 else Period()


def read_regions(reading: Reading, name: str) -> tuple[RegionMention, ...]:
    """Maakunta codes by stated places; never from who pays or who runs the project."""
    basis: dict[str, RegionBasis] = {}
    for text in reading.texts("region"):
        _add_regions(basis, text, "target_area")
    for text in reading.texts("site"):
        _add_regions(basis, text, "site")
    if not basis:
        _add_regions(basis, name, "text")
        for text in reading.texts("target", "aim"):
            _add_regions(basis, text, "text")
        for line in reading.prose:
            _add_stated(basis, line.text)
    return tuple(RegionMention(maakunta_code=c, basis=b) for c, b in sorted(basis.items()))


def _add_stated(basis: dict[str, RegionBasis], line: str) -> None:
    """Places of running text: a town counts only where the sentence is about the place."""
    about_place = _ABOUT_PLACE.search(line) is not None
    for region in find_regions(line):
        is_region = region.basis in ("name", "national")
        if is_region or (about_place and region.basis == "municipality"):
            basis.setdefault(region.maakunta_code, "text")


def _add_regions(basis: dict[str, RegionBasis], text: str, kind: RegionBasis) -> None:
    for region in find_regions(text):
        basis.setdefault(region.maakunta_code, kind)
    if kind in ("site", "target_area"):
        # Behind a label a word that is also a common noun can only be the town.
        for part in _PLACE_PARTS.split(text):
            if code := _towns().get(comparable(part.strip(" ."))):
                basis.setdefault(code, kind)


@cache
def _towns() -> dict[str, str]:
    return {
        comparable(name): kunta.maakunta_code
        for kunta in kunnat()
        for name in (kunta.name_fi, kunta.name_sv)
    }


def _parties(reading: Reading, name: Field, role: Role) -> list[OrganisationMention]:
    return [
        party.model_copy(update={"name": _INSTRUMENT_TAIL.sub("", party.name)})
        if party.name
        else party
        for text in reading.texts(name)
        for party in split_parties("\n".join(map(_names_of, text.split("\n"))), role)
    ]


def _names_of(row: str) -> str:
    return _without_town(value_of(row))


def _without_town(row: str) -> str:
    """The name in a row `Nimi, Kunta`; a town is told by the name before it or by the table."""
    match = _NAME_TOWN.match(row)
    if match is None:
        return row
    name, town = match["name"], match["town"]
    is_town = town in municipality_names() or comparable(name).startswith(comparable(town)[:-1])
    return name if is_town and not _BODY.search(town) else row


def _implementers(reading: Reading, *, has_lead: bool) -> list[OrganisationMention]:
    if has_lead:
        return _parties(reading, "implementer", "partner")
    marked = _parties(reading, "implementer", "partner")
    if _has_lead(marked):
        return marked
    # Without a mark the order decides: the lead is named first (reported on hand-made lists).
    plain = _parties(reading, "implementer", "lead")
    first = next((i for i, party in enumerate(plain) if party.role == "lead"), None)
    return [
        party if i == first or party.role != "lead" else _as(party, "partner")
        for i, party in enumerate(plain)
    ]


def _has_lead(parties: Sequence[OrganisationMention]) -> bool:
    return any(party.role == "lead" for party in parties)


def _demoted(parties: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    return [_as(party, "coordinator") if party.role == "lead" else party for party in parties]


def _one_lead(parties: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """A coordinator exists only beside a lead; without one it is the lead."""
    if _has_lead(parties):
        return list(parties)
    first = next((i for i, party in enumerate(parties) if party.role == "coordinator"), None)
    return [_as(party, "lead") if i == first else party for i, party in enumerate(parties)]


def _as(party: OrganisationMention, role: Role) -> OrganisationMention:
    return party.model_copy(update={"role": role})


def _unique(parties: Sequence[OrganisationMention]) -> tuple[OrganisationMention, ...]:
    """Each organisation once a role; a partner that is also the lead is the lead."""
    seen: dict[tuple[Role, str], OrganisationMention] = {}
    leads = {comparable(p.name or "") for p in parties if p.role == "lead"}
    for party in parties:
        name = comparable(party.name or "")
        if party.role == "partner" and name in leads:
            continue
        seen.setdefault((party.role, name), party)
    return tuple(seen.values())


def _is_body(party: OrganisationMention) -> bool:
    return party.name is not None and not _is_fund(party.name)


def _is_fund(name: str) -> bool:
    return _FUND.search(name) is not None and _BODY.search(name) is None


def _period(found: PeriodFound) -> Period:
    return Period(found.start, found.start_precision, found.end, found.end_precision)


def _from_ends(start: str | None, end: str | None, language: Language | None) -> Period:
    if start and end and (period := read_period(f"{start} – {end}", language)):
        return _period(period)
    first = next(iter(find_dates(start)), None) if start else None
    last = next(iter(find_dates(end)), None) if end else None
    return Period(
        first.day if first else None,
        first.precision if first else None,
        _last_day(last.day, last.precision) if last else None,
        last.precision if last else None,
    )


def _last_day(day: date, precision: Precision) -> date:
    if precision == "year":
        return day.replace(month=12, day=31)
    if precision == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day
