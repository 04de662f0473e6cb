"""Turns one row into a project record, with everything that was odd about it.

What does not belong here: splitting rows (`table.py`) and single values (`values.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from ingestion.platforms.letters import has_broken_letters
from ingestion.records import Amount, Code, Instrument, OrganisationMention, ProjectRecord
from ingestion.scraper import Drift
from ingestion.sources.kohesio import values
from ingestion.sources.kohesio.places import Places
from ingestion.sources.kohesio.values import RowError, plain, several, stated
from ingestion.spec import SourceSpec
from ingestion.text.aims import judge_aims
from ingestion.text.identifiers import business_id_valid, normal_business_id
from ingestion.text.language import detect_language

_CURRENCY = re.compile(r"[A-Z]{3}")
#: ISO 4217: no currency is known.
_NO_CURRENCY = "XXX"
#: Money of these is neither fund of the mainland programme.
_OTHER_NAMES = re.compile(r"Interreg|Åland|Ahvenanmaa", re.IGNORECASE)
_RATE_TOLERANCE = Decimal("1.5")


@dataclass
class Reading:
    """What a row says.

    Attributes:
        notes: names of oddities that are shown as counts and correct nothing.
    """

    record: ProjectRecord
    drift: list[Drift] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)


class OperationReader:
    """Reads rows of one file after the other."""

    def __init__(self, spec: SourceSpec) -> None:
        self._spec = spec
        self._options = spec.options
        self._places = Places(spec.options)

    def read(self, cells: Mapping[str, str], line: int) -> Reading:
        """Read one row.

        Raises:
            RowError: a value is damaged, so that the row cannot be trusted.
        """
        qid = values.read_qid(cells["Operation_Unique_Identifier"])
        if any(has_broken_letters(cell) for cell in cells.values()):
            raise RowError("charset", "letters are lost or encoded twice")
        row = _Row(cells, self._spec, self._places)
        return row.read(qid, line)


class _Row:
    def __init__(self, cells: Mapping[str, str], spec: SourceSpec, places: Places) -> None:
        self._cells = cells
        self._spec = spec
        self._options = spec.options
        self._places = places
        self._drift: list[Drift] = []
        self._notes: set[str] = set()

    def read(self, qid: str, line: int) -> Reading:
        cells = self._cells
        name = plain(cells["Operation_Name_Programme_Language"])
        summary = plain(cells.get("Operation_Summary_Programme_Language"))
        start = values.read_day(cells["Operation_Start_Date"], "Operation_Start_Date")
        end = values.read_day(cells["Operation_End_Date"], "Operation_End_Date")
        cci, eura = values.split_local_id(cells["Operation_Local_Identifier"])
        programme_code = stated(cells.get("Programme_Code")) or cci
        organisations = tuple(self._organisations())
        instrument = self._instrument(programme_code)
        regions, unknown_places = self._places.read(cells)
        language = detect_language(name) if name else None
        record = ProjectRecord(
            native_id=qid,
            source_url=(self._spec.public_url or "").format(qid=qid),
            locator=f"row {line}",
            record_type=stated(cells["Fund_Code"]),
            name=name,
            name_fi=name if language == "fi" else None,
            name_sv=name if language == "sv" else None,
            language=language,
            summary=summary,
            start_date=start,
            start_precision="day" if start else None,
            end_date=end,
            end_precision="day" if end else None,
            programme=self._programme(programme_code),
            instrument=instrument,
            codes=(Code(scheme="eura", value=eura, role="own"),) if eura else (),
            organisations=organisations,
            regions=regions,
            amounts=tuple(self._amounts(instrument, organisations)),
            **judge_aims(name, summary),
        )
        self._drift += unknown_places
        self._check_words()
        self._note(record, eura)
        return Reading(record, self._drift, self._notes)

    def _organisations(self) -> Iterator[OrganisationMention]:
        """The beneficiaries: several names with one id are names of one organisation."""
        names = several(self._cells["Beneficiary_Name"])
        own = several(self._cells.get("Beneficiary_Unique_Identifier"))
        local = several(self._cells.get("Beneficiary_Local_Identifier"))
        if len(names) > 1 and len(own) != len(names):
            self._notes.add("beneficiary_with_several_names")
            names = names[:1]
        for place, name in enumerate(names):
            number = local[place] if len(local) == len(names) else None
            yield OrganisationMention(
                role="partner" if place else "lead",
                name=plain(name),
                business_id=self._business_id(number),
            )

    def _business_id(self, number: str | None) -> str | None:
        if number is None:
            return None
        if business_id_valid(number):
            return normal_business_id(number)
        self._notes.add("beneficiary_id_is_no_business_id")
        return None

    def _instrument(self, programme_code: str | None) -> Instrument | None:
        known = self._spec.lookups["project.instrument"]
        funds = several(self._cells["Fund_Code"])
        for fund in funds:
            if fund not in known:
                self._drift.append(Drift("enum", "Fund_Code", fund[:40]))
        if programme_code in self._options["other_programmes"] or _OTHER_NAMES.search(
            self._cells.get("Programme_Name", "")
        ):
            return "OTHER"
        found = {known.get(fund) for fund in funds}
        if len(found) > 1:
            self._drift.append(Drift("value", "Fund_Code", "funds of different instruments"))
        return cast("Instrument | None", found.pop()) if len(found) == 1 else None

    def _programme(self, code: str | None) -> str | None:
        own = stated(self._cells.get("Programme_Name"))
        programmes: dict[str, str | None] = self._options["programmes"]
        if code is not None and code not in programmes:
            self._drift.append(Drift("enum", "Programme_Code", code[:40]))
        return programmes.get(code or "") or own

    def _amounts(
        self, instrument: Instrument | None, organisations: tuple[OrganisationMention, ...]
    ) -> Iterator[Amount]:
        """The grant itself is not in the file: its EU share and the total cost are."""
        recipient = organisations[0].name if organisations else None
        total = values.read_amount(
            self._cells["Total_Eligible_Expenditure_amount"], "Total_Eligible_Expenditure_amount"
        )
        share = values.read_amount(self._cells["Project_EU_Budget"], "Project_EU_Budget")
        yield Amount(kind="granted", amount=None, instrument=instrument, recipient=recipient)
        if share is not None:
            yield Amount(
                kind="granted_eu_share", amount=share, instrument=instrument, recipient=recipient
            )
        if total is not None:
            currency = self._currency()
            yield Amount(kind="total_cost", amount=total, currency=currency, instrument=instrument)
            self._note_money(total, share, currency)

    def _currency(self) -> str:
        text = stated(self._cells["Total_Eligible_Expenditure_Currency"])
        if text is None:
            self._drift.append(
                Drift("value", "Total_Eligible_Expenditure_Currency", "empty beside a sum")
            )
            return _NO_CURRENCY
        if not _CURRENCY.fullmatch(text.upper()):
            raise RowError(
                "currency", "expected three letters", "Total_Eligible_Expenditure_Currency"
            )
        return text.upper()

    def _note_money(self, total: Decimal, share: Decimal | None, currency: str) -> None:
        try:
            rate = values.read_rate(self._cells.get("Cofinancing_Rate"))
        except ValueError:
            self._drift.append(Drift("value", "Cofinancing_Rate", "a rate of another form"))
            rate = None
        if rate is not None and not 0 <= rate <= 100:
            self._notes.add("rate_beyond_0_to_100")
        elif rate is not None and share is not None and total > 0:
            differs = abs(share * 100 / total - rate) > _RATE_TOLERANCE
            self._notes |= {"rate_differs_from_sums"} if differs else set()
        if total < 0:
            self._notes.add("negative_total")
        exchange = stated(self._cells.get("Total_Eligible_Expenditure_Exchange_Rate"))
        if currency not in ("EUR", _NO_CURRENCY) and exchange is None:
            self._notes.add("foreign_currency_without_rate")

    def _check_words(self) -> None:
        """Closed lists that no field is filled from, and pairs of coordinates."""
        for column, known in (
            ("Programming_Period", self._options["periods"]),
            ("Country", self._options["countries"]),
            ("Country_Code", self._options["countries"]),
            ("CountryID", self._options["countries"]),
        ):
            word = stated(self._cells.get(column))
            if word is not None and word not in known:
                self._drift.append(Drift("enum", column, word[:40]))
        for column in ("Location_Indicator_latitude_longitude", "Coordinates"):
            for pair in several(self._cells.get(column)):
                if values.read_pair(pair) is None:
                    self._drift.append(Drift("value", column, "no pair of this country"))

    def _note(self, record: ProjectRecord, eura: str | None) -> None:
        cells = self._cells
        if record.start_date and record.end_date and record.start_date > record.end_date:
            self._notes.add("start_after_end")
        if eura is None:
            self._notes.add("local_id_without_eura_code")
        located = ("NUTS3_Code", "NUTS3_Label", "LAU_Labels", "Coordinates",
                   "Location_Indicator_latitude_longitude")  # fmt: skip
        if not any(stated(cells.get(column)) for column in located):
            self._notes.add("no_location")
        if stated(cells.get("Programming_Period")) == "2014-2020":
            for code in several(cells.get("Category_Of_Intervention")):
                if not (code.isascii() and code.isdigit() and 1 <= int(code[:6]) <= 123):
                    self._notes.add("category_beyond_1_to_123")
