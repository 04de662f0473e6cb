"""New weights from answered pairs: logistic regression that keeps signs and stays near the old.

The border stays where it is, so the weights move until half of the pairs at the border are one.
Few answers move little: every weight is pulled back to where it was. What does not belong here:
which pairs people answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import minimize

from matching.comparators import SHARED, Values, compare
from matching.evidence import TEXTUAL, likeness
from matching.spec import Feature, Spec
from matching.texts import TextTable

Floats = npt.NDArray[np.float64]
#: Strength of the pull back to the old weight, per square bit, against one answered pair.
_PULL = 0.05
_BITS = float(np.log(2))


@dataclass(frozen=True)
class _Column:
    """One weight: where it belongs and how much of it each pair has."""

    feature: str
    level: str
    old: float
    amount: Floats


def refit(
    spec: Spec,
    values: Mapping[str, Values],
    tables: Mapping[str, TextTable],
    pairs: pd.DataFrame,
    memory: pd.DataFrame | None,
    verdicts: Sequence[bool],
    pull: float = _PULL,
) -> Spec:
    """The spec with weights that fit the answers.

    Args:
        spec: present features, weights and borders; rarities and levels without a weight stay.
        values: feature -> values by record.
        tables: text feature -> texts.
        pairs: frame of left and right, the answered ones.
        memory: sure pairs, for texts in two languages.
        verdicts: of each pair, whether it is one.
        pull: how strongly old weights hold.
    """
    columns = _columns(spec, values, tables, pairs, memory)
    amounts = np.column_stack([one.amount for one in columns])
    old = np.array([one.old for one in columns])
    wanted = np.where(np.asarray(verdicts, dtype=bool), 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = wanted * (amounts @ weights - spec.review) * _BITS
        fit = np.logaddexp(0, -margin).sum() + pull * np.square(weights - old).sum()
        slope = -(wanted * _BITS) / (1 + np.exp(np.clip(margin, -60, 60)))
        return float(fit), amounts.T @ slope + 2 * pull * (weights - old)

    bounds = [(0, None) if one.old > 0 else (None, 0) for one in columns]
    found = minimize(loss, old, jac=True, method="L-BFGS-B", bounds=bounds)
    new = {(c.feature, c.level): float(w) for c, w in zip(columns, found.x, strict=True)}
    return replace(spec, features=tuple(_with(one, new) for one in spec.features))


def _columns(
    spec: Spec,
    values: Mapping[str, Values],
    tables: Mapping[str, TextTable],
    pairs: pd.DataFrame,
    memory: pd.DataFrame | None,
) -> list[_Column]:
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    found = []
    for feature in spec.features:
        if feature.kind in TEXTUAL:
            like = likeness(spec, feature, tables, left, right, memory)
            known = ~np.isnan(like)
            at = [place for place, _ in feature.knots]
            for index, (place, weight) in enumerate(feature.knots):
                hat = np.zeros(len(left))
                hat[known] = np.interp(like[known], at, np.eye(len(at))[index])
                found.append(_Column(feature.name, f"at {place:g}", weight, hat))
        else:
            compared = compare(feature, values[feature.name], left, right)
            for level, weight in feature.levels.items():
                found.append(
                    _Column(feature.name, level, weight, (compared.levels == level).astype(float))
                )
            if feature.rarity:
                agree = np.isin(compared.levels.astype(str), sorted(SHARED))
                found.append(
                    _Column(feature.name, "rarity", feature.rarity, compared.rarity * agree)
                )
    return found


def _with(feature: Feature, new: Mapping[tuple[str, str], float]) -> Feature:
    name = feature.name
    return replace(
        feature,
        levels={level: new[name, level] for level in feature.levels},
        knots=tuple((at, new[name, f"at {at:g}"]) for at, _ in feature.knots),
        rarity=new.get((name, "rarity"), 0.0),
    )
