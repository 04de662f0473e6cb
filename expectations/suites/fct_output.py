"""Outputs: named, of a known kind, and free of what no text may hold."""

from __future__ import annotations

from expectations.patterns import PUBLIC_URL
from expectations.suite import Check, Suite
from expectations.texts import clean_text

SUITE = Suite(
    table="fct_output",
    key="output_id",
    columns={
        "output_id": "output_id",
        "output_type": "output_type",
        "text": "concat_ws(' | ', title, licence)",
        "url": "url",
        "same_title_share": "count(*) over (partition by title) / count(*) over ()::double",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "output_id",
            "The id is what links and reports cite.",
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "output_type",
            "An output is of one of five types.",
            arguments={"value_set": ["publication", "tool", "method", "practice", "evaluation"]},
        ),
        Check(
            "ExpectColumnValuesToMatchRegex", "url",
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
