"""What is compared and what each answer weighs: features, weights, borders, as data.

The warehouse keeps them in two dbt seeds (`match_features`, `match_weights`), a benchmark in its
`mapping.yml`. What does not belong here: how a kind of feature compares (`comparators.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Kind = Literal[
    "code",
    "set",
    "apart",
    "phase",
    "number",
    "date",
    "amount",
    "text",
    "translation",
    "meaning",
    "name",
    "digits",
]
KINDS: tuple[str, ...] = get_args(Kind)
#: Weights are whole thousandths of a bit, so that sums are exact in any order and any engine.
MILLI = 1000


class SpecError(ValueError):
    """A table of features or weights cannot be used; the message names feature and level."""


@dataclass(frozen=True)
class Feature:
    """One thing two records can agree or differ in.

    Attributes:
        name: as it stands in the evidence.
        kind: how values are compared.
        columns: where the values stand in the table of records; `text` joins several.
        levels: level -> weight in bits; of `text`, `knots` are used instead.
        knots: similarity -> weight in bits, between two knots on the straight line.
        jokers: values that agree with nothing and contradict nothing ("the whole country").
        rarity: share of log2(records / records with this value) that comes on top of agreement.
        exclusive: a conflict forbids that two records are one, whatever else agrees.
        is_of_subject: a name, which phases and parts of one undertaking have in common.
    """

    name: str
    kind: Kind
    columns: tuple[str, ...]
    levels: Mapping[str, float] = field(default_factory=dict)
    knots: tuple[tuple[float, float], ...] = ()
    jokers: frozenset[str] = frozenset()
    rarity: float = 0.0
    exclusive: bool = False
    is_of_subject: bool = False


@dataclass(frozen=True)
class Spec:
    """Everything the matcher needs beside the records.

    Attributes:
        features: in the order of the evidence.
        title: name of the `text` feature that finds candidates.
        blocks: groups of columns; records with an equal value in all of them are candidates.
        across: the same, for records whose titles share no language; not where meanings propose.
        review: score in bits from which two records are taken as one, until a person says no.
        link: score from which nobody needs to look.
        neighbours: most similar titles that are looked at, for every title.
        translations: the same for titles that the memory knows in another language.
        block_max: larger blocks say too little and are dropped (and counted).
        mean_slack: how far below `review` the mean of all pairs of a group may fall.
        unscored: what a pair counts in that mean that nothing proposed.
        size_max: a larger group is not believed: in it only pairs of the link band hold.
        siblings: pairs of one register with nearly one title are weighed too: never one project,
            but perhaps phases or parts of one.
        is_semantic: meaning is compared, which needs the extra; without, it is unknown.
        one_to_one: two complete tables without doubles of their own: each record has one partner.
    """

    features: tuple[Feature, ...]
    title: str
    review: float
    link: float
    blocks: tuple[tuple[str, ...], ...] = ()
    across: tuple[tuple[str, ...], ...] = ()
    neighbours: int = 20
    translations: int = 8
    block_max: int = 40
    mean_slack: float = 1.75
    unscored: float = -2.0
    size_max: int = 24
    one_to_one: bool = False
    siblings: bool = False
    is_semantic: bool = False

    def feature(self, name: str) -> Feature:
        """The feature of that name.

        Raises:
            SpecError: there is none.
        """
        for feature in self.features:
            if feature.name == name:
                return feature
        raise SpecError(f"no feature is called {name!r}")


def read_features(
    features: Iterable[Mapping[str, Any]], weights: Iterable[Mapping[str, Any]]
) -> tuple[Feature, ...]:
    """Features with their weights from the rows of the two tables.

    Args:
        features: rows with feature, kind, columns, jokers (both `|`-separated), rarity,
            exclusive, is_of_subject; empty cells mean "none".
        weights: rows with feature, level, weight; of a text the level is `at <similarity>`.

    Raises:
        SpecError: unknown kind, weight of an unknown feature or level that is no similarity.
    """
    levels: dict[str, dict[str, float]] = {}
    for row in weights:
        levels.setdefault(str(row["feature"]), {})[str(row["level"])] = float(row["weight"])
    found = tuple(_feature(row, levels.pop(str(row["feature"]), {})) for row in features)
    if levels:
        raise SpecError(f"weights without a feature: {', '.join(sorted(levels))}")
    return found


def _feature(row: Mapping[str, Any], levels: dict[str, float]) -> Feature:
    name, kind = str(row["feature"]), str(row["kind"])
    if kind not in KINDS:
        raise SpecError(f"{name}: kind {kind!r} is none of {', '.join(KINDS)}")
    knots = sorted((_similarity(name, level), levels[level]) for level in levels if "at " in level)
    return Feature(
        name=name,
        kind=kind,  # type: ignore[arg-type]  # checked above
        columns=_parts(row.get("columns")) or (name,),
        levels={level: weight for level, weight in levels.items() if "at " not in level},
        knots=tuple(knots),
        jokers=frozenset(_parts(row.get("jokers"))),
        rarity=float(row.get("rarity") or 0),
        exclusive=_flag(row.get("exclusive")),
        is_of_subject=_flag(row.get("is_of_subject")),
    )


def _similarity(name: str, level: str) -> float:
    try:
        return float(level.removeprefix("at "))
    except ValueError:
        raise SpecError(f"{name}: level {level!r} is no similarity") from None


def _parts(cell: object) -> tuple[str, ...]:
    if isinstance(cell, (list, tuple)):
        return tuple(str(part) for part in cell)
    return tuple(part for part in str(cell or "").split("|") if part)


def _flag(cell: object) -> bool:
    return str(cell).strip().lower() in {"true", "1", "yes"}
