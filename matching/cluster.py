"""From scored pairs to groups: average link with constraints, the same for any order of rows.

The surest pair is joined first; two groups are joined while a pair between them reaches the
border, no member contradicts one of the other, and the mean score of all their pairs stays near
the border. Transitive closure made groups of 18 and 26 records out of projects of at most 4
(MATCHING.md §7). What does not belong here: where scores come from.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matching.spec import MILLI, Spec

Pair = tuple[int, int]
Forbid = Callable[[int, int], bool]


@dataclass(frozen=True)
class Rules:
    """What people decided, as pairs of records with left < right."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


@dataclass(frozen=True)
class Exclusions:
    """Values that tell records apart, whatever their scores.

    Attributes:
        conflicts: per feature, the values of each record; two records that both have some and
            share none are two projects.
        registers: the one-row-a-project register of each record or "".
    """

    conflicts: Sequence[Sequence[frozenset[str]]] = ()
    registers: Sequence[Sequence[str]] = ()

    def forbid(self, one: int, other: int) -> bool:
        """Whether two records can never be one."""
        for known in self.conflicts:
            if known[one] and known[other] and not known[one] & known[other]:
                return True
        return any(known[one] and known[one] == known[other] for known in self.registers)


class _Groups:
    """Groups under construction: members, and the sums of scores between neighbours."""

    def __init__(
        self,
        size: int,
        scores: Mapping[Pair, int],
        unscored: int,
        forbid: Callable[[int, int], bool],
    ) -> None:
        self.members: dict[int, list[int]] = {index: [index] for index in range(size)}
        #: group -> neighbour -> sum, number and best of the scores between them
        self.near: dict[int, dict[int, tuple[int, int, int]]] = {}
        self._unscored = unscored
        self._forbid = forbid
        self._next = size
        for (one, other), score in sorted(scores.items()):
            self.near.setdefault(one, {})[other] = (score, 1, score)
            self.near.setdefault(other, {})[one] = (score, 1, score)

    def join(self, one: int, other: int) -> int:
        """Make two groups one, under a new number."""
        new, self._next = self._next, self._next + 1
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        sums: dict[int, tuple[int, int, int]] = {}
        for side in (self.near.pop(one, {}), self.near.pop(other, {})):
            for group, (total, count, best) in side.items():
                if group not in (one, other):
                    had = sums.get(group, (0, 0, best))
                    sums[group] = (had[0] + total, had[1] + count, max(had[2], best))
        self.near[new] = sums
        for group, both in sums.items():
            ties = self.near[group]
            ties.pop(one, None)
            ties.pop(other, None)
            ties[new] = both
        return new

    def mean(self, one: int, other: int) -> float:
        """Mean score of all pairs between two neighbours; unscored pairs count as told."""
        total, count, _ = self.near[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + (pairs - count) * self._unscored) / pairs

    def may_join(self, one: int, other: int, border: int, least: int) -> bool:
        """Whether a pair reaches the border, the mean is near it, and no members contradict."""
        if self.near[one][other][2] < border or self.mean(one, other) < least:
            return False
        return not any(
            self._forbid(min(a, b), max(a, b))
            for a in self.members[one]
            for b in self.members[other]
        )

    def entry(self, one: int, other: int) -> tuple[float, int, int, int, int]:
        """Place in the order of joining: the surest first, then the smallest records."""
        low, high = sorted((min(self.members[one]), min(self.members[other])))
        return (-self.mean(one, other), low, high, one, other)

    def labels(self) -> list[int]:
        """Of each record the smallest record of its group."""
        found = [0] * sum(len(members) for members in self.members.values())
        for members in self.members.values():
            for record in members:
                found[record] = min(members)
        return found


def cluster(
    size: int,
    scores: Mapping[Pair, int],
    spec: Spec,
    exclusions: Exclusions,
    rules: Rules | None = None,
) -> list[int]:
    """Group of every record, named after its smallest member.

    Args:
        size: number of records.
        scores: pair (left < right) -> score in thousandths of a bit.
        spec: the borders.
        exclusions: what tells records apart.
        rules: what people decided; it beats everything.

    Returns:
        For each record the index of the smallest record of its group.
    """
    rules = rules or Rules()
    review = round(spec.review * MILLI)
    labels = _join_all(size, scores, review, spec, exclusions, rules)
    crowded = [group for group in _groups_of(labels) if len(group) > spec.size_max]
    for group in crowded:
        inside = set(group)
        part = {pair: s for pair, s in scores.items() if pair[0] in inside and pair[1] in inside}
        link = round(spec.link * MILLI)
        again = _join_all(size, part, link, spec, exclusions, rules)
        for record in group:
            labels[record] = again[record]
    return labels


def _join_all(
    size: int,
    scores: Mapping[Pair, int],
    border: int,
    spec: Spec,
    exclusions: Exclusions,
    rules: Rules,
) -> list[int]:
    def forbid(one: int, other: int) -> bool:
        return (one, other) in rules.apart or exclusions.forbid(one, other)

    groups = _Groups(size, scores, round(spec.unscored * MILLI), forbid)
    _join_decided(groups, rules)
    least = border - round(spec.mean_slack * MILLI)
    heap = [
        groups.entry(one, other)
        for one in groups.members
        for other in groups.near.get(one, {})
        if one < other and groups.may_join(one, other, border, border)
    ]
    heapq.heapify(heap)
    while heap:
        *_, one, other = heapq.heappop(heap)
        if one in groups.members and other in groups.members:
            new = groups.join(one, other)
            for near in groups.near[new]:
                if groups.may_join(new, near, border, least):
                    heapq.heappush(heap, groups.entry(new, near))
    return groups.labels()


def _join_decided(groups: _Groups, rules: Rules) -> None:
    """What people put together comes first; a chain of yes that a no closes waits for them."""
    where = {record: record for record in groups.members}
    for one, other in sorted(rules.together):
        first, second = where[one], where[other]
        if first == second:
            continue
        members = groups.members[first], groups.members[second]
        if any((min(a, b), max(a, b)) in rules.apart for a in members[0] for b in members[1]):
            continue
        new = groups.join(first, second)
        where.update(dict.fromkeys(groups.members[new], new))


def _groups_of(labels: Iterable[int]) -> Iterator[list[int]]:
    found: dict[int, list[int]] = {}
    for record, label in enumerate(labels):
        found.setdefault(label, []).append(record)
    yield from found.values()


def mutual_best(scores: Mapping[Pair, int], review: float) -> list[Pair]:
    """Pairs in which each record is the other's best, from `review` bits on.

    For two complete tables without doubles of their own. Equal bests: the smaller index.
    """
    best: dict[int, tuple[int, int]] = {}
    for (one, other), score in sorted(scores.items()):
        for record, partner in ((one, other), (other, one)):
            if record not in best or (-score, partner) < (-best[record][0], best[record][1]):
                best[record] = (score, partner)
    border = round(review * MILLI)
    return [
        pair
        for pair, score in sorted(scores.items())
        if score >= border and best[pair[0]][1] == pair[1] and best[pair[1]][1] == pair[0]
    ]
