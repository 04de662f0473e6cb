"""Groups: constraints hold whatever the scores, and the order of rows changes nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.cluster import Exclusions, Rules, cluster, mutual_best
from matching.spec import MILLI, Spec

SPEC = Spec(features=(), title="", review=5, link=9, size_max=6)
NONE = Exclusions()


def _bits(**pairs: float) -> dict[tuple[int, int], int]:
    return {(ord(p[0]) - 97, ord(p[1]) - 97): round(s * MILLI) for p, s in pairs.items()}


def test_the_surest_pair_comes_first_and_a_weak_chain_does_not_join_all() -> None:
    scores = _bits(ab=12, bc=6, ac=-9)
    assert cluster(3, scores, SPEC, NONE) == [0, 0, 2]


def test_pairs_that_nobody_scored_pull_the_mean_down() -> None:
    assert cluster(4, _bits(ab=12, cd=12, bc=6), SPEC, NONE) == [0, 0, 2, 2]
    assert cluster(4, _bits(ab=12, cd=12, bc=6, ac=6, ad=6, bd=6), SPEC, NONE) == [0, 0, 0, 0]


def test_no_pair_at_the_border_is_no_link_however_many_come_near() -> None:
    assert cluster(3, _bits(ab=12, ac=4.9, bc=4.9), SPEC, NONE) == [0, 0, 2]
    assert cluster(3, _bits(ab=12, ac=5, bc=4.9), SPEC, NONE) == [0, 0, 0]


def test_a_contradiction_between_any_members_keeps_groups_apart() -> None:
    codes = [frozenset({"x"}), frozenset[str](), frozenset({"y"})]
    scores = _bits(ab=12, bc=11, ac=11)
    assert cluster(3, scores, SPEC, Exclusions(conflicts=[codes])) == [0, 0, 2]
    assert cluster(3, scores, SPEC, Exclusions(registers=[["r", "", "r"]])) == [0, 0, 2]


def test_people_have_the_last_word() -> None:
    scores = _bits(ab=-20, bc=9)
    yes = Rules(together=frozenset({(0, 1)}))
    assert cluster(3, scores, SPEC, NONE, yes) == [0, 0, 2]
    no = Rules(apart=frozenset({(1, 2)}))
    assert cluster(3, scores, SPEC, NONE, no) == [0, 1, 2]
    codes = Exclusions(conflicts=[[frozenset({"x"}), frozenset({"y"})]])
    assert cluster(2, {}, SPEC, codes, yes) == [0, 0]


def test_a_chain_of_yes_that_a_no_closes_waits_for_its_people() -> None:
    rules = Rules(together=frozenset({(0, 1), (1, 2)}), apart=frozenset({(0, 2)}))
    assert cluster(3, {}, SPEC, NONE, rules) == [0, 0, 2]


def test_a_crowd_is_held_together_by_sure_pairs_only() -> None:
    everybody = {(a, b): 6 * MILLI for a in range(8) for b in range(a + 1, 8)}
    assert cluster(8, everybody, SPEC, NONE) == list(range(8))
    everybody[0, 1] = 9 * MILLI
    assert cluster(8, everybody, SPEC, NONE) == [0, 0, *range(2, 8)]


pairs = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(-20 * MILLI, 20 * MILLI),
    max_size=40,
)
codes = st.lists(st.sets(st.sampled_from("xyz"), max_size=2), min_size=10, max_size=10)


@settings(max_examples=300)
@given(pairs, codes, st.randoms(use_true_random=False))
def test_order_changes_nothing_and_constraints_hold(
    scores: dict[tuple[int, int], int], values: list[set[str]], chance: random.Random
) -> None:
    exclusions = Exclusions(conflicts=[[frozenset(one) for one in values]])
    labels = cluster(10, scores, SPEC, exclusions)
    rows = list(scores.items())
    chance.shuffle(rows)
    assert cluster(10, dict(rows), SPEC, exclusions) == labels
    for one in range(10):
        assert labels[one] <= one
        for other in range(one):
            if labels[one] == labels[other]:
                assert not exclusions.forbid(one, other)


@pytest.mark.parametrize(
    ("scores", "links"),
    [
        ({(0, 2): 9, (0, 3): 8, (1, 2): 7, (1, 3): 6}, [(0, 2)]),
        ({(0, 2): 9, (1, 3): 6, (1, 2): 5}, [(0, 2), (1, 3)]),
        ({(0, 2): 5, (0, 3): 5}, [(0, 2)]),
        ({(0, 2): 4}, []),
    ],
)
def test_best_is_mutual(scores: dict[tuple[int, int], int], links: list[tuple[int, int]]) -> None:
    bits = {pair: score * MILLI for pair, score in scores.items()}
    assert mutual_best(bits, review=5) == links
