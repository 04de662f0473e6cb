"""The world put together: all blocks, and the codes that are counted over them.

What does not belong here: pages, feeds, files: those are the replicas'.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import mission
from ingestion.sandbox.world.authorities import ministries
from ingestion.sandbox.world.model import Organisation, Project
from ingestion.sandbox.world.projects import BLOCK, BlockMaker

#: Where the running numbers of EURA codes begin, and where they go on when a row is full.
_CODE_ROWS: dict[tuple[str, str], tuple[str, tuple[tuple[int, int], ...]]] = {
    ("period2014", "ESR"): ("S", ((20001, 29999), (60001, 99999))),
    ("period2014", "EAKR"): ("A", ((70001, 99999),)),
    ("period2021", "ESR+"): ("S", ((30001, 59999),)),
    ("period2021", "EAKR"): ("A", ((40001, 69999),)),
    ("period2021", "JTF"): ("J", ((10001, 99999),)),
}


@dataclass(slots=True)
class World:
    """Every project, in order of index; the truth all replicas read."""

    seed: int
    as_of: date
    projects: list[Project] = field(default_factory=list)

    @classmethod
    def build(cls, *, projects: int, seed: int, as_of: date) -> World:
        """The world of a seed; a larger one begins with the projects of a smaller one.

        Raises:
            ValueError: less than one project is asked for.
        """
        if projects < 1:
            raise ValueError(f"a world needs at least one project, not {projects}")
        world = cls(seed, as_of)
        codes = _Codes(seed)
        for block in range(-(-projects // BLOCK)):
            made = BlockMaker(seed, as_of, block).make()
            for project in made[: projects - block * BLOCK]:
                codes.assign(project)
                world.projects.append(project)
        _relate_to_government(world)
        mission.assign(seed, world.projects)
        return world

    @property
    def blocks(self) -> int:
        """How many blocks of ten there are, the last one perhaps cut."""
        return -(-len(self.projects) // BLOCK)

    def block(self, number: int) -> list[Project]:
        """The projects of one block."""
        return self.projects[number * BLOCK : (number + 1) * BLOCK]

    def family(self, project: Project) -> list[Project]:
        """All projects of a project's family, the first one first."""
        return [p for p in self.block(project.block) if p.family_key == project.family_key]

    def organisations(self) -> dict[str, Organisation]:
        """Every organisation that any project names, by key."""
        found: dict[str, Organisation] = {}
        for project in self.projects:
            for org in (project.lead, *project.partners, project.funder):
                found.setdefault(org.key, org)
        return found


class _Codes:
    """Gives out codes in order of index."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._used: Counter[str] = Counter()
        self._shorts = {org.key: short for short, org in ministries().items()}

    def assign(self, project: Project) -> None:
        """Fill in the codes a project has."""
        row = _CODE_ROWS.get((project.register, project.instrument))
        if row is not None:
            project.eura_code = self._eura(project.register, *row)
        elif project.register == "government":
            self._government(project)
        elif stream(self._seed, "case", project.index).random() < 0.6:
            project.cases = (self._case(project.start.year),)

    def _eura(self, register: str, letter: str, spans: tuple[tuple[int, int], ...]) -> str:
        count = self._used[f"{register}{letter}"]
        self._used[f"{register}{letter}"] += 1
        for first, last in spans:
            if count <= last - first:
                return f"{letter}{first + count:05d}"
            count -= last - first + 1
        raise ValueError(f"the row of codes {letter} of {register} is used up")

    def _government(self, project: Project) -> None:
        year = project.decided_on.year
        short = self._shorts[project.lead.key]
        count = self._used[f"{short}{year}"]
        self._used[f"{short}{year}"] += 1
        project.tunnus = f"{short}{count % 999 + 1:03d}:{count // 999:02d}/{year}"
        number = stream(self._seed, "cases", project.index).choice((1, 1, 1, 2, 0))
        project.cases = tuple(self._case(year) for _ in range(number))

    def _case(self, year: int) -> str:
        self._used[f"case{year}"] += 1
        return f"VN/{10_000 + self._used[f'case{year}']}/{year}"


def _relate_to_government(world: World) -> None:
    """Some projects stand beside a government project: a relation, not their identity."""
    last: str | None = None
    for project in world.projects:
        if project.tunnus is not None:
            last = project.tunnus
        elif project.is_guidance and last and project.index % 7 == 3:
            project.related_tunnus = last
