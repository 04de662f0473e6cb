"""Links between records: their evidence is believable as a whole, and doubts stay few."""

from __future__ import annotations

from expectations.suite import Check, Suite

SUITE = Suite(
    table="mart_match_link",
    key="left_record_id",
    source=(
        "(select l.*, count(*) over () as links, c.records as of_project"
        " from marts.mart_match_link as l"
        " left join marts.bridge_project_source as b on l.left_record_id = b.record_id"
        " left join (select project_id, count(*) as records from marts.bridge_project_source"
        " group by project_id) as c using (project_id))"
    ),
    columns={
        "left_record_id": "left_record_id",
        "score": "score::double",
        "decided_by": "decided_by",
        "is_kept_apart": "(not is_joined)::integer",
        "is_doubtful": "(band = 'review' and decided_by = 'model')::integer",
        "of_project": "coalesce(of_project, 0)",
    },
    checks=(
        Check(
            "ExpectColumnValuesToNotBeNull", "decided_by",
            "A link that nobody answers for cannot be taken back.",
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "is_kept_apart",
            "When most pairs that look like one are kept apart, codes or registers have changed.",
            "warn", {"max_value": 0.5}, min_rows=50,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "is_doubtful",
            "When more than a half of the links are doubtful, a feature has gone missing.",
            "warn", {"max_value": 0.5}, min_rows=50,
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "of_project",
            "A project of very many records is a chain of mistakes until somebody looked.",
            "warn", {"max_value": 60},
        ),
    ),
)  # fmt: skip
