"""Projects, ten to a block: which families they form and what each of them is.

A block is drawn from its own stream, so project i is the same in a small and a large world.
What does not belong here: codes, which are counted over all blocks (`world.py`).
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from ingestion.sandbox.streams import stream
from ingestion.sandbox.world.authorities import (
    authorities_2014,
    funds_authority,
    ministries,
    state_granters,
)
from ingestion.sandbox.world.model import (
    Family,
    Organisation,
    Precision,
    Project,
    Register,
    Relation,
)
from ingestion.sandbox.world.naming import (
    Brand,
    Names,
    draw_brand,
    draw_generic,
    name_investment,
    name_project,
)
from ingestion.sandbox.world.organisations import company, recipients
from ingestion.sandbox.world.places import NATIONAL, mainland, municipalities
from ingestion.sandbox.world.schedule import (
    Period,
    add_months,
    draw_money,
    draw_period,
    month_end,
)
from ingestion.sandbox.world.topics import GUIDANCE, GUIDANCE_RETOLD, OTHER, TOPICS, Topic
from ingestion.sandbox.world.words import GROUPS

BLOCK = 10
GUIDANCE_SHARE = 0.4
_LAYOUTS: tuple[tuple[tuple[Family, int], ...], ...] = (
    (("joint", 3), ("successor", 2)),
    (("siblings", 3), ("campaign", 3)),
    (("successor", 2), ("joint", 2)),
    (("near_miss", 2), ("same_brand", 2)),
    (("umbrella", 4),),
    (("joint", 2), ("siblings", 2), ("successor", 2)),
    (("campaign", 3), ("same_brand", 2)),
    (("successor", 3), ("umbrella", 3)),
    (("near_miss", 2), ("successor", 2), ("joint", 3)),
    (("umbrella", 3), ("siblings", 2), ("same_brand", 3)),
)
_PHASES = (("2", "3"), ("II", "III"), ("2.0", "3.0"), ("jatko", "jatko 2"))
_REGISTERS: tuple[Register, ...] = ("period2014", "period2021", "government", "none")
_GUIDING_MINISTRIES = ("OKM", "TEM", "STM", "OKM", "TEM", "OM", "VNK")


class BlockMaker:
    """Draws the ten projects of one block."""

    def __init__(self, seed: int, as_of: date, block: int) -> None:
        self._seed = seed
        self._as_of = as_of
        self._block = block
        self._rng = stream(seed, "block", block)
        self._made: list[Project] = []

    def make(self) -> list[Project]:
        """All ten, families first, single projects after them."""
        for family, size in _LAYOUTS[self._block % len(_LAYOUTS)]:
            self._family(family, size)
        while len(self._made) < BLOCK - 1:
            self._family("single", 1)
        self._last()
        return self._made

    def _family(self, family: Family, size: int) -> None:
        maker = {
            "joint": self._joint, "successor": self._successors, "siblings": self._siblings,
            "near_miss": self._near_misses, "same_brand": self._same_brand,
            "campaign": self._campaign, "umbrella": self._umbrella,
        }.get(family)  # fmt: skip
        if maker is None:
            self._add("single", self._draft())
        else:
            maker(size)

    def _last(self) -> None:
        """Somebody else has the idea of a project of the block, and tells it in other words.

        Its own stream, and nothing of the block comes after it: whatever is drawn here moves
        nothing else.
        """
        origins = [p for p in self._made if p.is_guidance and p.end is not None]
        if not origins:
            self._family("single", 1)
            return
        rng = stream(self._seed, "retold", self._block)
        self._add("single", retell(rng, rng.choice(origins), self._as_of))

    # ---- one project -------------------------------------------------------------------

    def _draft(self, *, register: Register | None = None, topic: Topic | None = None) -> Draft:
        rng = self._rng
        if topic is None:
            topic = rng.choice(GUIDANCE if rng.random() < GUIDANCE_SHARE else OTHER)
        if register is None:
            weights = (42, 20, 24, 14) if topic.is_guidance else (52, 20, 22, 6)
            register = rng.choices(_REGISTERS, weights)[0]
        return Draft(rng, topic, register)

    def _add(self, family: Family, draft: Draft, *, key: str | None = None) -> Project:
        index = self._block * BLOCK + len(self._made)
        project = draft.build(
            seed=self._seed, as_of=self._as_of, index=index, block=self._block, family=family,
            family_key=key or f"F{index:06d}",
        )  # fmt: skip
        self._made.append(project)
        return project

    def _key(self) -> str:
        return f"F{self._block * BLOCK + len(self._made):06d}"

    # ---- families ----------------------------------------------------------------------

    def _joint(self, size: int) -> None:
        """Parts with one title, each with its own code, lead and money."""
        key = self._key()
        draft = self._draft(register=self._rng.choice(("period2014", "period2014", "period2021")))
        draft.investment = False
        lead = self._add("joint", draft, key=key)
        for _ in range(size - 1):
            draft.lead = draft.another_lead()
            part = self._add("joint", draft, key=key)
            part.relations.append(Relation("part_of", lead.index))

    def _successors(self, size: int) -> None:
        key = self._key()
        register: Register = self._rng.choice(("period2014", "period2014", "government", "none"))
        draft = self._draft(register=register)
        draft.investment = False
        phases = self._rng.choice(_PHASES)
        before = self._add("successor", draft, key=key)
        for phase in phases[: size - 1]:
            if before.register == "period2014" and self._rng.random() < 0.5:
                draft.register = "period2021"
            draft.period = draft_period_after(self._rng, draft.register, self._as_of, before)
            draft.phase = phase
            later = self._add("successor", draft, key=key)
            later.relations.append(Relation("follows", before.index))
            before = later

    def _siblings(self, size: int) -> None:
        """The same idea in different regions, by different actors: never one project."""
        key = self._key()
        draft = self._draft(register=self._rng.choice(("period2014", "period2021", "none")))
        draft.investment = False
        for region in self._rng.sample(mainland(), size):
            draft.move(region)
            self._add("siblings", draft, key=key)

    def _near_misses(self, size: int) -> None:
        """Different projects whose names share one generic word; one is about guidance."""
        key, head = self._key(), draw_generic(self._rng)
        for number in range(size):
            topic = self._rng.choice(GUIDANCE if number == 0 else OTHER)
            draft = self._draft(topic=topic)
            draft.investment = False
            draft.brand = draw_brand(self._rng, generic=head)
            self._add("near_miss", draft, key=key)

    def _same_brand(self, size: int) -> None:
        """One brand in different towns for different things."""
        key, brand = self._key(), draw_brand(self._rng)
        for number in range(size):
            topic = self._rng.choice(GUIDANCE) if number == 0 else None
            draft = self._draft(topic=topic)
            draft.investment = False
            draft.brand = brand
            self._add("same_brand", draft, key=key)

    def _campaign(self, size: int) -> None:
        """A family of projects under one campaign name, each with its own subject."""
        key, brand = self._key(), draw_brand(self._rng)
        topics = self._rng.sample(GUIDANCE, size)
        for topic in topics:
            draft = self._draft(topic=topic)
            draft.brand = brand
            self._add("campaign", draft, key=key)

    def _umbrella(self, size: int) -> None:
        """A government project and the projects under it."""
        key = self._key()
        topic = self._rng.choice(GUIDANCE)
        head = self._add("umbrella", self._draft(register="government", topic=topic), key=key)
        head.regions, head.pilots, head.towns = (NATIONAL,), (), ()
        head.body = False
        for _ in range(size - 1):
            draft = self._draft(register="period2021", topic=self._rng.choice(GUIDANCE))
            part = self._add("umbrella", draft, key=key)
            part.relations.append(Relation("part_of", head.index))


def draft_period_after(
    rng: random.Random, register: Register, as_of: date, before: Project
) -> Period:
    """A period that begins when the earlier phase has ended."""
    end = before.end or before.start.replace(year=before.start.year + 1)
    return draw_period(rng, register, as_of, after=end)


def retell(rng: random.Random, origin: Project, as_of: date) -> Draft:
    """Another actor's project with the idea of `origin` in other words.

    Six in ten are for the same people in the same place and time; the others differ from it in
    place, in time or in people, and so do not overlap.
    """
    register: Register = "none" if origin.register == "government" else origin.register
    retold = {topic.idea: topic for topic in GUIDANCE_RETOLD}
    draft = Draft(rng, retold[TOPICS[origin.topic].idea], register)
    differs = rng.choices(("nothing", "place", "time", "people"), (6, 1.5, 1.5, 1))[0]
    place = NATIONAL if origin.regions[0] == NATIONAL else origin.regions[0]
    if differs == "place" and place != NATIONAL:
        draft.move(rng.choice([code for code in mainland() if code not in origin.regions]))
    elif place in mainland():
        draft.move(place)
    draft.national = False
    if draft.lead.key == origin.lead.key:
        draft.lead = draft.another_lead()
    if differs != "people":
        draft.group = origin.group
    if differs == "time":
        draft.register = "period2021" if register == "period2014" else register
        draft.period = draft_period_after(rng, draft.register, as_of, origin)
    else:
        draft.period = draw_period_beside(rng, origin)
    return draft


def draw_period_beside(rng: random.Random, origin: Project) -> Period:
    """A period that begins soon after another one has, and lasts beyond half a year of it."""
    start = add_months(origin.start, rng.choice((0, 1, 2, 3, 5)))
    end = month_end(add_months(start, rng.choice((12, 18, 24, 30)) - 1))
    decided = min(origin.decided_on, start - timedelta(days=rng.randrange(20, 60)))
    return Period(start, end, "day", "day", decided)


class Draft:
    """What is settled about a project before it gets its index; families reuse and alter it."""

    def __init__(self, rng: random.Random, topic: Topic, register: Register) -> None:
        self.rng = rng
        self.topic = topic
        self.register = register
        self.group = rng.choice(tuple(GROUPS))
        self.brand: Brand = draw_brand(rng)
        self.phase = ""
        self.investment = register == "period2014" and not topic.is_guidance and rng.random() < 0.45
        self.period: Period | None = None
        self.names: Names | None = None
        self.shape = rng.random()
        self.programme: tuple[str, str, int | None] | None = None
        self.ministry = ministries()[rng.choice(_GUIDING_MINISTRIES)]
        self.national = register == "government" or (register == "none" and rng.random() < 0.35)
        self.region = rng.choice(mainland())
        self.lead = rng.choice(recipients()[self.region])

    def move(self, region: str) -> None:
        """The same idea elsewhere: other region, other lead, other time."""
        self.region, self.national, self.period = region, False, None
        self.lead = self.rng.choice(recipients()[region])

    def another_lead(self) -> Organisation:
        """A different organisation of the same region."""
        choice = [org for org in recipients()[self.region] if org.key != self.lead.key]
        return self.rng.choice(choice)

    def build(
        self, *, seed: int, as_of: date, index: int, block: int, family: Family, family_key: str
    ) -> Project:
        """The finished project, without codes."""
        rng = self.rng
        period = self.period or draw_period(rng, self.register, as_of)
        if family == "joint":
            self.period = period
        regions, pilots, towns = self._places()
        names = self._names(family, regions[0])
        lead = company(seed, index, self.region) if self.investment else self.lead
        government = self.register == "government"
        ministry = self.ministry if government else None
        partners = self._partners(family, lead)
        if self.programme is None or family != "joint":
            self.programme = self._programme()
        instrument, programme, priority = self.programme
        language = "sv" if rng.random() < (0.3 if self.region in ("15", "01") else 0.03) else "fi"
        swedish = language == "sv" and not government
        over = period.end is not None and period.end < as_of
        precisions: tuple[Precision, Precision] = (period.start_precision, period.end_precision)
        return Project(
            index=index, block=block, family=family, family_key=family_key,
            register=self.register, topic=self.topic.key, group=self.group,
            is_guidance=self.topic.is_guidance, language="sv" if swedish else "fi",
            name_fi=None if swedish else names.fi,
            name_sv=names.sv if swedish or rng.random() < 0.45 else None,
            name_en=names.en if rng.random() < 0.5 else None,
            brand=self.brand.fi, acronym=self.brand.acronym,
            lead=ministry or lead, partners=partners, funder=self._funder(period, ministry),
            regions=regions, pilots=pilots, towns=towns,
            start=period.start, end=period.end,
            start_precision=precisions[0], end_precision=precisions[1],
            decided_on=period.decided_on, cancelled=rng.random() < 0.03,
            instrument=instrument, programme=programme, priority=priority,
            money=draw_money(rng, lead, partners, small=self.investment, over=over),
            body=government and family == "single" and rng.random() < 0.15,
        )  # fmt: skip

    def _names(self, family: Family, region: str) -> Names:
        if self.names is not None and family == "joint":
            return self.names
        if self.investment:
            return name_investment(self.rng, self.brand)
        self.names = name_project(
            self.shape, self.brand, self.topic, self.group, region, phase=self.phase
        )
        return self.names

    def _places(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        rng = self.rng
        if self.national:
            pilots = tuple(rng.sample(mainland(), 2)) if rng.random() < 0.4 else ()
            return (NATIONAL,), pilots, ()
        codes = [self.region]
        if rng.random() < 0.15:
            codes.append(rng.choice([c for c in mainland() if c != self.region]))
        towns = rng.sample(municipalities()[self.region], rng.choice((0, 1, 1, 2)))
        return tuple(codes), (), tuple(town.fi for town in towns)

    def _partners(self, family: Family, lead: Organisation) -> tuple[Organisation, ...]:
        if self.investment or family == "joint" or self.register == "government":
            return ()
        pool = [org for org in recipients()[self.region] if org.key != lead.key]
        chosen = self.rng.sample(pool, self.rng.choice((0, 0, 1, 1, 2, 3)))
        alike = [org for org in pool if org.kind == lead.kind and org not in chosen]
        if chosen and alike and self.rng.random() < 0.3:
            chosen[0] = self.rng.choice(alike)
        return tuple(chosen)

    def _programme(self) -> tuple[str, str, int | None]:
        rng = self.rng
        if self.register == "period2014":
            if self.topic.is_guidance or (not self.investment and rng.random() < 0.35):
                return "ESR", "Kestävää kasvua ja työtä 2014–2020", rng.choice((3, 4, 4, 5))
            return "EAKR", "Kestävää kasvua ja työtä 2014–2020", 1 if self.investment else 2
        if self.register == "period2021":
            fund = "ESR+" if self.topic.is_guidance else rng.choice(("ESR+", "EAKR", "EAKR", "JTF"))
            return fund, "Uudistuva ja osaava Suomi 2021–2027", rng.choice((1, 2, 4, 5))
        return "STATE", "Valtionavustus", None

    def _funder(self, period: Period, ministry: Organisation | None) -> Organisation:
        if ministry is not None:
            return ministry
        rng = self.rng
        if self.register == "period2014":
            authorities = authorities_2014()
            # only four ELY centres grant, wherever the project is
            return rng.choice(authorities[:4] if rng.random() < 0.8 else authorities[4:])
        if self.register == "period2021":
            region = self.region if rng.random() < 0.5 else rng.choice(mainland())
            return funds_authority(region, period.decided_on)
        return rng.choice(state_granters())
