"""How two values agree: one comparator a kind of feature, over whole arrays of pairs.

Each answers with a level for every pair; what a level weighs, and so whether it speaks for or
against the pair, stands in the spec. Level `""` means
unknown: a side says nothing. What does not belong here: texts (`texts.py`) and weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler
from scipy import sparse

from matching.spec import Feature

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Words = npt.NDArray[np.object_]
#: Values of one feature by record: none, one or several.
Values = Sequence[tuple[str, ...]]

#: Every level there is beside "".
LEVELS = (
    "agree", "part", "same", "near", "close", "one_sided", "next", "far", "conflict",
)  # fmt: skip
#: Levels at which a value is shared, so that its rarity counts.
SHARED = frozenset({"agree", "part", "same", "near"})
_DAYS_NEAR, _DAYS_CLOSE, _DAYS_NEXT = 31, 183, 400
_SUM_SAME, _SUM_NEAR, _SUM_CLOSE = 0.0005, 0.02, 0.30
_NAME_NEAR, _NAME_CLOSE = 0.92, 0.82


@dataclass(frozen=True)
class Compared:
    """Answers for all pairs: the level of each, and what the rarity of a shared value adds."""

    levels: Words
    rarity: Floats


def compare(feature: Feature, values: Values, left: Ints, right: Ints) -> Compared:
    """Compare one feature over pairs.

    Args:
        feature: any kind but `text`.
        values: of each record.
        left: index of the first record of each pair.
        right: index of the second.

    Returns:
        Levels and rarity, as long as the pairs.
    """
    rarity = np.zeros(len(left))
    if feature.kind in ("code", "set"):
        return _compare_sets(feature, values, left, right)
    if feature.kind == "phase":
        return Compared(_compare_phases(feature, values, left, right), rarity)
    if feature.kind == "apart":
        levels = _compare_sets(feature, values, left, right).levels
        return Compared(np.where(levels == "agree", "conflict", "").astype(object), rarity)
    if feature.kind in ("name", "digits"):
        return _compare_names(feature, values, left, right)
    numbers = _intervals(values) if feature.kind in ("date", "number") else _sums(values)
    if feature.kind == "amount":
        return Compared(_closest_sum(numbers, left, right), rarity)
    gap = _gap(numbers, left, right)
    if feature.kind == "number":
        return Compared(_by_limits(gap, (("same", 0), ("next", 1), ("far", np.inf))), rarity)
    limits = (
        ("same", 0), ("near", _DAYS_NEAR), ("close", _DAYS_CLOSE), ("next", _DAYS_NEXT),
        ("far", np.inf),
    )  # fmt: skip
    levels = _by_limits(gap, limits)
    width = numbers[:, 1] - numbers[:, 0]
    coarse = (width[left] > _DAYS_NEAR) | (width[right] > _DAYS_NEAR)
    levels[(levels == "same") & coarse] = "near"  # a day within a year is no equal day
    return Compared(levels, rarity)


def _compare_sets(feature: Feature, values: Values, left: Ints, right: Ints) -> Compared:
    kept = [tuple(v for v in one if v not in feature.jokers) for one in values]
    has_joker = np.array([len(k) < len(v) for k, v in zip(kept, values, strict=True)])
    table = _one_hot(kept)
    shared = table[left].multiply(table[right]).tocsr()
    count = np.asarray(shared.sum(axis=1)).ravel()
    size = np.asarray(table.sum(axis=1)).ravel()
    known = (size[left] > 0) & (size[right] > 0)
    levels = np.full(len(left), "", dtype=object)
    levels[known & ~has_joker[left] & ~has_joker[right]] = "conflict"
    levels[count > 0] = "agree"
    if "part" in feature.levels:
        levels[(count > 0) & ((size[left] > count) | (size[right] > count))] = "part"
    rarity = np.zeros(len(left))
    if feature.rarity:
        used = np.maximum(np.asarray(table.sum(axis=0)).ravel(), 1)
        bits = np.log2(max(len(values), 2) / used)
        rarity = np.asarray(shared @ bits).ravel() / np.maximum(count, 1)
    return Compared(levels, rarity)


def _compare_phases(feature: Feature, values: Values, left: Ints, right: Ints) -> Words:
    """A later phase beside a name without numeral is no equal name; a first phase may be."""
    levels = _compare_sets(feature, values, left, right).levels
    stated = np.array([bool(one) for one in values])
    later = np.array([bool(one) and "1" not in one for one in values])
    levels[(later[left] & ~stated[right]) | (later[right] & ~stated[left])] = "one_sided"
    return levels


def _one_hot(values: Values) -> sparse.csr_matrix:
    known = {value: place for place, value in enumerate(sorted({v for one in values for v in one}))}
    rows = np.repeat(np.arange(len(values)), [len(set(one)) for one in values])
    columns = np.array([known[v] for one in values for v in sorted(set(one))], dtype=np.int64)
    ones = np.ones(len(rows))
    return sparse.csr_matrix((ones, (rows, columns)), shape=(len(values), max(len(known), 1)))


def _compare_names(feature: Feature, values: Values, left: Ints, right: Ints) -> Compared:
    texts = [" ".join(one) for one in values]
    words, places = np.unique(np.array([*texts, ""], dtype=object).astype(str), return_inverse=True)
    one, other = places[left], places[right]
    known = (words[one] != "") & (words[other] != "")
    levels = np.full(len(left), "", dtype=object)
    levels[known] = "far"
    differ = np.flatnonzero(known & (one != other))
    if len(differ):
        pairs = words[one[differ]].tolist(), words[other[differ]].tolist()
        if feature.kind == "digits":
            steps = process.cpdist(*pairs, scorer=OSA.distance, workers=1)
            levels[differ[steps <= 1]] = "near"
        else:
            likeness = process.cpdist(*pairs, scorer=JaroWinkler.similarity, workers=1)
            levels[differ[likeness >= _NAME_CLOSE]] = "close"
            levels[differ[likeness >= _NAME_NEAR]] = "near"
    same = known & (one == other)
    levels[same] = "same"
    rarity = np.zeros(len(left))
    if feature.rarity:
        used = np.bincount(places, minlength=len(words))
        rarity[same] = np.log2(max(len(values), 2) / used[one[same]])
    return Compared(levels, rarity)


def _intervals(values: Values) -> Floats:
    """First and last possible day (or number) of each record; a year is all of its days."""
    found = np.full((len(values), 2), np.nan)
    for row, one in enumerate(values):
        if one:
            spans = [_span(value) for value in one]
            found[row] = min(low for low, _ in spans), max(high for _, high in spans)
    return found


def _span(value: str) -> tuple[float, float]:
    low, _, high = value.partition("..")
    return _number(low), _number(high or low)


def _number(value: str) -> float:
    if value[4:5] == "-":
        return float(np.datetime64(value[:10], "D").astype(np.int64))
    return float(value)


def _gap(spans: Floats, left: Ints, right: Ints) -> Floats:
    one, other = spans[left], spans[right]
    return np.maximum(np.maximum(one[:, 0] - other[:, 1], other[:, 0] - one[:, 1]), 0)


def _by_limits(gap: Floats, limits: Sequence[tuple[str, float]]) -> Words:
    levels = np.full(len(gap), "", dtype=object)
    known = ~np.isnan(gap)
    for name, limit in reversed(limits):
        levels[known & (gap <= limit)] = name
    return levels


def _sums(values: Values) -> Floats:
    """The sums of each record, as columns filled with NaN."""
    width = max((len(one) for one in values), default=0) or 1
    found = np.full((len(values), width), np.nan)
    for row, one in enumerate(values):
        found[row, : len(one)] = [float(value) for value in one]
    return found


def _closest_sum(sums: Floats, left: Ints, right: Ints) -> Words:
    best = np.full(len(left), np.inf)
    for one in range(sums.shape[1]):
        for other in range(sums.shape[1]):
            a, b = sums[left, one], sums[right, other]
            with np.errstate(invalid="ignore", divide="ignore"):
                apart = np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))
            best = np.fmin(best, np.where(np.isnan(apart), np.inf, apart))
    best[np.isinf(best)] = np.nan
    limits = (
        ("same", _SUM_SAME), ("near", _SUM_NEAR), ("close", _SUM_CLOSE), ("far", np.inf)
    )  # fmt: skip
    return _by_limits(best, limits)


def blocks_of(values: Values) -> dict[Any, list[int]]:
    """Value -> records that have it, in order."""
    found: dict[Any, list[int]] = {}
    for row, one in enumerate(values):
        for value in one:
            found.setdefault(value, []).append(row)
    return found
