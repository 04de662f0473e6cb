"""What changed between releases: each line is dated, says what it means, and fits the projects."""

from __future__ import annotations

from expectations.patterns import IDENTITY_CODE, MAIL
from expectations.suite import Check, Suite

SUITE = Suite(
    table="mart_change_log",
    key="subject_id",
    source=(
        "(select l.*, l.changed_at = max(l.changed_at) over () as is_newest,"
        " l.subject_id in (select project_id from marts.dim_project) as is_published,"
        " (select count(*) from marts.dim_project) as projects from marts.mart_change_log as l)"
    ),
    columns={
        "subject_id": "subject_id",
        "property": "property",
        "change": "change",
        "undated": "(changed_at is null)::integer",
        "values_do_not_fit": (
            "((old_value is null) <> (change = 'added')"
            " or (new_value is null) <> (change = 'removed'))::integer"
        ),
        "nothing_changed": "(old_value is not distinct from new_value)::integer",
        "merged_and_published": "(change = 'merged' and is_published)::integer",
        "gone_share": (
            "count(*) filter (where is_newest and property = 'project_id'"
            " and change in ('merged', 'removed')) over () / greatest(projects, 1)::double"
        ),
        "text": "concat_ws(' | ', old_value, new_value)",
    },
    checks=(
        Check(
            "ExpectColumnValuesToNotBeNull", "subject_id",
            "A change of nothing in particular helps nobody.",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "property",
            "Each line names the column that changed.",
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "change",
            "Readers filter by these five words.",
            arguments={"value_set": ["added", "changed", "removed", "merged", "split"]},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "undated",
            "What is new since last month cannot be asked of a line without a time.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "values_do_not_fit",
            "What was added had no value before, what was removed has none after.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "nothing_changed",
            "A line with twice the same value is no change.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "merged_and_published",
            "A merged id is a redirect for ever; published again it would mean two things.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "gone_share",
            "A tenth of all projects merged or gone in one night: look at what the matching was"
            " given before you trust it.",
            "warn", {"max_value": 0.1}, min_rows=50,
        ),
        Check(
            "ExpectColumnValuesToNotMatchRegex", "text",
            "Personal data does not belong into values, old ones included.",
            "warn", {"regex": f"{MAIL}|{IDENTITY_CODE}"},
        ),
    ),
)  # fmt: skip
