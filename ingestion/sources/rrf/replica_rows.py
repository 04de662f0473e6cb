"""Rows of the replica's list: objects that the facility supports, a row a payment.

What does not belong here: files and the ledger (`replica.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.model import euros
from ingestion.sandbox.world.topics import TOPICS, aim
from ingestion.sandbox.world.words import GROUPS

HEADER = (
    "Toimenpiteen toteuttaja", "Tukikohteen yksilöllinen tunniste", "Tuen tyyppi",
    "Tukikohteen nimi", "Tukikohteen kuvaus (suomi)", "Tukikohteen kuvaus (englanti)",
    "Hakijan tai tuensaajan tyyppi", "Tuensaajan yksilöllinen tunnus", "Tuensaajan nimi",
    "Tuensaajan tunnus, kuten y-tunnus", "Muun rahoituksen määrä, EU-rahoitus",
    "Muun rahoituksen määrä, kansallinen rahoitus", "Maksutapahtuman tyyppi",
    "Maksutapahtuman päivämäärä", "Maksutapahtuma, euroa",
)  # fmt: skip
OBJECT_ID, PAID_ON, PAID = 1, 13, 14
MEASURE_HEADER = "measure_code,name_fi,ministry,valid_from,citation,confidence"
MEASURE_ROWS = (
    ("P3C2R1", "Jatkuvan oppimisen uudistus", "OKM", "", "", "confirmed"),
    ("P3C2I1", "Jatkuvan oppimisen digitalisaatio-ohjelma", "", "", "", "confirmed"),
    ("P3C1R1", "", "", "", "", "reported"),
)
_BODIES = {
    "OPH": "Opetushallitus",
    "JOTPA": "Jatkuvan oppimisen ja työllisyyden palvelukeskus",
    "OKM": "Opetus- ja kulttuuriministeriö",
}
_TYPES = {
    "municipality": "Kunta", "education_provider": "Koulutuksen järjestäjä",
    "university": "Yliopisto", "uas": "Ammattikorkeakoulu", "association": "Yhdistys",
    "foundation": "Säätiö", "company": "Yritys",
}  # fmt: skip
_DAMAGED_EVERY = 35
_DAMAGES = ("required", "date", "amount")
_FAMILY = ("Esimerkkilä", "Keksittynen", "Mallikkala")


@dataclass(slots=True)
class Object:
    """One supported object with its rows, and what they say.

    Attributes:
        damage: reading step at which its only row must fail.
    """

    native_id: str
    rows: list[list[str]]
    truth_id: str | None
    makes_project: bool
    shown: dict[str, Any] = field(default_factory=dict)
    damage: str | None = None


def make_objects(world: World, ledger: Ledger) -> list[Object]:
    """Objects in order of their number: half of the world's state grants, and some persons."""
    objects: list[Object] = []
    chosen = [p for p in world.projects if p.register == "none"][::2]
    for place, project in enumerate(chosen):
        pen = Pen(stream(world.seed, "rrf-object", project.index), ledger, place)
        objects.append(_project_object(world, pen, project, place))
        if place % 8 == 3:
            objects.append(_person_object(world, place))
    return objects


def _project_object(world: World, pen: Pen, project: Project, place: int) -> Object:
    body = _BODIES[project.funder.short or "OPH"]
    number = f"TK-{project.index + 1:05d}"
    words = GROUPS[project.group]
    topic, forms = TOPICS[project.topic], (words.gen, words.part, words.sv, words.en)
    name, said = _name(pen, project)
    granted = project.money.granted or 0
    payments = list(_payments(pen, project.start, granted, world.as_of))
    is_damaged = place % _DAMAGED_EVERY == _DAMAGED_EVERY // 2
    if is_damaged:
        payments = payments[:1] or [("Ennakko", project.start, 100_000)]
    own = project.money.own_funding or 0
    cells = [_payment_cells(pen, payment) for payment in payments] or [["", "", ""]]
    rows = [
        [
            body, number, "Avustus", name, aim(topic, "fi", *forms), aim(topic, "en", *forms),
            _TYPES.get(project.lead.kind, "Julkinen organisaatio"), f"TS-{project.index + 1}",
            project.lead.name_on(project.decided_on), project.lead.business_id or "", "0",
            _money(pen, own), *payment,
        ]
        for payment in cells
    ]  # fmt: skip
    made = Object(f"{body}|{number}", rows, project.truth_id, makes_project=True)
    made.shown = {
        "name": said, "lead": project.lead.key,
        "lead_name": project.lead.name_on(project.decided_on),
        "business_id": project.lead.business_id, "funder_name": body, "instrument": "RRF",
        "amounts": _amounts(payments), **classes(project),
    }  # fmt: skip
    if is_damaged:
        _spoil(made, place // _DAMAGED_EVERY)
    return made


def _name(pen: Pen, project: Project) -> tuple[str, str]:
    if pen.turn((False, False, True), salt=1):
        pen.use("identity.typographic")
        return project.name.replace(" ", "  ", 1), project.name
    return project.name, project.name


def _payments(pen: Pen, start: date, granted: int, as_of: date) -> Iterator[tuple[str, date, int]]:
    """An advance, payments that follow, and now and then a correction."""
    count = pen.turn((1, 2, 3, 2, 0), salt=1)
    day = start
    for number in range(count):
        if day > as_of or granted < 100:
            return
        share = granted * (30 if number == 0 else 25) // 100 + number
        yield ("Ennakko" if number == 0 else "Maksatus"), day, share
        day += timedelta(days=120)
    if count == 3 and day <= as_of and pen.chance(0.5):
        yield "Maksatus", day, -pen.rng.randrange(100, 90_000)


def _payment_cells(pen: Pen, payment: tuple[str, date, int]) -> list[str]:
    kind, day, cents = payment
    return [kind, f"{day.day}.{day.month}.{day.year}", _money(pen, cents)]


def _money(pen: Pen, cents: int) -> str:
    pen.use("amount.thousands_blank")
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}".replace(",", " ") + f",{abs(cents) % 100:02d}"


def _amounts(payments: list[tuple[str, date, int]]) -> list[dict[str, Any]]:
    paid = [
        {"kind": "paid", "amount": euros(cents), "currency": "EUR", "paid_on": day}
        for _, day, cents in payments
    ]
    return [{"kind": "granted", "amount": None, "currency": "EUR"}, *paid]


def _person_object(world: World, place: int) -> Object:
    """Support to an invented person, who must not be named."""
    rng = stream(world.seed, "rrf-person", place)
    name = f"{rng.choice(_FAMILY)} Testikki"
    number = f"TK-H{place:05d}"
    day = world.as_of - timedelta(days=rng.randrange(60, 700))
    cents = rng.randrange(1, 50) * 10_000
    body = _BODIES["OPH"]
    row = [
        body, number, "Avustus", f"Koulutus: {name}", "", "", "Luonnollinen henkilö", "TS-H",
        name, "", "", "", "Maksatus", f"{day.day}.{day.month}.{day.year}", str(cents // 100),
    ]  # fmt: skip
    shown = {"recipient_is_person": True, "amounts": _amounts([("Maksatus", day, cents)])}
    return Object(f"{body}|{number}", [row], None, False, shown)


def _spoil(made: Object, turn: int) -> None:
    made.damage = _DAMAGES[turn % len(_DAMAGES)]
    (row,) = made.rows
    if made.damage == "required":
        row[OBJECT_ID] = ""
    elif made.damage == "date":
        row[PAID_ON] = "31.11.2024"
    else:
        row[PAID] = "ei maksettu"
