"""What came of one expectation: it crosses to orchestration and holds no library type."""

from __future__ import annotations

from dataclasses import dataclass

from expectations.suite import Severity


@dataclass(frozen=True)
class Outcome:
    """The result of one expectation on one table.

    Attributes:
        table: the published table.
        expectation: name of the expectation.
        column: what it looked at; None for the table as a whole.
        passed: whether it holds.
        severity: what a failure means: `block` stops the release, `warn` is published with it.
        observed: what was found, in words or figures.
        expected: what was demanded.
        why: the reason, for a data owner.
        failing_examples: a few rows that break it.
    """

    table: str
    expectation: str
    column: str | None
    passed: bool
    severity: Severity
    observed: str
    expected: str
    why: str
    failing_examples: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether this stops the release."""
        return not self.passed and self.severity == "block"
