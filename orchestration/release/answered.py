"""What people answered, with the evidence of a release beside it, for a refit of weights.

What does not belong here: fitting (`matching/refit.py`) and the terminal.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from matching.evidence import Evidence
from matching.spec import MILLI, Feature, Spec
from matching.warehouse import read_spec
from orchestration.release.decisions import read_decisions
from orchestration.release.query import run_query

Pair = tuple[str, str]
_SEEDS = ("match_features", "match_weights", "match_blocks")


@dataclass(frozen=True)
class Answered:
    """Pairs with a yes or no whose evidence the release holds.

    Attributes:
        evidence: feature -> answers in the order of `verdicts`.
        without_evidence: answered pairs that the release did not weigh.
    """

    evidence: Mapping[str, Evidence]
    verdicts: Sequence[bool]
    without_evidence: int


def read_present_spec(project: Path) -> Spec:
    """Features, weights and borders as they stand in the dbt project."""
    variables = yaml.safe_load((project / "dbt_project.yml").read_text(encoding="utf-8"))["vars"]
    features, weights, blocks = (
        pd.read_csv(project / "seeds" / f"{name}.csv", dtype=object) for name in _SEEDS
    )
    blocks["across_languages"] = blocks["across_languages"] == "true"
    review, link = variables["match_review_bits"], variables["match_link_bits"]
    return read_spec(features, weights, blocks, float(review), float(link))


def read_answered(spec: Spec, decisions: Path, database: Path) -> Answered:
    """Join the verdicts that stand with the evidence of a release.

    Raises:
        DecisionFileError: the file of decisions cannot be read.
        QueryError: the release holds no evidence.
    """
    verdicts = _standing(decisions)
    rows = run_query(
        "select left_record_id, right_record_id, feature, coalesce(level, ''),"
        " cast(round(weight * 1000) as bigint) from mart_match_evidence",
        database,
    ).rows
    told: dict[Pair, dict[str, tuple[str, int]]] = {}
    for left, right, feature, level, weight in rows:
        if (left, right) in verdicts:
            told.setdefault((left, right), {})[feature] = (level, weight)
    names = [one.name for one in spec.features]
    pairs = sorted(pair for pair, known in told.items() if all(name in known for name in names))
    evidence = {name: _answers([told[pair][name] for pair in pairs]) for name in names}
    return Answered(
        evidence=evidence,
        verdicts=[verdicts[pair] for pair in pairs],
        without_evidence=len(verdicts) - len(pairs),
    )


def _standing(file: Path) -> dict[Pair, bool]:
    """Pair -> yes or no; an unsure answer or a superseded one says nothing."""
    decisions = [one for one in read_decisions(file) if one.relation == "same_as"]
    replaced = {one.supersedes for one in decisions}
    found: dict[Pair, bool] = {}
    for one in sorted(decisions, key=lambda each: (each.decided_at, each.line)):
        pair = (
            min(one.left_record_id, one.right_record_id),
            max(one.left_record_id, one.right_record_id),
        )
        if one.decision_id in replaced:
            continue
        if one.verdict == "unsure":
            found.pop(pair, None)
        else:
            found[pair] = one.verdict == "yes"
    return found


def _answers(rows: Sequence[tuple[str, int]]) -> Evidence:
    weights = np.array([weight for _, weight in rows], dtype=np.int64)
    states = np.where(weights > 0, "agree", np.where(weights < 0, "conflict", "unknown"))
    return Evidence(
        weights=weights,
        states=states.astype(object),
        levels=np.array([level for level, _ in rows], dtype=object),
    )


def write_weights(features: Sequence[Feature], path: Path) -> None:
    """The weights as the seed `match_weights` holds them, to a thousandth of a bit.

    Rarities stand in the seed `match_features`; the caller tells of them.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "level", "weight"))
        for feature in features:
            levels = [(f"at {at:g}", weight) for at, weight in feature.knots]
            for level, weight in [*levels, *feature.levels.items()]:
                writer.writerow((feature.name, level, f"{round(weight * MILLI) / MILLI:g}"))
