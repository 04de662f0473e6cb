"""One matcher on one set, in a process of its own: prints one line of JSON.

What does not belong here: measuring the process (`__main__.py`).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from matching.cluster import mutual_best
from matching.matcher import match
from matching.quality import Quality, harmonic, rate_groups, rate_pairs
from matching.spec import MILLI
from tests.benchmarks.matching.beside import link_beside
from tests.benchmarks.matching.sets import LabelledSet, read_set

Key = tuple[int, str]


def main() -> None:
    """Arguments: `ours`, `semantic` or `splink`, folder of the set, folder of the data."""
    who, folder, data = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    one = read_set(folder, data, is_semantic=who == "semantic")
    print(json.dumps(run_beside(one) if who == "splink" else run_ours(one)))  # noqa: T201


def run_ours(one: LabelledSet) -> dict[str, float]:
    """The core of the warehouse at the fixed border."""
    matched = match(one.spec, one.records)
    keys = _keys(one)
    figures = _figures(one, dict(zip(keys, matched.labels, strict=True)))
    pairs = list(zip(matched.pairs["left"].tolist(), matched.pairs["right"].tolist(), strict=True))
    true = _true_pairs(one)
    right = sum(one.groups[keys[a]] == one.groups[keys[b]] for a, b in pairs)
    figures |= {"pairs_a_record": len(pairs) / len(keys), "candidate_recall": right / true}
    scores = matched.pairs["score"].to_numpy()
    sure = scores >= one.spec.link * MILLI
    hits = [one.groups[keys[a]] == one.groups[keys[b]] for a, b in pairs]
    linked = [hit for hit, is_sure in zip(hits, sure, strict=True) if is_sure]
    figures |= {
        "link_precision": sum(linked) / max(len(linked), 1),
        "link_recall": sum(linked) / true,
    }
    if one.is_link:
        by_pair = dict(zip(pairs, scores.tolist(), strict=True))
        links = mutual_best(by_pair, one.spec.review)
        figures |= _links(one, {(keys[a][1], keys[b][1]) for a, b in links})
    return figures


def run_beside(one: LabelledSet) -> dict[str, float]:
    """Splink with rules and comparisons derived from the same mapping, at its fixed border."""
    labels, links = link_beside(one)
    figures = _figures(one, labels)
    return figures | (_links(one, links) if one.is_link else {})


def _keys(one: LabelledSet) -> list[Key]:
    sides = one.records.sides
    places = [0] * len(one.records.ids) if sides is None else sides.tolist()
    return list(zip(places, one.records.ids, strict=True))


def _true_pairs(one: LabelledSet) -> int:
    if one.is_link:
        return max(len(one.links), 1)
    return max(sum(n * (n - 1) // 2 for n in Counter(one.groups.values()).values()), 1)


def _figures(one: LabelledSet, labels: dict[Key, int]) -> dict[str, float]:
    quality: Quality = rate_groups(labels, one.groups)
    return {
        "f1": quality.f1,
        "precision": quality.precision,
        "recall": quality.recall,
        "b_cubed": quality.b3,
        "largest_false": quality.largest_false,
    }


def _links(one: LabelledSet, found: set[tuple[str, str]]) -> dict[str, float]:
    precision, recall = rate_pairs(found, one.links)
    return {
        "f1": harmonic(precision, recall),
        "precision": precision,
        "recall": recall,
    }


if __name__ == "__main__":
    main()
