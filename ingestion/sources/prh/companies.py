"""Turns one company of the register into an organisation record.

What does not belong here: envelopes and pages (`scraper.py`, `bulk.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ingestion.platforms.json_pages import key_drift
from ingestion.platforms.letters import has_broken_letters
from ingestion.records import Alias, OrganisationRecord
from ingestion.scraper import Drift, Parsed, Rejected
from ingestion.sources.prh.audit import COMPANY
from ingestion.spec import SourceSpec
from ingestion.text.identifiers import business_id_valid
from ingestion.text.language import detect_language
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BUSINESS_ID = re.compile(r"\d{7}-\d")
_KUNTA = re.compile(r"\d{3}")


class CompanyError(ValueError):
    """A company that must not become a record.

    Args:
        step: reading step that failed.
        reason: what was expected, free of the value.
        field: key path.
    """

    def __init__(self, step: str, reason: str, field: str) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason
        self.field = field


def read_company(company: Any, row: str, spec: SourceSpec) -> Iterator[Parsed]:
    """The record of a company and what was not as known, or why there is none."""
    number = None
    try:
        number = business_id_of(company)
        reader = _Company(company, number, spec)
        yield reader.record(row)
        yield from key_drift(company, COMPANY, "companies[]")
        yield from dict.fromkeys(reader.drift)
    except CompanyError as error:
        yield Rejected(error.step, error.reason, row, error.field, number)


def business_id_of(company: Any) -> str:
    """The Y-tunnus of a company.

    Raises:
        CompanyError: there is none, or its check digit is wrong.
    """
    holder = company.get("businessId") if isinstance(company, dict) else None
    value = holder.get("value") if isinstance(holder, dict) else None
    text = collapse(value) if isinstance(value, str) else ""
    if not _BUSINESS_ID.fullmatch(text) or not business_id_valid(text):
        raise CompanyError("business_id", "no Y-tunnus with a right check digit", "businessId")
    return text


class _Company:
    def __init__(self, company: Mapping[str, Any], number: str, spec: SourceSpec) -> None:
        self._company = company
        self._number = number
        self._spec = spec
        self._options = spec.options
        self.drift: list[Drift] = []

    def record(self, row: str) -> OrganisationRecord:
        company = self._company
        began = _day(company.get("registrationDate"), "registrationDate")
        ended = _day(company.get("endDate"), "endDate")
        if began is None:
            began = _day(company["businessId"].get("registrationDate"), "businessId")
        self._check("status", self._options["statuses"], required=True)
        self._check("tradeRegisterStatus", self._options["trade_register_statuses"])
        names, aliases = self._names()
        return OrganisationRecord(
            native_id=self._number,
            source_url=(self._spec.public_url or "").format(business_id=self._number),
            locator=row,
            business_id=self._number,
            valid_from=began,
            valid_to=ended,
            aliases=aliases,
            legal_form=self._legal_form(),
            business_line=self._business_line(),
            municipality_code=self._municipality(),
            **names,
        )

    def _names(self) -> tuple[dict[str, str], tuple[Alias, ...]]:
        """The present main name, further present names by language, and all others with dates."""
        entries = _objects(self._company, "names")
        read = [(entry, _name(entry)) for entry in entries]
        current = [(e, a) for e, a in read if a.valid_to is None]
        mains = [(e, a) for e, a in current if str(e.get("type")) == self._options["main_name"]]
        mains.sort(key=lambda item: item[1].valid_from or date.min, reverse=True)
        if len(mains) > 1:
            self.drift.append(Drift("value", "names", "several present main names"))
        names: dict[str, str] = {}
        used: list[Alias] = []
        for _, alias in mains[:1]:
            language = "sv" if detect_language(alias.name) == "sv" else "fi"
            names[f"name_{language}"] = alias.name
            used.append(alias)
        if mains:
            for entry, alias in current:
                other = detect_language(alias.name)
                if entry is mains[0][0] or other is None or f"name_{other}" in names:
                    continue
                names[f"name_{other}"] = alias.name
                used.append(alias)
        return names, tuple(alias for _, alias in read if alias not in used)

    def _legal_form(self) -> str | None:
        forms = [f for f in _objects(self._company, "companyForms") if not f.get("endDate")]
        words = [word for form in forms if (word := self._finnish(form, "companyForms"))]
        if len(words) > 1:
            self.drift.append(Drift("value", "companyForms", "several present forms"))
            return None
        return words[0] if words else None

    def _finnish(self, holder: Mapping[str, Any], where: str) -> str | None:
        found: dict[str, str] = {}
        for item in _objects(holder, "descriptions"):
            code, text = str(item.get("languageCode")), item.get("description")
            language = self._options["languages"].get(code)
            if language is None:
                self.drift.append(Drift("enum", f"{where}.languageCode", code[:20]))
            elif isinstance(text, str) and collapse(text):
                found[language] = collapse(text)
        return found.get("fi")

    def _business_line(self) -> str | None:
        line = self._company.get("mainBusinessLine")
        if line is None:
            return None
        if not isinstance(line, dict):
            raise CompanyError("shape", "expected an object", "mainBusinessLine")
        self._finnish(line, "mainBusinessLine")
        code, code_set = line.get("type"), line.get("typeCodeSet")
        if line.get("endDate") or not code:
            return None
        if not code_set:
            self.drift.append(Drift("value", "mainBusinessLine", "a code without its set"))
            return None
        return f"{code_set}:{code}"

    def _municipality(self) -> str | None:
        found: set[str] = set()
        for address in _objects(self._company, "addresses"):
            kind = address.get("type")
            if kind not in self._options["address_types"] or isinstance(kind, bool):
                self.drift.append(Drift("enum", "addresses.type", str(kind)[:20]))
            if kind != self._options["seat_address"] or address.get("endDate"):
                continue
            for office in _objects(address, "postOffices"):
                code = office.get("municipalityCode")
                if code is None or code == "":
                    continue
                if not (isinstance(code, str) and _KUNTA.fullmatch(code)):
                    self.drift.append(Drift("value", "municipalityCode", "no three digits"))
                else:
                    found.add(code)
        if len(found) > 1:
            self.drift.append(Drift("value", "municipalityCode", "several seats"))
        return found.pop() if len(found) == 1 else None

    def _check(self, key: str, known: list[str], *, required: bool = False) -> None:
        value = self._company.get(key)
        if value is None and not required:
            return
        if value not in known:
            self.drift.append(Drift("enum", key, "missing" if value is None else str(value)[:20]))


def _name(entry: Mapping[str, Any]) -> Alias:
    name = entry.get("name")
    if not isinstance(name, str) or not collapse(name):
        raise CompanyError("name", "a name without text", "names.name")
    if has_broken_letters(name):
        raise CompanyError("charset", "letters are lost or encoded twice", "names.name")
    return Alias(
        name=redact(collapse(name)),
        valid_from=_day(entry.get("registrationDate"), "names.registrationDate"),
        valid_to=_day(entry.get("endDate"), "names.endDate"),
    )


def _objects(holder: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """A list of objects; a missing or null one is empty.

    Raises:
        CompanyError: something else stands there.
    """
    value = holder.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise CompanyError("shape", "expected a list of objects", key)
    return value


def _day(value: Any, field: str) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise CompanyError("date", "a day that no calendar has", field) from error
    raise CompanyError("date", "expected YYYY-MM-DD", field)
