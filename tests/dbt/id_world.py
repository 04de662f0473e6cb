"""A world of records whose clusters change from night to night, for the test of stable ids.

It plays the matcher: which records are one project tonight, under cluster names that wobble, in an
order that is never the same. It also keeps what the rules ask for, worked out without SQL. What
does not belong here: assertions and the registry.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

FIRST_DAY = date(2026, 1, 1)
SOURCES = ("aa_reg", "bb_gov", "cc_page", "dd_news", "ee_grant")
_SIZES = (1, 1, 1, 2, 2, 3, 4)


@dataclass
class Sim:
    """One record of the world."""

    record_id: str
    source_id: str
    first_seen: date
    name: str


@dataclass
class Night:
    """What the matcher says one night, and what was done to groups since the night before.

    Attributes:
        groups: sets of record ids; each is a project.
        names: record id -> the name it states.
        merged: groups of the night before that became one, whole, with nothing else but new
            records.
        split: a group of the night before and the parts it fell into, with nothing else.
        shuffled: records that went from one group to another, outside all rules of thumb.
    """

    number: int
    groups: list[frozenset[str]]
    names: dict[str, str]
    sources: dict[str, str]
    first_seen: dict[str, date]
    order: list[str]
    merged: list[tuple[frozenset[str], ...]] = field(default_factory=list)
    split: list[tuple[frozenset[str], tuple[frozenset[str], ...]]] = field(default_factory=list)
    renamed: set[str] = field(default_factory=set)
    shuffled: set[str] = field(default_factory=set)
    is_away: bool = False
    seconds: int = 0

    @property
    def day(self) -> date:
        """The day that counts as today."""
        return FIRST_DAY + timedelta(days=self.number)

    @property
    def started_at(self) -> datetime:
        """When the night began."""
        return datetime(2026, 1, 1, 1, tzinfo=UTC) + timedelta(
            days=self.number, seconds=self.seconds
        )


class World:
    """Records in groups, changed a little every night.

    Args:
        seed: nights of one seed are always the same.
        projects: groups of the first night.
        away: numbers of the nights in which one source shows nothing.
        fixed: groups that no operation joins with another, so that their pins do not collide.
    """

    def __init__(self, seed: int, projects: int, away: range, fixed: int = 3) -> None:
        self._random = random.Random(seed)  # noqa: S311 a simulation
        self._away = away
        self._records: dict[str, Sim] = {}
        self._groups: dict[int, set[str]] = {}
        self._undo: list[tuple[set[str], set[str]]] = []
        self._number = 0
        self._count = 0
        for _ in range(projects):
            self._groups[self._next()] = {
                self._new_record() for _ in range(self._random.choice(_SIZES))
            }
        # fixed groups have two records at least, so that one can be split off
        self.fixed = sorted(key for key, group in self._groups.items() if len(group) > 1)[:fixed]

    @property
    def fixed_groups(self) -> list[frozenset[str]]:
        """The groups that nothing is joined to, as they are now."""
        return [frozenset(self._groups[key]) for key in self.fixed]

    def first(self) -> Night:
        """The night in which everything is new."""
        return self._look(Night(0, [], {}, {}, {}, []))

    def next(self) -> Night:
        """One more night: 1 % new, 2 % renamed, merges, splits, merges undone, some chaos."""
        self._number += 1
        night = Night(self._number, [], {}, {}, {}, [])
        night.is_away = self._number in self._away
        touched: set[int] = set()
        if self._number % 7 == 4:
            self._shuffle(night, touched)
        if self._number % 3 == 2:
            self._undo_a_merge(night, touched)
        for _ in range(3):
            self._merge(night, touched)
            self._split(night, touched)
        known = sorted(self._records)
        for record in self._random.sample(known, max(1, len(known) // 50)):
            self._records[record].name += f" {self._number}"
            night.renamed.add(record)
        for _ in range(max(1, len(known) // 100)):
            self._arrive()
        return self._look(night)

    def visible(self, records: set[str] | frozenset[str], *, is_away: bool) -> frozenset[str]:
        """Those that the sources show."""
        return frozenset(
            record
            for record in records
            if not (is_away and self._records[record].source_id == SOURCES[0])
        )

    def _look(self, night: Night) -> Night:
        groups = [
            self.visible(self._groups[key], is_away=night.is_away) for key in sorted(self._groups)
        ]
        night.groups = [group for group in groups if group]
        night.order = sorted(record for group in night.groups for record in group)
        self._random.shuffle(night.order)
        night.names = {record: self._records[record].name for record in night.order}
        night.sources = {record: self._records[record].source_id for record in night.order}
        night.first_seen = {record: self._records[record].first_seen for record in night.order}
        return night

    def _merge(self, night: Night, touched: set[int]) -> None:
        keys = [key for key in self._free(touched) if key not in self.fixed]
        chosen = self._random.sample(keys, self._random.choice((2, 2, 2, 3)))
        touched.update(chosen)
        parts = [frozenset(self._groups[key]) for key in chosen]
        night.merged.append(tuple(parts))
        for key in chosen[1:]:
            self._groups[chosen[0]] |= self._groups.pop(key)
        self._undo.append((set(parts[0]), set().union(*parts[1:])))

    def _split(self, night: Night, touched: set[int]) -> None:
        keys = [key for key in self._free(touched) if len(self._groups[key]) > 1]
        key = self._random.choice(keys)
        group = sorted(self._groups[key])
        self._random.shuffle(group)
        cut = self._random.randint(1, len(group) - 1)
        self._part(night, touched, key, set(group[:cut]))

    def _undo_a_merge(self, night: Night, touched: set[int]) -> None:
        while self._undo:
            left, right = self._undo.pop(self._random.randrange(len(self._undo)))
            for key in self._free(touched):
                if key not in self.fixed and left < self._groups[key] >= right:
                    self._part(night, touched, key, right)
                    return

    def _part(self, night: Night, touched: set[int], key: int, part: set[str]) -> None:
        whole = frozenset(self._groups[key])
        other = self._next()
        self._groups[key] -= part
        self._groups[other] = set(part)
        touched.update((key, other))
        night.split.append((whole, (frozenset(self._groups[key]), frozenset(part))))

    def _shuffle(self, night: Night, touched: set[int]) -> None:
        """A dozen groups deal their records anew, as when weights were refitted."""
        keys = [key for key in self._free(touched) if key not in self.fixed]
        chosen = self._random.sample(keys, 12)
        touched.update(chosen)
        records = sorted(record for key in chosen for record in self._groups[key])
        night.shuffled.update(records)
        self._random.shuffle(records)
        for key in chosen:
            self._groups[key] = set()
        for record in records:
            self._groups[self._random.choice(chosen)].add(record)
        for key in chosen:
            if not self._groups[key]:
                del self._groups[key]

    def _arrive(self) -> None:
        record = self._new_record()
        if self._random.random() < 0.5:
            self._groups[self._random.choice(sorted(self._groups))].add(record)
        else:
            self._groups[self._next()] = {record}

    def _free(self, touched: set[int]) -> list[int]:
        return [key for key in sorted(self._groups) if key not in touched]

    def _new_record(self) -> str:
        number = self._next()
        record_id = hashlib.sha256(str(number).encode()).hexdigest()[:20]
        # the source that will be away shows what others show, or a project that only it knows
        self._records[record_id] = Sim(
            record_id,
            SOURCES[number % len(SOURCES)],
            FIRST_DAY + timedelta(days=self._number - (0 if self._number else number % 90)),
            f"Hanke {number}",
        )
        return record_id

    def _next(self) -> int:
        self._count += 1
        return self._count
