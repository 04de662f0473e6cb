"""Rows of the replica's project list: unquoted commas, artefacts, lost dashes, damage.

What does not belong here: routes (`replica.py`) and detail pages (`replica_detail.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project
from ingestion.sandbox.world.authorities import ELY_LONG
from ingestion.sandbox.world.model import euros

HEADER = (
    "Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,"
    "Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,"
    "Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä"
)
#: One row in so many is damaged, one in so many has a number for a beneficiary.
_DAMAGED_EVERY, _NUMERIC_EVERY = 150, 190
_TAILS = (",,;", ";", ",;", "")
_STEPS = ("dates", "amounts", "authority")


@dataclass(slots=True)
class Row:
    """One list row: the cells as they are written, and what they say."""

    code: str
    cells: list[str]
    quoted: bool
    tail: str
    damage_step: str | None
    shown: dict[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        """The raw line of the CSV."""
        text = ",".join(self.cells)
        if self.quoted:
            return f'"{text}"{self.tail}'
        return text + self.tail


def day_text(day: date | None) -> str:
    """`1.3.2016`, or nothing."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def amount_text(cents: int | None) -> str:
    """Integer or decimal point, as the register writes."""
    if cents is None:
        return ""
    return str(cents // 100) if cents % 100 == 0 else str(euros(cents).quantize(euros(1)))


def status_word(pen: Pen, project: Project, as_of: date) -> str:
    """The register's word, which may be stale."""
    if project.cancelled:
        return "Keskeytynyt"
    if project.end is not None and project.end < as_of:
        if pen.chance(0.15):
            pen.use("page.stale_status")
            return "Toiminnassa"
        return "Toiminta päättynyt"
    return "Toiminnassa"


def make_row(project: Project, ordinal: int, seed: int, as_of: date, ledger: Ledger) -> Row:
    """The list row of one project."""
    pen = Pen(stream(seed, "eura2014-row", project.index), ledger, ordinal)
    title, said = _title(pen, project)
    start = None if pen.chance(0.004) else project.start
    lead, lead_said = _beneficiary(pen, project)
    money = project.money
    sums = (money.granted, money.realised, money.planned_public, money.realised_public)
    authority = _authority(pen, project)
    cells = [
        project.eura_code or "", project.instrument, title, str(project.priority), authority,
        status_word(pen, project, as_of), day_text(start), day_text(project.end), lead,
        *(amount_text(cents) for cents in sums),
    ]  # fmt: skip
    row = Row(
        project.eura_code or "", cells, '"' in title, pen.turn(_TAILS), None,
        {
            "name": said, "start_date": start, "end_date": project.end,
            "status": project.status_on(as_of) if start or project.cancelled else None,
            "codes": [{"scheme": "eura", "value": project.eura_code, "role": "own"}],
            "lead": project.lead.key, "lead_name": lead_said,
            "funder": project.funder.key, "instrument": project.instrument,
            "priority": str(project.priority),
            "amounts": [
                {"kind": kind, "amount": euros(cents), "currency": "EUR"}
                for kind, cents in zip(
                    ("granted", "realised", "planned_public", "realised_public"), sums,
                    strict=True,
                )
                if cents is not None
            ],
        },
    )  # fmt: skip
    if project.family == "joint":
        pen.use("identity.joint_parts")
    _spoil(row, ordinal)
    return row


def _title(pen: Pen, project: Project) -> tuple[str, str]:
    """The title as written in the file, and as a careful reader restores it."""
    name = project.name
    form = pen.turn(("plain", "dash", "plain", "double", "plain", "bar", "plain", "quote",
                     "plain", "lost", "plain", "plain"), salt=1)  # fmt: skip
    if form == "lost" and " – " in name:
        pen.use("identity.lost_dash")
        written = name.replace(" – ", " ? ", 1)
        return written, written
    if form == "dash" and " – " in name:
        pen.use("identity.typographic")
        written = name.replace(" – ", " - ", 1)
        return written, written
    if form == "double" and " " in name:
        pen.use("identity.typographic")
        return name.replace(" ", "  ", 1), name
    if form == "bar" and " – " in name:
        written = name.replace(" – ", " | ", 1)
        return written, written
    if form == "quote":
        pen.use("identity.typographic")
        first, blank, rest = name.partition(" ")
        return f'""{first}""{blank}{rest}', f'"{first}"{blank}{rest}'
    return name, name


def _beneficiary(pen: Pen, project: Project) -> tuple[str, str]:
    name = project.lead.name_on(project.decided_on)
    form = pen.turn(("plain", "upper", "plain", "unit", "double", "plain"), salt=2)
    if form == "upper" or project.lead.kind == "company":
        pen.use("name.case_noise")
        return name.upper(), name.upper()
    if form == "unit" and project.lead.short:
        text = f"{name}, {project.lead.short}"
        pen.use("name.brand_official_short")
        return text, text
    if form == "double" and " " in name:
        pen.use("name.double_blank")
        return name.replace(" ", "  ", 1), name
    return name, name


def _authority(pen: Pen, project: Project) -> str:
    if project.lead.maakunta is not None:
        pen.use("place.authority_elsewhere")
    name = project.funder.name_fi
    if not name.endswith(ELY_LONG):
        return name
    form = pen.turn(("comma", "blank", "blank_before"), salt=1)
    if form == "comma":
        return name
    written = name.replace(",", " ", 1)
    return f" {written}" if form == "blank_before" else written


def _spoil(row: Row, ordinal: int) -> None:
    """Damage a bounded share of the rows; each damage fails at a known step."""
    if ordinal % _NUMERIC_EVERY == _NUMERIC_EVERY - 40:
        row.cells[8] = row.cells[9]
        row.shown.pop("lead")
        row.shown.pop("lead_name")
        return
    if ordinal % _DAMAGED_EVERY != _DAMAGED_EVERY - 30:
        return
    row.damage_step = _STEPS[ordinal // _DAMAGED_EVERY % len(_STEPS)]
    if row.damage_step == "dates":
        row.cells[6] = row.cells[9]
    elif row.damage_step == "amounts":
        row.cells[10] = " "
    else:
        row.cells[4] = f" osio {row.cells[4].strip()}"
