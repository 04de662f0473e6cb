"""What a suite states: columns to look at, and checks with their reason.

Suites are plain data, so that finding them costs nothing; Great Expectations is imported only
when they are run. What does not belong here: running them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

#: block = the release must not leave the house; warn = it is published and the page says so.
Severity = Literal["block", "warn"]


@dataclass(frozen=True)
class Check:
    """One expectation of one table.

    Attributes:
        expectation: class name of a Great Expectations 1.x expectation.
        column: the column of the suite's frame that it judges; None for the table as a whole.
        why: what a data owner should know: why it matters, what to look at when it fails.
        severity: what a failure does.
        arguments: further arguments of the expectation.
        min_rows: with fewer rows in the frame a distribution says nothing: not judged.
    """

    expectation: str
    column: str | None
    why: str
    severity: Severity = "block"
    arguments: Mapping[str, Any] = field(default_factory=dict)
    min_rows: int = 0


def impossible_outside(
    column: str, why: str, min_value: float, max_value: float
) -> tuple[Check, Check]:
    """Bounds that no right value crosses.

    A single row that does is a slip of its source: it is published and named. When a tenth does,
    a parser reads the wrong thing, and nothing leaves the house.
    """
    bounds = {"min_value": min_value, "max_value": max_value}
    expectation = "ExpectColumnValuesToBeBetween"
    return (
        Check(expectation, column, why, "warn", bounds),
        Check(expectation, column, why, "block", {**bounds, "mostly": 0.9}, min_rows=10),
    )


@dataclass(frozen=True)
class Suite:
    """All checks of one published table.

    Attributes:
        table: the table in schema `marts`.
        columns: name in the frame -> SQL over `source`; only what the checks need.
        checks: what is expected.
        key: a frame column that names a row in the examples of a failure.
        source: SQL behind `from`; other published tables may be joined.
        where: SQL condition, or empty.
    """

    table: str
    columns: Mapping[str, str]
    checks: tuple[Check, ...]
    key: str | None = None
    source: str = ""
    where: str = ""

    def query(self) -> str:
        """SQL that fetches the frame."""
        select = ", ".join(f'{sql} as "{name}"' for name, sql in self.columns.items())
        where = f" where {self.where}" if self.where else ""
        source = self.source or f"marts.{self.table}"
        return f"select {select} from {source}{where}"  # noqa: S608 constants of a suite module
