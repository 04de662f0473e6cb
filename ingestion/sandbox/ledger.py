"""The ledger: one line for each record shown, each trap set, each way of writing used.

What does not belong here: how lines become Parquet (`truth.py`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from ingestion.sandbox.phenomena.catalogue import PATTERNS

#: Lines kept in memory before they are handed on.
_FLUSH_AT = 20_000
Flush = Callable[[str, list[dict[str, Any]]], None]


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """One record as one page or row shows it.

    Attributes:
        part: which of several places shows it, e.g. `list` and `detail`.
        truth_id: the project it is about, or None.
        makes_project: false where the place names something that is no project by the contract.
        damage_step: reading step at which a damaged row must fail.
        shown: the values that stand there, as truth; an absent key is not shown.
    """

    source_id: str
    native_id: str
    kind: str
    part: str
    url: str
    truth_id: str | None
    makes_project: bool = True
    damaged: bool = False
    damage_step: str | None = None
    shown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShownRelease:
    """A press release with the projects it names."""

    source_id: str
    native_id: str
    url: str
    title: str
    published_at: str
    language: str
    publisher_id: str
    category: str
    translation_of: str | None
    truth_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownOutput:
    """A tool, method or practice, with the project it came from."""

    source_id: str
    native_id: str
    url: str
    output_type: str
    title: str
    truth_id: str | None


@dataclass(frozen=True, slots=True)
class Trap:
    """Something that looks like a fact about a project and must not become one."""

    source_id: str
    native_id: str
    url: str
    text: str
    amount_cents: int | None
    currency: str | None
    why: str


class Ledger:
    """Collects lines and counts; hands full batches to `flush`, or keeps nothing without one."""

    def __init__(self, flush: Flush | None = None) -> None:
        self.counts: Counter[str] = Counter()
        self._flush = flush
        self._rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    def use(self, pattern: str) -> None:
        """Book one use of a pattern.

        Raises:
            KeyError: the catalogue has no such pattern.
        """
        if pattern not in PATTERNS:
            raise KeyError(f"no pattern {pattern!r} in the catalogue")
        self.counts[pattern] += 1

    def enter(self, line: ShownRecord | ShownRelease | ShownOutput | Trap) -> None:
        """Enter one line."""
        if self._flush is None:
            return
        table = _TABLES[type(line)]
        rows = self._rows[table]
        rows.append(asdict(line))
        if len(rows) >= _FLUSH_AT:
            self._hand_on(table)

    def close(self) -> None:
        """Hand on what is left."""
        for table in list(self._rows):
            self._hand_on(table)

    def _hand_on(self, table: str) -> None:
        if self._flush is not None and self._rows[table]:
            self._flush(table, self._rows.pop(table))


_TABLES: dict[type, str] = {
    ShownRecord: "records",
    ShownRelease: "releases",
    ShownOutput: "outputs",
    Trap: "traps",
}
