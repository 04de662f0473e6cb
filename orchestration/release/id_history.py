"""What became of a project id: the registry's own story of merges, splits and returns.

What does not belong here: the values of a project (`evidence.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

ENTITY = "entity.parquet"
EVENT = "event.parquet"


@dataclass(frozen=True)
class IdHistory:
    """An id of the registry and all that happened to it.

    Attributes:
        status: active, merged or retired.
        redirect_to: the id that took over a merged one.
        events: (day, what happened) in order of time.
    """

    project_id: str
    created_on: date
    status: str
    redirect_to: str | None
    is_pinned: bool
    events: tuple[tuple[date, str], ...]


def read_id_history(project_id: str, registry: Path) -> IdHistory | None:
    """What the registry knows about an id, or None for one it never gave.

    Args:
        project_id: any id, old or new.
        registry: the folder `state/registry`; it may be absent.
    """
    rows = _rows(registry / ENTITY, "project_id", project_id)
    if not rows:
        return None
    (entity,) = rows
    return IdHistory(
        project_id=project_id,
        created_on=entity["created_on"],
        status=entity["status"],
        redirect_to=entity["redirect_to"],
        is_pinned=bool(entity["is_pinned"]),
        events=tuple(_events(project_id, registry / EVENT)),
    )


def _events(project_id: str, path: Path) -> list[tuple[date, str]]:
    own = _rows(path, "project_id", project_id)
    # what came from elsewhere is part of the story as well, but not other ids merged into this one
    # by the hundred: each of those tells it under its own id
    came = [
        row
        for row in _rows(path, "other_project_id", project_id)
        if row["kind"] in ("split", "moved")
    ]
    told = [(row["at"], _tell(row)) for row in own]
    told += [
        (row["at"], f"was split off from {row['project_id']}")
        for row in came
        if row["kind"] == "split"
    ]
    told += [
        (row["at"], f"took over records of {row['project_id']}")
        for row in came
        if row["kind"] == "moved"
    ]
    return sorted(told)


def _tell(row: dict[str, Any]) -> str:
    other, reason = row["other_project_id"], row["reason"]
    words = {
        "created": "given for the first time",
        "merged": f"merged into {other}",
        "split": f"split: a part went to the new project {other}",
        "moved": f"a part went to {other}",
        "retired": "retired",
        "returned": "came back",
    }
    return f"{words.get(row['kind'], row['kind'])} ({reason})"


def _rows(path: Path, column: str, value: str) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    table = pq.read_table(path)
    found: list[dict[str, Any]] = table.filter(pc.equal(table[column], value)).to_pylist()
    return found
