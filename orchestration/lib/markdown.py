"""Markdown for the Dagster UI: tables whose cells cannot break them.

What does not belong here: what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; None becomes an empty cell."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(_cell(value) for value in line)} |" for line in lines)


def link(text: str, url: str | None) -> str:
    """A Markdown link, or the bare text where there is nothing to link to."""
    return f"[{text}]({url})" if url else text


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return " ".join(text.split()).replace("|", "\\|")
