"""Rows set aside: each says where it was, at which step, and why; and they stay few."""

from __future__ import annotations

from expectations.patterns import IDENTITY_CODE, MAIL
from expectations.suite import Check, Suite

SUITE = Suite(
    table="mart_quarantine",
    key="source_id",
    source=(
        "(select q.*, s.records, count(*) over (partition by q.source_id) as of_source"
        " from marts.mart_quarantine as q left join marts.dim_source as s using (source_id))"
    ),
    columns={
        "source_id": "source_id",
        "step": "step",
        "reason": "reason",
        "no_place": "(source_url is null and row is null and content_sha256 is null)::integer",
        "is_unknown_source": "(records is null)::integer",
        "share": "of_source / greatest(coalesce(records, 0) + of_source, 1)::double",
        "text": "concat_ws(' | ', reason, field, source_url)",
    },
    checks=(
        Check(
            "ExpectColumnValuesToNotBeNull", "step",
            "Who repairs a row must know at which step it was set aside.",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "reason",
            "A row set aside without a reason is a row lost.",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "no_place",
            "A row set aside must be found again: by its address, its row or its bytes.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_unknown_source",
            "Each row belongs to a source that is listed.",
            "warn", {"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "share",
            "When more than a tenth of what a source shows is set aside, its form has changed.",
            "warn", {"min_value": 0, "max_value": 0.1}, min_rows=5,
        ),
        Check(
            "ExpectColumnValuesToNotMatchRegex", "text",
            "Personal data does not belong into the reasons of quarantine.",
            arguments={"regex": f"{MAIL}|{IDENTITY_CODE}"},
        ),
    ),
)  # fmt: skip
