"""Organisations: named, typed, and no person among them by name."""

from __future__ import annotations

from expectations.patterns import IDENTITY_CODE, MAIL, MOJIBAKE, ORGANISATION_TYPES
from expectations.suite import Check, Suite

SUITE = Suite(
    table="dim_organisation",
    key="organisation_id",
    columns={
        "organisation_id": "organisation_id",
        "name": "name",
        "text": "concat_ws(' | ', name, name_fi, name_sv, name_en)",
        "business_id": "business_id",
        "organisation_type": "organisation_type",
        "is_other": "(organisation_type = 'other')::integer",
        "person_names": "case when organisation_type = 'natural_person' then"
        " count(distinct name) filter (organisation_type = 'natural_person') over () end",
        "ends_before_start": "coalesce(valid_to < valid_from, false)::integer",
        "follows_itself": "coalesce(successor_organisation_id = organisation_id, false)::integer",
        "followed_while_valid": "(successor_organisation_id is not null and valid_to is null)"
        "::integer",
        "same_number": "case when business_id is not null then"
        " count(*) over (partition by business_id) end",
        "same_name": "count(*) over (partition by lower(trim(name)))",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "organisation_id",
            "One id, one organisation.",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "name",
            "An organisation without a name cannot be shown.",
        ),
        Check(
            "ExpectColumnValuesToNotMatchRegex", "text",
            "Letters are damaged (Ã¤ for ä): the page was read with the wrong character set.",
            arguments={"regex": MOJIBAKE},
        ),
        Check(
            "ExpectColumnValuesToNotMatchRegex", "text",
            "A mail address or a personal identity code must never stand in a name.",
            arguments={"regex": f"{MAIL}|{IDENTITY_CODE}"},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "organisation_type",
            "The type is one of a closed list.",
            arguments={"value_set": ORGANISATION_TYPES},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "is_other",
            "When most organisations have no type, questions by kind of recipient have no answer.",
            "warn", {"max_value": 0.8}, min_rows=20,
        ),
        Check(
            "ExpectColumnValuesToMatchRegex", "business_id",
            "A Finnish business id has seven digits, a dash and a check digit.",
            "warn", {"regex": r"^\d{7}-\d$", "mostly": 0.99},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "person_names",
            "Natural persons share one label; several different names would be people's names.",
            arguments={"min_value": 0, "max_value": 1},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "ends_before_start",
            "An office does not close before it opens.",
            "warn", {"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "follows_itself",
            "No organisation is its own successor.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "followed_while_valid",
            "A body that another one follows has ended.",
            "warn", {"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "same_number",
            "Several organisations with one Y-tunnus are units of one body or names not joined.",
            "warn", {"min_value": 1, "max_value": 1, "mostly": 0.95},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "same_name",
            "Several organisations with one name are probably one, split by spelling.",
            "warn", {"min_value": 1, "max_value": 1, "mostly": 0.95},
        ),
    ),
)  # fmt: skip
