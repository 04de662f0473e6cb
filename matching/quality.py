"""How well groups agree with the truth: pairs and B-cubed.

What does not belong here: where the truth comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    """Figures of one grouping, all in 0..1 but the last.

    Attributes:
        precision: of the pairs that are grouped together.
        recall: of the pairs that belong together.
        b3_precision: mean over records of the share of its group that belongs with it.
        b3_recall: mean over records of the share of its true group that is with it.
        largest_false: records of the largest group that joins what is not one; 0 if none.
    """

    precision: float
    recall: float
    b3_precision: float
    b3_recall: float
    largest_false: int

    @property
    def f1(self) -> float:
        """Harmonic mean over pairs."""
        return harmonic(self.precision, self.recall)

    @property
    def b3(self) -> float:
        """Harmonic mean of the two B-cubed figures."""
        return harmonic(self.b3_precision, self.b3_recall)


def rate_groups(found: Mapping[Hashable, Hashable], true: Mapping[Hashable, Hashable]) -> Quality:
    """Compare two groupings of the records that both know.

    Args:
        found: record -> group.
        true: record -> group; records that only one side knows are left out.
    """
    both = [(found[record], true[record]) for record in found if record in true]
    cells, groups, truths = Counter(both), Counter(a for a, _ in both), Counter(b for _, b in both)
    right = _pairs(cells.values())
    mixed = _mixed(cells)
    return Quality(
        precision=_share(right, _pairs(groups.values())),
        recall=_share(right, _pairs(truths.values())),
        b3_precision=_share(sum(n * n / groups[g] for (g, _), n in cells.items()), len(both)),
        b3_recall=_share(sum(n * n / truths[t] for (_, t), n in cells.items()), len(both)),
        largest_false=max((groups[group] for group in mixed), default=0),
    )


def rate_pairs(found: set[tuple[str, str]], true: set[tuple[str, str]]) -> tuple[float, float]:
    """Precision and recall of links."""
    right = len(found & true)
    return _share(right, len(found)), _share(right, len(true))


def _mixed(cells: Mapping[tuple[Hashable, Hashable], int]) -> set[Hashable]:
    seen: dict[Hashable, Hashable] = {}
    mixed: set[Hashable] = set()
    for group, truth in cells:
        if seen.setdefault(group, truth) != truth:
            mixed.add(group)
    return mixed


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def harmonic(one: float, other: float) -> float:
    """F1 of a precision and a recall; 0 where both are."""
    return 2 * one * other / (one + other) if one + other else 0.0
