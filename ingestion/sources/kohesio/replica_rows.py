"""Rows of the replica's files: lists in cells, rates in three forms, areas of three vintages.

What does not belong here: routes and files (`replica.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.classes import classes
from ingestion.sandbox.world.mission import told
from ingestion.sandbox.world.model import Organisation, euros
from ingestion.sandbox.world.places import NATIONAL, mainland, regions
from ingestion.sources.kohesio.replica_words import NUTS3_NAMES, NUTS3_OLD, machine_title, summary

_BOTH = (
    "Operation_Unique_Identifier", "Operation_Local_Identifier", "Operation_Name_English",
    "Operation_Name_Programme_Language", "Operation_Summary_English",
    "Operation_Summary_Programme_Language", "Operation_Start_Date", "Operation_End_Date",
    "{rate}", "Total_Eligible_Expenditure_amount", "Total_Eligible_Expenditure_Currency",
    "Project_EU_Budget", "Beneficiary_Unique_Identifier", "Beneficiary_Name",
    "Beneficiary_Local_Identifier", "Postal_Code", "Country", "Region", "NUTS1_Code",
    "NUTS1_Label", "NUTS2_Code", "NUTS2_Label", "NUTS3_Code", "NUTS3_Label", "LAU_Labels",
    "Category_Of_Intervention", "Category_Label", "Fund_Code", "Fund_Name", "Programme_Code",
    "Programme_Name", "Programming_Period", "ManagingAuthority", "Image_URL", "InfoRegio_ID",
    "InfoRegio_URL",
)  # fmt: skip
COLUMNS: dict[str, tuple[str, ...]] = {
    "2014-2020": (
        *(column.replace("{rate}", "CoFinancing_Rate") for column in _BOTH),
        "Coordinates", "Thematic_Objective_ID", "Thematic_Objective_Label", "Country_Code",
    ),
    "2021-2027": (
        *(column.replace("{rate}", "Cofinancing_Rate") for column in _BOTH),
        "Location_Indicator_latitude_longitude", "Policy_Objective_ID", "Policy_Objective_Label",
        "Specific_Objective_Label", "Country_Code",
    ),
}  # fmt: skip
_FUNDS = {
    "ESR": ("ESF", "European Social Fund"), "ESR+": ("ESF+", "European Social Fund Plus"),
    "EAKR": ("ERDF", "European Regional Development Fund"), "JTF": ("JTF", "Just Transition Fund"),
}  # fmt: skip
_PROGRAMMES = {
    "2014-2020": ("2014FI16M2OP001", "Sustainable growth and jobs 2014-2020"),
    "2021-2027": ("2021FI16FFPR001", "Innovation and Skills in Finland 2021-2027"),
}
#: One row in so many is damaged.
_DAMAGED_EVERY = 150
_STEPS = ("date", "amount", "identifier", "columns", "csv")
_ENTITY = "https://linkedopendata.eu/entity/"


@dataclass(slots=True)
class Row:
    """One row: its cells by column, and what they say."""

    qid: str
    cells: dict[str, str]
    shown: dict[str, Any]
    damage_step: str | None


def qid_of(project: Project) -> str:
    """Kohesio's id of a project."""
    return f"Q{3_000_000 + project.index * 3}"


def is_published(project: Project, world: World) -> bool:
    """Fresh decisions reach the Commission months later."""
    return project.decided_on < world.as_of - timedelta(days=90)


def make_row(world: World, project: Project, place: int, period: str, ledger: Ledger) -> Row:
    """The row of one project."""
    pen = Pen(stream(world.seed, "kohesio-row", project.index), ledger, place)
    shown: dict[str, Any] = {
        "name": project.name, "instrument": project.instrument,
        "programme": project.programme,
    }  # fmt: skip
    cells = dict.fromkeys(COLUMNS[period], "")
    cells["Operation_Unique_Identifier"] = f"{_ENTITY}{qid_of(project)}"
    _identify(pen, project, period, cells, shown)
    _name(pen, project, cells, shown)
    _time(pen, project, cells, shown)
    _money(pen, project, period, cells, shown)
    _beneficiary(pen, project, cells, shown)
    _places(pen, project, period, cells, shown)
    row = Row(qid_of(project), cells, shown, None)
    if place % _DAMAGED_EVERY == _DAMAGED_EVERY - 70:
        turn = place // _DAMAGED_EVERY + (3 if period == "2014-2020" else 0)
        _spoil(row, _STEPS[turn % len(_STEPS)])
    return row


def _identify(
    pen: Pen, project: Project, period: str, cells: dict[str, str], shown: dict[str, Any]
) -> None:
    cci, programme = _PROGRAMMES[period]
    code = project.eura_code or ""
    if pen.chance(0.03):
        cells["Operation_Local_Identifier"] = f"{project.start.year}/{project.index % 99999:05d}"
        shown["codes"] = []
    else:
        form = pen.turn(("joined", "joined", "joined", "joined", "bare"))
        cells["Operation_Local_Identifier"] = code if form == "bare" else f"{cci}_{code}"
        shown["codes"] = [{"scheme": "eura", "value": code, "role": "own"}]
    fund, fund_name = _FUNDS[project.instrument]
    cells |= {
        "Fund_Code": fund, "Fund_Name": fund_name, "Programme_Code": cci,
        "Programme_Name": programme, "Programming_Period": period, "Country": "Finland",
        "Country_Code": "FI", "ManagingAuthority": "Työ- ja elinkeinoministeriö",
        "Category_Of_Intervention": str(1 + project.index % 120),
        "Category_Label": pen.turn(("Support for adult education|Other", "Career support", "n/a")),
    }  # fmt: skip


def _name(pen: Pen, project: Project, cells: dict[str, str], shown: dict[str, Any]) -> None:
    cells["Operation_Name_English"] = machine_title(pen.rng, project.brand)
    cells["Operation_Name_Programme_Language"] = project.name
    text = summary(pen.rng, project)
    form = pen.turn(("html", "lines", "plain", "none"), salt=2)
    if form == "html":
        text = f"<p>{escape(text)}</p>"
    elif form == "lines":
        text = text.replace(". ", ".\n", 1)
    cells["Operation_Summary_Programme_Language"] = "" if form == "none" else text
    if form != "none":
        shown |= classes(project) | told(project)
    cells["Operation_Summary_English"] = (
        f"<p>{machine_title(pen.rng, project.brand)} &amp; more.</p>"
    )


def _time(pen: Pen, project: Project, cells: dict[str, str], shown: dict[str, Any]) -> None:
    start, end = project.start, project.end
    if pen.chance(0.06):
        pen.use("date.sources_disagree")
        start += timedelta(days=pen.rng.choice((14, 31, 61)))
        if end is not None and start > end:
            start = project.start
    if pen.chance(0.02):
        end = None
    write = pen.turn((_dmy, _dmy, _dmy, _dmy, _iso, _stamp), salt=1)
    cells["Operation_Start_Date"] = write(start)
    cells["Operation_End_Date"] = write(end) if end else pen.turn(("", "N.a."))
    shown["start_date"], shown["end_date"] = start, end


def _dmy(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _iso(day: date) -> str:
    return day.isoformat()


def _stamp(day: date) -> str:
    return f"{day.isoformat()} 00:00:00"


def _money(
    pen: Pen, project: Project, period: str, cells: dict[str, str], shown: dict[str, Any]
) -> None:
    total, share = project.money.total_cost or 0, project.money.eu_share or 0
    if pen.chance(0.04):
        pen.use("identity.true_conflict")
        total += pen.rng.randrange(1_000, 900_000) * 10
    if total:
        rate = round(share * 1000 / total) / 10
        text = pen.turn((f"{rate:.1f}", f"{rate:.1f}%", f"{rate / 100:.3f}"), salt=3)
        cells["CoFinancing_Rate" if period == "2014-2020" else "Cofinancing_Rate"] = text
    cells["Total_Eligible_Expenditure_amount"] = _number(pen, total)
    cells["Total_Eligible_Expenditure_Currency"] = "EUR"
    cells["Project_EU_Budget"] = _number(pen, share)
    shown["amounts"] = [
        {"kind": "granted_eu_share", "amount": euros(share), "currency": "EUR"},
        {"kind": "total_cost", "amount": euros(total), "currency": "EUR"},
    ]


def _number(pen: Pen, cents: int) -> str:
    if cents % 100 == 0:
        return f"{cents // 100}.0" if pen.chance(0.6) else str(cents // 100)
    return f"{cents // 100}.{cents % 100:02d}"


def _beneficiary(pen: Pen, project: Project, cells: dict[str, str], shown: dict[str, Any]) -> None:
    lead: Organisation = project.lead
    number = 3_000_001 + sum(ord(letter) * (n + 1) for n, letter in enumerate(lead.key)) * 3
    cells["Beneficiary_Unique_Identifier"] = f"{_ENTITY}Q{number}"
    name = lead.name_on(project.decided_on)
    form = pen.turn(("plain", "upper", "plain", "two", "plain"), salt=5)
    if form == "upper":
        pen.use("name.case_noise")
        name = name.upper()
    cells["Beneficiary_Name"] = name
    if form == "two" and lead.former:
        pen.use("name.one_id_many_names")
        name = lead.name_fi
        cells["Beneficiary_Name"] = f"{lead.name_fi}|{lead.former}"
    shown["lead"], shown["lead_name"] = lead.key, name
    shown["business_id"] = None
    if lead.business_id and pen.chance(0.9):
        # a national number of another kind stands there now and then
        if pen.chance(0.04):
            cells["Beneficiary_Local_Identifier"] = f"FI-{pen.rng.randrange(10**5):05d}"
            return
        vat = f"FI{lead.business_id.replace('-', '')}"
        cells["Beneficiary_Local_Identifier"] = vat if pen.chance(0.1) else lead.business_id
        shown["business_id"] = lead.business_id


def _places(
    pen: Pen, project: Project, period: str, cells: dict[str, str], shown: dict[str, Any]
) -> None:
    codes = list(project.regions)
    if codes == [NATIONAL]:
        # the file knows no "whole country": it lists areas
        codes = pen.rng.sample(mainland(), 3)
    vintage = pen.turn(("2024", "older")) if period == "2014-2020" else "2024"
    areas = [NUTS3_OLD.get(c) if vintage == "older" else None for c in codes]
    nuts = [old or NUTS3_NAMES[c][0] for old, c in zip(areas, codes, strict=True)]
    cells["NUTS3_Code"] = "|".join(nuts)
    cells["NUTS3_Label"] = "|".join(NUTS3_NAMES[c][1] for c in codes)
    cells["NUTS1_Code"], cells["NUTS1_Label"] = "FI1", "Manner-Suomi"
    cells["NUTS2_Code"] = "|".join(dict.fromkeys(code[:4] for code in nuts))
    cells["LAU_Labels"] = "|".join(project.towns)
    cells["Region"] = regions()[codes[0]].fi
    latitude, longitude = (
        f"{60 + project.index % 9}.{project.index % 10}",
        f"2{project.index % 9}.4",
    )
    order = pen.turn(("lat", "lon", "none"), salt=6)
    column = "Coordinates" if period == "2014-2020" else "Location_Indicator_latitude_longitude"
    if order != "none":
        pair = (latitude, longitude) if order == "lat" else (longitude, latitude)
        cells[column] = ",".join(pair)
    shown["maakunta"] = codes


def _spoil(row: Row, step: str) -> None:
    row.damage_step = step
    if step == "date":
        row.cells["Operation_Start_Date"] = "31/02/2019"
    elif step == "amount":
        row.cells["Project_EU_Budget"] = "164.920,00"
    elif step == "identifier":
        row.cells["Operation_Unique_Identifier"] = _ENTITY
