"""Turns a description page into what it adds to its project's record.

What does not belong here: finding labels and blocks in the page (`detail.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import cast

from ingestion.records import Code, Instrument, ProjectRecord, RegionMention, Status
from ingestion.scraper import Drift, Parsed, Rejected
from ingestion.sources.eura2014.detail import Detail
from ingestion.sources.eura2014.rows import Vintage
from ingestion.sources.eura2014.stated import names_by_language, organisations
from ingestion.spec import SourceSpec
from ingestion.text.aims import judge_aims
from ingestion.text.dates import read_day
from ingestion.text.identifiers import business_id_valid, normal_business_id
from ingestion.text.lookups import kunnat, maakunnat
from ingestion.text.names import collapse
from ingestion.text.regions import find_regions

_PERIOD = re.compile(r"(?:Alkaa\s+(\S+))?(?:\s*(?:ja)?\s*päättyy\s+(\S+))?", re.IGNORECASE)
_FUND = re.compile(r"\((ESR\+?|EAKR|JTF)\)")
_NATIONAL = re.compile(r"valtakunnalli|koko maa", re.IGNORECASE)
_EMPTY_LABEL = re.compile(r"[^:]{1,90}:")
_SMALLER_PLACE = re.compile(r"(seutukun|kun)(ta|nat)\b", re.IGNORECASE)
_ITEM_ENDS = re.compile(r"[,;/:]")
#: Partners abroad are named by their town and land; a Finnish one may say so too.
_COUNTRY = re.compile(
    r"Suomi|Finland|Viro|Ruotsi|Norja|Tanska|Saksa|Latvia|Liettua|Venäjä|Islanti|Puola|Alankomaat",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"[-–—.\s]*|muu organisaatio|ei tiedossa|ei ole", re.IGNORECASE)


def describe(detail: Detail, url: str, spec: SourceSpec, vintage: Vintage) -> Iterator[Parsed]:
    """The record of a description page, and what of it could not be read."""
    facts = detail.facts
    code, title = facts["code"], facts.get("name")
    status_raw = facts.get("status")
    instrument = _instrument(detail, spec)
    start, end, problems = _read_period(facts.get("period"), code)
    yield from problems
    regions, unplaced = _regions(detail.regions)
    yield from unplaced
    yield from _unknown_values(facts, spec, vintage)
    authority = facts.get("authority")
    yield ProjectRecord(
        native_id=code,
        part="detail",
        source_url=url,
        record_type=instrument,
        name=title,
        **names_by_language(title),
        start_date=start,
        start_precision="day" if start else None,
        end_date=end,
        end_precision="day" if end else None,
        status=_status(status_raw, spec),
        status_raw=status_raw,
        priority=" | ".join(facts[key] for key in ("priority", "objective") if key in facts)
        or None,
        instrument=instrument,
        codes=(Code(scheme="eura", value=code, role="own"),),
        organisations=organisations(
            facts.get("applicant"),
            _business_id(facts),
            [name for line in detail.partners if (name := partner_name(line))],
            (vintage.authority(authority) or authority) if authority else None,
        ),
        regions=regions,
        **judge_aims(title, "\n".join(detail.summary) or None),
    )


def partner_name(line: str) -> str | None:
    """Name in a partner line `name, town` or `name, town, country`; it may hold commas itself."""
    parts = [collapse(part) for part in line.split(",")]
    known = list(parts)
    while len(known) > 1 and (known[-1] in _places() or _COUNTRY.fullmatch(known[-1])):
        known.pop()
    # a town that no list of today knows is still the last part
    kept = known if len(known) < len(parts) else parts[:-1] or parts
    name = ", ".join(kept)
    return None if _PLACEHOLDER.fullmatch(name) else name


def _instrument(detail: Detail, spec: SourceSpec) -> Instrument | None:
    found = _FUND.search(detail.fund_title)
    return cast(Instrument, spec.lookups["project.instrument"][found.group(1)]) if found else None


def _status(raw: str | None, spec: SourceSpec) -> Status | None:
    return cast(Status, spec.lookups["project.status"].get(raw, "unknown")) if raw else None


def _business_id(facts: dict[str, str]) -> str | None:
    """The applicant's Y-tunnus, if its check digit is right."""
    text = facts.get("business_id", "")
    return normal_business_id(text) if business_id_valid(text) else None


def _read_period(text: str | None, code: str) -> tuple[date | None, date | None, list[Rejected]]:
    if text is None:
        return None, None, []
    found = _PERIOD.fullmatch(text.strip(" ."))
    days = [read_day(day) if day else None for day in found.groups()] if found else [None, None]
    lost = found is None or any(
        stated and day is None for stated, day in zip(found.groups(), days, strict=True)
    )
    reason = "expected `Alkaa d.m.yyyy ja päättyy d.m.yyyy`"
    field = "Suunnitelman mukainen toteutusaika"
    problems = [Rejected("period", reason, None, field, code)] if lost else []
    return days[0], days[1], problems


def _regions(lines: list[str]) -> tuple[tuple[RegionMention, ...], list[Drift]]:
    """Maakunnat of the target-area lines, and the lines in which no place was known."""
    codes: dict[str, None] = {}
    unplaced = []
    for line in lines:
        found = [*_listed(line), *(region.maakunta_code for region in find_regions(line))]
        if _NATIONAL.search(line):
            found.append("00")
        if not found and not _PLACEHOLDER.fullmatch(line) and not _EMPTY_LABEL.fullmatch(line):
            unplaced.append(line)
        codes.update(dict.fromkeys(found))
    mentions = tuple(
        RegionMention(maakunta_code=code, basis="target_area") for code in sorted(codes)
    )
    # Where the maakunta is known, a smaller place without one (a sub-region, a municipality that
    # was merged since) takes nothing away.
    missed = [line for line in unplaced if not (codes and _SMALLER_PLACE.match(line))]
    return mentions, [Drift("value", "target area", line[:80]) for line in missed]


def _listed(line: str) -> Iterator[str]:
    """Regions of a list of bare names; as an item even a name that is also a word is a place."""
    places = _places()
    for item in _ITEM_ENDS.split(line):
        if code := places.get(collapse(item)):
            yield code


@cache
def _places() -> dict[str, str]:
    """Name -> maakunta code; a region's name wins over a municipality's."""
    towns = {name: town.maakunta_code for town in kunnat() for name in (town.name_fi, town.name_sv)}
    return towns | {
        name: region.code for region in maakunnat() for name in (region.name_fi, region.name_sv)
    }


def _unknown_values(facts: dict[str, str], spec: SourceSpec, vintage: Vintage) -> Iterator[Drift]:
    status, authority = facts.get("status"), facts.get("authority")
    if status and status not in spec.lookups["project.status"]:
        yield Drift("enum", "Toiminnan tila", status[:80])
    if authority and vintage.authority(authority) is None:
        yield Drift("enum", "Vastuuviranomainen", authority[:80])
    if facts.get("business_id") and _business_id(facts) is None:
        yield Drift("form", "Y-tunnus", "check digit or form is wrong")
