"""Granted money of decisions, always with the number of decisions that no sum was published for.

A decision is a `granted` row of `fct_funding` that counts in totals, or one whose sum is not
published. Sums never cross kinds of amount. What does not belong here: how a sum is written.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from orchestration.release.site.read import Row

Key = TypeVar("Key", bound=Hashable)
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Money:
    """A sum of decisions.

    Attributes:
        eur: what was granted; None where no decision has a sum.
        decisions: decisions in the sum.
        without: decisions without a published amount, which no sum can hold.
    """

    eur: Decimal | None = None
    decisions: int = 0
    without: int = 0


def is_decision(row: Row) -> bool:
    """Whether a funding row is a decision that granted money to a project or organisation."""
    return row["amount_kind"] == "granted" and (
        bool(row["counts_in_total"]) or row["amount_status"] == "not_published"
    )


def total(rows: Iterable[Row]) -> Money:
    """The sum of decisions."""
    eur: Decimal | None = None
    decisions = without = 0
    for row in rows:
        if row["counts_in_total"] and row["amount_eur"] is not None:
            eur = (eur or _NOTHING) + row["amount_eur"]
            decisions += 1
        else:
            without += 1
    return Money(eur, decisions, without)


def totals(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, Money]:
    """The sums of decisions by something."""
    groups: dict[Key, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {value: total(group) for value, group in groups.items()}


def as_number(value: Any) -> float:
    """A sum as a length of a bar: never shown and never added."""
    return float(value or 0)
