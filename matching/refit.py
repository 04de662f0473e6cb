"""New weights from answered pairs: logistic regression that keeps signs and stays near the old.

The border stays where it is, so the weights move until half of the pairs at the border are one.
Few answers move little: every weight is pulled back to where it was. What does not belong here:
which pairs people answer, and where their evidence is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from matching.evidence import TEXTUAL, Evidence
from matching.spec import MILLI, Feature, Spec

Floats = npt.NDArray[np.float64]
#: Strength of the pull back to the old weight, per square bit, against one answered pair.
PULL = 0.3
_BITS = float(np.log(2))
_FOLDS = 5


@dataclass(frozen=True)
class _Column:
    """One weight: where it belongs and how much of it each pair has."""

    feature: str
    level: str
    old: float
    amount: Floats


@dataclass(frozen=True)
class Fit:
    """How well weights tell answered pairs apart.

    Attributes:
        loss: mean surprise in bits; a coin has 1.
        right: share of pairs on their side of the border.
    """

    loss: float
    right: float


def refit(
    spec: Spec, evidence: Mapping[str, Evidence], verdicts: Sequence[bool], pull: float = PULL
) -> Spec:
    """The spec with weights that fit the answers.

    Args:
        spec: present features, weights and borders; levels without a weight stay without.
        evidence: feature -> answers for the pairs, as weighed with the present weights.
        verdicts: of each pair, whether it is one.
        pull: how strongly old weights hold.
    """
    columns = _columns(spec, evidence)
    new = _fitted(spec, columns, np.asarray(verdicts, dtype=bool), pull)
    return replace(spec, features=tuple(_with(one, new) for one in spec.features))


def before_and_after(
    spec: Spec, evidence: Mapping[str, Evidence], verdicts: Sequence[bool], pull: float = PULL
) -> tuple[Fit, Fit]:
    """Old weights, and refitted ones on pairs that their refit did not see (five folds)."""
    columns = _columns(spec, evidence)
    wanted = np.asarray(verdicts, dtype=bool)
    amounts = np.column_stack([one.amount for one in columns])
    before = amounts @ np.array([one.old for one in columns]) - spec.review
    after = np.zeros(len(wanted))
    for fold in range(_FOLDS):
        held = np.arange(len(wanted)) % _FOLDS == fold
        seen = [replace(one, amount=one.amount[~held]) for one in columns]
        new = _fitted(spec, seen, wanted[~held], pull)
        weights = np.array([new[one.feature, one.level] for one in columns])
        after[held] = amounts[held] @ weights - spec.review
    return _rate(before, wanted), _rate(after, wanted)


def _rate(margin: Floats, wanted: npt.NDArray[np.bool_]) -> Fit:
    signed = np.where(wanted, margin, -margin)
    surprise = np.logaddexp(0, -signed * _BITS) / _BITS
    return Fit(loss=float(surprise.mean()), right=float(((margin >= 0) == wanted).mean()))


def _fitted(
    spec: Spec, columns: Sequence[_Column], verdicts: npt.NDArray[np.bool_], pull: float
) -> dict[tuple[str, str], float]:
    amounts = np.column_stack([one.amount for one in columns])
    old = np.array([one.old for one in columns])
    wanted = np.where(verdicts, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = wanted * (amounts @ weights - spec.review) * _BITS
        fit = np.logaddexp(0, -margin).sum() + pull * np.square(weights - old).sum()
        slope = -(wanted * _BITS) / (1 + np.exp(np.clip(margin, -60, 60)))
        return float(fit), amounts.T @ slope + 2 * pull * (weights - old)

    bounds = [(0, None) if one.old > 0 else (None, 0) for one in columns]
    found = minimize(loss, old, jac=True, method="L-BFGS-B", bounds=bounds)
    return {(c.feature, c.level): float(w) for c, w in zip(columns, found.x, strict=True)}


def _columns(spec: Spec, evidence: Mapping[str, Evidence]) -> list[_Column]:
    found = []
    for feature in spec.features:
        answers = evidence[feature.name]
        if feature.kind in TEXTUAL:
            found += _of_likeness(feature, answers)
            continue
        base = np.zeros(len(answers.levels))
        for level, weight in feature.levels.items():
            at = answers.levels == level
            base[at] = weight
            found.append(_Column(feature.name, level, weight, at.astype(float)))
        if feature.rarity:
            rest = answers.weights / MILLI - base
            found.append(_Column(feature.name, "rarity", feature.rarity, rest / feature.rarity))
    return found


def _of_likeness(feature: Feature, answers: Evidence) -> list[_Column]:
    """A share of the two knots beside the likeness of each pair."""
    known = answers.levels != ""
    like = np.array([float(level) if level else np.nan for level in answers.levels])
    at = [place for place, _ in feature.knots]
    found = []
    for index, (place, weight) in enumerate(feature.knots):
        hat = np.zeros(len(like))
        hat[known] = np.interp(like[known], at, np.eye(len(at))[index])
        found.append(_Column(feature.name, f"at {place:g}", weight, hat))
    return found


def _with(feature: Feature, new: Mapping[tuple[str, str], float]) -> Feature:
    name = feature.name
    return replace(
        feature,
        levels={level: new[name, level] for level in feature.levels},
        knots=tuple((at, new[name, f"at {at:g}"]) for at, _ in feature.knots),
        rarity=new.get((name, "rarity"), 0.0),
    )
