"""The facts of one project as a page tells them: labelled lines, sentences, and their truth.

What does not belong here: HTML (`replica_module.py`).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ingestion.sandbox.phenomena.dates import write_period
from ingestion.sandbox.phenomena.names import PLACEHOLDERS, with_role, write_organisation
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.places import write_place
from ingestion.sandbox.world import Project
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.mission import statement, told
from ingestion.sandbox.world.topics import TOPICS, aim
from ingestion.sandbox.world.words import GROUPS
from ingestion.sources.elotori.replica_money import Line, tell_money

_LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "fi": {"period": ("Kesto", "Toteutusaika", "Hankeaika"),
           "lead": ("Toteuttaja", "Päätoteuttaja", "Hallinnoija")},
    "sv": {"period": ("Projekttid",), "lead": ("Projektägare",)},
    "en": {"period": ("Duration",), "lead": ("Coordinator",)},
}  # fmt: skip
_FUNDS = {
    "fi": {"ESR": ("ESR", "Euroopan sosiaalirahasto (ESR)"), "ESR+": ("ESR+", "ESF+", "ESR Plus"),
           "EAKR": ("EAKR", "Euroopan aluekehitysrahasto"), "JTF": ("JTF",),
           "STATE": ("valtionavustus",)},
    "sv": {"ESR": ("Europeiska socialfonden", "ESR"), "ESR+": ("ESF+", "ESR+"),
           "EAKR": ("ERUF",), "JTF": ("JTF",), "STATE": ("statsunderstöd",)},
    "en": {"ESR": ("European Social Fund",), "ESR+": ("ESF Plus", "ESF+"),
           "EAKR": ("ERDF",), "JTF": ("JTF",), "STATE": ("state grant",)},
}  # fmt: skip


@dataclass(slots=True)
class Facts:
    """What one block or module says of a project."""

    lines: list[Line] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    shown: dict[str, Any] = field(default_factory=dict)


def write_fund(pen: Pen, project: Project, language: str) -> str:
    """The fund by one of its names."""
    pen.use("place.fund_spelling")
    return pen.turn(_FUNDS[language][project.instrument], salt=1)


def write_facts(pen: Pen, project: Project, language: str, *, short: bool = False) -> Facts:
    """All facts of a project in one language; `short` tells only period and code."""
    facts = Facts()
    has_lead = short is False and pen.ordinal % 11 != 7
    if has_lead:
        _actors(pen, project, language, facts)
    _period(pen, project, language, facts)
    if not short:
        told = tell_money(pen, project, language)
        facts.lines += told.lines
        facts.sentences += told.sentences
        if told.amounts:
            facts.shown["amounts"] = told.amounts
        if told.funder:
            facts.shown["funder"] = told.funder
        _funder(pen, project, language, facts)
    _codes(pen, project, language, facts, must=not has_lead)
    if not short:
        _purpose(pen, project, language, facts)
        _programme(project, language, facts)
    return facts


def _programme(project: Project, language: str, facts: Facts) -> None:
    """What the page says pays or asks for the work, where the project tells it."""
    said = statement(project)
    if said is None or not said.line:
        return
    facts.lines.append(({"fi": "Ohjelma", "sv": "Program", "en": "Programme"}[language], said.line))
    facts.shown |= told(project)


def _actors(pen: Pen, project: Project, language: str, facts: Facts) -> None:
    lead = write_organisation(pen, project.lead, project.start, language)
    partners = [write_organisation(pen, org, project.start, language) for org in project.partners]
    facts.shown["lead"] = project.lead.key
    if partners:
        facts.shown["partners"] = [org.key for org in project.partners]
    if language == "fi" and partners and pen.turn((True, False)):
        pairs = [(lead, "lead"), *((name, "partner") for name in partners)]
        named = [with_role(pen, name, role, "fi") for name, role in pairs]
        facts.lines.append(("Toteuttajat", ", ".join(named[:-1]) + f" ja {named[-1]}"))
        return
    label = pen.turn(_LABELS[language]["lead"], salt=1)
    facts.lines.append((label, lead))
    if language == "en" and partners:
        names = [with_role(pen, name, "partner", "en") for name in partners]
        facts.sentences.append(f"Taking part: {', '.join(names)}.")
    elif partners:
        word = "Osatoteuttaja" if len(partners) == 1 else "Osatoteuttajat"
        facts.lines.append((word if language == "fi" else "Delgenomförare", ", ".join(partners)))
    elif language == "fi" and pen.ordinal % 3 == 1:
        pen.use("name.placeholder")
        facts.lines.append(("Osatoteuttajat", pen.turn(PLACEHOLDERS)))


def _shifted(pen: Pen, project: Project) -> tuple[date, date | None]:
    """The page's own dates: now and then a month off the register's."""
    start, end = project.start, project.end
    if pen.ordinal % 9 == 4 and project.start_precision == "day" and end is not None:
        pen.use("date.sources_disagree")
        month = start.month % 12 + 1
        year = start.year + (1 if month == 1 else 0)
        last = calendar.monthrange(year, month)[1]
        start = date(year, month, min(start.day, last))
    return start, end


def _period(pen: Pen, project: Project, language: str, facts: Facts) -> None:
    start, end = _shifted(pen, project)
    fund = write_fund(pen, project, language) if project.instrument != "STATE" else "hanke"
    written = write_period(pen, start, end, project.start_precision, language, fund)
    facts.lines.append((pen.turn(_LABELS[language]["period"], salt=2), written.text))
    facts.shown |= written.as_shown()


def _funder(pen: Pen, project: Project, language: str, facts: Facts) -> None:
    label = {"fi": "Rahoittaja", "sv": "Finansiär", "en": "Funder"}[language]
    if project.register == "government" or pen.ordinal % 3 == 0:
        return
    if language == "fi" and pen.ordinal % 3 == 1:
        facts.lines.append((label, project.funder.name_fi))
        facts.shown["funder"] = project.funder.key
        if project.register != "none":
            pen.use("place.authority_elsewhere")
        return
    facts.lines.append((label, write_fund(pen, project, language)))


def _codes(pen: Pen, project: Project, language: str, facts: Facts, *, must: bool) -> None:
    label = {"fi": "Hankekoodi", "sv": "Projektkod", "en": "Project code"}[language]
    codes = []
    if project.eura_code and (must or pen.ordinal % 5):
        facts.lines.append((label, project.eura_code))
        codes.append({"scheme": "eura", "value": project.eura_code, "role": "own"})
    if project.tunnus and (must or pen.ordinal % 5):
        facts.lines.append((label, project.tunnus))
        codes.append({"scheme": "hanke_tunnus", "value": project.tunnus, "role": "own"})
    for case in project.cases[:1]:
        if must or pen.ordinal % 2:
            pen.use("amount.case_number")
            facts.sentences.append(
                {"fi": "Asianumero", "sv": "Ärendenummer", "en": "Case number"}[language]
                + f" {case}."
            )
            codes.append({"scheme": "vn_case", "value": case, "role": "own"})
    if codes:
        facts.shown["codes"] = codes


def _purpose(pen: Pen, project: Project, language: str, facts: Facts) -> None:
    words = GROUPS[project.group]
    text = aim(TOPICS[project.topic], language, words.gen, words.part, words.sv, words.en)
    if language == "fi" and pen.turn((True, False), salt=1):
        facts.lines.append(("Tavoite", text))
        if "{g}" in TOPICS[project.topic].fi:
            facts.lines.append(("Kohderyhmä", words.part))
    else:
        facts.sentences.append(text)
    facts.shown |= classes(project)
    placed = write_place(pen, project, language)
    facts.sentences.append(placed.text)
    facts.shown["maakunta"] = list(placed.codes)
