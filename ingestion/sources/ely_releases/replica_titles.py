"""Titles and slugs of the replica's releases, with maakunnat in parentheses.

What does not belong here: bodies (`replica_bodies.py`).
"""

from __future__ import annotations

import re

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.money import write_bare_million
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import World
from ingestion.sandbox.world.places import regions
from ingestion.sources.ely_releases.replica_plan import Item

_ROADS_FI = (
    "Tietyöt jatkuvat", "Vedenkorkeus laskee", "Siltaremontti alkaa", "Liikennemelua torjutaan",
    "Katsaus vuoteen", "Pohjavesialueiden kartoitus", "Koulutusta työnhakijoille",
)  # fmt: skip
_ROADS_SV = (
    "Vägarbetena fortsätter", "Vattenståndet sjunker", "Broreparation inleds",
    "Vägbuller bekämpas", "Översikt över år", "Kartläggning av grundvatten",
    "Utbildning för arbetssökande",
)  # fmt: skip


def pen_of(world: World, item: Item, ledger: Ledger, what: str) -> Pen:
    """The pen of one release; translations draw the same numbers as their original."""
    key = item.original or item.release_id
    return Pen(stream(world.seed, f"release-{what}", key), ledger, item.number)


def title_release(world: World, item: Item, ledger: Ledger) -> str:
    """The title of a release."""
    pen = pen_of(world, item, ledger, "title")
    swedish = item.language == "sv"
    text = (_swedish if swedish else _finnish)(pen, item)
    if not item.areas:
        return text
    pen.use("place.in_parentheses")
    names = [regions()[code].sv if swedish else regions()[code].fi for code in item.areas]
    joined = ", ".join(names)
    if len(names) > 1 and item.number % 2:
        joined = ", ".join(names[:-1]) + (" och " if swedish else " ja ") + names[-1]
    return f"{text} ({joined})"


def _finnish(pen: Pen, item: Item) -> str:
    if item.category == "decision":
        project = item.projects[0]
        if pen.ordinal % 3 == 0:
            pen.use("identity.acronym")
            return f"{project.acronym}-hanke sai rahoituksen"
        if pen.ordinal % 3 == 1:
            pen.use("identity.compound_form")
            return f"{project.brand}-hanke käynnistyy"
        return f"Rahoitusta hankkeelle {project.name}"
    if item.category == "aggregate":
        millions = write_bare_million(pen, millions_of(item), "fi")
        hedge = pen.turn(("Liki", "Yli", "Noin"))
        pen.use("amount.approx" if hedge != "Yli" else "amount.min")
        return f"{hedge} {millions.text} ohjaukseen"
    return {
        "several": "Uusia hankkeita rahoitettiin",
        "call": pen.turn(("Ohjauspalvelujen kehittämiseen haettavissa ESR+-rahoitusta",
                          "ESR+-haku osaamisen tunnistamiseen avautuu")),
        "refused": "Päätöksiä hankehakemuksiin",
        "planned": "Ohjaukselle esitetään lisärahaa",
        "off_topic": _road(item),
    }.get(item.category, "")  # fmt: skip


def _road(item: Item) -> str:
    text = _ROADS_FI[item.number % len(_ROADS_FI)]
    return f"{text} {item.published.year}" if text.endswith("vuoteen") else text


def _swedish(pen: Pen, item: Item) -> str:
    if item.category == "decision":
        project = item.projects[0]
        if project.name_sv and pen.ordinal % 2:
            pen.use("identity.translation")
            return f"Finansiering för projektet {project.name_sv}"
        pen.use("identity.compound_form")
        return f"Projektet {project.brand} inleds"
    if item.category == "aggregate":
        return f"{write_bare_million(pen, millions_of(item), 'sv').text} till vägledning"
    if item.category == "off_topic":
        text = _ROADS_SV[item.number % len(_ROADS_SV)]
        return f"{text} {item.published.year}" if text.endswith("år") else text
    return "Finansiering för utveckling av vägledningstjänster"


def millions_of(item: Item) -> int:
    """The round sum that an aggregate or a call speaks of, in millions, 1 to 12."""
    key = int(item.original or item.release_id)
    return key % 12 + 1


def slug_release(item: Item) -> str:
    """The slug of a release; two calls may share one."""
    if item.category in ("call", "other_call"):
        return "finansiering-for-vagledning" if item.language == "sv" else "esr-haku-ohjaukseen"
    plain = item.title.lower().translate(str.maketrans("åäö", "aao"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:70].strip("-")
