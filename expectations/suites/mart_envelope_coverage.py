"""Plan against grants: every envelope once, sums that add up, no euro in two places."""

from __future__ import annotations

from expectations.suite import Check, Suite

_FOUND = "(granted_stated_eur + granted_inferred_eur)"
_CHILDREN = (
    "(select sum(child.granted_stated_eur + child.granted_inferred_eur)"
    " from marts.mart_envelope_coverage as child"
    " join marts.fct_envelope as part using (envelope_id)"
    " where part.parent_envelope_id = mart_envelope_coverage.envelope_id)"
)
_GRANTED = (
    "(select coalesce(sum(amount_eur), 0) from marts.fct_funding where counts_in_total"
    " and project_id in (select project_id from marts.bridge_project_envelope))"
)
_PLANNED = (
    "(select amount_eur from marts.fct_envelope as plan"
    " where plan.envelope_id = mart_envelope_coverage.envelope_id)"
)

SUITE = Suite(
    table="mart_envelope_coverage",
    key="envelope_id",
    columns={
        "envelope_id": "envelope_id",
        "is_off_plan": f"(planned_eur is distinct from {_PLANNED})::integer",
        "does_not_add_up": f"(planned_eur <> {_FOUND} + remainder_eur)::integer",
        "below_its_children": f"coalesce({_FOUND} < {_CHILDREN}, false)::integer",
        "above_all_grants": f"({_FOUND} > {_GRANTED})::integer",
        "share_found": f"({_FOUND} / planned_eur)::double",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "envelope_id",
            "Each envelope is compared once.",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_off_plan",
            "What is called planned is the sum of the plan.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "does_not_add_up",
            "Planned money is what was granted and what remains.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "below_its_children",
            "An envelope includes its parts, so it holds at least their money.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "above_all_grants",
            "No envelope holds more than all grants of the projects that serve one: a euro was"
            " counted twice.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "share_found",
            "Much more granted than planned: projects were tied to the plan by a word that says"
            " too much.",
            "warn", {"max_value": 1.5},
        ),
    ),
)  # fmt: skip
