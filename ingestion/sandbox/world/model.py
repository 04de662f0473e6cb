"""What exists in the invented world: organisations, projects, their money and relations.

Plain truth without any source in sight. What does not belong here: how it comes about
(`projects.py`) and how a publisher writes it down (`phenomena/`, the replicas).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Precision = Literal["day", "month", "year"]
Register = Literal["period2014", "period2021", "government", "none"]
Family = Literal[
    "single", "joint", "successor", "siblings", "near_miss", "same_brand", "campaign", "umbrella"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organisation:
    """An invented recipient, or a real public authority by its official name.

    Attributes:
        key: identity in the world.
        name_gen: Finnish genitive, None where the name is never inflected.
        brand: what people call it, shorter than the official name.
        former: earlier name, official until `renamed_on`.
        maakunta: seat, two digits; town is a real municipality of it.
    """

    key: str
    kind: str
    name_fi: str
    name_sv: str | None
    name_en: str | None
    short: str | None = None
    name_gen: str | None = None
    brand: str | None = None
    business_id: str | None = None
    maakunta: str | None = None
    town: str | None = None
    former: str | None = None
    renamed_on: date | None = None

    def name_on(self, day: date) -> str:
        """Official Finnish name on a day."""
        if self.former and self.renamed_on and day < self.renamed_on:
            return self.former
        return self.name_fi


@dataclass(frozen=True, slots=True)
class Money:
    """A project's sums in cents; None = there is no such sum, which is not zero."""

    granted: int | None = None
    eu_share: int | None = None
    realised: int | None = None
    planned_public: int | None = None
    realised_public: int | None = None
    own_funding: int | None = None
    total_cost: int | None = None
    applied: int | None = None
    shares: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """`follows` or `part_of` another project, by its index."""

    relation: Literal["follows", "part_of"]
    other: int


@dataclass(slots=True)
class Project:
    """One real-world project of the invented world."""

    index: int
    block: int
    family: Family
    family_key: str
    register: Register
    topic: str
    group: str
    is_guidance: bool
    language: Literal["fi", "sv"]
    name_fi: str | None
    name_sv: str | None
    name_en: str | None
    brand: str
    acronym: str
    lead: Organisation
    partners: tuple[Organisation, ...]
    funder: Organisation
    regions: tuple[str, ...]
    pilots: tuple[str, ...]
    towns: tuple[str, ...]
    start: date
    end: date | None
    start_precision: Precision
    end_precision: Precision
    decided_on: date
    cancelled: bool
    instrument: str
    programme: str
    priority: int | None
    money: Money
    eura_code: str | None = None
    tunnus: str | None = None
    cases: tuple[str, ...] = ()
    related_tunnus: str | None = None
    body: bool = False
    mission: str = ""
    relations: list[Relation] = field(default_factory=list)

    @property
    def truth_id(self) -> str:
        """Identity in the truth files."""
        return f"T{self.index:06d}"

    @property
    def name(self) -> str:
        """The name in the project's own language."""
        return self.name_fi or self.name_sv or self.brand

    @property
    def key(self) -> str:
        """Shortest text that identifies the project in a stream's name."""
        return str(self.index)

    def status_on(self, day: date) -> str:
        """Status by the dates and whether it was interrupted."""
        if self.cancelled:
            return "cancelled"
        if day < self.start:
            return "planned"
        if self.end is not None and self.end < day:
            return "ended"
        # a government project without an end goes on; of a grant that long ago nobody knows
        return "ongoing" if self.end is not None or self.register == "government" else "unknown"


def euros(cents: int) -> Decimal:
    """Cents as a decimal number of euros."""
    return Decimal(cents) / 100
