"""Evidence: every value has an origin that a person can open and a hash that can be checked.

The table is by far the longest, so equal combinations are folded into one row each; checks of
every row stay exact, and no distribution is judged here.
"""

from __future__ import annotations

from expectations.suite import Check, Suite

#: RE2, the engine of DuckDB, has no look-ahead: the two halves of the pattern apart.
_IS_PUBLIC = (
    "(regexp_matches(source_url, '^(https?://[^\\s/]+\\.[^\\s]+|drop:[^\\s]+)$') and not"
    " regexp_matches(source_url, '^https?://(localhost|127\\.|0\\.0\\.0\\.0|\\[::1\\])'))"
)

SUITE = Suite(
    table="fct_fact",
    key="fact_id",
    source=(
        "(select min(fact_id) as fact_id, subject_type, property, is_preferred,"  # noqa: S608 constants of this module
        f" coalesce({_IS_PUBLIC}, false) as is_public,"
        " coalesce(regexp_matches(content_sha256, '^[0-9a-f]{64}$'), false) as has_hash,"
        " retrieved_at is not null as has_time, source_id is not null as has_source,"
        " value is not null as has_value, coalesce(reason, '') <> '' as has_reason,"
        " coalesce(first_seen_at <= last_seen_at, false) as has_order,"
        " count(*) as facts from marts.fct_fact group by all)"
    ),
    columns={
        "fact_id": "fact_id",
        "subject_type": "subject_type",
        "property": "property",
        "no_page": "(not is_public)::integer",
        "no_hash": "(not has_hash)::integer",
        "no_time": "(not has_time)::integer",
        "no_source": "(not has_source)::integer",
        "no_value": "(not has_value)::integer",
        "loser_without_reason": "(not is_preferred and not has_reason)::integer",
        "no_order": "(not has_order)::integer",
        # a status follows from dates where there are any: a source's word may lose every time
        "preferred_share": "case when property <> 'status' then"
        " sum(case when is_preferred then facts else 0 end)"
        " over (partition by subject_type, property) / sum(facts) over"
        " (partition by subject_type, property)::double end",
    },
    checks=(
        Check(
            "ExpectTableRowCountToBeBetween", None,
            "Without facts no value of the release can be traced to where it was read.",
            arguments={"min_value": 1},
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "subject_type",
            "A fact without a subject belongs to nothing.",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "property",
            "A fact without a property says nothing.",
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "no_page",
            "The address must be one that a person elsewhere can open, or the row of a dropped"
            " file; never this machine.",
            arguments={"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "no_hash",
            "Each value names the archived bytes it was read from.",
            arguments={"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "no_time",
            "Each value says when it was fetched.",
            arguments={"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "no_source",
            "Each value says which source states it.",
            arguments={"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "no_value",
            "A fact without a value is no fact: unknown values have no row.",
            arguments={"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "loser_without_reason",
            "A value that lost keeps the reason why, or nobody can object to the choice.",
            "warn", {"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "no_order",
            "A value is first seen before it is last seen.",
            "warn", {"value_set": [0]},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "preferred_share",
            "Of each property some values win. If none does, the choosing did not work for it.",
            "warn", {"min_value": 0.02, "max_value": 1.0},
        ),
    ),
)  # fmt: skip
