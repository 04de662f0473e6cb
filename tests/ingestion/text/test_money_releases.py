"""Amount and kind over a table of releases that was labelled before any rule ran on it.

The table stands for the prose of funders as a whole, so the bars are shares, not single rows; a
call, an appropriation or a sum over several that is read as one project's grant is counted apart.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from ingestion.text.language import detect_language
from ingestion.text.money import AmountFound, find_amounts

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "money_releases.yml").read_text(encoding="utf-8")
)

FLOOR_PRECISION, FLOOR_RECALL = 0.97, 0.95
#: The kinds told wrongly as a grant of one project that are known; none may join them.
KNOWN_FALSE_GRANTS = 1


def _label(text: str) -> tuple[Decimal, str, set[str]]:
    """`25000 granted/unknown approx SEK` as value, currency and the kinds it may be."""
    value, kinds, *more = text.split()
    return Decimal(value), "SEK" if "SEK" in more else "EUR", set(kinds.split("/"))


def _compared() -> tuple[int, list[AmountFound], int, list[AmountFound]]:
    """Rightly read amounts, all read, how many were labelled, and those wrongly told granted."""
    right, read, labelled, granted = 0, [], 0, []
    for case in CASES:
        left = [_label(text) for text in case["amounts"]]
        labelled += len(left)
        for found in find_amounts(case["text"], detect_language(case["text"])):
            read.append(found)
            same = [one for one in left if one[:2] == (found.value, found.currency)]
            if same:
                left.remove(same[0])
            if same and found.kind in same[0][2]:
                right += 1
            elif found.kind == "granted":
                granted.append(found)
    return right, read, labelled, granted


def test_amount_and_kind_of_releases() -> None:
    right, read, labelled, granted = _compared()
    assert len(CASES) >= 150
    assert right / len(read) >= FLOOR_PRECISION
    assert right / labelled >= FLOOR_RECALL
    assert len(granted) <= KNOWN_FALSE_GRANTS, granted
