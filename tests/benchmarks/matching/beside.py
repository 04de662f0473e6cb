"""Splink on the same set: blocking, comparisons and training derived from the mapping alone.

Set up as its documentation advises and not tuned further; no set has settings of its own. What
does not belong here: our own matcher.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from tests.benchmarks.matching.sets import LabelledSet

#: The borders that were fixed beforehand (MATCHING.md §13).
_PROBABILITY = 0.95
_PROJECT_BITS = 4.25
Key = tuple[int, str]


def link_beside(one: LabelledSet) -> tuple[dict[Key, int], set[tuple[str, str]]]:
    """Groups of all records, and links of a linkage.

    Raises:
        ImportError: splink is not installed.
    """
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    frames, columns = _frames(one)
    comparisons = [_comparison(compare, kind, column) for column, kind in columns.items()]
    plain = [column for column, kind in columns.items() if kind != "text"]
    rules = [block_on(column) for column in plain]
    rules += [block_on(f"substr({c}, 1, 12)") for c, kind in columns.items() if kind == "text"]
    settings = SettingsCreator(
        link_type="link_only" if one.is_link else "dedupe_only",
        unique_id_column_name="key",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI()
    tables = [api.register(frame) for frame in frames]
    linker = Linker(tables if one.is_link else tables[0], settings)
    linker.training.estimate_probability_two_random_records_match(rules[:3], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in rules[:3]:
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        except Exception as error:
            print(f"untrained: {error}"[:200], flush=True)  # noqa: T201
    found = linker.inference.predict(threshold_match_probability=_border(one))
    rows = found.as_pandas_dataframe()
    return _answer(one, rows)


def _border(one: LabelledSet) -> float:
    if one.mapping.get("language"):
        return float(2**_PROJECT_BITS / (1 + 2**_PROJECT_BITS))
    return _PROBABILITY


def _frames(one: LabelledSet) -> tuple[list[pd.DataFrame], dict[str, str]]:
    columns: dict[str, str] = {}
    for row in one.mapping["features"]:
        if row["kind"] in ("translation", "meaning", "apart"):
            continue
        for name in str(row.get("columns", row["feature"])).split("|"):
            if ":" not in name:
                columns.setdefault(name, row["kind"])
            elif row["kind"] == "text":
                columns.setdefault(name.partition(":")[0], "text")
    kept = one.frame[["key", "side", *columns]].replace("", None)
    sides = [0, 1] if one.is_link else [0]
    frames = [kept[kept["side"] == side].drop(columns="side") for side in sides]
    return frames, columns


def _comparison(compare: Any, kind: str, column: str) -> Any:
    if kind in ("text", "name"):
        return compare.JaroWinklerAtThresholds(column, [0.95, 0.88, 0.75])
    if kind == "digits":
        return compare.DamerauLevenshteinAtThresholds(column, [1, 2])
    return compare.ExactMatch(column)


def _answer(one: LabelledSet, rows: pd.DataFrame) -> tuple[dict[Key, int], set[tuple[str, str]]]:
    left, right = rows["key_l"].astype(str).tolist(), rows["key_r"].astype(str).tolist()
    keys = list(zip(one.frame["side"].tolist(), one.frame["key"].tolist(), strict=True))
    place = {key: index for index, key in enumerate(keys)}
    label = list(range(len(keys)))

    def root(index: int) -> int:
        while label[index] != index:
            index = label[index]
        return index

    links = set()
    if one.is_link:
        ordered = rows.sort_values("match_weight", ascending=False)
        links = _best_links(ordered)
        ends = [((0, a), (1, b)) for a, b in links]
    else:
        ends = [((0, a), (0, b)) for a, b in zip(left, right, strict=True)]
    for first, second in ends:
        a, b = root(place[first]), root(place[second])
        label[max(a, b)] = min(a, b)
    return {key: root(index) for index, key in enumerate(keys)}, links


def _best_links(rows: pd.DataFrame) -> set[tuple[str, str]]:
    """One partner a record, the surest first: the tables hold no doubles of their own."""
    taken: set[tuple[int, str]] = set()
    links = set()
    is_swapped = bool(len(rows)) and rows["source_dataset_l"].iloc[0] > "__splink__input_table_0"
    for one_key, other_key in zip(rows["key_l"], rows["key_r"], strict=True):
        a, b = (other_key, one_key) if is_swapped else (one_key, other_key)
        if (0, a) in taken or (1, b) in taken:
            continue
        taken |= {(0, a), (1, b)}
        links.add((str(a), str(b)))
    return links
