"""Rows of the replica's decision tables: the world's state grants and what stands beside them.

Persons, working groups, foreign bodies, amended and refused decisions are no part of the world;
they are drawn here from streams of their own. What does not belong here: files
(`replica_workbook.py`) and the ledger (`replica.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.model import euros
from ingestion.sandbox.world.places import NATIONAL, regions
from ingestion.sources.tutkiavustuksia.replica_workbook import Value, serial

HEADER = (
    "Päätös pvm", "Saajan nimi", "Myöntäjä", "Asianumero", "Haettu", "Myönnetty", "EU-varat",
    "Hyväksytty käyttötarkoitus", "Haun nimi (asianumero)", "Alueet",
)  # fmt: skip
DATE, RECIPIENT, FUNDER, CASE, APPLIED, GRANTED, EU, PURPOSE, CALL, AREAS = range(10)
_DAMAGED_EVERY = 130
_DAMAGES = ("date", "amount", "required")
_FLAG = "https://example.org/eu-lippu.png"
#: Sector slicers of the export: public bodies, households, the others.
PUBLIC, PERSONS, OTHERS = "S13", "S14", "S15"
_PUBLIC_KINDS = {"municipality", "education_provider", "university", "uas", "joint_authority"}
_OPH = ("Opetushallitus", "agency:OPH")
_CALLS = {"OPH": "Kehittämisavustukset", "JOTPA": "Työelämän osaaminen", "OKM": "Kokeilut"}
_FAMILY = ("Esimerkkilä", "Keksittynen", "Näytesalo", "Mallikkala", "Kuviteltu")
_GIVEN = ("Testikki", "Keksimä", "Mallikko", "Kuvitelmi", "Olematar", "Näytemar")
_GROUPS = (
    ("Kuvitteellinen tutkijaverkosto", "Suomen Akatemia", None),
    ("Example University of Invention", "Ulkoministeriö", "Tansania"),
    ("Esimerkkikulttuurin työryhmä", "Opetus- ja kulttuuriministeriö", None),
    ("Fictional Teachers Association", "Ulkoministeriö", "Nepal, Etiopia"),
)


@dataclass(slots=True)
class Row:
    """One decision as it is written, and what it says.

    Attributes:
        base: natural key without the number of a repeated one.
        day: of the decision, by which repeated keys are numbered.
        damage: reading step at which the row must fail.
    """

    cells: list[Value]
    slicer: str
    base: str
    day: date
    truth_id: str | None
    makes_project: bool
    shown: dict[str, Any] = field(default_factory=dict)
    damage: str | None = None
    native_id: str = ""


def make_rows(world: World, ledger: Ledger) -> list[Row]:
    """All granted decisions in the order of an export: by case number, not by day."""
    rows: list[Row] = []
    granted = [p for p in world.projects if p.register == "none"]
    for place, project in enumerate(granted):
        pen = Pen(stream(world.seed, "state-grant", project.index), ledger, place)
        rows += _project_rows(world, pen, project)
        if place % 9 == 4:
            rows += _person_rows(world, place)
        if place % 12 == 7:
            rows.append(_group_row(world, place))
    _damage(rows)
    _number(rows)
    return sorted(rows, key=lambda row: (str(row.cells[CASE]), row.native_id))


def refused_rows(world: World) -> Iterator[tuple[list[Value], int]]:
    """Refused applications with the sum that was asked for: nobody got anything."""
    for number in range(max(2, len(world.projects) // 25)):
        rng = stream(world.seed, "refused", number)
        day = world.as_of - timedelta(days=rng.randrange(30, 900))
        asked = rng.randrange(20, 900) * 100_000
        name = (
            f"{rng.choice(_FAMILY)} {rng.choice(_GIVEN)}" if number % 3 else "Hylätty yhdistys ry"
        )
        case = f"{number + 1}/800/{day.year}"
        call = f"Kokeilut {day.year} (va-okm-{day.year}-3)"
        yield [day, name, "Opetus- ja kulttuuriministeriö", case, asked, call, "Uusimaa"], asked


def _project_rows(world: World, pen: Pen, project: Project) -> Iterator[Row]:
    recipient, said = _recipient(pen, project)
    funder, funder_key = _funder(project)
    year = project.decided_on.year
    case = project.cases[0] if project.cases else f"{project.index + 1}/900/{year}"
    call = f"va-{'okm' if project.funder.short == 'OKM' else 'oph'}-{year}-{year % 7 + 1}"
    title = _CALLS[project.funder.short or "OPH"]
    areas, codes = _areas(pen, project)
    money = project.money
    granted = None if pen.chance(0.04) else money.granted
    applied = None if pen.chance(0.1) else money.applied
    purpose = None if pen.chance(0.03) else project.name
    key = project.lead.business_id or " ".join(said.split()).casefold()
    schemes = [{"scheme": "grant_call", "value": call, "role": "shared"}]
    if case.startswith("VN/"):
        schemes.append({"scheme": "vn_case", "value": case, "role": "own"})

    def row(day: date, sum_granted: int | None, eu: int | str | None) -> Row:
        cells: list[Value] = [
            day, recipient, funder, case, applied, sum_granted,
            eu, purpose, f"{title} {year} ({call})", areas,
        ]  # fmt: skip
        slicer = PUBLIC if project.lead.kind in _PUBLIC_KINDS else OTHERS
        made = Row(cells, slicer, f"{case}|{key}", day, project.truth_id,
            makes_project=sum_granted != 0)  # fmt: skip
        made.shown = {
            "name": purpose, "lead": project.lead.key, "lead_name": said,
            "business_id": project.lead.business_id, "funder": funder_key, "instrument": "STATE",
            "decision_date": day, "codes": schemes, "maakunta": codes,
            "amounts": _amounts(sum_granted, applied, eu),
        }  # fmt: skip
        return made

    flag = pen.turn((None, None, _FLAG, None, None, "share", None), salt=1)
    eu: int | str | None = money.eu_share if flag == "share" else flag
    later = project.decided_on + timedelta(days=40)
    if pen.chance(0.12) and granted and later < world.as_of:
        yield row(project.decided_on, granted // 200 * 100, None)
        yield row(later, granted, eu)
    else:
        yield row(project.decided_on, granted, eu)


def _amounts(
    granted: int | None, applied: int | None, eu: int | str | None
) -> list[dict[str, Any]]:
    sums = [("granted", granted)]
    sums += [("granted_eu_share", eu)] if isinstance(eu, int) else []
    sums += [("applied", applied)] if applied is not None else []
    return [
        {"kind": kind, "amount": None if cents is None else euros(cents), "currency": "EUR"}
        for kind, cents in sums
    ]


def _recipient(pen: Pen, project: Project) -> tuple[str, str]:
    """The recipient as written, with its Y-tunnus, and its name as a careful reader has it."""
    name = project.lead.name_on(project.decided_on)
    form = pen.turn(("plain", "trailing", "upper", "plain", "double", "plain"), salt=2)
    if form == "upper":
        pen.use("name.case_noise")
        name = name.upper()
    written = name
    if form == "double" and " " in name:
        pen.use("name.double_blank")
        written = name.replace(" ", "  ", 1)
    if project.lead.business_id:
        pen.use("amount.y_tunnus")
        written = f"{written} ({project.lead.business_id})"
    return (f"{written} " if form == "trailing" else written), name


def _funder(project: Project) -> tuple[str, str]:
    """Who is shown as granter: the service centre's decisions stand under the agency's name."""
    if project.funder.short == "JOTPA":
        return _OPH
    return project.funder.name_fi, project.funder.key


def _areas(pen: Pen, project: Project) -> tuple[str | None, list[str]]:
    if pen.chance(0.08):
        return None, []
    if project.regions == (NATIONAL,):
        pen.use("place.national")
        return "Koko maa", [NATIONAL]
    if project.towns and len(project.regions) == 1 and pen.chance(0.3):
        pen.use("place.town_only")
        return ", ".join(project.towns), list(project.regions)
    return ", ".join(regions()[code].fi for code in project.regions), list(project.regions)


def _person_rows(world: World, place: int) -> Iterator[Row]:
    """Grants to persons; every second case holds two of them."""
    rng = stream(world.seed, "person-grant", place)
    first = world.as_of - timedelta(days=rng.randrange(100, 1500))
    case = f"{place + 1}/700/{first.year}"
    for number in range(1 + place % 2):
        day = first + timedelta(days=11 * number)
        name = f"{rng.choice(_FAMILY)} {rng.choice(_GIVEN)}"
        cents = rng.randrange(2, 40) * 100_000
        cells: list[Value] = [
            day, name, "Suomen Akatemia", case, cents, cents, None,
            f"{name}: kirjallinen työ", f"Taide {day.year} (va-okm-{day.year}-9)", None,
        ]  # fmt: skip
        shown = {"recipient_is_person": True, "amounts": _amounts(cents, cents, None)}
        yield Row(cells, PERSONS, f"{case}|natural person", day, None, False, shown)


def _group_row(world: World, place: int) -> Row:
    """A grant to a body without a Y-tunnus."""
    rng = stream(world.seed, "group-grant", place)
    name, funder, area = _GROUPS[place // 12 % len(_GROUPS)]
    day = world.as_of - timedelta(days=rng.randrange(100, 1500))
    cents = rng.randrange(5, 200) * 100_000
    case = f"{place + 1}/600/{day.year}"
    call = f"va-um-{day.year}-2"
    cells: list[Value] = [
        day, name, funder, case, None, cents, None,
        f"Kuvitteellinen yhteistyö {place}", f"Yhteistyö {day.year} ({call})", area,
    ]  # fmt: skip
    shown = {
        "name": f"Kuvitteellinen yhteistyö {place}", "lead_name": name, "instrument": "STATE",
        "decision_date": day, "maakunta": ["99"] if area else [],
        "codes": [{"scheme": "grant_call", "value": call, "role": "shared"}],
        "amounts": _amounts(cents, None, None),
    }  # fmt: skip
    return Row(cells, OTHERS, f"{case}|{name.casefold()}", day, None, True, shown)


def _damage(rows: list[Row]) -> None:
    """Spoil a bounded share of the rows, and write some days in the other accepted forms."""
    for place, row in enumerate(rows):
        if place % 5 == 1:
            row.cells[DATE] = f"{row.day.day}.{row.day.month}.{row.day.year}"
        elif place % 5 == 3:
            row.cells[DATE] = f"{row.day.isoformat()} 00:00:00"
        elif place % 11 == 0:
            row.cells[DATE] = str(serial(row.day))
        if place % _DAMAGED_EVERY != _DAMAGED_EVERY // 2:
            continue
        row.damage = _DAMAGES[place // _DAMAGED_EVERY % len(_DAMAGES)]
        if row.damage == "date":
            row.cells[DATE] = "31.2.2024"
        elif row.damage == "amount":
            row.cells[GRANTED] = "12O 000"
        else:
            row.cells[CASE] = None
        row.base = f"damaged row {place}"


def _number(rows: list[Row]) -> None:
    """The oldest decision of a key bears it bare, later ones with a number."""
    by_key: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_key[row.base].append(row)
    for key, repeated in by_key.items():
        for number, row in enumerate(sorted(repeated, key=lambda r: r.day), start=1):
            row.native_id = key if number == 1 else f"{key}#{number}"
