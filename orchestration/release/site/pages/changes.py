"""What is new or changed, from the change log.

What does not belong here: comparing releases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from orchestration.release.site.render import Page
from orchestration.release.site.wording import local_day
from orchestration.release.site.world import World

_DAYS = 31
_SHOWN = 300


def recent(world: World) -> dict[str, Any]:
    """Changes of the last month, with how many there were of each kind."""
    since = world.as_of - timedelta(days=_DAYS)
    rows = [
        row for row in world.changes if row["changed_at"] and local_day(row["changed_at"]) >= since
    ]
    return {
        "since": since,
        "rows": rows,
        "counts": sorted(Counter(row["change"] for row in rows).items()),
        "projects": len({row["project_id"] or row["subject_id"] for row in rows}),
    }


def pages(world: World) -> Iterator[Page]:
    """What changed since last month."""
    found = recent(world)
    changed = [row for row in found["rows"] if row["change"] != "added"]
    added = [row for row in found["rows"] if row["change"] == "added"]
    yield Page(
        "changes.html", "changes", "changes",
        {**found, "changed": changed[:_SHOWN], "added": added[:_SHOWN],
         "left": max(0, len(changed) - _SHOWN) + max(0, len(added) - _SHOWN)},
    )  # fmt: skip
