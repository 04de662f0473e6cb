"""Items of the replica's register: projects and bodies of the world, and laws and strategies.

What does not belong here: search and paging (`replica.py`), the JSON of a hit
(`replica_hit.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ingestion.sandbox.streams import stream, uuid_of
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.authorities import ministries

_LAW_SUBJECTS = (
    ("jätelain muuttamiseksi", "ändring av avfallslagen"),
    ("opintotukilain täsmentämiseksi", "precisering av lagen om studiestöd"),
    ("tieliikennelain uudistamiseksi", "reform av vägtrafiklagen"),
    ("työvoimapalvelujen järjestämisestä", "ordnande av arbetskraftsservice"),
    ("vesilain tarkistamiseksi", "översyn av vattenlagen"),
    ("opinto-ohjausta koskevien säännösten muuttamiseksi", "ändring av studiehandledning"),
)
_STRATEGIES = (
    ("Elinikäisen ohjauksen strategia", "Strategi för livslång vägledning"),
    ("Alueellisen osaamisen strategia", "Strategi för regional kompetens"),
    ("Kansallinen vesistöstrategia", "Nationell vattenstrategi"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the register.

    Attributes:
        project: the project it is, or None for what is no project.
        label: what distinguishes an entry that is no project.
    """

    uuid: str
    kind: str
    tunnus: str | None
    changed: datetime
    state: str
    phase: str | None
    names: tuple[str, str | None, str | None]
    ministry: str
    start: date
    end: date | None
    project: Project | None
    label: str
    ordinal: int


def make_items(world: World) -> list[Item]:
    """All entries, in the order in which they were changed."""
    ordinal = 0
    items: list[Item] = []
    laws = 0
    for block in range(world.blocks):
        for project in world.block(block):
            if project.tunnus is not None:
                items.append(_of_project(world, project, ordinal))
                ordinal += 1
        for item in _of_block(world, block, ordinal, laws):
            items.append(item)
            ordinal += 1
            laws += 1
    return sorted(items, key=lambda item: (item.changed, item.uuid))


def _changed(world: World, name: str, first: date) -> datetime:
    rng = stream(world.seed, "changed", name)
    days = max(1, (world.as_of - first).days)
    day = first + timedelta(days=rng.randrange(days))
    millis = rng.choice((0, rng.randrange(1, 1000)))
    return datetime(  # noqa: DTZ001  (the source states no zone)
        day.year, day.month, day.day, rng.randrange(7, 19), rng.randrange(60),
        rng.randrange(60), millis * 1000,
    )  # fmt: skip


def _state(world: World, project: Project) -> tuple[str, str | None]:
    if project.cancelled:
        return "PAATTYNYT", "KESKEYTETTY"
    if project.start > world.as_of:
        return "SUUNNITTEILLA", "ESIVALMISTELU"
    if project.end is not None and project.end < world.as_of:
        # now and then nobody closes an entry
        return ("KAYNNISSA" if project.index % 17 == 5 else "PAATTYNYT"), "VALMISTUNUT"
    return "KAYNNISSA", (None if project.index % 2 else "PERUSVALMISTELU")


def _of_project(world: World, project: Project, ordinal: int) -> Item:
    state, phase = _state(world, project)
    shorts = {org.key: short for short, org in ministries().items()}
    first = min(project.decided_on, world.as_of - timedelta(days=2))
    return Item(
        uuid=uuid_of(world.seed, "kohde", project.index),
        kind="TOIMIELIN" if project.body else "HANKE",
        tunnus=project.tunnus,
        changed=_changed(world, project.key, first),
        state=state, phase=phase,
        names=(project.name, project.name_sv, project.name_en),
        ministry=shorts[project.lead.key], start=project.start, end=project.end,
        project=project, label="", ordinal=ordinal,
    )  # fmt: skip


def _of_block(world: World, block: int, ordinal: int, laws: int) -> Iterator[Item]:
    """What the register files beside projects."""
    rng = stream(world.seed, "laws", block)
    kinds = ["LAINSAADANTO"]
    if block % 3 == 0:
        kinds.append("STRATEGIA")
    if block % 4 == 0:
        kinds.append("TOIMIELIN")
    for place, kind in enumerate(kinds):
        start = date(2019, 1, 1) + timedelta(days=rng.randrange(1800))
        ministry = rng.choice(("OKM", "TEM", "YM", "LVM", "STM", "MMM"))
        number = laws + place
        tunnus = f"{ministry}{number % 999 + 1:03d}:{10 + number // 999:02d}/{start.year}"
        body = kind == "TOIMIELIN"
        yield Item(
            uuid=uuid_of(world.seed, "beside", block, place), kind=kind,
            tunnus=None if body else tunnus,
            changed=_changed(world, f"{block}/{place}", min(start, world.as_of)),
            state="KAYNNISSA" if rng.random() < 0.5 else "PAATTYNYT",
            phase=rng.choice(("LAUSUNTOMENETTELY", "EDUSKUNTAKASITTELY", None)),
            names=_names(kind, block, rng.randrange(6)), ministry=ministry, start=start,
            end=start + timedelta(days=rng.randrange(200, 900)), project=None,
            label=f"{block}/{place}", ordinal=ordinal + place,
        )  # fmt: skip


def _names(kind: str, block: int, number: int) -> tuple[str, str | None, str | None]:
    if kind == "LAINSAADANTO":
        fi, sv = _LAW_SUBJECTS[number % len(_LAW_SUBJECTS)]
        return f"Hallituksen esitys {fi} ({block + 1})", f"Regeringens proposition om {sv}", None
    if kind == "STRATEGIA":
        fi, sv = _STRATEGIES[number % len(_STRATEGIES)]
        return f"{fi} {2021 + block % 6}–{2027 + block % 6}", sv, None
    return f"Seurantaryhmä {block + 1}", None, None
