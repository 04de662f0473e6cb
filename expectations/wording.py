"""Turns the name of an expectation into words for a reader of the quality page."""

from __future__ import annotations

import re

from expectations.outcome import Outcome

_SAYINGS = {
    "ExpectTableRowCountToBeBetween": "number of rows",
    "ExpectColumnValuesToBeUnique": "every value is there once only",
    "ExpectColumnValuesToNotBeNull": "every row has a value",
    "ExpectColumnValuesToBeBetween": "values lie in a range",
    "ExpectColumnValuesToBeInSet": "values are of a closed list",
    "ExpectColumnValuesToMatchRegex": "values have the right form",
    "ExpectColumnValuesToNotMatchRegex": "values are free of a wrong form",
    "ExpectColumnMaxToBeBetween": "the largest value lies in a range",
    "ExpectColumnMeanToBeBetween": "the share lies in a range",
    "ExpectColumnSumToBeBetween": "the sum lies in a range",
    "ExpectColumnUniqueValueCountToBeBetween": "number of different values",
}


def say(outcome: Outcome) -> str:
    """What was looked at, in words; `start_year: values lie in a range`."""
    saying = say_demand(outcome.expectation)
    column = (outcome.column or "").replace("_", " ")
    return f"{column}: {saying}" if column else saying


def say_demand(expectation: str) -> str:
    """What an expectation demands, in words; `values lie in a range`."""
    saying = _SAYINGS.get(expectation)
    if saying is None:
        saying = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", expectation).lower()
    return saying
