"""Press releases: dated, in a known language, each to be opened by anybody."""

from __future__ import annotations

from expectations.patterns import PUBLIC_URL
from expectations.suite import Check, Suite
from expectations.texts import clean_text

SUITE = Suite(
    table="fct_release",
    key="native_id",
    columns={
        "release_id": "release_id",
        "native_id": "native_id",
        "title": "title",
        "text": "title",
        "language": "language",
        "published_year": "year(published_at)",
        "has_time": "(published_at is not null)::integer",
        "source_url": "source_url",
        "same_time_share": "count(*) over (partition by published_at)"
        " / nullif(count(published_at) over (), 0)::double"
        " * (published_at is not null)::integer",
        "has_project": "(project_id is not null)::integer",
        "translates_itself": "coalesce(translation_of = release_id, false)::integer",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "release_id",
            "One id, one release.",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "title",
            "A release without a title was not read.",
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "language",
            "Releases come in Finnish, Swedish or English.",
            arguments={"value_set": ["fi", "sv", "en"]},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "published_year",
            "The publishers' archives reach back some twenty years.",
            arguments={"min_value": 1995, "max_value": 2100},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_time",
            "A release without a time cannot be placed in any year.",
            "warn", {"min_value": 0.95}, min_rows=20,
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "same_time_share",
            "When most releases appeared at one moment, the time of reading was taken for it.",
            arguments={"max_value": 0.8}, min_rows=50,
        ),
        Check(
            "ExpectColumnValuesToMatchRegex", "source_url",
            "The address must be one that a person elsewhere can open; never this machine.",
            arguments={"regex": PUBLIC_URL},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_project",
            "Most releases are about other things. If nearly all carry a project, teasers and"
            " calls were taken for projects.",
            "warn", {"max_value": 0.9}, min_rows=50,
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "translates_itself",
            "No release is its own translation.",
            arguments={"max_value": 0},
        ),
        *clean_text(),
    ),
)  # fmt: skip
