"""Gaps: cells of the grid of theme, target group and maakunta in which no project runs."""

from __future__ import annotations

from expectations.suite import Check, Suite

_RUNS = (
    "exists (from marts.dim_project as p"
    " join marts.bridge_project_theme as t using (project_id)"
    " join marts.bridge_project_target_group as g using (project_id)"
    " join marts.bridge_project_region as r using (project_id)"
    " where p.is_guidance and p.status = 'ongoing' and t.theme_code = mart_gap.theme_code"
    " and g.target_group_code = mart_gap.target_group_code"
    " and r.maakunta_code = mart_gap.maakunta_code)::integer"
)

SUITE = Suite(
    table="mart_gap",
    key="cell",
    columns={
        "cell": "theme_code || ' ' || target_group_code || ' ' || maakunta_code",
        "maakunta_code": "maakunta_code",
        "has_running_project": _RUNS,
        "is_no_maakunta": "(maakunta_code in ('00', '99'))::integer",
        "ended_and_uncounted": "(last_ended_on is not null and earlier_projects = 0)::integer",
        "is_untouched": "(earlier_projects = 0 and planned_projects = 0)::integer",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "cell",
            "Each theme, target group and maakunta is asked about once.",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "has_running_project",
            "Where a guidance project runs there is no gap.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_no_maakunta",
            "The whole country and abroad are no maakunta, so nothing is missing in them.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "ended_and_uncounted",
            "A project that ended there is counted among the earlier ones.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "is_untouched",
            "When nearly nowhere any guidance project ever was, themes or target groups were not"
            " read.",
            "warn", {"max_value": 0.999}, min_rows=50,
        ),
    ),
)  # fmt: skip
