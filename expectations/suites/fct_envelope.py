"""Planned money: a whole tree, each parent the sum of its children, sums of a plausible size."""

from __future__ import annotations

from expectations.suite import Check, Suite

_CHILDREN = (
    "(select sum(child.amount_eur) from marts.fct_envelope as child"
    " where child.parent_envelope_id = fct_envelope.envelope_id)"
)

SUITE = Suite(
    table="fct_envelope",
    key="envelope_id",
    columns={
        "envelope_id": "envelope_id",
        "amount_eur": "amount_eur::double",
        "differs_from_children": f"coalesce(amount_eur - {_CHILDREN}, 0)::double",
        "is_top": "(parent_envelope_id is null)::integer",
        "has_source": "(source_document is not null and source_slide is not null)::integer",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "envelope_id",
            "One id, one envelope.",
        ),
        Check(
            "ExpectTableRowCountToBeBetween", None,
            "The plan of the mission has some twenty envelopes; without them nothing is compared.",
            arguments={"min_value": 4},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "differs_from_children",
            "An envelope is the sum of its parts to the cent: one line was changed alone.",
            arguments={"min_value": 0, "max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "amount_eur",
            "The plan is told in euros, from hundreds of thousands to tens of millions.",
            arguments={"min_value": 100_000, "max_value": 100_000_000},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_top",
            "Without a top the tree is a ring, and everything counts twice.",
            arguments={"min_value": 1, "max_value": 1},
        ),
        Check(
            "ExpectColumnMinToBeBetween", "has_source",
            "Every planned sum names the document and the slide on which it stands.",
            arguments={"min_value": 1},
        ),
    ),
)  # fmt: skip
