"""Which projects serve the national plan, and the sentence by which some of them say so.

Two kinds of truth. A topic *is* work of a measure or of planned money where time and money fit;
and some projects *tell* it, or the place where they guide, in a sentence of their own. Other
sentences sound alike and say nothing. The wording is the sandbox's; what the warehouse looks for
is no business of it. What does not belong here: what a reader of the sentences makes of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ingestion.sandbox.streams import stream
from ingestion.sandbox.world.model import Project
from ingestion.sandbox.world.topics import TOPICS

#: Share of guidance projects that tell something, and of all projects that only sound alike.
_TELLING, _LOOK_ALIKE = 0.35, 0.1
_MONEY_FROM, _MONEY_TO = date(2021, 1, 1), date(2024, 12, 31)
_RRF, _ESF = "RRF", "ESR+"


@dataclass(frozen=True, slots=True)
class Plan:
    """When a measure or envelope runs, which instruments pay it and which bodies answer for it."""

    since: date
    until: date | None
    instruments: tuple[str, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence in two languages and what it truly says; a look-alike says nothing.

    Attributes:
        line: the same as the value of a page's line about its programme, where it has one.
    """

    kind: str
    subject: str
    fi: str
    sv: str
    line: str = ""


def _since(year: int) -> date:
    return date(year, 1, 1)


_PLANS: dict[str, Plan] = {
    "elo-2": Plan(_since(2020), None, ("STATE",), ("OKM",)),
    "elo-3": Plan(_since(2021), None, (_RRF,), ("OKM", "TEM", "STM")),
    "elo-5": Plan(_since(2022), None, (_RRF, _ESF), ("OKM", "TEM", "OPH")),
    "elo-7": Plan(_since(2021), None, ("STATE", _ESF), ("TEM", "OKM", "STM", "KEHA", "OPH")),
    "elo-8": Plan(_since(2021), None, ("STATE", _RRF), ("OKM", "TEM", "OPH")),
    "elo-9": Plan(_since(2021), None, (_RRF,), ("OKM", "TEM", "STM")),
    "urasuunnittelutaidot": Plan(_MONEY_FROM, _MONEY_TO, (_RRF,), ("TEM",)),
    "ohjaajakoulutukset": Plan(_MONEY_FROM, _MONEY_TO, (_RRF,), ("TEM",)),
    "koordinaatio_ja_laatu": Plan(_MONEY_FROM, _MONEY_TO, (_RRF,), ("TEM",)),
}
#: Idea of a topic -> the measures and the envelope whose work it is.
_WORK: dict[str, tuple[tuple[str, str], ...]] = {
    "guidance01": (("measure", "elo-2"),),
    "guidance03": (("measure", "elo-7"),),
    "guidance04": (("measure", "elo-8"), ("envelope", "koordinaatio_ja_laatu")),
    "guidance05": (("measure", "elo-5"), ("envelope", "ohjaajakoulutukset")),
    "guidance08": (("measure", "elo-3"), ("envelope", "urasuunnittelutaidot")),
    "guidance09": (("measure", "elo-9"), ("envelope", "koordinaatio_ja_laatu")),
    "guidance10": (("measure", "elo-3"),),
}
#: Topic -> the places that its name or aim speaks of.
_PLACES: dict[str, tuple[str, ...]] = {
    "guidance03": ("one_stop_services",),
    "guidance03b": (
        "one_stop_services", "employment_services", "social_work", "schools",
    ),
    "guidance10": ("workplaces",),
    "guidance10b": ("workplaces",),
    "guidance12": ("immigrant_services",),
    "guidance12b": ("immigrant_services",),
    "guidance14": ("rehabilitation",),
    "guidance14b": ("rehabilitation",),
}  # fmt: skip


def _statements(kind: str, table: str) -> tuple[Statement, ...]:
    """Entries of three or four lines: subject, Finnish, Swedish, and the page's line."""
    entries = [entry.split("\n") for entry in table.strip().split("\n\n")]
    return tuple(Statement(kind, *entry) for entry in entries)


_MEASURES = _statements(
    "measure",
    """
elo-2
Hanke toteuttaa ELO-strategiasta opinto-ohjauksen kehittämisohjelmaa.
Projektet genomför utvecklingsprogrammet för studiehandledningen i strategin för livslång \
vägledning.
Opinto-ohjauksen kehittämisohjelma

elo-3
Työ on osa ELO-strategian toimenpidettä, jolla kehitetään urasuunnittelutaitoja ja \
työssäolevien proaktiivista ohjausta.
Arbetet hör till strategin för livslång vägledning och åtgärden proaktiv vägledning för \
personer i arbete.
ELO-strategia, urasuunnittelutaidot ja työssäolevien proaktiivinen ohjaus

elo-5
Elinikäisen ohjauksen strategian mukaisesti järjestetään ohjaajien täydennyskoulutusta.
Enligt strategin för livslång vägledning ordnas fortbildning för vägledare.
Elinikäisen ohjauksen strategia: ohjaajien täydennyskoulutukset

elo-7
Hankkeella edistetään ELO-strategian toimenpidettä monialaisen ohjauksen kehittämisestä.
Projektet främjar sektorsövergripande vägledning enligt strategin för livslång vägledning.
ELO-strategian monialaisen ohjauksen kehittäminen

elo-8
Taustalla on ELO-strategian tavoite, ja hanke vastaa osaltaan elinikäisen ohjauksen \
koordinaatiosta.
Projektet svarar för samordningen av livslång vägledning enligt strategin för livslång vägledning.
ELO-strategia / elinikäisen ohjauksen koordinaatio

elo-9
ELO-strategian mukaan hankkeessa rakennetaan ohjauksen laadun seurantaa.
Projektet bygger uppföljning av vägledningens kvalitet enligt strategin för livslång vägledning.
ELO-strategian ohjauksen laadun seuranta
""",
)

_ENVELOPES = _statements(
    "envelope",
    """
urasuunnittelutaidot
Rahoitus tulee EU:n elpymisvälineen (RRF) urasuunnittelutaitojen kokonaisuudesta.
Finansieringen kommer från faciliteten för återhämtning och resiliens, helheten \
karriärplaneringsfärdigheter.
RRF, urasuunnittelutaitojen kokonaisuus

ohjaajakoulutukset
Hanke maksetaan Suomen kestävän kasvun ohjelmasta osana ohjaajakoulutusten kokonaisuutta.
Projektet betalas ur Finlands program för hållbar tillväxt som en del av fortbildningen för \
vägledare.
Suomen kestävän kasvun ohjelma, ohjaajakoulutusten kokonaisuus

koordinaatio_ja_laatu
RRF-rahoitus on osoitettu ohjauksen koordinaatioon, laatuun ja tiedolla johtamiseen.
Finansieringen ur faciliteten för återhämtning och resiliens gäller samordning, kvalitet och \
kunskapsbaserad ledning av vägledningen.
Elpymis- ja palautumistukiväline: ohjauksen koordinaatio, laatu ja tiedolla johtaminen

tyoikaisten_osaaminen
EU:n elpymisrahoilla kehitetään työikäisten osaamisen tunnistamista.
Med programmet för hållbar tillväxt i Finland utvecklas identifieringen av kunnande hos \
befolkningen i arbetsför ålder.
RRF / työikäisten osaamisen tunnistaminen

ohjauksen_vahvistaminen
Hanke kuuluu elinikäisen ohjauksen vahvistamiseen, jota rahoitetaan kestävän kasvun ohjelmasta.
Projektet ingår i Finlands program för hållbar tillväxt och stärker den livslånga vägledningen.
Suomen kestävän kasvun ohjelma (elinikäisen ohjauksen vahvistaminen)
""",
)

_PLACES_TOLD = _statements(
    "environment",
    """
schools
Ohjausta annetaan alueen lukioissa ja muissa oppilaitoksissa.
Vägledningen ges i regionens läroanstalter.

employment_services
Kokeilut tehdään yhdessä työllisyyspalvelujen asiantuntijoiden kanssa.
Försöken görs tillsammans med sysselsättningstjänsterna.

youth_services
Työparina on kunnan etsivä nuorisotyö.
Arbetspar är kommunens uppsökande ungdomsarbete.

social_work
Ohjaus viedään osaksi aikuissosiaalityötä.
Vägledningen blir en del av vuxensocialarbetet.

defence
Ohjaajat päivystävät varuskunnissa viikoittain.
Vägledarna har jour på garnisonerna varje vecka.

one_stop_services
Palvelu tuotetaan Ohjaamossa.
Tjänsten ges på Navigatorn.

third_sector
Mukana ovat ammattiliitot ja järjestöt jäsenille annettavine ohjauspalveluineen.
Fackförbunden och organisationerna deltar med vägledning för sina medlemmar.

workplaces
Keskustelut käydään työpaikoilla työajalla.
Samtalen förs på arbetsplatserna under arbetstid.

rehabilitation
Ohjaus kytketään kuntoutuspalveluihin.
Vägledningen kopplas till rehabiliteringen.

immigrant_services
Yhteistyötä tehdään maahanmuuttajien osaamiskeskuksen kanssa.
Samarbete bedrivs med kompetenscentrumet för invandrare.

peer_guidance
Kokeneet opiskelijat toimivat vertaisohjaajina.
Erfarna studerande ger kamratstöd.
""",
)

_ALIKE = _statements(
    "",
    """
-
Hanke ei saa rahaa elpymisvälineestä eikä ole osa elinikäisen ohjauksen vahvistamista.
Projektet får inte pengar ur Finlands program för hållbar tillväxt.

-
Tulokset esitellään ELO-strategian seurantaryhmälle.
Resultaten presenteras för gruppen som följer strategin för livslång vägledning.

-
Myöhemmin haetaan rahoitusta Suomen kestävän kasvun ohjelmasta työikäisten osaamisen \
tunnistamiseen.
Projektet betalas inte av arbets- och näringstjänsterna.

-
Raportissa verrataan myös jatkuvan oppimisen digitaalista palvelukokonaisuutta.
Rapporten jämför även digitala tjänster.

-
Hankkeen aikana tutustutaan Ohjaamoon ja sen vertaistoimintaan.
Under projektet görs studiebesök i grannländerna.

-
Kestävän kasvun ja työn ohjelmassa vahvistetaan myös urasuunnittelutaitojen kokonaisuutta.
I programmet för hållbar tillväxt och jobb är karriärplaneringsfärdigheterna en helhet.
Kestävän kasvun ja työn ohjelma, urasuunnittelutaitojen kokonaisuus

-
ESR-hankkeella vahvistetaan elinikäistä ohjausta ja ohjaajakoulutusten kokonaisuutta.
Projektet stärker livslång vägledning med medel ur ESF.
ESR: elinikäisen ohjauksen vahvistaminen
""",
)

_WORKING_AGE_ENVELOPE = "tyoikaisten_osaaminen"
#: The working group of that envelope; the number may be given out in a large world.
_NUMBER = "OKM044:00/2021"
STATEMENTS: dict[str, Statement] = {
    **{f"{one.kind}:{one.subject}": one for one in (*_MEASURES, *_ENVELOPES, *_PLACES_TOLD)},
    **{f"alike:{number}": one for number, one in enumerate(_ALIKE)},
}


def assign(seed: int, projects: list[Project]) -> None:
    """Settle which projects tell what, each from a stream of its own."""
    for project in projects:
        rng = stream(seed, "mission", project.index)
        share = rng.random()
        if project.is_guidance and share < _TELLING:
            money = 8 if project.instrument == "STATE" else 0
            kind = rng.choices(("measure", "envelope", "environment"), (4, money, 5))[0]
            project.mission = rng.choice(_possible(project, kind) or _possible(project, ""))
        elif share > 1 - _LOOK_ALIKE:
            # what names the social fund is said of its projects only
            fit = [n for n, one in enumerate(_ALIKE) if not one.line or project.instrument == "ESR"]
            project.mission = f"alike:{rng.choice(fit)}"


def _possible(project: Project, kind: str) -> list[str]:
    """Statements that the project could truly make; of work, those of its own subject."""
    work = [f"{what}:{subject}" for what, subject in _WORK.get(_idea(project), ())]
    if kind == "measure":
        return [key for key in work if key.startswith(kind)]
    if kind == "envelope":
        ended = project.end is not None and project.end < _MONEY_FROM
        if project.instrument != "STATE" or ended or project.start > _MONEY_TO:
            return []
        named = [key for key in work if key.startswith(kind)]
        if _idea(project) == "guidance02":
            named = [f"envelope:{_WORKING_AGE_ENVELOPE}"]
        return named or ["envelope:ohjauksen_vahvistaminen"]
    return [key for key, one in STATEMENTS.items() if one.kind == "environment"]


def statement(project: Project) -> Statement | None:
    """What the project tells, or the sentence that only sounds so."""
    return STATEMENTS[project.mission] if project.mission else None


def sentence(project: Project, language: str) -> str:
    """The sentence to stand behind the stated aim, with a blank before it; often none."""
    told = statement(project)
    return f" {told.sv if language == 'sv' else told.fi}" if told else ""


def told(project: Project) -> dict[str, Any]:
    """What a place shows that prints the sentence, or the line."""
    said = statement(project)
    return {"mission": [f"{said.kind}:{said.subject}"]} if said and said.kind else {}


def links(project: Project) -> Iterator[dict[str, Any]]:
    """What the project truly serves: `told`, or by its `work` and, if so, only with RRF money."""
    said = statement(project)
    if _NUMBER in (project.tunnus, project.related_tunnus):
        yield _link(project, "envelope", _WORKING_AGE_ENVELOPE, "numbered")
    if said and said.kind:
        yield _link(project, said.kind, said.subject, "told")
    if not project.is_guidance:
        return
    for place in _PLACES.get(project.topic, ()):
        yield _link(project, "environment", place, "work")
    for kind, subject in _WORK.get(_idea(project), ()):
        plan = _PLANS[subject]
        if (project.end is not None and project.end < plan.since) or (
            plan.until is not None and project.start > plan.until
        ):
            continue
        if _pays(project, plan):
            yield _link(project, kind, subject, "work")
        elif _RRF in plan.instruments and project.register == "none":
            yield _link(project, kind, subject, "work_with_rrf")


def _pays(project: Project, plan: Plan) -> bool:
    if project.instrument == _ESF:
        return _ESF in plan.instruments
    bodies = {project.lead.short, project.funder.short}
    return project.instrument == "STATE" and bool(bodies & set(plan.bodies))


def _idea(project: Project) -> str:
    return TOPICS[project.topic].idea


def _link(project: Project, kind: str, subject: str, basis: str) -> dict[str, Any]:
    return {
        "truth_id": project.truth_id, "subject_kind": kind, "subject_id": subject, "basis": basis,
    }  # fmt: skip
