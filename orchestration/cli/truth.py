"""Shows how a release of the sandbox compares with its truth, and how its world is written.

What does not belong here: the comparison (`ingestion.sandbox`) and reading the release
(`stated.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ingestion.sandbox.agreement import Score
from ingestion.sandbox.grants import REASONS, Trace
from orchestration.cli.console import out

_LEVELS = {
    "record": "what a record says",
    "project": "what is published of its project",
}


def show_agreement(scores: Sequence[Score]) -> None:
    """Print a table of values that agree, of all that either side states, by field and source."""
    sources = sorted({score.source_id for score in scores})
    table = Table(
        title="Truth: values that agree / values that the world or the release states",
        title_justify="left", header_style="bold", box=SIMPLE_HEAD,
    )  # fmt: skip
    table.add_column("")
    for source_id in sources:
        table.add_column(source_id, justify="right")
    found = {(score.level, score.column, score.source_id): score for score in scores}
    for level, heading in _LEVELS.items():
        table.add_row(f"[dim]{heading}[/]")
        for column in sorted({score.column for score in scores if score.level == level}):
            cells = [_cell(found.get((level, column, source_id))) for source_id in sources]
            table.add_row(f"  {column}", *cells)
    out.print(table)


def _cell(score: Score | None) -> Text:
    if score is None or not score.total:
        return Text("")
    return Text(f"{score.right}/{score.total}", style="" if score.share >= 0.98 else "yellow")


def show_grants(trace: Trace) -> None:
    """Print what lies between the grants of the world and those that the release counts."""
    out.print(
        f"[bold]Grants[/] {_millions(trace.truth)} in the world, "
        f"{_millions(trace.counted)} counted in the release",
        highlight=False,
    )
    for line in trace.lines:
        if line.projects:
            count = f"{len(line.projects)} project{'' if len(line.projects) == 1 else 's'}"
            text = f"  {line.euros / 1_000_000:+10.2f} M€  {count}: {REASONS[line.reason]}"
            out.print(text, highlight=False, soft_wrap=True)


def _millions(euros: Decimal) -> str:
    return f"{euros / 1_000_000:,.2f} M€"


def show_phenomena(counts: dict[str, int]) -> None:
    """Print how often each way of writing occurs, the rarest of each section first."""
    title = f"[bold]Ways of writing[/] {len(counts)} patterns, times used by all pages"
    out.print(title, highlight=False)
    for section, patterns in groupby(counts, key=lambda pattern: pattern.partition(".")[0]):
        ranked = sorted(patterns, key=lambda pattern: (counts[pattern], pattern))
        used = " · ".join(f"{pattern.partition('.')[2]} {counts[pattern]:,}" for pattern in ranked)
        out.print(Padding(Text(f"{section}: {used}"), (0, 0, 0, 2)))
