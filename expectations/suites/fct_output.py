"""Outputs: named, of a known kind, and free of what no text may hold."""

from __future__ import annotations

from expectations.suite import Check, Suite
from expectations.texts import titled_page

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
        *titled_page("url"),
    ),
)  # fmt: skip
