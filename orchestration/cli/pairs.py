"""How a pair of records looks in a terminal: side by side, and its evidence as a waterfall.

What does not belong here: reading it (`orchestration/release/pairs.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from orchestration.release.pairs import Pair, Side, Weight

_BAR_BITS = Decimal("0.5")
_BAR_MOST = 24
_STYLES = {"agree": "green", "conflict": "red", "unknown": "dim"}


def side_by_side(left: Side, right: Side) -> RenderableType:
    """What the two records say; what is equal is dimmed, what differs stands out."""
    table = Table(box=None, pad_edge=False, expand=False)
    table.add_column("")
    for side in (left, right):
        table.add_column(f"{side.source_id} {side.native_id}".strip() or side.record_id)
    for name in dict.fromkeys([*left.values, *right.values]):
        one, other = " · ".join(left.values.get(name, ())), " · ".join(right.values.get(name, ()))
        style = "dim" if one == other else ""
        table.add_row(Text(name, style="bold"), Text(one, style=style), Text(other, style=style))
    table.add_row(Text("record", style="bold"), left.record_id, right.record_id)
    table.add_row(Text("project", style="bold"), left.project_id, right.project_id)
    table.add_row(Text("page", style="bold"), left.source_url, right.source_url)
    return table


def waterfall(pair: Pair) -> Iterator[Text]:
    """One line a feature that says something, with its bits and the sum so far; then the score."""
    total = Decimal(0)
    for weight in pair.weights:
        if weight.weight:
            total += weight.weight
            yield _line(weight, total)
    if silent := [weight.feature for weight in pair.weights if not weight.weight]:
        yield Text(f"  says nothing: {', '.join(silent)}", style="dim")
    yield Text(f"  {'score':<24} {'':<9} {'':<10} {'':>8} {pair.score:>9}", style="bold")
    joined = "one project" if pair.is_joined else "kept apart"
    yield Text(f"  band {pair.band}, decided by {pair.decided_by}: {joined}")


def _line(weight: Weight, total: Decimal) -> Text:
    bar = "█" * min(int(abs(weight.weight) / _BAR_BITS), _BAR_MOST)
    return Text.assemble(
        f"  {weight.feature:<24} ",
        (f"{weight.state:<9}", _STYLES.get(weight.state, "")),
        f" {weight.level or '':<10} {weight.weight:>+8} {total:>9}  ",
        (bar, _STYLES.get(weight.state, "")),
    )
