"""The whole way: evidence that adds up, translations learned from sure links, any order of rows."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pandas as pd
import pytest

from matching.matcher import Matched, match
from matching.quality import rate_groups, rate_pairs
from matching.refit import before_and_after, refit
from matching.spec import Spec, SpecError, read_features
from matching.table import read_records

FEATURES = [
    {"feature": "code", "kind": "code", "columns": "code", "exclusive": "true"},
    {"feature": "title", "kind": "text", "columns": "titles:body"},
    {"feature": "translation", "kind": "translation", "columns": "title"},
    {"feature": "phase", "kind": "phase", "columns": "titles:phase", "exclusive": "true"},
    {"feature": "lead", "kind": "set", "columns": "lead", "jokers": "?", "rarity": "0.1"},
    {"feature": "start", "kind": "date", "columns": "start"},
    {"feature": "register", "kind": "apart", "columns": "register", "exclusive": "true"},
]
WEIGHTS = [
    {"feature": "code", "level": "agree", "weight": 12},
    {"feature": "code", "level": "conflict", "weight": -12},
    {"feature": "title", "level": "at 0", "weight": -6},
    {"feature": "title", "level": "at 0.5", "weight": 0},
    {"feature": "title", "level": "at 1", "weight": 5},
    {"feature": "translation", "level": "at 0.5", "weight": 0},
    {"feature": "translation", "level": "at 1", "weight": 4},
    {"feature": "phase", "level": "conflict", "weight": -8},
    {"feature": "phase", "level": "one_sided", "weight": -5},
    {"feature": "lead", "level": "agree", "weight": 2},
    {"feature": "lead", "level": "conflict", "weight": -4},
    {"feature": "start", "level": "same", "weight": 3},
    {"feature": "start", "level": "near", "weight": 1.5},
    {"feature": "start", "level": "far", "weight": -6},
]


def _spec(**changes: Any) -> Spec:
    return Spec(
        features=read_features(FEATURES, WEIGHTS), title="title", review=5, link=9,
        **{"blocks": (("code",), ("lead", "start")), "across": (("start",),), **changes},
    )  # fmt: skip


def _row(record_id: str, title: str, language: str, **more: object) -> dict[str, object]:
    empty = {"code": None, "lead": [], "start": [], "register": None}
    texts = [{"language": language, "text": title}]
    return {"record_id": record_id, "titles": texts, **empty, **more}


ROWS = [
    _row("a", "Hyvä silta työelämään", "fi", code="S1", lead=["x"], start=["2020-01-01"]),
    _row("b", "En god bro till arbetslivet", "sv", code="S1", start=["2020-01-01"]),
    _row("c", "Hyvä silta työelämään II", "fi", lead=["x"], start=["2023-01-01"]),
    _row("d", "Hyvä silta työelämän", "fi", lead=["x"]),
    _row("e", "En god bro till arbetslivet II", "sv", start=["2023-01-01"]),
    _row("f", "Metsien kaunis laulu", "fi", lead=["y"], start=["2020-01-01"]),
]


def _match(rows: list[dict[str, object]], **changes: Any) -> tuple[list[str], Matched]:
    records = read_records(pd.DataFrame(rows), _spec(**changes), "record_id")
    return list(records.ids), match(_spec(**changes), records)


def _groups(ids: list[str], matched: Matched) -> dict[str, str]:
    return {record: ids[label] for record, label in zip(ids, matched.labels, strict=True)}


def test_phases_stay_apart_and_translations_are_learned_from_equal_codes() -> None:
    found = _groups(*_match(ROWS))
    assert found == {"a": "a", "b": "a", "c": "c", "d": "a", "e": "c", "f": "f"}


def test_weights_add_up_exactly_and_unknown_weighs_nothing() -> None:
    _, matched = _match(ROWS)
    total = sum(one.weights for one in matched.evidence.values())
    assert np.array_equal(np.asarray(total), matched.pairs["score"].to_numpy())
    for one in matched.evidence.values():
        assert not one.weights[one.states == "unknown"].any()
        assert (one.weights[one.states == "agree"] > 0).all()
        assert (one.weights[one.states == "conflict"] < 0).all()


def test_order_of_rows_changes_nothing() -> None:
    ids, matched = _match(ROWS)
    for seed in range(5):
        rows = ROWS.copy()
        random.Random(seed).shuffle(rows)  # noqa: S311 a test's order
        again_ids, again = _match(rows)
        assert again_ids == ids
        assert list(again.labels) == list(matched.labels)
        pd.testing.assert_frame_equal(again.pairs, matched.pairs)


def test_rows_of_one_register_are_weighed_only_where_siblings_are_asked_for() -> None:
    rows = [
        _row("a", "Hyvä silta työelämään", "fi", register="r"),
        _row("b", "Hyvä silta työelämään II", "fi", register="r"),
        _row("c", "Metsien kaunis laulu", "fi", register="r"),
    ]
    ids, matched = _match(rows, siblings=True)
    pairs = matched.pairs[["left", "right"]].to_numpy().tolist()
    assert [[ids[a], ids[b]] for a, b in pairs] == [["a", "b"]]
    assert not matched.joined.any()
    assert _match(rows)[1].pairs.empty


def test_refit_keeps_signs_and_learns_from_answers() -> None:
    spec = _spec()
    matched = match(spec, read_records(pd.DataFrame(ROWS), spec, "record_id"))
    verdicts = [bool(joined) for joined in matched.joined]
    fitted = refit(spec, matched.evidence, verdicts)
    for old, new in zip(spec.features, fitted.features, strict=True):
        for level, weight in old.levels.items():
            assert new.levels[level] * weight >= 0
    contrary = refit(spec, matched.evidence, [False] * len(verdicts), pull=0.01)
    assert contrary.feature("lead").levels["agree"] < spec.feature("lead").levels["agree"]
    before, after = before_and_after(spec, matched.evidence, [False] * len(verdicts), pull=0.01)
    assert after.loss < before.loss
    assert 0 <= before.right <= after.right <= 1


@pytest.mark.parametrize(
    ("features", "weights", "message"),
    [
        ([{"feature": "a", "kind": "magic"}], [], "kind 'magic'"),
        ([{"feature": "a", "kind": "set"}], [{"feature": "b", "level": "agree", "weight": 1}], "b"),
        (
            [{"feature": "a", "kind": "text"}],
            [{"feature": "a", "level": "at much", "weight": 1}],
            "at much",
        ),
    ],
)
def test_wrong_tables_say_what_is_wrong(
    features: list[dict[str, object]], weights: list[dict[str, object]], message: str
) -> None:
    with pytest.raises(SpecError, match=message):
        read_features(features, weights)


def test_a_missing_column_and_a_repeated_id_are_named() -> None:
    with pytest.raises(SpecError, match="no column is called 'lead'"):
        read_records(pd.DataFrame(ROWS).drop(columns="lead"), _spec(), "record_id")
    with pytest.raises(SpecError, match="record_id repeats: 'a'"):
        read_records(pd.DataFrame([ROWS[0], ROWS[0]]), _spec(), "record_id")


def test_quality_counts_pairs_and_records() -> None:
    true = dict(zip("abcdef", "112233", strict=True))
    found = dict(zip("abcdef", "111233", strict=True))
    quality = rate_groups(found, true)
    assert (quality.precision, quality.recall) == (2 / 4, 2 / 3)
    assert quality.b3_precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)
    assert quality.b3_recall == pytest.approx((1 + 1 + 0.5 + 0.5 + 1 + 1) / 6)
    assert quality.largest_false == 3
    assert rate_pairs({("a", "b"), ("a", "c")}, {("a", "b")}) == (0.5, 1.0)
