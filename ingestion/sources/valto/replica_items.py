"""Publications of the replica's archive: reports on projects of the world, and others.

What does not belong here: the formats in which they are shown (`replica_kk.py`,
`replica_rest.py`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ingestion.sandbox.streams import stream
from ingestion.sandbox.world import Project, World

#: Publisher of the archive: set, abbreviation of the ministry, three names.
PUBLISHERS = (
    ("com_10024_59357", "OKM", "Opetus- ja kulttuuriministeriö",
     "Undervisnings- och kulturministeriet", "Ministry of Education and Culture"),
    ("com_10024_59363", "TEM", "Työ- ja elinkeinoministeriö",
     "Arbets- och näringsministeriet", "Ministry of Economic Affairs and Employment"),
    ("com_10024_59365", "STM", "Sosiaali- ja terveysministeriö",
     "Social- och hälsovårdsministeriet", "Ministry of Social Affairs and Health"),
    ("com_10024_161139", "VN", "Valtioneuvosto", "Statsrådet", "Finnish Government"),
    ("com_10024_162645", "MUU", "Muut toimijat", "Andra aktörer", ""),
)  # fmt: skip
#: Sets that exist and show nothing here.
EMPTY_SETS = (
    "com_123456789_1", "com_123456789_59333", "com_10024_59349", "com_10024_59351",
    "com_10024_59353", "com_10024_59355", "com_10024_59359", "com_10024_59361",
    "com_10024_59367",
)  # fmt: skip
_REPORTS = (
    "{name}: loppuraportti", "{name} – tulokset ja suositukset", "Loppuraportti: {name}",
    "{name}: väliraportti", "Selvitys: {name}",
)  # fmt: skip
_EVALUATIONS = (
    "{name}: arviointi", "Arviointiraportti: {name}", "{name} – loppuarviointi",
    "Vaikuttavuusarviointi: {name}",
)  # fmt: skip
_REPORTS_SV = ("{name}: slutrapport", "Resultat: {name}")
_EVALUATIONS_SV = ("{name}: utvärdering", "Utvärdering: {name}")
_OTHERS = (
    ("Metsien tila ja käyttö", False), ("Katsaus liikenneturvallisuuteen", False),
    ("Elinikäisen ohjauksen tilannekuva", False), ("Osaamisen arviointi ammattikouluissa", False),
    ("Riskien arviointi kunnissa", False), ("Nuorisotakuun arviointi", True),
    ("Evaluation of the energy subsidy scheme", True), ("Jatkuvan oppimisen tiekartta", False),
)  # fmt: skip
#: Every so many publications one is damaged at that step.
_DAMAGE_EVERY = 211
_DAMAGES = {50: "well-formed", 100: "title", 150: "handle", 200: "date"}


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication.

    Attributes:
        projects: what it is about; with more than one it belongs to none of them.
        naming: how its abstract names a project: `tunnus`, `link`, `case` or `eura`.
        damage: step at which reading its record must fail.
        is_bare: its record holds an unescaped ampersand.
    """

    ordinal: int
    handle: str
    changed: datetime
    issued: date
    precision: str
    title: str
    is_evaluation: bool
    language: str
    publisher: int
    projects: tuple[Project, ...]
    naming: str
    is_deleted: bool
    damage: str | None
    is_bare: bool

    @property
    def truth_id(self) -> str | None:
        """The one project it is about."""
        return self.projects[0].truth_id if len(self.projects) == 1 else None


def make_publications(world: World) -> list[Publication]:
    """All publications, in the order in which they were changed."""
    found: list[Publication] = []
    for block in range(world.blocks):
        for projects, rng in _subjects(world, block):
            found.append(_publication(world, len(found), projects, rng))
    return sorted(found, key=lambda item: (item.changed, item.handle))


def code_of(project: Project, naming: str) -> tuple[str, str]:
    """Scheme and value of the code by which a publication names a project."""
    if naming == "case":
        return "vn_case", project.cases[0]
    if naming == "eura":
        return "eura", project.eura_code or ""
    return "hanke_tunnus", project.tunnus or ""


def _subjects(world: World, block: int) -> Iterator[tuple[tuple[Project, ...], random.Random]]:
    coded: list[Project] = []
    for project in world.block(block):
        if not _namings(project):
            continue
        coded.append(project)
        rng = stream(world.seed, "publication", project.index)
        share = 0.7 if project.tunnus else 0.25 if project.is_guidance else 0.08
        for number in range(2):
            if rng.random() < (share if number == 0 else share / 4):
                yield (project,), rng
    rng = stream(world.seed, "publications", block)
    yield (), rng
    if block % 2:
        yield (), rng
    if block % 5 == 0 and len(coded) > 1:
        yield tuple(coded[:2]), rng


def _namings(project: Project) -> list[str]:
    found = ["tunnus", "link"] if project.tunnus else []
    if project.cases:
        found.append("case")
    return [*found, "eura"] if project.eura_code else found


def _publication(
    world: World, ordinal: int, projects: tuple[Project, ...], rng: random.Random
) -> Publication:
    first = projects[0].start if projects else date(2016, 1, 1) + timedelta(rng.randrange(3000))
    latest = world.as_of - timedelta(days=2)
    issued = min(first + timedelta(days=rng.randrange(200, 1200)), latest)
    stamp = min(issued + timedelta(days=rng.randrange(0, 300)), latest)
    changed = datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC) + timedelta(
        seconds=rng.randrange(86_400)
    )
    language, is_evaluation, title = _title(ordinal, projects, rng)
    is_bare = ordinal % 23 == 7
    if is_bare:
        title = f"{title} & liitteet"
    names = _namings(projects[0]) if len(projects) == 1 else []
    damage = _DAMAGES.get(ordinal % _DAMAGE_EVERY)
    return Publication(
        ordinal=ordinal, handle=_handle(ordinal), changed=changed, issued=issued,
        precision=("day", "day", "month", "day", "year")[ordinal % 5], title=title,
        is_evaluation=is_evaluation, language=language,
        publisher=rng.randrange(len(PUBLISHERS)), projects=projects,
        naming=names[ordinal % len(names)] if names else "",
        is_deleted=ordinal % 41 == 5 and damage is None, damage=damage, is_bare=is_bare,
    )  # fmt: skip


def _handle(ordinal: int) -> str:
    """Numbers of the two prefixes overlap: a number alone identifies nothing."""
    if ordinal % 7 == 3:
        return f"11111/{160_000 + ordinal - 1}"
    return f"10024/{160_000 + ordinal}"


def _title(
    ordinal: int, projects: tuple[Project, ...], rng: random.Random
) -> tuple[str, bool, str]:
    """Language, whether it is an evaluation, and the title as it really is."""
    if len(projects) > 1:
        return "fi", True, f"Kahden hankkeen arviointi {ordinal}"
    if not projects:
        subject, is_evaluation = _OTHERS[ordinal % len(_OTHERS)]
        return "fi", is_evaluation, f"{subject} {2016 + ordinal % 10} ({ordinal})"
    project = projects[0]
    is_evaluation = rng.random() < 0.25
    if project.name_sv and (project.name_fi is None or rng.random() < 0.15):
        swedish = rng.choice(_EVALUATIONS_SV if is_evaluation else _REPORTS_SV)
        return "sv", is_evaluation, swedish.format(name=project.name_sv)
    finnish = rng.choice(_EVALUATIONS if is_evaluation else _REPORTS)
    return "fi", is_evaluation, finnish.format(name=project.name)
