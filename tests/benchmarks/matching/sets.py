"""Reads a labelled set: a folder with `left.csv`, `right.csv`, `truth.csv` and `mapping.yml`.

No set has code of its own. What a mapping may say stands in the README beside this file. What
does not belong here: how records are matched.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import yaml

from matching.matcher import Records
from matching.spec import Spec, SpecError, read_features
from matching.table import read_records

HERE = Path(__file__).parent
DEFAULTS = HERE / "weights.yml"
_LEFT, _RIGHT = 0, 1
_LIMITS = ("neighbours", "translations", "block_max")


@dataclass(frozen=True)
class LabelledSet:
    """One set, read.

    Attributes:
        name: of its folder.
        is_link: two tables; else doubles are looked for in one.
        frame: all rows, with `side` (0 or 1) and `key` (the id).
        groups: (side, id) -> true entity.
    """

    name: str
    is_link: bool
    frame: pd.DataFrame
    groups: dict[tuple[int, str], str]
    spec: Spec
    records: Records
    mapping: Mapping[str, Any]

    @property
    def links(self) -> set[tuple[str, str]]:
        """True links of a linkage, as ids of left and right."""
        right: dict[str, list[str]] = {}
        for (side, key), group in self.groups.items():
            if side == _RIGHT:
                right.setdefault(group, []).append(key)
        return {
            (key, other)
            for (side, key), group in self.groups.items()
            if side == _LEFT
            for other in right.get(group, ())
        }


def read_set(folder: Path, data: Path, *, is_semantic: bool = False) -> LabelledSet:
    """Read the set whose `mapping.yml` lies in a folder.

    Args:
        folder: where the mapping is.
        data: where `folder:` of a mapping begins; without one the files lie beside the mapping.
        is_semantic: compare meanings too (needs the extra).

    Raises:
        SpecError: the mapping names what is not there.
        FileNotFoundError: a file is missing.
    """
    mapping = yaml.safe_load((folder / "mapping.yml").read_text(encoding="utf-8"))
    place = data / mapping["folder"] if "folder" in mapping else folder
    is_link = mapping.get("task", "link") == "link"
    frames = [_read(place / mapping.get("left", "left.csv"), mapping, _LEFT)]
    if is_link:
        frames.append(_read(place / mapping.get("right", "right.csv"), mapping, _RIGHT))
    frame = pd.concat(frames, ignore_index=True).fillna("")
    spec = replace(_spec(mapping, is_link), is_semantic=is_semantic)
    sides = frame["side"].to_numpy(dtype=np.int64) if is_link else None
    return LabelledSet(
        name=folder.name,
        is_link=is_link,
        frame=frame,
        groups=_truth(place, mapping, frame, is_link=is_link),
        spec=spec,
        records=read_records(frame, spec, "key", language=mapping.get("language"), sides=sides),
        mapping=mapping,
    )


def _read(path: Path, mapping: Mapping[str, Any], side: int) -> pd.DataFrame:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, skipinitialspace=True))
    frame = pd.DataFrame(rows, dtype=object).fillna("")
    for column in frame.columns:
        frame[column] = [str(value).strip() for value in frame[column]]
    key = mapping.get("id", "id")
    key = key if isinstance(key, str) else key["left" if side == _LEFT else "right"]
    if key not in frame.columns:
        raise SpecError(f"{path.name} has no column {key!r}")
    for name, rule in mapping.get("derive", {}).items():
        kept = str(rule["keep"]).split("|")
        frame[name] = [value if value in kept else "" for value in frame[rule["column"]]]
    return frame.assign(side=side, key=frame[key])


def _spec(mapping: Mapping[str, Any], is_link: bool) -> Spec:
    defaults = yaml.safe_load(DEFAULTS.read_text(encoding="utf-8"))
    features, weights = [], []
    for row in mapping["features"]:
        features.append({**row, "columns": row.get("columns", row["feature"])})
        levels = row.get("weights") or defaults["features"].get(row["feature"])
        levels = levels or defaults["kinds"].get(row["kind"], {})
        if "rarity" not in row and row["kind"] in defaults["rarity"]:
            features[-1]["rarity"] = defaults["rarity"][row["kind"]]
        weights += [
            {"feature": row["feature"], "level": level, "weight": weight}
            for level, weight in levels.items()
        ]
    borders = {**defaults["link" if is_link else "deduplicate"], **mapping.get("borders", {})}
    title = mapping.get("title") or next(
        row["feature"] for row in mapping["features"] if row["kind"] == "text"
    )
    return Spec(
        features=read_features(features, weights),
        title=title,
        review=borders["review"],
        link=borders["link"],
        blocks=_blocks(mapping.get("blocks", ())),
        across=_blocks(mapping.get("across", ())),
        **{name: mapping[name] for name in _LIMITS if name in mapping},
        one_to_one=is_link,
    )


def _blocks(rows: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split("|")) for row in rows)


def _truth(
    place: Path, mapping: Mapping[str, Any], frame: pd.DataFrame, *, is_link: bool
) -> dict[tuple[int, str], str]:
    keys = list(zip(frame["side"].tolist(), frame["key"].tolist(), strict=True))
    if pattern := mapping.get("entity"):
        found = {key: re.search(pattern, key[1]) for key in keys}
        if lost := [key for key, match in found.items() if match is None]:
            raise SpecError(f"{lost[0][1]!r} does not fit entity: {pattern}")
        return {key: match[1] for key, match in found.items() if match}
    with (place / mapping.get("truth", "truth.csv")).open(encoding="utf-8", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file, skipinitialspace=True)][1:]
    groups = {key: f"{key[0]}:{key[1]}" for key in keys}
    if not is_link and len({row[1] for row in rows} & {key for _, key in keys}) == 0:
        return {**groups, **{(_LEFT, row[0]): row[1] for row in rows}}  # record, entity
    _join_pairs(groups, rows, _RIGHT if is_link else _LEFT)
    return groups


def _join_pairs(
    groups: dict[tuple[int, str], str], rows: Sequence[Sequence[str]], right: int
) -> None:
    """Make every connected set of true pairs one group."""
    parent = {name: name for name in groups.values()}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for row in rows:
        one, other = root(groups[_LEFT, row[0]]), root(groups[right, row[1]])
        parent[max(one, other)] = min(one, other)
    for key, name in groups.items():
        groups[key] = root(name)
