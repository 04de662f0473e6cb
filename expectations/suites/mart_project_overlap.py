"""Possible overlaps: pairs of published projects, each with its reasons, few enough to be read."""

from __future__ import annotations

from expectations.suite import Check, Suite

SUITE = Suite(
    table="mart_project_overlap",
    key="pair",
    columns={
        "pair": "project_id_a || ' ' || project_id_b",
        "score": "score::double",
        "months_overlap": "months_overlap",
        "is_out_of_order": "(project_id_a >= project_id_b)::integer",
        "is_orphan": "((project_id_a not in (select project_id from marts.dim_project))"
        " or (project_id_b not in (select project_id from marts.dim_project)))::integer",
        "has_no_place": "(len(shared_maakunta_codes) = 0 and not exists (from"
        " marts.bridge_project_region as r where r.project_id in (project_id_a, project_id_b)"
        " and r.maakunta_code = '00') and not array_to_string(reasons, ' ')"
        " like '%taken for national%')::integer",
        "is_phase_or_part": "exists (from marts.bridge_project_relation as r where"
        " (r.project_id, r.related_project_id) in"
        " ((project_id_a, project_id_b), (project_id_b, project_id_a)))::integer",
        "reasons_count": "len(reasons)",
        "pairs_of_project": "count(*) over (partition by project_id_a)",
        "combined_granted_eur": "combined_granted_eur::double",
        "is_time_inferred": "is_time_inferred::integer",
    },
    checks=(
        Check(
            "ExpectColumnValuesToBeUnique", "pair",
            "Each pair stands once, whatever number of themes and regions its projects share.",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_out_of_order",
            "The smaller id comes first; else a pair could stand twice, once each way round.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_orphan",
            "Both sides of a pair are published projects.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "score",
            "The score ranks between 0 and 1; it is no probability.",
            arguments={"min_value": 0, "max_value": 1},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "months_overlap",
            "Less than half a year side by side is no overlap by the definition.",
            arguments={"min_value": 6},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "has_no_place",
            "Two projects that share no region overlap only where one of them is national.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_phase_or_part",
            "Phases and parts of one another are one piece of work and no overlap.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "reasons_count",
            "A pair without its reasons cannot be judged: theme, aim, region, time and group.",
            arguments={"min_value": 5},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "combined_granted_eur",
            "Money at stake is never negative; where no sum is published it is empty, not zero.",
            "warn", {"min_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "pairs_of_project",
            "A project that overlaps with very many others says little: its text is too general,"
            " or one page was read into many projects.",
            "warn", {"min_value": 1, "max_value": 150, "mostly": 0.98}, min_rows=50,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "is_time_inferred",
            "When most pairs stand on inferred dates, a register no longer gives its dates.",
            "warn", {"max_value": 0.6}, min_rows=50,
        ),
    ),
)  # fmt: skip
