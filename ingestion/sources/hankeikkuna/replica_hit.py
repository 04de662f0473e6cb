"""The JSON of one hit in the replica: nested, with nulls, both milestone spellings, surprises.

What does not belong here: which hits a search finds (`replica.py`).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.people import invent_contact
from ingestion.sandbox.phenomena.places import place_in_name
from ingestion.sandbox.streams import stream, uuid_of
from ingestion.sandbox.world import World
from ingestion.sandbox.world.authorities import ministries
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.mission import sentence, told
from ingestion.sandbox.world.topics import TOPICS, aim
from ingestion.sandbox.world.words import GROUPS
from ingestion.sources.hankeikkuna.replica_items import Item

_DOCUMENTS = "https://api.hankeikkuna.fi/asiakirjat"
_KEYWORDS = (
    ("http://www.yso.fi/onto/yso/p6262", "elinikäinen oppiminen", "livslångt lärande"),
    ("http://www.yso.fi/onto/yso/p1034", "ohjaus", "vägledning"),
    ("http://www.yso.fi/onto/yso/p2616", "aluekehitys", "regional utveckling"),
)
_PHASES = ("ESIVALMISTELU", "PERUSVALMISTELU", "LAUSUNTOMENETTELY", None)


def ministry_uuid(world: World, short: str) -> str:
    """Stable id of a ministry."""
    return uuid_of(world.seed, "asettaja", short)


def render_hit(
    world: World, item: Item, ledger: Ledger, *, documents: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    """One hit and what it says about its project."""
    pen = Pen(stream(world.seed, "hit", item.uuid), ledger, item.ordinal)
    milestones, said = _milestones(pen, item)
    hit: dict[str, Any] = {
        "kohde": _core(world, pen, item),
        "etapit": milestones,
        "asiakirjat": _documents(pen, item) if documents else [],
        "asiasanat": _keywords(pen, item),
        "linkit": _links(pen, item),
    }
    if item.kind == "TOIMIELIN":
        hit["toimielin"] = {"tyyppi": pen.turn(("TYORYHMA", "OHJAUSRYHMA", "NEUVOTTELUKUNTA"))}
    if item.kind == "LAINSAADANTO":
        hit["lainsaadanto"] = _law(pen, item)
    project = item.project
    shown: dict[str, Any] = {
        "name": item.names[0], "name_fi": item.names[0], "name_sv": item.names[1],
        "name_en": item.names[2], "start_date": item.start, "end_date": item.end,
        "codes": [
            {"scheme": scheme, "value": value, "role": "own"}
            for scheme, value in (
                ("hanke_tunnus", item.tunnus),
                *(("vn_case", case) for case in (project.cases if project else ())),
            )
            if value
        ],
        "lead": f"ministry:{item.ministry}", "milestones": said,
        "status": project.status_on(world.as_of) if project else None,
        **(classes(project) | told(project) if project else {}),
    }  # fmt: skip
    if project:
        shown["maakunta"] = list(place_in_name(project, item.names[0]))
    return hit, shown


def _core(world: World, pen: Pen, item: Item) -> dict[str, Any]:
    project = item.project
    published = datetime(  # noqa: DTZ001  (the source states no zone)
        item.start.year, item.start.month, item.start.day, pen.rng.randrange(8, 16),
        pen.rng.randrange(60), pen.rng.randrange(60),
    ) + timedelta(days=pen.rng.randrange(-40, 30))  # fmt: skip
    set_on = item.start + timedelta(days=pen.rng.randrange(-20, 25))
    for case in project.cases if project else ():
        if case:
            pen.use("amount.case_number")
    fi, sv, en = item.names
    names: dict[str, Any] = {"fi": fi}
    form = pen.turn(("all", "all", "missing"), salt=1)
    if form == "all" or sv:
        names["sv"] = sv
    if form == "all" or en:
        names["en"] = en
    if project and project.index % 3 == 0:
        alias: dict[str, Any] | None = {"fi": project.acronym}
    else:
        alias = pen.turn(({"fi": None}, None))
    core: dict[str, Any] = {
        "uuid": item.uuid,
        "tunnus": item.tunnus,
        "tyyppi": item.kind,
        "tila": item.state,
        "valmisteluvaihe": item.phase,
        "nimi": names,
        "kuvaus": _description(pen, item),
        "asettajaUuid": ministry_uuid(world, item.ministry),
        "asianumerot": list(project.cases) if project else [],
        "asettamisPaiva": set_on.isoformat() if pen.chance(0.4) else None,
        "aloitusPaiva": item.start.isoformat(),
        "valmistumisPaiva": item.end.isoformat() if item.end else None,
        "julkaisuaika": published.isoformat(),
        "muokattu": item.changed.isoformat(timespec="milliseconds").removesuffix(".000"),
        "liittyyLainsaadantoon": item.kind == "LAINSAADANTO",
    }
    if alias is not None:
        core["alias"] = alias
    if pen.chance(0.5):
        core["liittyyTalousarvioon"] = pen.chance(0.3)
    return core


def _description(pen: Pen, item: Item) -> dict[str, Any]:
    if item.project is None:
        pen.use("amount.law_number")
        number = pen.rng.randrange(100, 1600)
        return {"fi": f"Valmistelu koskee lakia {number}/{item.start.year - 5}."}
    words = GROUPS[item.project.group]
    topic = TOPICS[item.project.topic]
    text = aim(topic, "fi", words.gen, words.part, words.sv, words.en)
    text += sentence(item.project, "fi")
    if pen.chance(0.25):
        pen.use("amount.momentti")
        pen.use("amount.appropriation")
        text += (
            f" Momentille 29.{pen.rng.randrange(10, 99)}.{pen.rng.randrange(10, 99)} "
            "osoitettu määräraha käsitellään talousarviossa."
        )
    found: dict[str, Any] = {"fi": text}
    if item.names[1]:
        found["sv"] = aim(topic, "sv", words.gen, words.part, words.sv, words.en)
    return found


def _milestones(pen: Pen, item: Item) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    found: list[dict[str, Any]] = []
    said: list[dict[str, Any]] = []
    end = item.end or item.start + timedelta(days=400)
    for number in range(pen.turn((0, 1, 2, 3), salt=2)):
        begins = item.start + (end - item.start) * number / 4
        ends = item.start + (end - item.start) * (number + 1) / 4
        if pen.chance(0.5):
            found.append(
                {
                    "alku": begins.isoformat(), "loppu": ends.isoformat(),
                    "valmisteluvaihe": pen.rng.choice(_PHASES), "vaihe": "KAYNNISSA",
                }
            )  # fmt: skip
        else:
            found.append({"etappiLoppu": ends.isoformat(), "saavutettu": pen.chance(0.5)})
        said.append({"due_on": ends})
    return found, said


def _documents(pen: Pen, item: Item) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number in range(pen.turn((0, 2, 1), salt=1)):
        uuid = uuid_of(pen.ordinal, "asiakirja", item.uuid, number)
        kind = pen.rng.choice(("MUISTIO", "RAPORTTI", "LAUSUNTO", "KIRJE"))
        stamp = f"{item.start:%Y%m%d}080000"
        if number == 1:
            found.append(
                {
                    "uuid": uuid, "tyyppi": kind, "nimi": None, "laatija": None,
                    "laatimispaiva": None, "luotu": f"{item.start}T08:00:00Z", "url": None,
                    "nakyvyys": "VIITETIEDOT",
                }
            )  # fmt: skip
            continue
        author = {"fi": invent_contact(pen).name}
        found.append(
            {
                "uuid": uuid, "tyyppi": kind, "nimi": {"fi": f"{kind.capitalize()} hankkeesta"},
                "laatija": author, "laatimispaiva": item.start.isoformat(),
                "luotu": f"{item.start}T08:00:00Z",
                "url": f"{_DOCUMENTS}/{item.uuid}/{uuid}/{kind}_{stamp}.PDF",
                "nakyvyys": "JULKINEN",
            }
        )  # fmt: skip
    return found


def _keywords(pen: Pen, item: Item) -> list[Any]:
    if item.project is None or not item.project.is_guidance:
        return [] if pen.chance(0.5) else ["lainvalmistelu"]
    uri, fi, sv = pen.turn(_KEYWORDS)
    if pen.chance(0.3):
        return [fi]
    return [{"uri": uri, "fi": fi, "sv": sv, "en": None}]


def _links(pen: Pen, item: Item) -> list[dict[str, Any]]:
    if not pen.chance(0.3):
        return []
    url = f"https://example.org/{item.uuid[:8]}"
    return [{"nimi": {"fi": "Sivu"}, "url": url if pen.chance(0.5) else {"fi": url, "sv": None}}]


def _law(pen: Pen, item: Item) -> dict[str, Any]:
    minister = invent_contact(pen).name
    details: dict[str, Any] = {
        "heNumerot": [f"HE {pen.rng.randrange(1, 300)}/{item.start.year}"],
        "skNumerot": [],
        "vastuuministeri": {"fi": minister} if pen.chance(0.5) else minister,
        "rauennut": False,
        "sivumaara": pen.rng.randrange(12, 400),
    }
    details["kiireellinen" if pen.chance(0.5) else "kiireellisyys"] = False
    if pen.chance(0.5):
        details["tehtavaluokka"] = "HALLITUKSEN_ESITYKSEN_VALMISTELU"
        return {"heTiedot": details}
    return {"tehtavaluokka": "HALLITUKSEN_ESITYKSEN_VALMISTELU", "heTiedot": details}


def render_ministries(world: World) -> list[dict[str, Any]]:
    """The list of ministries; English names are missing for some."""
    found = []
    for place, (short, org) in enumerate(ministries().items()):
        names = {"fi": org.name_fi, "sv": org.name_sv, "en": org.name_en if place % 4 else None}
        shorts = {"fi": short, "sv": org.brand, "en": None}
        if place % 5 == 4:
            names.pop("en")
            shorts.pop("en")
        found.append(
            {
                "uuid": ministry_uuid(world, short), "nimi": names, "lyhenne": shorts,
                "aktiivinen": True,
            }
        )  # fmt: skip
    return found
