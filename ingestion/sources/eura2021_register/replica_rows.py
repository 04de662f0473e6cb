"""Rows of the replica's register export: one project each, with footers and some damage.

What does not belong here: the workbook (`replica_workbook.py`) and the ledger (`replica.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.model import euros
from ingestion.sandbox.world.places import NATIONAL, regions
from ingestion.sandbox.world.topics import TOPICS, aim
from ingestion.sandbox.world.words import GROUPS

#: A cents number, a day, a text, or nothing.
Value = int | date | str | None
HEADER = (
    "Hankekoodi", "Ohjelmakausi", "Rahasto", "Hankkeen nimi", "Toteuttaja", "Y-tunnus",
    "Vastuuviranomainen", "Hankkeen tila", "Aloituspäivä", "Päättymispäivä",
    "Myönnetty EU- ja valtion rahoitus", "Toteutunut EU- ja valtion rahoitus", "Tiivistelmä",
    "Sijainti", "Yhteyshenkilön nimi", "Sähköposti",
)  # fmt: skip
#: The older export has the canonical columns, in their own order.
CANONICAL = (
    "hankekoodi", "ohjelmakausi", "rahasto", "nimi", "toteuttaja", "y_tunnus", "viranomainen",
    "tila", "aloituspvm", "paattymispvm", "myonnetty_eu_valtio", "toteutunut_eu_valtio",
    "tiivistelma", "sijainti",
)  # fmt: skip
FOOTER = "Applied filters:\nOhjelmakausi is 2021-2027\nRahasto is not (Blank)"
CODE, FUND, NAME, LEAD, LEAD_ID, AUTHORITY, STATE = 0, 2, 3, 4, 5, 6, 7
START, END, GRANTED, REALISED, SUMMARY, PLACE = 8, 9, 10, 11, 12, 13
_DAMAGED_EVERY = 140
_DAMAGES = ("code", "date", "amount")
#: NUTS 3 codes of two vintages by maakunta; the name beside the code is what counts.
_NUTS = {
    "01": ("FI1B1",), "02": ("FI1C1",), "04": ("FI196",), "05": ("FI1C2",), "06": ("FI197",),
    "07": ("FI1C3",), "08": ("FI1C4",), "09": ("FI1C5",), "10": ("FI1D1",), "11": ("FI1D2",),
    "12": ("FI1D3",), "13": ("FI193", "FI198"), "14": ("FI194", "FI199"),
    "15": ("FI195", "FI19A"), "16": ("FI1D5",), "17": ("FI1D9",), "18": ("FI1D8",),
    "19": ("FI1D7",),
}  # fmt: skip


@dataclass(slots=True)
class Row:
    """One project as it is written, and what it says.

    Attributes:
        damage: reading step at which the row must fail.
    """

    code: str
    cells: list[Value]
    shown: dict[str, Any] = field(default_factory=dict)
    damage: str | None = None


def make_row(project: Project, ordinal: int, seed: int, as_of: date, ledger: Ledger) -> Row:
    """The row of one project."""
    pen = Pen(stream(seed, "register-row", project.index), ledger, ordinal)
    code = project.eura_code or ""
    lead, lead_said = _lead(pen, project)
    title, title_said = _title(pen, project)
    place, codes = _place(pen, project)
    money = project.money
    cells: list[Value] = [
        code, "2021-2027", project.instrument, title, lead, project.lead.business_id,
        project.funder.name_fi, _state(pen, project, as_of), project.start, project.end,
        money.granted, money.realised, _summary(pen, project), place,
        "Testikki Esimerkkilä", "testikki.esimerkkila@example.org",
    ]  # fmt: skip
    _write_days(pen, cells)
    _write_sums(pen, cells)
    if project.lead.maakunta is not None:
        pen.use("place.authority_elsewhere")
    row = Row(code, cells)
    row.shown = {
        "name": title_said, "start_date": project.start, "end_date": project.end,
        "status": project.status_on(as_of), "lead": project.lead.key, "lead_name": lead_said,
        "business_id": project.lead.business_id, "funder": project.funder.key,
        "instrument": project.instrument, "maakunta": codes,
        "codes": [{"scheme": "eura", "value": code, "role": "own"}],
        "amounts": [
            {"kind": kind, "amount": euros(cents), "currency": "EUR"}
            for kind, cents in (("granted", money.granted), ("realised", money.realised))
            if cents is not None
        ],
    }  # fmt: skip
    if cells[SUMMARY]:
        row.shown |= classes(project)
    _spoil(row, ordinal)
    return row


def _title(pen: Pen, project: Project) -> tuple[str, str]:
    form = pen.turn(("plain", "double", "plain", "plain", "hyphen"), salt=1)
    name = project.name
    if form == "double" and " " in name:
        pen.use("identity.typographic")
        return name.replace(" ", "  ", 1), name
    if form == "hyphen" and " – " in name:
        pen.use("identity.typographic")
        written = name.replace(" – ", " - ", 1)
        return written, written
    return name, name


def _lead(pen: Pen, project: Project) -> tuple[str, str]:
    name = project.lead.name_on(project.decided_on)
    form = pen.turn(("plain", "upper", "plain", "trailing", "double", "plain"), salt=2)
    if form == "upper":
        pen.use("name.case_noise")
        return name.upper(), name.upper()
    if form == "double" and " " in name:
        pen.use("name.double_blank")
        return name.replace(" ", "  ", 1), name
    return (f"{name} " if form == "trailing" else name), name


def _state(pen: Pen, project: Project, as_of: date) -> str:
    """The register's word, which may be stale."""
    if project.cancelled:
        return "Keskeytynyt"
    if project.end is not None and project.end < as_of:
        if pen.chance(0.15):
            pen.use("page.stale_status")
            return "Toiminnassa"
        return "Toiminta päättynyt"
    return "Toiminnassa"


def _summary(pen: Pen, project: Project) -> str | None:
    """The stated aim, on most rows; where the register is silent, the title alone speaks."""
    if pen.chance(0.15):
        return None
    words = GROUPS[project.group]
    topic, forms = TOPICS[project.topic], (words.gen, words.part, words.sv, words.en)
    return aim(topic, project.language, *forms)


def _place(pen: Pen, project: Project) -> tuple[str | None, list[str]]:
    """Where the project is, on about 41 % of the rows."""
    if not pen.chance(0.41):
        return None, []
    if project.regions == (NATIONAL,):
        return "FI1 Manner-Suomi", []
    named = [f"{pen.rng.choice(_NUTS[code])} {regions()[code].fi}" for code in project.regions]
    return ", ".join(named), list(project.regions)


def _write_days(pen: Pen, cells: list[Value]) -> None:
    """A day as a date cell, as text, or as the bare number behind a date."""
    form = pen.turn(("date", "text", "date", "serial"), salt=1)
    for place in (START, END):
        day = cells[place]
        if not isinstance(day, date) or form == "date":
            continue
        number = str((day - date(1899, 12, 30)).days)
        cells[place] = f"{day.day}.{day.month}.{day.year}" if form == "text" else number


def _write_sums(pen: Pen, cells: list[Value]) -> None:
    """A sum as a number, or as text with blanks and a decimal comma."""
    form = pen.turn(("number", "number", "text", "number", "nbsp"), salt=2)
    if form == "number":
        return
    pen.use("amount.nbsp" if form == "nbsp" else "amount.thousands_blank")
    blank = "\u00a0" if form == "nbsp" else " "
    for place in (GRANTED, REALISED):
        cents = cells[place]
        if isinstance(cents, int):
            sign, whole = ("-" if cents < 0 else ""), abs(cents) // 100
            cells[place] = f"{sign}{whole:,}".replace(",", blank) + f",{abs(cents) % 100:02d}"


def _spoil(row: Row, ordinal: int) -> None:
    """Damage a bounded share of the rows; each damage fails at a known step."""
    if ordinal % _DAMAGED_EVERY != _DAMAGED_EVERY // 3:
        return
    row.damage = _DAMAGES[ordinal // _DAMAGED_EVERY % len(_DAMAGES)]
    if row.damage == "code":
        row.cells[CODE] = row.code[:4]
    elif row.damage == "date":
        row.cells[START] = "30.2.2023"
    else:
        row.cells[GRANTED] = "ks. päätös 3"
