"""Regions of projects: official codes, spread over the country, each with its basis."""

from __future__ import annotations

from expectations.patterns import REGION_BASES
from expectations.suite import Check, Suite

SUITE = Suite(
    table="bridge_project_region",
    key="project_id",
    columns={
        "project_id": "project_id",
        "maakunta_code": "maakunta_code",
        "basis": "basis",
        "is_unknown_code": "(maakunta_code not in (select maakunta_code from marts.dim_region"
        " union all select unnest(['00', '99'])))::integer",
        "is_orphan": "(project_id not in (select project_id from marts.dim_project))::integer",
        "is_whole_country": "(maakunta_code = '00')::integer",
        "region_share": "count(*) over (partition by maakunta_code) / count(*) over ()::double",
        "regions_of_project": "count(distinct maakunta_code) filter (maakunta_code"
        " not in ('00', '99')) over (partition by project_id)",
    },
    checks=(
        Check(
            "ExpectColumnValuesToMatchRegex", "maakunta_code",
            "Region codes are two digits, leading nought included.",
            arguments={"regex": r"^\d{2}$"},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_unknown_code",
            "The code is one of the official regions, 00 for the whole country or 99 for abroad.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "basis",
            "Where money is spent and where the recipient sits are different questions: each row"
            " says which it answers.",
            arguments={"value_set": REGION_BASES},
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "basis",
            "A region without its basis would mix target areas with seats.",
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "is_orphan",
            "Each row leads to a published project.",
            arguments={"max_value": 0},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "is_whole_country",
            "When nearly everything is nationwide, regions were not read.",
            "warn", {"max_value": 0.9}, min_rows=50,
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "region_share",
            "When one region holds nearly all rows, the region of the office was taken for that"
            " of the project.",
            "warn", {"max_value": 0.9}, min_rows=50,
        ),
        Check(
            "ExpectColumnUniqueValueCountToBeBetween", "maakunta_code",
            "Development projects reach all of Finland. A region without any is probably one whose"
            " name nobody recognised.",
            "warn", {"min_value": 18}, min_rows=1000,
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "regions_of_project",
            "A project that lists nearly all regions one by one is rare.",
            "warn", {"min_value": 0, "max_value": 17, "mostly": 0.95},
        ),
    ),
)  # fmt: skip
