"""Money: closed kinds, plausible sizes, and totals that count once."""

from __future__ import annotations

from expectations.patterns import AMOUNT_KINDS, AMOUNT_STATUSES, INSTRUMENTS, QUALIFIERS
from expectations.suite import Check, Suite, impossible_outside

_GRANTED = "amount_kind = 'granted' and amount_eur > 0"
#: Median of the grants of the row's source, where there are enough of them to speak of one.
_SOURCE_MEDIAN = (
    f"case when {_GRANTED} and count(*) filter ({_GRANTED}) over (partition by source_id) >= 30"
    f" then (median(amount_eur) filter ({_GRANTED}) over (partition by source_id))::double end"
)

SUITE = Suite(
    table="fct_funding",
    key="funding_id",
    source=(
        "(select f.*, s.source_id from marts.fct_funding as f left join (select record_id,"
        " min(source_id) as source_id from marts.bridge_project_source group by record_id) as s"
        " using (record_id))"
    ),
    columns={
        "funding_id": "funding_id",
        "amount_kind": "amount_kind",
        "instrument": "instrument",
        "amount_qualifier": "amount_qualifier",
        "amount_status": "amount_status",
        "amount_eur": "amount_eur::double",
        "granted_eur": f"case when {_GRANTED} then amount_eur::double end",
        "source_median": _SOURCE_MEDIAN,
        "published_without_sum": "(amount_status = 'published' and amount is null)::integer",
        "unpublished_with_sum": "(amount_status = 'not_published' and amount is not null)::integer",
        "foreign_in_euros": "(currency <> 'EUR' and amount_eur is not null)::integer",
        "counted_wrongly": "(counts_in_total and (amount_kind <> 'granted' or is_annual"
        " or amount_qualifier in ('max', 'min') or project_id is null))::integer",
        "counted_twice": "(counts_in_total and amount_eur is not null and count(*) filter"
        " (counts_in_total) over (partition by project_id, amount_eur, decision_date,"
        " recipient_organisation_id, funder_organisation_id) > 1)::integer",
        "counts": "coalesce(counts_in_total, false)::integer",
        "decision_year": "year(decision_date)",
        "funding_year": "funding_year",
        "has_sum": "(amount is not null)::integer",
        "usual_sum_share": "count(*) over (partition by amount)"
        " / nullif(count(amount) over (), 0)::double * (amount is not null)::integer",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeInSet", "amount_kind",
            "Sums never cross kinds, so an unknown kind is money nobody can add up. Applied sums"
            " and call budgets are never rows here.",
            arguments={"value_set": AMOUNT_KINDS},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "instrument",
            "The instrument is one of seven; another one is a programme name left untranslated.",
            arguments={"value_set": INSTRUMENTS},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "amount_qualifier",
            "A sum is exact, approximate, a maximum or a minimum.",
            arguments={"value_set": QUALIFIERS},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "amount_status",
            "A sum is published, not published, or derived by us.",
            arguments={"value_set": AMOUNT_STATUSES},
        ),
        *impossible_outside(
            "amount_eur",
            "No single sum to a development project reaches five thousand million euros, and"
            " none lies that far below zero: digits of two numbers ran together.",
            -1e9, 5e9,
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "amount_eur",
            "Sums are positive and rarely above a hundred million euros. A negative one is a"
            " repayment or a misread dash.",
            "warn", {"min_value": 0, "max_value": 1e8, "mostly": 0.995},
        ),
        Check(
            "ExpectColumnSumToBeBetween", "granted_eur",
            "Granted money is there and adds up to more than nothing.",
            "warn", {"min_value": 1}, min_rows=30,
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "source_median",
            "Half of a source's grants lie below its median. A median under a thousand or over"
            " ten million euros is a unit read wrongly (euros for thousands, or the other way).",
            arguments={"min_value": 1_000, "max_value": 10_000_000},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "source_median",
            "The usual grant lies between five thousand and two million euros.",
            "warn", {"min_value": 5_000, "max_value": 2_000_000},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "published_without_sum",
            "A sum called published must be there.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "unpublished_with_sum",
            "A sum called not published must be empty, never zero.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "foreign_in_euros",
            "Other currencies are kept as they are and never turned into euros.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "counted_wrongly",
            "Only granted sums of a project count in totals; annual, maximum and minimum figures"
            " and grants to natural persons never do.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "counted_twice",
            "The same sum to the same project on the same day in several counting rows may be one"
            " decision counted twice.",
            "warn", {"max_value": 0.02}, min_rows=20,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "counts",
            "If no row counts in totals, every sum in every report would be zero.",
            "warn", {"min_value": 0.01}, min_rows=20,
        ),
        *impossible_outside(
            "decision_year",
            "No decision on this money dates from before 1990 or after 2100.",
            1990, 2100,
        ),
        *impossible_outside(
            "funding_year",
            "No money of this kind belongs to a year before 1980 or after 2100.",
            1980, 2100,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_sum",
            "When most rows have no published sum, totals say little; the coverage page shows"
            " which source keeps them.",
            "warn", {"min_value": 0.3}, min_rows=20,
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "usual_sum_share",
            "When most rows show one and the same sum, a fixed number of the page was read.",
            arguments={"max_value": 0.8}, min_rows=50,
        ),
    ),
)  # fmt: skip
