"""Which of the records that pages show a home holds, and which it holds that nobody shows.

What does not belong here: whether what it says of them is right (`agreement.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingestion.sandbox.truth import read_rows

#: Source and native id of a record.
Key = tuple[str, str]


@dataclass
class Records:
    """The records that one side knows, by the place that tells it.

    Attributes:
        landed: (kind, source) -> native ids, as pages show or the landing holds them.
        published: `project`, `call`, `output`, `release` -> records with a row there.
        beside: pages that make no project and may stand beside those of the project they name.
        damaged: source -> rows that cannot be read, or that are in quarantine; a row that two
            copies of a list show is one.
    """

    landed: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    published: dict[str, set[Key]] = field(default_factory=dict)
    beside: set[Key] = field(default_factory=set)
    damaged: Counter[str] = field(default_factory=Counter)

    def land(self, kind: str, key: Key) -> None:
        """Enter a landed record."""
        self.landed.setdefault((kind, key[0]), set()).add(key[1])

    def publish(self, table: str, key: Key) -> None:
        """Enter a published record."""
        self.published.setdefault(table, set()).add(key)


def read_shown(truth: Path) -> Records:
    """What the pages of a world show.

    Args:
        truth: the folder `truth/` that the sandbox wrote.

    Raises:
        FileNotFoundError: the folder holds no truth.
    """
    shown = Records()
    for row in read_rows(truth, "records"):
        key, kind = (row["source_id"], row["native_id"]), row["kind"]
        if row["damaged"]:
            shown.damaged[key[0]] += 1
            continue
        if row["makes_project"]:
            shown.publish("project", key)
        elif row["truth_id"] is not None:
            shown.beside.add(key)
        if kind == "call":
            shown.publish("call", key)
        if kind != "release":  # these are the projects that a release names
            shown.land(kind, key)
    for table, kind in (("outputs", "output"), ("releases", "release")):
        for row in read_rows(truth, table):
            key = (row["source_id"], row["native_id"])
            shown.land(kind, key)
            shown.publish(kind, key)
    return shown


def pair_found(shown: Records, held: Records) -> Iterator[tuple[str, Key, bool, bool]]:
    """Pair what is shown with what is held.

    A record of a kind of which a source shows none is part of another one (a milestone) and left
    out.

    Yields:
        `landed` or the table, the record, whether it is shown and whether it is held.
    """
    for (kind, source_id), ids in sorted(shown.landed.items()):
        found = held.landed.get((kind, source_id), set())
        for native_id in sorted(ids | found):
            yield "landed", (source_id, native_id), native_id in ids, native_id in found
    for table in ("project", "call", "output", "release"):
        keys, found_keys = shown.published.get(table, set()), held.published.get(table, set())
        for key in sorted((keys | found_keys) - shown.beside):
            yield table, key, key in keys, key in found_keys
