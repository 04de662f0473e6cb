"""Which records are which project: every record once, with its origin."""

from __future__ import annotations

from expectations.patterns import PUBLIC_URL, SHA256
from expectations.suite import Check, Suite

SUITE = Suite(
    table="bridge_project_source",
    key="record_id",
    columns={
        "record_id": "record_id",
        "project_id": "project_id",
        "record_kind": "record_kind",
        "source_url": "source_url",
        "content_sha256": "content_sha256",
        "retrieved_year": "year(retrieved_at)",
        "match_rule": "match_rule",
        "match_probability": "match_probability",
        "match_decided_by": "match_decided_by",
        "is_orphan": "(project_id not in (select project_id from marts.dim_project))::integer",
        "cluster_size": "count(*) over (partition by project_id)",
        "cluster_share": "count(*) over (partition by project_id) / count(*) over ()::double",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "record_id",
            "A record belongs to exactly one project; in two of them its money counts twice.",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "project_id",
            "A row without a project joins nothing.",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_orphan",
            "Each row leads to a published project.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "record_kind",
            "Only project, funding and release records make up a project; outputs and calls link"
            " from their own tables.",
            arguments={"value_set": ["project", "funding", "release"]},
        ),
        Check(
            "ExpectColumnValuesToMatchRegex", "source_url",
            "The address must be one that a person elsewhere can open; never this machine.",
            arguments={"regex": PUBLIC_URL},
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "source_url",
            "Each record shows where it can be read.",
        ),
        Check(
            "ExpectColumnValuesToMatchRegex", "content_sha256",
            "Each record names the archived bytes it was read from.",
            arguments={"regex": SHA256},
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "content_sha256",
            "Each record names the archived bytes it was read from.",
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "retrieved_year",
            "Records are fetched now, not in the last century: a clock or a time zone is wrong.",
            "warn", {"min_value": 2024, "max_value": 2100},
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "match_rule",
            "Who asks why two records are one project must find the rule.",
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "match_probability",
            "A probability lies between nought and one.",
            arguments={"min_value": 0.0, "max_value": 1.0},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "match_decided_by",
            "A link is decided by a rule, the model or a person.",
            arguments={"value_set": ["rule", "model", "human"]},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "cluster_share",
            "One project that swallows a fifth of all records is a chain of wrong links.",
            arguments={"max_value": 0.2}, min_rows=100,
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "cluster_size",
            "More than sixty records of one project are unusual and worth a look.",
            "warn", {"min_value": 1, "max_value": 60},
        ),
    ),
)  # fmt: skip
