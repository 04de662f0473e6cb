"""What speaks for and against each pair, in bits that add up to its score.

Weights are whole thousandths of a bit, so that a sum is the same in any order and any engine.
What does not belong here: which pairs are looked at, and what is made of a score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from matching.comparators import LEVELS, SHARED, Values, compare
from matching.spec import MILLI, Feature, Spec
from matching.texts import TextTable

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_LEVEL_DIGITS = 2
#: Kinds that compare texts and have knots for levels.
TEXTUAL = frozenset({"text", "translation", "meaning"})
UNKNOWN, AGREE, CONFLICT = "unknown", "agree", "conflict"


@dataclass(frozen=True)
class Evidence:
    """Answers of one feature for all pairs.

    Attributes:
        weights: thousandths of a bit; 0 where unknown.
        states: agree, conflict or unknown.
        levels: the level that was found; of a text its likeness.
    """

    weights: Ints
    states: npt.NDArray[np.object_]
    levels: npt.NDArray[np.object_]


def weigh(
    spec: Spec,
    values: Mapping[str, Values],
    tables: Mapping[str, TextTable],
    pairs: pd.DataFrame,
    memory: pd.DataFrame | None,
) -> dict[str, Evidence]:
    """Evidence of every feature for every pair.

    Args:
        spec: features with their weights.
        values: feature -> values by record, of all but texts.
        tables: text feature -> its texts.
        pairs: frame of left and right.
        memory: pairs of records that are one for certain, for likeness across languages.
    """
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    found = {}
    for feature in spec.features:
        if feature.kind in TEXTUAL:
            like = likeness(spec, feature, tables, left, right, memory)
            found[feature.name] = _weigh_likeness(feature, like)
        else:
            found[feature.name] = _weigh_levels(feature, values[feature.name], left, right)
    return found


def score(evidence: Mapping[str, Evidence]) -> Ints:
    """Sum over the features of each pair, thousandths of a bit."""
    return np.asarray(np.sum([one.weights for one in evidence.values()], axis=0, dtype=np.int64))


def _weigh_levels(feature: Feature, values: Values, left: Ints, right: Ints) -> Evidence:
    compared = compare(feature, values, left, right)
    weights = np.zeros(len(left))
    for level in LEVELS:
        weights[compared.levels == level] = feature.levels.get(level, 0.0)
    shared = np.isin(compared.levels.astype(str), sorted(SHARED))
    weights[shared] += feature.rarity * compared.rarity[shared]
    milli = _milli(weights)
    return Evidence(milli, _states(milli), compared.levels)


def likeness(
    spec: Spec,
    feature: Feature,
    tables: Mapping[str, TextTable],
    left: Ints,
    right: Ints,
    memory: pd.DataFrame | None,
) -> Floats:
    """Likeness of a text, or across languages by the memory or by meaning; NaN: not known."""
    table = tables[feature.name if feature.kind == "text" else feature.columns[0]]
    if feature.kind == "meaning":
        return table.meaning(left, right) if spec.is_semantic else np.full(len(left), np.nan)
    like = table.likeness(left, right)
    if feature.kind == "text":
        return like
    if memory is None or memory.empty:
        return np.full(len(left), np.nan)
    return np.where(np.isnan(like), table.translated(memory, left, right), np.nan)


def _weigh_likeness(feature: Feature, like: Floats) -> Evidence:
    known = ~np.isnan(like)
    weights = np.zeros(len(like))
    if feature.knots:
        at, bits = zip(*feature.knots, strict=True)
        weights[known] = np.interp(like[known], at, bits)
    milli = _milli(weights)
    levels = np.array(
        [f"{value:.{_LEVEL_DIGITS}f}" if known_one else "" for value, known_one in
         zip(like, known, strict=True)],
        dtype=object,
    )  # fmt: skip
    return Evidence(milli, _states(milli), levels)


def _states(milli: Ints) -> npt.NDArray[np.object_]:
    """What a weight says; nothing that is unknown weighs anything."""
    states = np.where(milli > 0, AGREE, CONFLICT).astype(object)
    states[milli == 0] = UNKNOWN
    return states


def _milli(bits: Sequence[float] | npt.NDArray[np.float64]) -> Ints:
    return np.asarray(np.rint(np.asarray(bits) * MILLI), dtype=np.int64)
