"""The arithmetic of the comparison, on figures that one can check by hand."""

from __future__ import annotations

import pytest

from tests.benchmarks.figures import Run, Size, as_json, exponent, growth
from tests.benchmarks.measure import Cost
from tests.benchmarks.stages import StageClock


def size(projects: int, night: float, plain: float, *, states: str = "a") -> Size:
    return Size(
        projects,
        Run(Cost(night, night, 10 * projects), {}, "a"),
        Run(Cost(plain, plain, 5 * projects), {}, states),
    )


def test_the_exponent_is_the_power_of_the_growth() -> None:
    assert exponent(2.0, 20.0, (100, 1_000)) == pytest.approx(1.0)
    assert exponent(2.0, 200.0, (100, 1_000)) == pytest.approx(2.0)
    assert exponent(2.0, 2.0, (100, 1_000)) == pytest.approx(0.0)


def test_night_plain_and_memory_grow_each_by_itself() -> None:
    grown = growth(size(100, night=30.0, plain=1.0), size(1_000, night=30.0, plain=10.0))
    assert grown == pytest.approx({"cpu": 0.0, "plain_cpu": 1.0, "memory": 1.0})


def test_the_ratio_is_night_over_plain() -> None:
    written = as_json([size(100, 30.0, 20.0), size(1_000, 60.0, 50.0)], {"seed": 1})
    assert [each["ratio"] for each in written["sizes"]] == pytest.approx([1.5, 1.2])
    assert [(each["from"], each["to"]) for each in written["growth"]] == [(100, 1_000)]


def test_other_facts_are_other_work() -> None:
    assert size(100, 1.0, 1.0).is_same_work
    assert not size(100, 1.0, 1.0, states="b").is_same_work


def test_what_was_reported_ends_its_stage() -> None:
    clock = StageClock()
    for task, done in [
        ("collect a", 0), ("collect a", 1), ("parse a", 1), ("source a", 1), ("land", 1),
        ("check", 0), ("check", 1), ("release", 2),
    ]:  # fmt: skip
        clock.watch(task, done, 2)
    assert list(clock.cpu_s) == [
        "start-up", "collect", "parse", "land", "warehouse", "checks", "release",
    ]  # fmt: skip
