"""One row of the register as a project record.

What does not belong here: where the table ends and which columns it has (`scraper.py`,
`columns.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

from ingestion.platforms.cells import read_business_id, read_date, read_money
from ingestion.platforms.table_rows import ColumnError, Row
from ingestion.platforms.tables import Cell, cell_text
from ingestion.records import (
    Amount,
    Code,
    Instrument,
    OrganisationMention,
    ProjectRecord,
    RegionMention,
    Status,
)
from ingestion.scraper import Drift, Rejected
from ingestion.spec import SourceSpec
from ingestion.text.aims import judge_aims
from ingestion.text.bodies import looks_like_person
from ingestion.text.language import detect_language
from ingestion.text.names import comparable
from ingestion.text.privacy import redact
from ingestion.text.region_lists import read_region_names

_CODE = re.compile(r"[ASJ]\d{5}")
_AREA_SPLIT = re.compile(r"\s*[;|,\n]\s*")
_NUTS = re.compile(r"FI[0-9A-Z]{0,3}\b\s*")
_DASHES = re.compile("[‐‑–—]")
_SHOWN = 60
_PLACEHOLDERS: Final = frozenset({"-", "–", "ei tiedossa", "muu organisaatio"})


@dataclass
class Reading:
    """A project, and what its row says beside it."""

    record: ProjectRecord
    remarks: list[Rejected | Drift] = field(default_factory=list)


def read_code(cell: Cell) -> str | None:
    """The project code of a cell, None where it holds no valid one."""
    text = cell_text(cell).upper()
    return text if _CODE.fullmatch(text) else None


def read_project(row: Row, code: str, spec: SourceSpec) -> Reading:
    """The project of a row.

    Raises:
        ColumnError: name, fund, a day or a sum cannot be read.
    """
    remarks: list[Rejected | Drift] = []
    name = row.required("nimi")
    fund = row.required("rahasto").replace(" ", "")
    instrument = _looked_up(spec, "instrument", fund, "rahasto", row, remarks)
    if instrument and spec.options["letters"].get(code[0]) not in (None, fund):
        remarks.append(Drift("value", row.labels["rahasto"], f"{code[0]} with {fund}"))
    start, end = _period(row, remarks)
    lead, business_id = _lead(row, remarks)
    authority = row.text("viranomainen")
    state = row.text("tila")
    status = _looked_up(spec, "status", state, "tila", row, remarks) if state else None
    record = ProjectRecord(
        native_id=code,
        source_url=(spec.public_url or "").format(code=code),
        locator=f"row {row.number}",
        record_type=fund,
        name=name,
        **_languages(name),
        start_date=start,
        start_precision="day" if start else None,
        end_date=end,
        end_precision="day" if end else None,
        status=cast("Status", status or "unknown") if state else None,
        status_raw=state,
        programme=_programme(row, spec, remarks),
        instrument=cast("Instrument | None", instrument),
        codes=(Code(scheme="eura", value=code, role="own"),),
        organisations=tuple(_organisations(lead, business_id, authority)),
        regions=_regions(row, spec, remarks),
        amounts=tuple(_amounts(row, cast("Instrument | None", instrument), authority, lead)),
        # judged and not stored: no licence allows to keep running text
        **judge_aims(name, row.text("tiivistelma")),
    )
    return Reading(record, remarks)


def _looked_up(
    spec: SourceSpec,
    column: str,
    text: str,
    key: str,
    row: Row,
    remarks: list[Rejected | Drift],
) -> str | None:
    found = spec.lookups[f"project.{column}"].get(text)
    if found is None:
        remarks.append(Drift("enum", row.labels[key], redact(text)[:_SHOWN]))
    return found


def _period(row: Row, remarks: list[Rejected | Drift]) -> tuple[date | None, date | None]:
    start, end = row.read("aloituspvm", read_date), row.read("paattymispvm", read_date)
    if start and end and end < start:
        reason = f"ends {end.isoformat()}, before it begins {start.isoformat()}"
        remarks.append(row.reject(ColumnError("paattymispvm", "period", reason)))
        return None, None
    return start, end


def _lead(row: Row, remarks: list[Rejected | Drift]) -> tuple[str | None, str | None]:
    """Name and Y-tunnus of the implementer; the name of a natural person is not kept."""
    name = row.text("toteuttaja")
    if name is None or name.casefold() in _PLACEHOLDERS:
        reason = "no implementer, kept without a lead"
        remarks.append(row.reject(ColumnError("toteuttaja", "required", reason)))
        return None, None
    try:
        business_id = row.read("y_tunnus", read_business_id)
    except ColumnError as error:
        remarks.append(row.reject(error))
        return name, None
    if business_id is None and looks_like_person(name):
        reason = "the name of a person, not kept"
        remarks.append(Drift("value", row.labels["toteuttaja"], reason))
        return None, None
    return name, business_id


def _organisations(
    lead: str | None, business_id: str | None, authority: str | None
) -> Iterator[OrganisationMention]:
    if lead:
        yield OrganisationMention(role="lead", name=lead, business_id=business_id)
    if authority:
        yield OrganisationMention(role="funder", name=authority)


def _programme(row: Row, spec: SourceSpec, remarks: list[Rejected | Drift]) -> str | None:
    period = row.text("ohjelmakausi")
    if period is None:
        return None
    programmes: dict[str, str] = spec.options["programmes"]
    found = programmes.get(_DASHES.sub("-", period).replace(" ", ""))
    if found is None:
        remarks.append(Drift("enum", row.labels["ohjelmakausi"], redact(period)[:_SHOWN]))
    return found


def _regions(
    row: Row, spec: SourceSpec, remarks: list[Rejected | Drift]
) -> tuple[RegionMention, ...]:
    """Maakunnat by name: the NUTS code before it belongs to a vintage that varies."""
    names = [
        _NUTS.sub("", part, count=1) if _NUTS.match(part) else part
        for part in _AREA_SPLIT.split(row.text("sijainti") or "")
        if part
    ]
    wide = {comparable(name) for name in spec.options["wide_areas"]}
    found = read_region_names([name for name in names if comparable(name) not in wide])
    lone_codes = any(not name for name in names)
    for name in (*found.unknown, *(["a NUTS code without a name"] if lone_codes else [])):
        remarks.append(Drift("value", row.labels["sijainti"], redact(name)[:_SHOWN]))
    return tuple(RegionMention(maakunta_code=code, basis="site") for code in found.codes)


def _amounts(
    row: Row, instrument: Instrument | None, authority: str | None, lead: str | None
) -> Iterator[Amount]:
    """The grant, which may be unpublished, and what was realised of it, which may be negative."""
    granted = row.read("myonnetty_eu_valtio", read_money)
    if granted is not None and granted < 0:
        raise ColumnError("myonnetty_eu_valtio", "amount", "a grant below zero")
    realised = row.read("toteutunut_eu_valtio", read_money)

    def amount(kind: Any, value: Decimal | None) -> Amount:
        return Amount(
            kind=kind, amount=value, instrument=instrument, funder=authority, recipient=lead
        )

    yield amount("granted", granted)
    if realised is not None:
        yield amount("realised", realised)


def _languages(name: str) -> dict[str, Any]:
    """Language fields: the form is Finnish, its content need not be."""
    language = detect_language(name)
    return {"language": language, f"name_{language}": name} if language else {}
