"""Sources: which of them this release stands on, and how fresh they are."""

from __future__ import annotations

from expectations.suite import Check, Suite

SUITE = Suite(
    table="dim_source",
    key="source_id",
    columns={
        "source_id": "source_id",
        "status": "status",
        "title": "title",
        "licence": "licence",
        "holds_records": "coalesce(records > 0, false)::integer",
        "fresh_and_empty": "coalesce(status = 'fresh' and records = 0, false)::integer",
        "fresh_without_success": "coalesce(status = 'fresh' and last_success_at is null, false)"
        "::integer",
        "is_late": "coalesce(status in ('stale', 'failed'), false)::integer",
        "drift_per_record": "drift_count / greatest(coalesce(records, 0), 100)::double",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "source_id",
            "One row a source.",
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "status",
            "A source is fresh, stale, failed or off; an incomplete night counts as stale.",
            arguments={"value_set": ["fresh", "stale", "failed", "off"]},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "holds_records",
            "At least one source holds records, or this release stands on nothing.",
            arguments={"min_value": 1},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "fresh_and_empty",
            "A source that answered with nothing is a failure, not a fresh empty source.",
            "warn", {"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "fresh_without_success",
            "Fresh means: read whole and well, at a known time.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "is_late",
            "A late source still shows its last good records; figures of the newest months may"
            " miss it.",
            "warn", {"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "drift_per_record",
            "Drift counts words or labels of a source that its parser does not know yet. More of"
            " them than records mean that the page has changed.",
            "warn", {"min_value": 0, "max_value": 1},
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "title",
            "A source without a title cannot be cited.",
            "warn",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "licence",
            "Who uses the data must know the licence of each source.",
            "warn",
        ),
    ),
)  # fmt: skip
