"""The figures of a comparison: costs by size, ratios, growth; as a table and as JSON.

What does not belong here: measuring.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from rich.table import Table

from tests.benchmarks.measure import Cost
from tests.benchmarks.stages import STAGES


@dataclass(frozen=True)
class Run:
    """One measured run.

    Attributes:
        cost: what the process tree cost.
        stages: stage -> its `cpu_s` and `wall_s`.
        warehouse_hash: what the released warehouse states, as one figure.
        counts: published rows by table.
    """

    cost: Cost
    stages: Mapping[str, Mapping[str, float]]
    warehouse_hash: str
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Size:
    """Both ways at one number of projects."""

    projects: int
    night: Run
    plain: Run

    @property
    def ratio(self) -> float:
        """CPU of the orchestrated night over CPU of the plain calls."""
        return self.night.cost.cpu_s / self.plain.cost.cpu_s

    @property
    def is_same_work(self) -> bool:
        """Whether both released the same facts."""
        return self.night.warehouse_hash == self.plain.warehouse_hash


_FIGURES: dict[str, Callable[[Size], str]] = {
    "night CPU s": lambda size: f"{size.night.cost.cpu_s:.1f}",
    "plain CPU s": lambda size: f"{size.plain.cost.cpu_s:.1f}",
    "ratio": lambda size: f"{size.ratio:.2f}",
    "night wall s": lambda size: f"{size.night.cost.wall_s:.0f}",
    "plain wall s": lambda size: f"{size.plain.cost.wall_s:.0f}",
    "night peak MB": lambda size: f"{size.night.cost.peak_mb:.0f}",
    "plain peak MB": lambda size: f"{size.plain.cost.peak_mb:.0f}",
}
_GROWTH = {"night CPU": "cpu", "plain CPU": "plain_cpu", "night memory": "memory"}


def exponent(small: float, large: float, sizes: tuple[int, int]) -> float:
    """Slope between two sizes on logarithmic axes: 1 is linear growth."""
    return math.log(large / small) / math.log(sizes[1] / sizes[0])


def totals(sizes: Sequence[Size]) -> Table:
    """CPU, memory, ratio and growth; a column a size, so that a terminal of 80 columns shows it."""
    table = Table(title="A night against plain calls", title_justify="left", header_style="bold")
    table.add_column("projects")
    for size in sizes:
        table.add_column(f"{size.projects:,}", justify="right")
    for name, show in _FIGURES.items():
        table.add_row(name, *(show(size) for size in sizes))
    grown = [growth(small, large) for small, large in itertools.pairwise(sizes)]
    for name, key in _GROWTH.items():
        table.add_row(f"{name} growth, exponent", "", *(f"{each[key]:.2f}" for each in grown))
    return table


def stages(sizes: Sequence[Size]) -> Table:
    """CPU seconds by stage, night and plain side by side."""
    table = Table(title="CPU seconds by stage", title_justify="left", header_style="bold")
    table.add_column("stage")
    for size in sizes:
        table.add_column(f"{size.projects:,} night", justify="right")
        table.add_column("plain", justify="right")
    for stage in STAGES:
        cells = [
            f"{run.stages[stage]['cpu_s']:.1f}" if stage in run.stages else ""
            for size in sizes
            for run in (size.night, size.plain)
        ]
        table.add_row(stage, *cells)
    return table


def growth(small: Size, large: Size) -> dict[str, float]:
    """Exponents between two sizes."""
    between = (small.projects, large.projects)
    return {
        "cpu": exponent(small.night.cost.cpu_s, large.night.cost.cpu_s, between),
        "plain_cpu": exponent(small.plain.cost.cpu_s, large.plain.cost.cpu_s, between),
        "memory": exponent(small.night.cost.peak_mb, large.night.cost.peak_mb, between),
    }


def as_json(sizes: Sequence[Size], about: Mapping[str, Any]) -> dict[str, Any]:
    """Everything as plain values."""
    return {
        **about,
        "sizes": [
            {**asdict(size), "ratio": size.ratio, "is_same_work": size.is_same_work}
            for size in sizes
        ],
        "growth": list(_all_growth(sizes)),
    }


def _all_growth(sizes: Sequence[Size]) -> Iterator[dict[str, float]]:
    for small, large in itertools.pairwise(sizes):
        yield {"from": small.projects, "to": large.projects, **growth(small, large)}
