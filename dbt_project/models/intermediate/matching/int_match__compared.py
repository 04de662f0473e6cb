"""Pairs of units with everything that speaks for and against them, and whether they are one.

The one step of matching that is not SQL: likeness of texts, and groups under constraints. It
decides nothing that a table does not say: features, blocks and weights are seeds, borders are
variables of the project, the core is the package `matching`, and every answer comes out as a row.
"""

from matching.warehouse import compare_units


def model(dbt, session):  # noqa: ARG001 the signature is dbt's
    """One row a pair and feature: weight in thousandths of a bit."""
    dbt.config(materialized="table")
    return compare_units(
        units=dbt.ref("int_match__features").df(),
        features=dbt.ref("match_features").df(),
        weights=dbt.ref("match_weights").df(),
        blocks=dbt.ref("match_blocks").df(),
        decisions=dbt.ref("int_match__decided").df(),
        review=float(dbt.config.get("review_bits")),
        link=float(dbt.config.get("link_bits")),
        same_name=float(dbt.config.get("short_name_bits")),
    )
