"""Calls: named, of a known kind, and free of what no text may hold."""

from __future__ import annotations

from expectations.suite import Check, Suite
from expectations.texts import titled_page

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
        *titled_page("source_url"),
    ),
)  # fmt: skip
