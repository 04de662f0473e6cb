"""One company of the replica: present and former names, forms, situations, addresses to drop.

What does not belong here: routes and paging (`replica.py`).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.people import invent_contact
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import World
from ingestion.sandbox.world.model import Organisation
from ingestion.sandbox.world.places import Municipality, municipalities

#: Ending of a name -> code of the legal form and its names; only `16` is a documented code.
FORMS: dict[str, tuple[str, tuple[str, str, str]]] = {
    " Oy": ("16", ("Osakeyhtiö", "Aktiebolag", "Limited company")),
    " Oy Ab": ("16", ("Osakeyhtiö", "Aktiebolag", "Limited company")),
    " Ky": ("13", ("Kommandiittiyhtiö", "Kommanditbolag", "Limited partnership")),
    " sr": ("18", ("Säätiö", "Stiftelse", "Foundation")),
}
_LINES = (
    ("85320", "Ammatillinen koulutus", "Yrkesutbildning", "Vocational education"),
    ("25620", "Metallin työstö", "Metallbearbetning", "Machining"),
    ("72190", "Tutkimus", "Forskning", "Research"),
)
_DAMAGED_EVERY = 150
_STEPS = ("date", "business_id", "shape")


def render_company(
    world: World, org: Organisation, place: int, ledger: Ledger
) -> tuple[dict[str, Any], dict[str, Any], str | None]:
    """The JSON of a company, what it says, and the step at which a damaged one must fail."""
    pen = Pen(stream(world.seed, "prh", org.key), ledger, place)
    began = date(1985 + pen.rng.randrange(28), 1 + pen.rng.randrange(12), 1 + pen.rng.randrange(28))
    number = org.business_id or ""
    shown: dict[str, Any] = {
        "business_id": number, "valid_from": began, "valid_to": None, "name_fi": None,
        "name_en": None, "aliases": [],
    }  # fmt: skip
    company: dict[str, Any] = {
        "businessId": {"value": number, "registrationDate": f"{began}", "source": "3"},
        "euId": {"value": f"FIFPRO.{number}", "source": "1"},
    }
    _names(pen, org, began, company, shown)
    _kind(pen, org, company, shown)
    _seat(pen, org, began, company, shown)
    _state(pen, world.as_of, began, company, shown)
    step = None
    if place % _DAMAGED_EVERY == _DAMAGED_EVERY - 90:
        step = _spoil(company, _STEPS[place // _DAMAGED_EVERY % len(_STEPS)])
    return company, shown, step


def _names(
    pen: Pen, org: Organisation, began: date, company: dict[str, Any], shown: dict[str, Any]
) -> None:
    if pen.chance(0.02):
        return  # names may be missing
    since = began
    names: list[dict[str, Any]] = []
    if pen.chance(0.15):
        since = began + timedelta(days=3000)
        former = f"{org.brand or org.name_fi} {began.year}"
        until = since - timedelta(days=1)
        names.append(_name_entry(former, "1", began, 2, until))
        shown["aliases"].append({"name": former, "valid_from": began, "valid_to": until})
    names.insert(0, _name_entry(org.name_fi, "1", since, 1))
    shown["name_fi"] = org.name_fi
    if org.name_en and org.kind == "uas":
        names.append(_name_entry(org.name_en, "2", since, 1))
        shown["name_en"] = org.name_en
    company["names"] = names


def _name_entry(
    name: str, kind: str, since: date, version: int, until: date | None = None
) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": name, "type": kind, "registrationDate": f"{since}",
                             "version": version, "source": "1"}  # fmt: skip
    if until:
        entry["endDate"] = f"{until}"
    return entry


def _kind(pen: Pen, org: Organisation, company: dict[str, Any], shown: dict[str, Any]) -> None:
    code, words = next(
        (form for ending, form in sorted(FORMS.items(), reverse=True)
         if org.name_fi.endswith(ending)),
        FORMS[" Oy"],
    )  # fmt: skip
    company["companyForms"] = [
        {"type": code, "descriptions": _descriptions(words), "registrationDate": "1990-01-02",
         "version": 1, "source": "1"}
    ]  # fmt: skip
    shown["legal_form"] = words[0]
    line, *text = pen.turn(_LINES)
    company["mainBusinessLine"] = {
        "type": line, "descriptions": _descriptions(tuple(text)),
        "typeCodeSet": pen.turn(("TOIMI4", "TOIMI4", "TOIMI3"), salt=1),
        "registrationDate": "2026-01-01", "source": "2",
    }  # fmt: skip
    shown["business_line"] = f"{company['mainBusinessLine']['typeCodeSet']}:{line}"


def _descriptions(words: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        {"languageCode": str(number), "description": word}
        for number, word in enumerate(words, start=1)
    ]


def _seat(
    pen: Pen, org: Organisation, began: date, company: dict[str, Any], shown: dict[str, Any]
) -> None:
    town = _towns().get(org.town or "")
    street: dict[str, Any] = {
        "type": 1, "street": "Testikatu", "buildingNumber": str(1 + pen.rng.randrange(90)),
        "postCode": "00000", "registrationDate": f"{began}", "source": "0",
    }  # fmt: skip
    if town is not None:
        street["postOffices"] = [
            {"city": town.fi.upper(), "languageCode": "1", "municipalityCode": town.code},
            {"city": town.sv.upper(), "languageCode": "2", "municipalityCode": town.code},
        ]
    if pen.chance(0.1):
        street["co"] = f"c/o {invent_contact(pen).name}"
    postal = {"type": 2, "freeAddressLine": "Testvägen_3 _ 000_00 Sjökommun", "country": "FI",
              "registrationDate": f"{began}", "source": "0"}  # fmt: skip
    company["addresses"] = [street, postal]
    shown["municipality_code"] = town.code if town else None


@cache
def _towns() -> dict[str, Municipality]:
    return {town.fi: town for towns in municipalities().values() for town in towns}


def _state(
    pen: Pen, as_of: date, began: date, company: dict[str, Any], shown: dict[str, Any]
) -> None:
    company["companySituations"] = []
    company["registeredEntries"] = [
        {"type": "1", "register": "1", "authority": "2", "registrationDate": f"{began}",
         "descriptions": _descriptions(("Rekisterissä", "Registrerad", "Registered"))}
    ]  # fmt: skip
    company["tradeRegisterStatus"], company["status"] = "1", "2"
    company["registrationDate"] = f"{began}"
    company["lastModified"] = f"{as_of - timedelta(days=40)} 08:00:00"
    if pen.chance(0.04):
        ended = as_of - timedelta(days=400)
        company["status"], company["endDate"] = "3", f"{ended}"
        company["companySituations"] = [
            {"type": "KONK", "descriptions": _descriptions(("Konkurssi", "Konkurs", "Bankruptcy")),
             "registrationDate": f"{ended - timedelta(days=300)}", "source": "1"}
        ]  # fmt: skip
        shown["valid_to"] = ended


def _spoil(company: dict[str, Any], step: str) -> str:
    if step == "date":
        company["registrationDate"] = "2019-02-31"
    elif step == "business_id":
        company["businessId"]["value"] = company["businessId"]["value"][:-2]
    else:
        company["names"] = "ei nimiä"
    return step
