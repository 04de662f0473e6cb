"""Turns one hit of the register into a project record and its milestones.

What does not belong here: pages, cursors and totals (`scraper.py`), which keys are known
(`audit.py`), and the forms of single values (`fields.py`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, cast
from urllib.parse import quote

from ingestion.records import (
    Code,
    CodeRole,
    MilestoneRecord,
    NamedProject,
    OrganisationMention,
    OrganisationRecord,
    ProjectRecord,
    Status,
)
from ingestion.scraper import Drift, Parsed, Rejected
from ingestion.sources.hankeikkuna.fields import (
    LANGUAGES,
    FieldError,
    keywords_of,
    localised,
    read_iso_day,
    tunnus_of,
)
from ingestion.sources.hankeikkuna.prose import read_amounts, read_places, read_subprojects
from ingestion.spec import SourceSpec
from ingestion.text.classify import find_target_groups, find_themes
from ingestion.text.guidance import judge_guidance
from ingestion.text.identifiers import find_codes
from ingestion.text.names import collapse
from ingestion.text.privacy import redact

_TUNNUS = re.compile(r"(?:VNK|UM|OM|SM|PLM|VM|OKM|MMM|LVM|TEM|STM|YM)\d{3}:\d{2}/\d{4}")
#: The present form, and the ministries' own older one.
_CASE_NUMBER = re.compile(r"VN/\d+/\d{4}|[A-ZÅÄÖ]{2,4}/\d+/\d{2}(?:\.\d{2})+/\d{4}")


class HitReader:
    """Reads one hit; what cannot be read is collected instead of lost.

    Args:
        hit: the hit as JSON gives it.
        row: its place in the page.
        spec: the declaration of the source.
        project_numbers: tunnukset and case numbers of the HANKE items of the page, which a body
            may borrow.
    """

    def __init__(
        self, hit: Mapping[str, Any], row: str, spec: SourceSpec, project_numbers: Collection[str]
    ) -> None:
        self._hit = hit
        self._item: Mapping[str, Any] = hit["kohde"]
        self._row = row
        self._spec = spec
        self._project_numbers = project_numbers
        self._found: list[Parsed] = []
        self._uuid = str(self._item["uuid"])
        self._word("tunnus")
        self._tunnus = tunnus_of(self._item)
        self._type = self._word("tyyppi")
        self._phase = self._word("valmisteluvaihe")

    def read(self) -> Iterator[Parsed]:
        """The project, its milestones, and everything that was not as known."""
        yield self._project()
        yield from self._milestones()
        yield from self._found

    @property
    def _url(self) -> str:
        if self._tunnus and self._spec.public_url:
            return self._spec.public_url.format(tunnus=quote(self._tunnus, safe=""))
        template: str = self._spec.options["item_url"]
        return template.format(uuid=quote(self._uuid, safe=""))

    def _project(self) -> ProjectRecord:
        names = self._localised("nimi")
        summaries = self._localised("kuvaus") or self._localised("tiivistelma")
        language = next((lang for lang in LANGUAGES if lang in summaries), None)
        summary = summaries.get(language) if language else None
        guidance = judge_guidance(*names.values(), *summaries.values())
        keywords = tuple(keywords_of(self._hit))
        subprojects = read_subprojects(summaries)
        start, start_field = self._start()
        end = self._day("valmistumisPaiva")
        status, status_raw = self._status()
        self._check_type()
        return ProjectRecord(
            native_id=self._uuid,
            source_url=self._url,
            locator=f"{self._row} start_date={start_field}" if start_field else self._row,
            makes_project=self._makes_project(),
            record_type=self._type,
            name=next((names[lang] for lang in LANGUAGES if lang in names), None),
            name_fi=names.get("fi"),
            name_sv=names.get("sv"),
            name_en=names.get("en"),
            language=language or next((lang for lang in LANGUAGES if lang in names), None),
            summary=summary,
            start_date=start,
            start_precision="day" if start else None,
            end_date=end,
            end_precision="day" if end else None,
            status=status,
            status_raw=status_raw,
            codes=tuple(self._codes(summaries, subprojects)),
            subprojects=subprojects,
            organisations=self._lead(),
            regions=read_places(names, summaries),
            amounts=read_amounts(summaries),
            # A name alone can show guidance, never its absence.
            is_guidance=guidance.is_guidance if summaries else guidance.is_guidance or None,
            guidance_evidence=guidance.evidence,
            themes=find_themes("\n".join((*names.values(), *keywords)), *summaries.values()),
            target_groups=find_target_groups(*names.values(), *keywords, *summaries.values()),
        )

    def _makes_project(self) -> bool:
        if self._type == "HANKE":
            return True
        return self._type == "TOIMIELIN" and self._owns_tunnus()

    def _owns_tunnus(self) -> bool:
        return bool(self._tunnus) and (
            self._type == "HANKE" or self._tunnus not in self._project_numbers
        )

    def _owns_case(self, number: str) -> bool:
        """A body may also show the case number of the project whose decision set it."""
        if self._type == "HANKE":
            return True
        return self._makes_project() and number not in self._project_numbers

    def _check_type(self) -> None:
        if self._type not in self._spec.options["types"]:
            self._found.append(Drift("enum", "kohde.tyyppi", str(self._type)[:80]))

    def _codes(
        self, summaries: Mapping[str, str], subprojects: Collection[NamedProject]
    ) -> Iterator[Code]:
        stated = []
        if self._tunnus:
            if not _TUNNUS.fullmatch(self._tunnus):
                self._found.append(Drift("form", "kohde.tunnus", self._tunnus[:40]))
            role: CodeRole = "own" if self._owns_tunnus() else "related"
            stated.append(Code(scheme="hanke_tunnus", value=self._tunnus, role=role))
        for number in self._case_numbers():
            role = "own" if self._owns_case(number) else "related"
            stated.append(Code(scheme="vn_case", value=number, role=role))
        yield from stated
        parts = [project.code for project in subprojects if project.code]
        seen = {(code.scheme, code.value) for code in (*stated, *parts)}
        for text in summaries.values():
            for code in find_codes(text):
                if (code.scheme, code.value) not in seen:
                    seen.add((code.scheme, code.value))
                    yield Code(scheme=code.scheme, value=code.value, role="related")

    def _case_numbers(self) -> list[str]:
        raw = self._item.get("asianumerot") or []
        if not isinstance(raw, list) or not all(isinstance(number, str) for number in raw):
            self._reject(FieldError("kohde.asianumerot", "expected a list of strings"))
            return []
        numbers = list(dict.fromkeys(filter(None, map(collapse, raw))))
        for number in numbers:
            if not _CASE_NUMBER.fullmatch(number):
                self._found.append(Drift("form", "kohde.asianumerot", redact(number)[:40]))
        return numbers

    def _lead(self) -> tuple[OrganisationMention, ...]:
        setter = self._word("asettajaUuid")
        return (OrganisationMention(role="lead", ref=setter),) if setter else ()

    def _start(self) -> tuple[date | None, str | None]:
        """Start of the work, and which date stands in for it where it is not stated."""
        field = "aloitusPaiva" if self._item.get("aloitusPaiva") else "asettamisPaiva"
        day = self._day(field)
        return day, field if day else None

    def _status(self) -> tuple[Status | None, str | None]:
        state, phase = self._word("tila"), self._phase
        lookup = self._spec.lookups["project.status"]
        if phase and phase not in self._spec.options["phases"]:
            self._found.append(Drift("enum", "kohde.valmisteluvaihe", phase[:80]))
        if state and state not in lookup:
            self._found.append(Drift("enum", "kohde.tila", state[:80]))
        raw = "/".join(filter(None, (state, phase))) or None
        if phase in lookup:
            return cast(Status, lookup[phase]), raw
        return (cast(Status, lookup.get(state, "unknown")), raw) if state else (None, raw)

    def _milestones(self) -> Iterator[MilestoneRecord]:
        steps = self._hit.get("etapit") or []
        if not isinstance(steps, list):
            self._reject(FieldError("etapit", "expected a list"))
            return
        rows = [step for step in steps if isinstance(step, dict)]
        counts: dict[str, int] = {}
        for step in sorted(rows, key=_step_order):
            phase = step.get("valmisteluvaihe")
            label = str(phase) if phase else "etappi"
            counts[label] = counts.get(label, 0) + 1
            ordinal = "" if counts[label] == 1 else f"-{counts[label]}"
            field = "loppu" if step.get("loppu") else "etappiLoppu"
            due = self._read_day(step.get(field), f"etapit.{field}")
            yield MilestoneRecord(
                native_id=f"{self._uuid}#{label}{ordinal}",
                source_url=self._url,
                locator=self._row,
                project_native_id=self._uuid,
                label=label,
                due_on=due,
                precision="day" if due else None,
                note=self._step_note(step),
            )

    def _step_note(self, step: Mapping[str, Any]) -> str | None:
        """What else a step says. Overdue means late only in the item's present phase."""
        parts = [f"{key}={step[key]}" for key in ("alku", "vaihe") if step.get(key)]
        if step.get("saavutettu") is not None:
            parts.append(f"saavutettu={'true' if step['saavutettu'] else 'false'}")
        if self._phase and step.get("valmisteluvaihe") == self._phase:
            parts.append("present phase")
        return "; ".join(parts) or None

    def _word(self, field: str) -> str | None:
        value = self._item.get(field)
        if value is None or isinstance(value, str):
            return value or None
        self._reject(FieldError(f"kohde.{field}", "expected a text"))
        return None

    def _localised(self, field: str) -> dict[str, str]:
        try:
            return localised(self._item.get(field), f"kohde.{field}")
        except FieldError as error:
            self._reject(error)
            return {}

    def _day(self, field: str) -> date | None:
        return self._read_day(self._item.get(field), f"kohde.{field}")

    def _read_day(self, value: Any, field: str) -> date | None:
        try:
            return read_iso_day(value, field)
        except FieldError as error:
            self._reject(error)
            return None

    def _reject(self, error: FieldError) -> None:
        self._found.append(Rejected("field", error.reason, self._row, error.field, self._uuid))


def read_setter(setter: Mapping[str, Any], row: str, spec: SourceSpec) -> OrganisationRecord:
    """The ministry that sets projects.

    Raises:
        FieldError: its uuid is missing or a name has another form.
    """
    uuid = setter.get("uuid")
    if not isinstance(uuid, str) or not uuid:
        raise FieldError("uuid", "a setter without uuid")
    names = localised(setter.get("nimi"), "nimi")
    short = localised(setter.get("lyhenne"), "lyhenne")
    name = names.get("fi", "").casefold()
    is_ministry = name.endswith("ministeriö") or name == "valtioneuvoston kanslia"
    template: str = spec.options["setter_url"]
    return OrganisationRecord(
        native_id=uuid,
        source_url=template.format(uuid=quote(uuid, safe="")),
        locator=row,
        name_fi=names.get("fi"),
        name_sv=names.get("sv"),
        name_en=names.get("en"),
        abbreviation=next((short[lang] for lang in LANGUAGES if lang in short), None),
        organisation_type="ministry" if is_ministry else None,
    )


def _step_order(step: Mapping[str, Any]) -> tuple[str, str]:
    return str(step.get("alku") or ""), str(step.get("loppu") or step.get("etappiLoppu") or "")
