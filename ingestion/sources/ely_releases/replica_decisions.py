"""Bodies of releases that name projects: one decision, or several in one release.

What does not belong here: calls, sums and everything that names no project
(`replica_bodies.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ingestion.sandbox.phenomena.dates import write_period
from ingestion.sandbox.phenomena.money import (
    Written,
    grouped,
    write_amount,
    write_inflected,
)
from ingestion.sandbox.phenomena.names import with_role
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.places import place_in_name, write_place
from ingestion.sandbox.world import Project
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.model import euros
from ingestion.sandbox.world.topics import TOPICS, aim
from ingestion.sandbox.world.words import GROUPS
from ingestion.sources.ely_releases.replica_plan import Item, centre_name

_FUND_FI = {"ESR": "ESR", "ESR+": "ESR+", "EAKR": "EAKR", "JTF": "JTF"}
_FUND_SV = {"ESR": "ESF", "ESR+": "ESF+", "EAKR": "ERUF", "JTF": "JTF"}

_PLURALS = {
    "kaupunki": "kaupungit", "koulutuskuntayhtymä": "koulutuskuntayhtymät",
    "yliopisto": "yliopistot", "opisto": "opistot",
}  # fmt: skip


@dataclass(slots=True)
class Body:
    """Paragraphs of a release, and what they say of each project named, in text order."""

    paragraphs: list[str] = field(default_factory=list)
    mentions: list[tuple[Project, dict[str, Any]]] = field(default_factory=list)
    traps: list[tuple[str, Written, str]] = field(default_factory=list)


def _stated(kind: str, written: Written) -> dict[str, Any]:
    return {
        "kind": kind, "amount": euros(written.cents), "currency": "EUR",
        "qualifier": written.qualifier,
    }  # fmt: skip


def write_decision(pen: Pen, item: Item) -> Body:
    """A release about one project that was granted money."""
    project = item.projects[0]
    body = Body()
    name = project.name
    shown: dict[str, Any] = {
        "name": name, "lead": project.lead.key, "funder": _centre_key(item, project),
    }  # fmt: skip
    if item.language == "sv":
        _decision_sv(pen, item, project, body, shown)
    else:
        _decision_fi(pen, item, project, body, shown)
    body.mentions.append((project, shown))
    return body


def _decision_fi(pen: Pen, item: Item, project: Project, body: Body, shown: dict[str, Any]) -> None:
    funder = centre_of(item, project)
    fund = _FUND_FI.get(project.instrument, project.instrument)
    pen.use("place.fund_spelling")
    text, written = _award(pen, project, funder, fund)
    shown["amounts"] = [_stated("granted", written)]
    body.paragraphs.append(text)
    _lead_fi(pen, project, body, shown)
    period = write_period(pen, project.start, project.end, "day", "fi", fund)
    if period.text:
        body.paragraphs.append(f"Hankkeen toteutusaika: {period.text.rstrip('.')}.")
    shown |= period.as_shown()
    words = GROUPS[project.group]
    body.paragraphs.append(
        aim(TOPICS[project.topic], "fi", words.gen, words.part, words.sv, words.en)
    )
    shown |= classes(project)
    placed = write_place(pen, project)
    body.paragraphs.append(placed.text)
    shown["maakunta"] = list(placed.codes)
    if project.eura_code and pen.ordinal % 5 < 3:
        body.paragraphs.append(f"Hankekoodi on {project.eura_code}.")
        shown["codes"] = [{"scheme": "eura", "value": project.eura_code, "role": "own"}]
    _beside(pen, project, body, shown)


def _award(pen: Pen, project: Project, funder: str, fund: str) -> tuple[str, Written]:
    pen.use("amount.granted")
    granted = project.money.granted or 0
    name = project.name
    form = pen.turn(("plain", "inflected", "genitive", "hedged", "passive"), salt=1)
    if form == "inflected":
        written = write_inflected(pen, granted)
        return f"{funder} myönsi {written.text} {fund}-rahoituksen hankkeelle {name}.", written
    if form == "genitive" and project.lead.name_gen:
        pen.use("name.case_forms")
        written = write_amount(pen, granted)
        text = f"{project.lead.name_gen} hankkeelle {name} on myönnetty {written.text}."
        return text, written
    if form == "hedged":
        written = write_amount(pen, granted, hedge=True)
        return f"Hankkeelle {name} myönnettiin {written.text} {fund}-tukea.", written
    written = write_amount(pen, granted)
    if form == "passive":
        return f"Hankkeelle {name} on myönnetty {written.text}. Myöntäjä on {funder}.", written
    return f"{funder} on myöntänyt {written.text} {fund}-rahoitusta hankkeelle {name}.", written


def _lead_fi(pen: Pen, project: Project, body: Body, shown: dict[str, Any]) -> None:
    lead, partners = project.lead, project.partners
    last = lead.name_fi.split()[-1]
    alike = [org for org in partners if org.name_fi.split()[1:] == [last]]
    if alike and last in _PLURALS:
        pen.use("name.ellipsis")
        first, second = lead.name_fi.split()[0], alike[0].name_fi.split()[0]
        body.paragraphs.append(f"Hankkeen toteuttavat {first} ja {second} {_PLURALS[last]}.")
        others = [org.name_fi for org in partners if org is not alike[0]]
        if others:
            body.paragraphs.append(f"Mukana on myös {', '.join(others)}.")
    elif partners and pen.ordinal % 2:
        named = [with_role(pen, lead.name_fi, "lead", "fi")]
        named += [with_role(pen, org.name_fi, "partner", "fi") for org in partners]
        joined = ", ".join(named[:-1]) + f" ja {named[-1]}"
        body.paragraphs.append(f"Toteuttajina ovat {joined}.")
    else:
        body.paragraphs.append(f"Hankkeen päätoteuttaja on {lead.name_fi}.")
        if not partners:
            return
        names = ", ".join(org.name_fi for org in partners)
        body.paragraphs.append(f"Osatoteuttajat: {names}.")
    shown["partners"] = [org.key for org in partners]


def _beside(pen: Pen, project: Project, body: Body, shown: dict[str, Any]) -> None:
    """Other kinds of money and look-alikes in the same text."""
    money, amounts = project.money, shown["amounts"]
    form = pen.turn(("applied", "percent", "kinds", "people", "law", "none", "parts"), salt=2)
    if form == "applied":
        pen.use("amount.applied")
        written = write_amount(pen, money.applied or 0)
        body.paragraphs.append(f"Haettu tuki oli {written.text}.")
        amounts.append(_stated("applied", written))
        body.traps.append((written.text, written, "applied for, not granted"))
    elif form == "percent":
        pen.use("amount.percent")
        body.paragraphs.append("Tuen osuus on 80 % hankkeen kustannuksista.")
    elif form == "kinds":
        for pattern in ("three_kinds", "total_cost", "own_funding"):
            pen.use(f"amount.{pattern}")
        total, own = (
            write_amount(pen, money.total_cost or 0),
            write_amount(pen, money.own_funding or 0),
        )
        body.paragraphs.append(
            f"Hankkeen kokonaiskustannukset ovat {total.text}, josta omarahoitusta on {own.text}."
        )
        amounts += [_stated("total_cost", total), _stated("own_funding", own)]
        body.traps.append((total.text, total, "total cost, not a grant"))
        body.traps.append((own.text, own, "own funding, not a grant"))
    elif form == "people":
        pen.use("amount.people")
        body.paragraphs.append(f"Toimintaan osallistuu {pen.rng.randrange(200, 3000)} henkeä.")
    elif form == "law":
        pen.use("amount.law_number")
        body.paragraphs.append("Tuki perustuu lakiin 757/2021.")
    elif form == "parts" and len(money.shares) > 1:
        pen.use("amount.partner_share")
        pen.use("identity.total_and_part")
        written = write_amount(pen, money.shares[1][1])
        partner = project.partners[0].name_fi
        body.paragraphs.append(f"Summasta osatoteuttajan ({partner}) osuus on {written.text}.")
        amounts.append(_stated("partner_share", written))
        body.traps.append((written.text, written, "one partner's part of the grant"))


def _decision_sv(pen: Pen, item: Item, project: Project, body: Body, shown: dict[str, Any]) -> None:
    pen.use("amount.granted")
    pen.use("place.fund_spelling")
    written = write_amount(pen, project.money.granted or 0, "sv")
    name = project.name_sv or project.name
    shown["name"], shown["amounts"] = name, [_stated("granted", written)]
    fund = _FUND_SV.get(project.instrument, project.instrument)
    funder = centre_of(item, project)
    body.paragraphs.append(
        f"{funder} har beviljat {written.text} {fund}-finansiering till projektet {name}."
    )
    lead = project.lead.name_sv or project.lead.name_fi
    if project.lead.name_sv:
        pen.use("name.translation")
    body.paragraphs.append(f"Projektägare är {lead}.")
    period = write_period(pen, project.start, project.end, "day", "sv", fund)
    body.paragraphs.append(f"Projekttid: {period.text}.")
    shown |= period.as_shown()
    words = GROUPS[project.group]
    body.paragraphs.append(
        aim(TOPICS[project.topic], "sv", words.gen, words.part, words.sv, words.en)
    )
    shown |= classes(project)
    placed = write_place(pen, project, "sv")
    body.paragraphs.append(placed.text)
    shown["maakunta"] = list(placed.codes)


def centre_of(item: Item, project: Project) -> str:
    """The granting centre in the words of the release; a past decision keeps its old issuer."""
    if _has_issuer(project):
        swedish = item.language == "sv"
        return (project.funder.name_sv if swedish else None) or project.funder.name_fi
    return _centre_today(item, project, item.language)


def _centre_key(item: Item, project: Project) -> str:
    """The same centre as an organisation of the world."""
    if _has_issuer(project):
        return project.funder.key
    return f"authority:{_centre_today(item, project, 'fi')}"


def _has_issuer(project: Project) -> bool:
    return project.register in ("period2014", "period2021")


def _centre_today(item: Item, project: Project, language: str) -> str:
    return centre_name(item.areas[0] if item.areas else None, project.decided_on, language)


def write_several(pen: Pen, item: Item) -> Body:
    """A release that lists several projects, each with its lead and its money."""
    body = Body()
    for pattern in ("aggregate", "granted", "parts_equal_total"):
        pen.use(f"amount.{pattern}")
    if item.number % 2 == 0:
        pen.use("amount.list_inherited_unit")
    pen.use("page.recipients_list")
    pen.use("identity.several_on_page")
    sums = [(project, (project.money.granted or 0) // 100 * 100) for project in item.projects]
    total = sum(cents for _, cents in sums)
    text = f"{grouped(total)} euroa"
    body.paragraphs.append(
        f"{centre_of(item, item.projects[0])} on myöntänyt yhteensä {text} "
        f"{len(sums)} hankkeelle. Rahoitetut hankkeet:"
    )
    body.traps.append((text, Written(text, total), "sum over several projects"))
    prose = item.number % 2 == 1
    for place, (project, cents) in enumerate(sums, start=1):
        code = f" ({project.eura_code})" if project.eura_code and pen.ordinal % 3 else ""
        if prose:
            text = (
                f"Hankkeelle {project.name}{code} myönnettiin {grouped(cents)} euroa. "
                f"Hankkeen päätoteuttaja on {project.lead.name_fi}."
            )
        else:
            unit = " euroa" if place == len(sums) else ""
            text = f"{project.name}{code}, {project.lead.name_fi}: {grouped(cents)}{unit}"
        body.paragraphs.append(text)
        shown: dict[str, Any] = {
            "name": project.name, "lead": project.lead.key,
            "funder": _centre_key(item, item.projects[0]),
            "amounts": [_stated("granted", Written("", cents))],
        }  # fmt: skip
        placed = place_in_name(project, project.name)
        if placed:
            shown["maakunta"] = list(placed)
        if code:
            shown["codes"] = [{"scheme": "eura", "value": project.eura_code, "role": "own"}]
        body.mentions.append((project, shown))
    return body
