"""The whole way from records to groups with evidence: propose, weigh, learn words, weigh, join.

What does not belong here: reading and writing tables (the dbt model and the benchmarks do).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from matching.candidates import Proposals, Sides, pairs_of, propose
from matching.cluster import Exclusions, Pair, Rules, cluster, mutual_best
from matching.comparators import Values, blocks_of
from matching.evidence import Evidence, score, weigh
from matching.spec import MILLI, Spec
from matching.texts import Text, TextTable, ordered_pairs

#: Rounds in which sure pairs teach the memory of translations.
_LESSONS = 2


@dataclass(frozen=True)
class Records:
    """What is matched; the order of records carries no meaning but must be that of their ids.

    Attributes:
        ids: of each record, ascending.
        values: feature -> values by record, of all features but texts.
        texts: text feature -> texts.
        blocks: column -> values by record, of the columns that blocks name.
        sides: table (0 or 1) of each record where two tables are linked.
    """

    ids: Sequence[str]
    values: Mapping[str, Values]
    texts: Mapping[str, Sequence[Text]]
    blocks: Mapping[str, Values]
    sides: Sides | None = None


@dataclass(frozen=True)
class Matched:
    """The answer.

    Attributes:
        pairs: frame of left, right (indexes, left < right) and score (thousandths of a bit).
        evidence: feature -> answers in the order of `pairs`.
        labels: of each record the smallest record of its group.
        proposals: how many pairs came from where.
    """

    pairs: pd.DataFrame
    evidence: Mapping[str, Evidence]
    labels: Sequence[int]
    proposals: Proposals = field(repr=False)

    @property
    def joined(self) -> np.ndarray:
        """Of each pair, whether its records came into one group."""
        labels = np.asarray(self.labels)
        left, right = self.pairs["left"].to_numpy(), self.pairs["right"].to_numpy()
        return np.asarray(labels[left] == labels[right])


def match(spec: Spec, records: Records, rules: Rules | None = None) -> Matched:
    """Find which records are one.

    Args:
        spec: features, weights and borders.
        records: at least one.
        rules: what people decided.

    Raises:
        SpecError: the title feature is unknown.
    """
    rules = rules or Rules()
    tables = {name: TextTable(texts, spec.neighbours) for name, texts in records.texts.items()}
    titles = tables[spec.feature(spec.title).name]
    values = dict(records.values)
    proposals = propose(spec, values, records.blocks, titles, records.sides)
    if spec.is_semantic:
        proposals.add("meaning", titles.meant(spec.translations, spec.block_max))
    known = _same_code(spec, values)
    decided = pd.DataFrame(sorted(rules.together | rules.apart), columns=["left", "right"])
    pairs = _united(proposals.pairs, decided)
    memory = ordered_pairs(np.array(sorted(rules.together | known)).reshape(-1, 2))
    exclusions = _exclusions(spec, values)
    for _ in range(_LESSONS if len(set(titles.languages)) > 1 else 0):
        evidence = weigh(spec, values, tables, pairs, memory)
        sure = _sure(spec, pairs, score(evidence), exclusions)
        memory = _united(memory, sure)
        more = titles.translations(memory, spec.translations, spec.block_max)
        proposals.add("translation", more)
        pairs = _united(proposals.pairs, decided)
    evidence = weigh(spec, values, tables, pairs, memory)
    if not spec.one_to_one:
        closing = _closing(spec, pairs, score(evidence))
        proposals.proposed["common neighbour"] = len(closing)
        pairs = _united(pairs, closing)
        evidence = weigh(spec, values, tables, pairs, memory)
    scores = score(evidence)
    by_pair = _by_pair(pairs, scores)
    if spec.one_to_one:
        labels = list(range(len(records.ids)))
        for one, other in mutual_best(by_pair, spec.review):
            labels[other] = labels[one]
    else:
        labels = cluster(len(records.ids), by_pair, spec, exclusions, rules)
    return Matched(pairs.assign(score=scores), evidence, labels, proposals)


def _by_pair(pairs: pd.DataFrame, scores: np.ndarray) -> dict[Pair, int]:
    ends = zip(pairs["left"].tolist(), pairs["right"].tolist(), strict=True)
    return dict(zip(ends, scores.tolist(), strict=True))


def _united(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    both = [frame[["left", "right"]].to_numpy(dtype=np.int64) for frame in (one, other)]
    return ordered_pairs(np.concatenate(both))


def _same_code(spec: Spec, values: Mapping[str, Values]) -> set[Pair]:
    """Pairs with an equal own code: the first that the memory of translations learns from."""
    codes = [one.name for one in spec.features if one.kind == "code" and one.exclusive]
    found: set[Pair] = set()
    for name in codes:
        blocks = [b for b in blocks_of(values[name]).values() if len(b) <= spec.block_max]
        pairs = pairs_of(blocks)
        found.update(zip(pairs["left"].tolist(), pairs["right"].tolist(), strict=True))
    return found


def _exclusions(spec: Spec, values: Mapping[str, Values]) -> Exclusions:
    conflicts, registers = [], []
    for feature in spec.features:
        if not feature.exclusive:
            continue
        if feature.kind == "apart":
            registers.append([" ".join(one) for one in values[feature.name]])
        else:
            conflicts.append(
                [
                    frozenset() if feature.jokers.intersection(one) else frozenset(one)
                    for one in values[feature.name]
                ]
            )
    return Exclusions(conflicts, registers)


def _sure(
    spec: Spec, pairs: pd.DataFrame, scores: np.ndarray, exclusions: Exclusions
) -> pd.DataFrame:
    """Pairs of the link band in which each is the other's best and nothing contradicts."""
    best = mutual_best(_by_pair(pairs, scores), spec.link)
    sure = [pair for pair in best if not exclusions.forbid(*pair)]
    return pd.DataFrame(sure, columns=["left", "right"], dtype=np.int64)


def _closing(spec: Spec, pairs: pd.DataFrame, scores: np.ndarray) -> pd.DataFrame:
    """Pairs of records that both belong to a third one, so that a mean is over real scores."""
    good = pairs[scores >= round(spec.review * MILLI)]
    both = pd.concat(
        [good, good.rename(columns={"left": "right", "right": "left"})], ignore_index=True
    ).rename(columns={"left": "middle", "right": "end"})
    degrees = both.groupby("middle")["end"].transform("size")
    both = both[degrees <= spec.block_max]
    ends = both.merge(both, on="middle", suffixes=("", "_other"))
    return ordered_pairs(ends[["end", "end_other"]].to_numpy(dtype=np.int64).reshape(-1, 2))
