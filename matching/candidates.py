"""Which pairs are compared at all: like titles, equal codes, equal lead and year.

Every way to propose a pair counts what it proposed and what it dropped. What does not belong
here: what speaks for or against a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np
import numpy.typing as npt
import pandas as pd

from matching.comparators import Values, blocks_of
from matching.spec import Spec
from matching.texts import TextTable, ordered_pairs

Sides = npt.NDArray[np.int64]


@dataclass
class Proposals:
    """Candidate pairs and how they came about.

    Attributes:
        pairs: frame of left and right, indexes with left < right, sorted.
        proposed: way -> pairs it proposed, also those that another way proposed before.
        dropped: way -> blocks too large to say anything.
    """

    pairs: pd.DataFrame
    proposed: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)

    def add(self, way: str, pairs: pd.DataFrame, dropped: int = 0) -> None:
        """Take in the pairs of one way."""
        self.proposed[way] = len(pairs)
        if dropped:
            self.dropped[way] = dropped
        self.pairs = ordered_pairs(pd.concat([self.pairs, pairs]).to_numpy())


def propose(
    spec: Spec,
    values: Mapping[str, Values],
    blocks: Mapping[str, Values],
    titles: TextTable,
    sides: Sides | None,
) -> Proposals:
    """Candidate pairs of all ways but the memory of translations.

    Args:
        spec: features, blocks and limits.
        values: feature -> values by record.
        blocks: column -> values by record, of the columns that blocks name.
        titles: of the title feature.
        sides: table of each record (0 or 1) where two tables are linked, else None.
    """
    found = Proposals(pd.DataFrame({"left": [], "right": []}, dtype=np.int64))
    found.add(spec.title, *titles.neighbours(spec.block_max))
    for columns in spec.blocks:
        keys = _joined([blocks[column] for column in columns])
        found.add(f"equal {' and '.join(columns)}", *_in_blocks(keys, spec.block_max))
    for columns in () if spec.is_semantic else spec.across:
        keys = _joined([blocks[column] for column in columns])
        pairs, dropped = _in_blocks(keys, spec.block_max)
        way = f"equal {' and '.join(columns)} across languages"
        found.add(way, titles.foreign(pairs), dropped)
    found.pairs = _allowed(spec, values, found.pairs, sides)
    if spec.siblings:
        found.add(f"{spec.title} of one register", titles.twins(spec.block_max))
    return found


def _joined(columns: Sequence[Values]) -> list[tuple[str, ...]]:
    return [
        tuple("\x1f".join(key) for key in product(*several))
        for several in zip(*columns, strict=True)
    ]


def _in_blocks(values: Sequence[tuple[str, ...]], most: int) -> tuple[pd.DataFrame, int]:
    blocks = list(blocks_of(values).values())
    return pairs_of(block for block in blocks if len(block) <= most), sum(
        len(block) > most for block in blocks
    )


def pairs_of(groups: Iterable[Sequence[int]]) -> pd.DataFrame:
    """Every pair inside each group, once, as a frame of left and right."""
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    return ordered_pairs(np.array(pairs, dtype=np.int64).reshape(-1, 2))


def _allowed(
    spec: Spec, values: Mapping[str, Values], pairs: pd.DataFrame, sides: Sides | None
) -> pd.DataFrame:
    """Without pairs of one table of a linkage, and of one register: those never are one."""
    keep = np.ones(len(pairs), dtype=bool)
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    if sides is not None:
        keep &= sides[left] != sides[right]
    for feature in spec.features:
        if feature.kind == "apart" and feature.exclusive:
            register = np.array([" ".join(one) for one in values[feature.name]], dtype=object)
            keep &= (register[left] != register[right]) | (register[left] == "")
    return pairs[keep].reset_index(drop=True)
