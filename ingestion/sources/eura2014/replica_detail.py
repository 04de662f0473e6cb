"""Detail pages of the replica: numbered blocks, persons to drop, partners, target region.

What does not belong here: the list (`replica_rows.py`).
"""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.money import grouped
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.people import invent_contact
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.places import NATIONAL, regions
from ingestion.sandbox.world.topics import TOPICS, aim
from ingestion.sandbox.world.words import GROUPS
from ingestion.sources.eura2014.replica_rows import day_text, status_word

_LINES = {
    1: "1. Pk-yritystoiminnan kilpailukyky",
    2: "2. Uusimman tiedon ja osaamisen tuottaminen ja hyödyntäminen",
    3: "3. Työllisyys ja työvoiman liikkuvuus",
    4: "4. Koulutus, ammattitaito ja elinikäinen oppiminen",
    5: "5. Sosiaalinen osallisuus ja köyhyyden torjunta",
}
_AIMS = {
    "ESR": "9.1. Siirtymävaiheita tukevien palvelujen parantaminen",
    "EAKR": "4.1. Tutkimus- ja osaamiskeskittymien kehittäminen",
}
_KINDS = {
    "municipality": "Kunta", "education_provider": "Ammatillinen oppilaitos", "uas":
    "Ammattikorkeakoulu", "university": "Yliopisto", "association": "Rekisteröity yhdistys",
    "foundation": "Säätiö", "company": "Pieni yritys",
}  # fmt: skip


def render_detail(
    project: Project, ordinal: int, seed: int, as_of: date, ledger: Ledger
) -> tuple[str, dict[str, Any]]:
    """The page of one project and what it says."""
    pen = Pen(stream(seed, "eura2014-detail", project.index), ledger, ordinal)
    shown: dict[str, Any] = {
        "name": project.name, "start_date": project.start, "end_date": project.end,
        "status": project.status_on(as_of),
        "codes": [{"scheme": "eura", "value": project.eura_code, "role": "own"}],
        "lead": project.lead.key, "business_id": project.lead.business_id,
        "funder": project.funder.key, "instrument": project.instrument, **classes(project),
    }  # fmt: skip
    blocks = [
        _block("1 Hanke", _project_lines(pen, project, as_of)),
        _applicant(pen, project, shown),
        _block("3 Suunnitelman mukainen tiivistelmä toteutuksesta", _summary(pen, project)),
        _block("4 Maantieteellinen kohdealue", _region_lines(pen, project, shown)),
        _costs(pen, project),
        _estimates(pen, ordinal),
    ]
    fund = "Euroopan sosiaalirahaston (ESR)"
    if project.instrument == "EAKR":
        fund = "Euroopan aluekehitysrahaston (EAKR)"
    body = "\n".join(blocks)
    if ordinal % 3 == 0:
        body = f'<div class="inner">{body}</div>'
    meta = '<meta charset="iso-8859-1">' if ordinal % 4 else ""
    return (
        f"<html><head>{meta}<title>Hankkeen kuvaus</title></head><body>"
        f'<div class="description"><h1>{fund} rahoittaman hankkeen kuvaus</h1>\n{body}'
        "</div></body></html>\n"
    ), shown


def _block(heading: str, lines: list[str], more: str = "") -> str:
    body = "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
    return f"<div><h2>{heading}</h2>{body}{more}</div>"


def _project_lines(pen: Pen, project: Project, as_of: date) -> list[str]:
    pen.use("date.alkaa_paattyy")
    period = f"Alkaa {day_text(project.start)}"
    if project.end is not None:
        period += f" ja päättyy {day_text(project.end)}"
    return [
        f"Hankekoodi: {project.eura_code}",
        f"Hankkeen nimi: {project.name}",
        f"Toimintalinja: {_LINES[project.priority or 4]}",
        f"Erityistavoite: {_AIMS[project.instrument]}",
        f"Suunnitelman mukainen toteutusaika: {period}",
        f"Toiminnan tila: {status_word(pen, project, as_of)}",
        f"Vastuuviranomainen: {project.funder.name_fi}",
    ]


def _applicant(pen: Pen, project: Project, shown: dict[str, Any]) -> str:
    contact = invent_contact(pen)
    lead = project.lead
    if lead.business_id:
        pen.use("amount.y_tunnus")
    several = project.family == "joint" or bool(project.partners)
    lines = [
        f"Hakijan virallinen nimi: {lead.name_on(project.decided_on)}",
        f"Organisaatiotyyppi: {_KINDS.get(lead.kind, 'Muu')}",
        f"Y-tunnus: {lead.business_id or ''}",
        f"Jakeluosoite: Keksitynkatu {pen.rng.randrange(1, 90)}",
        f"Puhelinnumero: {contact.phone}",
        f"Postinumero: 00{pen.rng.randrange(100, 999)}",
        f"Postitoimipaikka: {lead.town or ''}",
        "WWW-osoite: https://example.org",
        f"Hankkeen yhteyshenkilön nimi: {contact.name}",
        "Yhteyshenkilön asema organisaatiossa: projektipäällikkö",
        f"Yhteyshenkilön sähköpostiosoite: {contact.mail.replace('@', '(at)')}",
        f"Yhteyshenkilön puhelinnumero: {contact.phone}",
        "Hakijoiden lukumäärä tai tuen siirto -menettely: "
        + ("Useampi hakija" if several else "Vain yksi hakija"),
    ]
    return _block("2 Hakijan perustiedot", lines, _partners(pen, project, shown))


def _partners(pen: Pen, project: Project, shown: dict[str, Any]) -> str:
    if not project.partners:
        if pen.chance(0.3):
            pen.use("name.partners_empty")
            return "<h3>Osatoteuttajat</h3>"
        return ""
    pen.use("name.partners_filled")
    rows = []
    for number, org in enumerate(project.partners):
        name = org.name_on(project.decided_on)
        if number == 1:
            name = f"{name}, Kehittämisyksikkö"
        rows.append(f"<p>{escape(name)}, {org.town}</p>")
    shown["partners"] = [org.key for org in project.partners]
    return f"<h3>Osatoteuttajat</h3>{''.join(rows)}"


def _summary(pen: Pen, project: Project) -> list[str]:
    words = GROUPS[project.group]
    if project.language == "sv":
        pen.use("page.form_fi_content_sv")
        return [aim(TOPICS[project.topic], "sv", words.gen, words.part, words.sv, words.en)]
    text = aim(TOPICS[project.topic], "fi", words.gen, words.part, words.sv, words.en)
    pen.use("amount.people")
    return [text, f"Toimiin osallistuu arviolta {pen.rng.randrange(60, 2400)} henkilöä."]


def _region_lines(pen: Pen, project: Project, shown: dict[str, Any]) -> list[str]:
    shown["maakunta"] = list(project.regions)
    if project.regions == (NATIONAL,):
        pen.use("place.national")
        return ["Valtakunnallinen hanke"]
    names = ", ".join(regions()[code].fi for code in project.regions)
    return [
        f"Maakunnat: {names}",
        "Seutukunnat:",
        f"Kunnat: {', '.join(project.towns)}",
    ]


def _costs(pen: Pen, project: Project) -> str:
    money = project.money
    lines = [f"Kustannukset yhteensä: {grouped(money.total_cost or 0)}"]
    if pen.chance(0.5):
        pen.use("amount.percent")
        lines.append("Flat rate: 24 %")
    return _block("5 Kustannusarvio", lines) + _block(
        "6 Rahoitussuunnitelma",
        [
            f"EU- ja valtion rahoitus: {grouped(money.granted or 0)}",
            f"Omarahoitus: {grouped(money.own_funding or 0)}",
        ],
    )


def _estimates(pen: Pen, ordinal: int) -> str:
    word = "seurantatiedoista" if ordinal % 4 else "seurantiedoista"
    count = pen.rng.randrange(10, 900)
    return (
        f"<div><h2>7 Hakemusvaiheessa ilmoitettavat arviot hankekohtaisista {word}</h2>"
        f"<h3>Henkilöitä mukana</h3><p>{count}</p>"
        f"<h3>Alle 25-vuotiaat</h3><p>{count // 3}</p></div>"
    )
