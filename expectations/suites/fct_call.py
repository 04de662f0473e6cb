"""Calls: named, of a known kind, and free of what no text may hold."""

from __future__ import annotations

from expectations.patterns import PUBLIC_URL
from expectations.suite import Check, Suite
from expectations.texts import clean_text

SUITE = Suite(
    table="fct_call",
    key="call_id",
    columns={
        "call_id": "call_id",
        "status": "status",
        "text": "title",
        "source_url": "source_url",
        "same_title_share": "count(*) over (partition by title) / count(*) over ()::double",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "call_id",
            "The id is what links and reports cite.",
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "status",
            "A call is upcoming, open, continuous, closed or unknown.",
            arguments={"value_set": ["upcoming", "open", "continuous", "closed", "unknown"]},
        ),
        Check(
            "ExpectColumnValuesToMatchRegex", "source_url",
            "Each row leads to a page that a person elsewhere can open.",
            arguments={"regex": PUBLIC_URL, "mostly": 0.98}, severity="warn",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "same_title_share",
            "When most rows share one title, a heading was read as the title.",
            arguments={"max_value": 0.5}, min_rows=30,
        ),
        *clean_text(),
    ),
)  # fmt: skip
