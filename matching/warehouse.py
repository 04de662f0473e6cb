"""The matcher between two tables of the warehouse: units in, evidence out.

What does not belong here: SQL, and any name of a feature (those stand in the seeds).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from matching.cluster import Pair, Rules
from matching.evidence import TEXTUAL
from matching.matcher import Matched, Records, match
from matching.spec import MILLI, Feature, Spec, read_features
from matching.table import read_records

_TITLE = "title"
#: Pairs below are no news: nobody looks at them, and there are many. Of two phases or parts all may
#: differ but the name.
_KEPT_BITS = 0.0
_JOINER = " | "
_COLUMNS = (
    "left_record_id", "right_record_id", "feature", "state", "level", "left_value", "right_value",
    "weight_milli", "is_joined",
)  # fmt: skip


def compare_units(
    *,
    units: pd.DataFrame,
    features: pd.DataFrame,
    weights: pd.DataFrame,
    blocks: pd.DataFrame,
    decisions: pd.DataFrame,
    review: float,
    link: float,
    same_name: float,
) -> pd.DataFrame:
    """Evidence of all pairs that are worth a look.

    Args:
        units: one row a unit: `record_id` and the columns that the features name; a text is
            written `<language>:<text>`, the language may be empty.
        features: seed `match_features`.
        weights: seed `match_weights`.
        blocks: seed `match_blocks`.
        decisions: what people said: left_record_id, right_record_id (unit ids), is_same.
        review: bits from which a pair is taken as one until a person says no.
        link: bits from which nobody needs to look.
        same_name: bits of names alone from which a pair is kept whatever else differs.

    Returns:
        One row a pair and feature, pairs in order of their ids (left < right): state, level, what
        either side says, weight in thousandths of a bit, and whether the pair came into one group.

    Raises:
        SpecError: seeds contradict each other or name a missing column.
    """
    spec = read_spec(features, weights, blocks, review, link)
    if units.empty:
        return pd.DataFrame(columns=list(_COLUMNS)).astype(
            {"weight_milli": "int64", "is_joined": "bool"}
        )
    titles = pd.Series([_titles(cell) for cell in units["titles"]], index=units.index, dtype=object)
    frame = units.assign(titles=titles)
    records = read_records(frame, spec, "record_id")
    rules = _rules(decisions, records.ids)
    return _rows(match(spec, records, rules), records, spec, rules, same_name)


def read_spec(
    features: pd.DataFrame, weights: pd.DataFrame, blocks: pd.DataFrame, review: float, link: float
) -> Spec:
    """The spec that the seeds and variables of the warehouse describe."""
    rows = [(tuple(str(row["columns"]).split("|")), row["across_languages"]) for row in
            blocks.to_dict("records")]  # fmt: skip
    return Spec(
        features=read_features(_filled(features), _filled(weights)),
        title=_TITLE,
        review=review,
        link=link,
        blocks=tuple(names for names, across in rows if not across),
        across=tuple(names for names, across in rows if across),
        siblings=True,
    )


def _filled(frame: pd.DataFrame) -> Iterable[Mapping[str, object]]:
    rows = frame.astype(object).where(frame.notna(), "").to_dict("records")
    return [{str(column): value for column, value in row.items()} for row in rows]


def _titles(cell: object) -> list[dict[str, str]]:
    if not isinstance(cell, (list, np.ndarray)):
        return []
    parts = [str(title).partition(":") for title in cell]
    return [{"language": language, "text": text} for language, _, text in parts]


def _rules(decisions: pd.DataFrame, ids: Sequence[str]) -> Rules:
    """People's word on units that are there; one that is away for a night waits."""
    place = {record: index for index, record in enumerate(ids)}
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for row in decisions.to_dict("records"):
        one, other = place.get(row["left_record_id"]), place.get(row["right_record_id"])
        if one is not None and other is not None and one != other:
            pair = (min(one, other), max(one, other))
            (together if row["is_same"] else apart).add(pair)
    return Rules(frozenset(together), frozenset(apart))


def _rows(
    matched: Matched, records: Records, spec: Spec, rules: Rules, same_name: float
) -> pd.DataFrame:
    pairs, joined = matched.pairs, matched.joined
    decided = np.array(
        [
            pair in rules.together or pair in rules.apart
            for pair in zip(pairs["left"].tolist(), pairs["right"].tolist(), strict=True)
        ],
        dtype=bool,
    )
    worth = (pairs["score"] >= _KEPT_BITS * MILLI).to_numpy()
    kept = np.flatnonzero(worth | joined | decided | _of_one_name(matched, spec, same_name))
    ids = np.array(records.ids, dtype=object)
    left, right = pairs["left"].to_numpy()[kept], pairs["right"].to_numpy()[kept]
    frames = []
    for name, one in matched.evidence.items():
        said = _said(spec.feature(name), records)
        frames.append(
            pd.DataFrame(
                {
                    "left_record_id": ids[left],
                    "right_record_id": ids[right],
                    "feature": name,
                    "state": one.states[kept],
                    "level": one.levels[kept],
                    "left_value": said[left],
                    "right_value": said[right],
                    "weight_milli": one.weights[kept],
                    "is_joined": joined[kept],
                },
                columns=list(_COLUMNS),
            )
        )
    return pd.concat(frames).sort_values(
        ["left_record_id", "right_record_id"], kind="stable", ignore_index=True
    )


def _of_one_name(matched: Matched, spec: Spec, bits: float) -> np.ndarray:
    """Pairs of one name, whatever else differs: perhaps phases or parts of one undertaking."""
    rest = [matched.evidence[one.name].weights for one in spec.features if one.is_of_subject]
    return np.asarray(np.sum(rest, axis=0) >= round(bits * MILLI))


def _said(feature: Feature, records: Records) -> np.ndarray:
    """What each record says of one feature, as one text; "" where it says nothing."""
    if feature.kind not in TEXTUAL:
        return np.array([_JOINER.join(one) for one in records.values[feature.name]], dtype=object)
    texts: list[set[str]] = [set() for _ in records.ids]
    name = feature.name if feature.kind == "text" else feature.columns[0]
    for one in records.texts[name]:
        if one.text:
            texts[one.record].add(one.text)
    return np.array([_JOINER.join(sorted(found)) for found in texts], dtype=object)
