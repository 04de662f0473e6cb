"""What is true in this world: projects, their money and how they belong together.

What does not belong here: which source shows what of it, and how it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

from tests.replica.bodies import (
    JOTPA,
    MINISTRIES,
    OPH,
    Body,
    Region,
    authorities_2014,
    authorities_2021,
    local_bodies,
    read_regions,
)
from tests.replica.words import (
    ADJECTIVES,
    COMPOUND_HEADS,
    COMPOUND_TAILS,
    GROUPS,
    NOUNS,
    TOPICS,
    Group,
    Topic,
)

Register = Literal["eura2014", "eura2021", "state", "government"]
NATIONAL = "00"


@dataclass(frozen=True)
class Names:
    """The parts of a project's name in the three languages; `style` joins them."""

    brand: tuple[str, str, str]
    topic: tuple[str, str, str]
    acronym: str
    style: int
    phase: str = ""
    has_sv: bool = False
    has_en: bool = False

    def full(self, language: int = 0, region: str = "") -> str:
        """The official name in a language (0 fi, 1 sv, 2 en)."""
        brand = f"{self.brand[language]} {self.phase}".strip()
        topic = f"{self.topic[language]} {region}".strip()
        upper = topic[0].upper() + topic[1:]
        acronym = f"{self.acronym} {self.phase}".strip()
        return (
            f"{brand} – {topic}", f"{brand}: {topic}", f"{upper} ({acronym})",
            f"{acronym} - {upper}", f"{brand} ({acronym})", brand,
        )[self.style]  # fmt: skip


@dataclass(frozen=True)
class Project:
    """A project as it really is."""

    truth_id: str
    register: Register
    names: Names
    topic: Topic
    group: Group
    aim: tuple[str, str, str]
    regions: tuple[Region, ...]
    start: date
    end: date
    precision: str
    decided_on: date
    cancelled: bool
    code: str | None
    cases: tuple[str, ...]
    lead: Body
    partners: tuple[Body, ...]
    funder: Body
    instrument: str
    granted: int
    total: int
    own: int
    family: str = "single"
    relations: tuple[tuple[str, str], ...] = ()
    related_tunnus: str | None = None
    title_region: bool = False

    @property
    def regions_codes(self) -> list[str]:
        """Maakunta codes; the whole country where none is named."""
        return [region.code for region in self.regions] or [NATIONAL]

    def title(self, language: int = 0) -> str:
        """The official name."""
        region = ""
        if self.title_region and self.regions:
            one = self.regions[0]
            region = (one.inside, f"i {one.sv}", f"in {one.en}")[language]
        return self.names.full(language, region)

    def about(self, name: str, aim: bool = False) -> dict[str, list[str]]:
        """Theme and target group where a text tells them: a name with the topic in it, or an aim."""
        titles = {self.title(language).casefold() for language in range(3)}
        phrases = {phrase.casefold() for phrase in self.names.topic}
        named = name.casefold() in titles and self.names.style not in (4, 5)
        if not (aim or named or name.casefold() in phrases):
            return {}
        has_group = self.topic.theme not in ("business", "other")
        groups = [self.group.code] * has_group
        return {"themes": [self.topic.theme], "target_groups": groups, "aim": ["told"] * aim}

    def status(self, as_of: date) -> str:
        """The status on a day."""
        if self.cancelled:
            return "cancelled"
        return "planned" if self.start > as_of else "ended" if self.end < as_of else "ongoing"


@dataclass
class World:
    """All projects and bodies."""

    seed: int
    as_of: date
    projects: list[Project] = field(default_factory=list)
    bodies: dict[str, Body] = field(default_factory=dict)
    regions: list[Region] = field(default_factory=list)

    @classmethod
    def build(cls, projects: int, seed: int, as_of: date) -> World:
        """Make a world; the same arguments give the same one."""
        world = cls(seed, as_of, regions=read_regions())
        maker = _Maker(world, Random(f"replica:{seed}"))
        for project in maker.make(projects):
            world.projects.append(project)
        return world


class _Maker:
    def __init__(self, world: World, rng: Random) -> None:
        self.world, self.rng = world, rng
        self.local = local_bodies(rng)
        self.old = authorities_2014()
        self.ely, self.evk = authorities_2021()
        for body in (*self.evk, *self.ely, *self.old, *self.local, *MINISTRIES, OPH, JOTPA):
            world.bodies[body.key] = body
        self.used: set[str] = set()
        self.numbers = dict.fromkeys(("S2", "A7", "S3", "A3", "J3", "case", "tunnus"), 0)

    def make(self, wanted: int) -> Iterator[Project]:
        """Families one after another until there are enough projects."""
        count = 0
        while count < wanted:
            for project in self._family(count, wanted - count):
                count += 1
                yield project

    def _family(self, count: int, room: int) -> Iterator[Project]:
        base = self._project(count)
        kind = self.rng.choices(
            ("single", "phases", "siblings", "joint", "umbrella"), (66, 12, 8, 8, 6)
        )[0]
        if room < 4 or kind == "single" or (base.register == "government") != (kind == "umbrella"):
            yield base
            return
        make = {"phases": self._phases, "siblings": self._siblings, "joint": self._joint,
                "umbrella": self._umbrella}[kind]  # fmt: skip
        yield from make(base, count)

    def _phases(self, base: Project, count: int) -> Iterator[Project]:
        yield replace(base, family="phases")
        phase = self.rng.choice(("2", "II", "2.0", "jatkohanke"))
        later = self._next(base, count + 1, replace(base.names, phase=phase))
        start = date(base.end.year + (1 if base.end.month == 12 else 0), base.end.month % 12 + 1, 1)
        months = self.rng.choice((12, 18, 24))
        yield self._dated(
            replace(later, lead=base.lead, regions=base.regions, family="phases",
                    relations=((base.truth_id, "follows"),)), start, months,
        )  # fmt: skip

    def _siblings(self, base: Project, count: int) -> Iterator[Project]:
        """One brand in several regions with other leads: different projects, no relation."""
        base = replace(base, title_region=True, regions=base.regions[:1] or (self._region(),),
                       names=replace(base.names, style=self.rng.choice((0, 2, 3))))  # fmt: skip
        yield replace(base, family="siblings")
        for number in (1, 2):
            other = self._next(base, count + number, base.names)
            yield replace(other, regions=(self._region(base.regions[0]),), family="siblings")

    def _joint(self, base: Project, count: int) -> Iterator[Project]:
        """One title, several codes and leads."""
        if base.register not in ("eura2014", "eura2021"):
            yield base
            return
        taken = {base.lead.key}
        yield replace(base, family="joint")
        for number in range(1, self.rng.choice((2, 3))):
            other = self._next(base, count + number, base.names)
            part = replace(
                other, start=base.start, end=base.end, regions=base.regions, funder=base.funder,
                decided_on=base.decided_on, partners=(), family="joint", cancelled=base.cancelled,
                instrument=base.instrument, relations=((base.truth_id, "part_of"),),
                title_region=base.title_region,
                lead=self.rng.choice([one for one in self.local if one.key not in taken]),
            )  # fmt: skip
            taken.add(part.lead.key)
            yield part

    def _umbrella(self, base: Project, count: int) -> Iterator[Project]:
        yield replace(base, family="umbrella")
        for number in (1, 2):
            part = self._project(count + number, "state")
            yield replace(part, family="umbrella", related_tunnus=base.code,
                          relations=((base.truth_id, "part_of"),))  # fmt: skip

    def _next(self, base: Project, number: int, names: Names) -> Project:
        """Another project like this one: own id, code, lead, partners and money."""
        other = self._project(number, base.register, instrument=base.instrument)
        return replace(other, names=names, topic=base.topic, group=base.group, aim=base.aim,
                       title_region=base.title_region)  # fmt: skip

    def _project(
        self, number: int, register: Register | None = None, instrument: str | None = None
    ) -> Project:
        rng = self.rng
        if register is None:
            register = rng.choices(
                ("eura2014", "eura2021", "state", "government"), (34, 32, 22, 12)
            )[0]  # type: ignore[assignment]
        topic = rng.choices(TOPICS, [3 if one.guidance else 2 for one in TOPICS])[0]
        group = rng.choice(GROUPS)
        phrase = rng.choice(topic.titles)
        words = (group.genitive, group.sv, group.en)
        regions = self._regions(register)
        aim = rng.choice(topic.aims)
        names = Names(
            self._brand(), tuple(p.format(g=g) for p, g in zip(phrase, words, strict=True)),  # type: ignore[arg-type]
            self._acronym(), rng.choice((0, 0, 1, 2, 2, 3, 4, 5)),
            has_sv=rng.random() < 0.3, has_en=rng.random() < 0.4,
        )  # fmt: skip
        blank = Project(
            f"R{number:05d}", register, names, topic, group,
            (aim[0].format(p=group.partitive), aim[1].format(g=group.sv), aim[2].format(g=group.en)),
            regions, self.world.as_of, self.world.as_of, "day", self.world.as_of,
            rng.random() < 0.04 and register != "state", None, (), self.rng.choice(self.local),
            tuple(rng.sample(self.local, rng.choice((0, 1, 2, 3)))), OPH, "STATE", 0, 0, 0,
            title_region=bool(regions) and rng.random() < 0.35 and names.style not in (4, 5),
        )  # fmt: skip
        blank = replace(blank, partners=tuple(b for b in blank.partners if b != blank.lead))
        year = rng.randint(2015, 2019) if register == "eura2014" else rng.randint(2022, 2026)
        months = rng.choice((12, 18, 24, 24, 30, 36))
        return self._dated(self._paid(blank, instrument), date(year, rng.randint(1, 12), 1), months)

    def _dated(self, project: Project, start: date, months: int) -> Project:
        precision = project.precision
        if precision == "year":
            start, months = date(start.year, 1, 1), -(-months // 12) * 12
        end_month = start.year * 12 + start.month - 1 + months
        end = date(end_month // 12, end_month % 12 + 1, 1) - timedelta(days=1)
        decided = start - timedelta(days=self.rng.randint(20, 150))
        return self._coded(replace(project, start=start, end=end, decided_on=decided))

    def _paid(self, project: Project, instrument: str | None) -> Project:
        rng = self.rng
        granted = rng.choice((rng.randint(40, 900) * 1000, rng.randint(40_000, 900_000),
                              rng.randint(900, 3500) * 1000))  # fmt: skip
        own = round(granted * rng.choice((0.1, 0.2, 0.25, 0.3)))
        made = replace(project, granted=granted, own=own, total=granted + own)
        if project.register == "eura2014":
            kind = instrument or rng.choice(("ESR", "ESR", "EAKR"))
            return replace(made, instrument=kind, funder=rng.choice(self.old))
        if project.register == "eura2021":
            kind = instrument or rng.choice(("ESR+", "ESR+", "ESR+", "EAKR", "JTF"))
            return replace(made, instrument=kind, funder=rng.choice(self.ely))
        precision = rng.choice(("day", "month", "month", "year"))
        if project.register == "state":
            funder = rng.choice((OPH, OPH, MINISTRIES[0], MINISTRIES[1]))
            if rng.random() < 0.15:
                return replace(made, funder=JOTPA, precision=precision, instrument="RRF")
            return replace(made, funder=funder, precision=precision)
        lead = rng.choice(MINISTRIES)
        return replace(made, lead=lead, funder=lead, granted=0, own=0, total=0, partners=())

    def _coded(self, project: Project) -> Project:
        year = project.decided_on.year
        if project.register == "government":
            number = self._count("tunnus")
            tunnus = f"{project.lead.short}{number:03d}:00/{project.start.year}"
            return replace(project, code=tunnus, cases=(f"VN/{41_000 + number}/{year}",))
        if project.register == "state":
            number = self._count("case")
            case = f"VN/{23_000 + number}/{year}"
            return replace(project, cases=(case if number % 3 else f"{number}/612/{year}",))
        decade = "2" if project.register == "eura2014" else "3"
        if project.register == "eura2021" and project.decided_on.year >= 2026:
            project = replace(project, funder=self.evk[project.granted % 4])
        letter = {"ESR": "S", "ESR+": "S", "EAKR": "A", "JTF": "J"}[project.instrument]
        series = letter + ("7" if letter == "A" and decade == "2" else decade)
        code = f"{series}{1000 + self._count(series) * 3:04d}"
        return replace(project, code=code)

    def _count(self, name: str) -> int:
        self.numbers[name] = self.numbers.get(name, 0) + 1
        return self.numbers[name]

    def _brand(self) -> tuple[str, str, str]:
        while True:
            if self.rng.random() < 0.75:
                a, b = self.rng.choice(ADJECTIVES), self.rng.choice(NOUNS)
                brand = (f"{a[0]} {b[0]}", f"{a[1]} {b[1]}", f"{a[2]} {b[2].capitalize()}")
            else:
                word = self.rng.choice(COMPOUND_HEADS) + self.rng.choice(COMPOUND_TAILS)
                brand = (word, word, word)
            if brand[0] not in self.used:
                self.used.add(brand[0])
                return brand

    def _acronym(self) -> str:
        while True:
            parts = [self.rng.choice("KSTLRVMPH") + self.rng.choice("AOIEUÄ") for _ in range(2)]
            acronym = "".join(parts) + self.rng.choice(("", "", "KE", "S"))
            if acronym not in self.used:
                self.used.add(acronym)
                return acronym

    def _regions(self, register: Register) -> tuple[Region, ...]:
        national = 0.7 if register == "government" else 0.15
        if self.rng.random() < national:
            return ()
        return tuple(self.rng.sample(self.world.regions, self.rng.choice((1, 1, 1, 2, 3))))

    def _region(self, other: Region | None = None) -> Region:
        return self.rng.choice([one for one in self.world.regions if one != other])
