"""Text around the facts: look-alikes, foreign money, bodies that take no part, info pages.

Nothing here is a fact about a project; every sum is entered as a trap. What does not belong
here: the facts (`replica_facts.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from ingestion.sandbox.phenomena.dates import fi_day
from ingestion.sandbox.phenomena.money import Written, grouped, write_kronor
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.world import Project

#: A sentence, the sum in it (or None) and why that sum is nobody's grant.
Aside = tuple[str, Written | None, str]


def _law(pen: Pen, _project: Project) -> Aside:
    pen.use("amount.law_number")
    number = pen.rng.randrange(100, 1500)
    return f"Toiminta perustuu lakiin {number}/2018 ja asetukseen (EU) 2021/1057.", None, ""


def _budget_item(pen: Pen, _project: Project) -> Aside:
    pen.use("amount.momentti")
    pen.use("amount.appropriation")
    cents = pen.rng.randrange(20, 900) * 1_000_000
    item = f"29.{pen.rng.randrange(10, 99)}.{pen.rng.randrange(10, 99)}"
    text = f"Momentille {item} esitetty määräraha on {grouped(cents)} euroa."
    return text, Written(text, cents), "appropriation of the state budget"


def _people(pen: Pen, _project: Project) -> Aside:
    pen.use("amount.people")
    return f"Mukana on {grouped(pen.rng.randrange(1000, 9000) * 100)} nuorta.", None, ""


def _percent(pen: Pen, _project: Project) -> Aside:
    pen.use("amount.percent")
    return f"Tuen osuus kustannuksista on {pen.rng.choice((70, 75, 80))} %.", None, ""


def _kronor(pen: Pen, _project: Project) -> Aside:
    pen.use("place.foreign_lookalike")
    written = write_kronor(pen, pen.rng.randrange(10, 90) * 100_000, "fi")
    text = f"Ruotsin ESF-rådet rahoittaa vastaavaa toimintaa: {written.text}."
    return text, written, "foreign funder, foreign currency"


def _steering(pen: Pen, _project: Project) -> Aside:
    pen.use("name.not_participant")
    return "Ohjausryhmässä on edustaja Kuvitelman kauppakamarista.", None, ""


def _event(pen: Pen, project: Project) -> Aside:
    pen.use("date.event_date")
    pen.use("date.clock")
    return f"Aloitusseminaari pidetään {fi_day(project.start)} klo 12.30.", None, ""


def _strategy(pen: Pen, _project: Project) -> Aside:
    pen.use("date.year_range")
    return "Taustalla on elinikäisen ohjauksen strategia 2020–2023.", None, ""


def _measures(pen: Pen, _project: Project) -> Aside:
    pen.use("amount.measures")
    return f"Kiertue kulkee {grouped(pen.rng.randrange(100, 4000) * 100)} km.", None, ""


def _deadline(pen: Pen, project: Project) -> Aside:
    pen.use("date.deadline")
    return f"Ilmoittautuminen on auki {fi_day(project.decided_on)} saakka.", None, ""


def _identity(pen: Pen, project: Project) -> Aside:
    business_id = project.lead.business_id
    if not business_id:
        return _steering(pen, project)
    pen.use("amount.y_tunnus")
    return f"Y-tunnus {business_id}.", None, ""


def _stamp(pen: Pen, project: Project) -> Aside:
    pen.use("date.update_stamp")
    return f"Sivu on päivitetty {fi_day(project.decided_on)}.", None, ""


def _one_id_many_names(pen: Pen, _project: Project) -> Aside:
    pen.use("name.one_id_many_names")
    return (
        "Toimipisteet Kuvitelman palvelukeskus ja Kuvitelman aluetoimisto käyttävät samaa "
        "Y-tunnusta 7199990-7.",
        None, "",
    )  # fmt: skip


def _one_name_many_ids(pen: Pen, _project: Project) -> Aside:
    pen.use("name.one_name_many_ids")
    return (
        "Ennen yhdistymistä Kuvitelman opiston Y-tunnus oli 7199970-4, nyt se on 7199980-0.",
        None, "",
    )  # fmt: skip


_ASIDES: tuple[Callable[[Pen, Project], Aside], ...] = (
    _law, _event, _people, _steering, _kronor, _percent, _strategy, _budget_item, _deadline,
    _measures, _identity, _stamp, _one_id_many_names, _one_name_many_ids,
)  # fmt: skip


def write_aside(pen: Pen, project: Project) -> Aside:
    """The aside whose turn it is."""
    return pen.turn(_ASIDES, salt=6)(pen, project)


def write_info(pen: Pen) -> list[Aside]:
    """The body of an info page: about guidance or money, and no project."""
    cents = pen.rng.randrange(3, 60) * 10_000_000
    budget = f"Haussa jaetaan {grouped(cents)} euroa, hakuaika on 1.9.–31.10."
    pen.use("amount.call_budget")
    pen.use("date.application_window")
    pen.use("date.no_year")
    pen.use("amount.aggregate")
    total = cents * 3
    together = f"Viime vuonna myönnettiin yhteensä {grouped(total)} euroa 12 hankkeelle."
    for pattern in ("amount.annual", "date.year_range"):
        pen.use(pattern)
    yearly = cents // 100
    price = Written(f"Palvelu maksaa kunnalle {grouped(yearly)} euroa vuosittain.", yearly)
    rejected = "Hakemusta Tulevien taitojen kartta ei myönnetty."
    return [
        (budget, Written(budget, cents), "budget of a call"),
        (together, Written(together, total), "sum over several projects"),
        (rejected, None, ""),
        (price.text, price, "price of a service"),
        ("Ohjelmakausi 2021–2027 tukee osaamista koko maassa.", None, ""),
    ]
