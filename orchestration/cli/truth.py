"""Shows how a release of the sandbox compares with its truth, and how its world is written.

What does not belong here: the comparison (`ingestion.sandbox`) and reading the release
(`stated.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from ingestion.sandbox.agreement import Score
from ingestion.sandbox.grants import REASONS, Trace
from orchestration.cli.console import out

_LEVELS = {
    "found": "which records are there",
    "record": "what a record says",
    "project": "what is published of its project",
}


def show_agreement(scores: Sequence[Score]) -> None:
    """Print how many values agree, of all that either side states, by source and field.

    A line a source and not a table: thirteen columns fit no terminal.
    """
    title = "[bold]Truth[/] values that agree / values that the world or the release states"
    out.print(title, highlight=False)
    for level, heading in _LEVELS.items():
        out.print(f"  [dim]{heading}[/]", highlight=False)
        shown = sorted(
            (score for score in scores if score.level == level and score.total),
            key=lambda score: (score.source_id, score.column),
        )
        for source_id, found in groupby(shown, key=lambda score: score.source_id):
            line = Text(" · ").join(_cell(score) for score in found)
            out.print(Padding(Text(f"{source_id}: ").append_text(line), (0, 0, 0, 4)))


def _cell(score: Score) -> Text:
    told = f"{score.column}\u00a0{score.right}/{score.total}"  # never cut in two
    return Text(told, style="" if score.share >= 0.98 else "yellow")


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
