"""Which real project a published one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def real_projects(shown: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Published project -> the real one that most of its records show.

    Args:
        shown: published and real project of each record that shows one.
    """
    votes: dict[str, Counter[str]] = {}
    for project_id, truth_id in shown:
        votes.setdefault(project_id, Counter())[truth_id] += 1
    return {project_id: count.most_common(1)[0][0] for project_id, count in votes.items()}
