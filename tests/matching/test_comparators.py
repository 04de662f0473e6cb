"""Every kind of feature: what agrees, what contradicts, and what says nothing."""

from __future__ import annotations

import numpy as np
import pytest

from matching.comparators import LEVELS, compare
from matching.spec import Feature, Kind

CASES: list[tuple[Kind, tuple[str, ...], tuple[str, ...], str]] = [
    ("code", ("S1",), ("S1", "S2"), "agree"),
    ("code", ("S1",), ("S2",), "conflict"),
    ("code", ("S1",), (), ""),
    ("set", ("01", "02"), ("02",), "agree"),
    ("set", ("00",), ("02",), ""),
    ("set", ("00", "02"), ("02",), "agree"),
    ("apart", ("reg",), ("reg",), "conflict"),
    ("apart", ("reg",), ("other",), ""),
    ("apart", (), (), ""),
    ("phase", ("2",), ("2",), "agree"),
    ("phase", ("1",), ("2",), "conflict"),
    ("phase", ("2",), (), "one_sided"),
    ("phase", ("1",), (), ""),
    ("number", ("2020",), ("2020",), "same"),
    ("number", ("2020",), ("2021",), "next"),
    ("number", ("2020",), ("2023",), "far"),
    ("date", ("2020-01-31",), ("2020-01-31",), "same"),
    ("date", ("2020-01-31",), ("2020-02-20",), "near"),
    ("date", ("2020-01-31",), ("2020-01-01..2020-12-31",), "near"),
    ("date", ("2020-01-31",), ("2020-05-31",), "close"),
    ("date", ("2020-01-31",), ("2021-01-31",), "next"),
    ("date", ("2020-01-31",), ("2022-01-01..2022-12-31",), "far"),
    ("date", (), ("2020-01-31",), ""),
    ("amount", ("100000.00",), ("100000.00",), "same"),
    ("amount", ("100000.00", "7.00"), ("101000.00",), "near"),
    ("amount", ("100000.00",), ("120000.00",), "close"),
    ("amount", ("100000.00",), ("900000.00",), "far"),
    ("amount", (), ("900000.00",), ""),
    ("name", ("matthew",), ("matthew",), "same"),
    ("name", ("matthew",), ("mathew",), "near"),
    ("name", ("matthew",), ("ursula",), "far"),
    ("digits", ("1804974",), ("1804794",), "near"),
    ("digits", ("1804974",), ("2222222",), "far"),
]


@pytest.mark.parametrize(("kind", "one", "other", "level"), CASES)
def test_levels_both_ways(
    kind: Kind, one: tuple[str, ...], other: tuple[str, ...], level: str
) -> None:
    feature = Feature("f", kind, ("f",), jokers=frozenset({"00"}))
    found = compare(feature, [one, other], np.array([0, 1]), np.array([1, 0])).levels
    assert found.tolist() == [level, level]
    assert level in ("", *LEVELS)


def test_a_rare_value_says_more() -> None:
    feature = Feature("lead", "set", ("lead",), rarity=1.0)
    values = [("rare",), ("rare",), *[("common",)] * 6]
    compared = compare(feature, values, np.array([0, 2]), np.array([1, 3]))
    assert compared.rarity.round(3).tolist() == [2.0, round(np.log2(8 / 6), 3)]


def test_equal_sets_say_more_than_a_shared_element_where_a_weight_tells_them_apart() -> None:
    feature = Feature("region", "set", ("region",), levels={"agree": 2, "part": 1})
    values = [("01",), ("01",), ("01", "02")]
    found = compare(feature, values, np.array([0, 0]), np.array([1, 2])).levels
    assert found.tolist() == ["agree", "part"]
