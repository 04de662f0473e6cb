"""Projects: named, dated plausibly, and every one with evidence."""

from __future__ import annotations

from expectations.patterns import PRECISIONS, STATUSES
from expectations.suite import Check, Suite, impossible_outside
from expectations.texts import clean_text

SUITE = Suite(
    table="dim_project",
    key="project_id",
    columns={
        "project_id": "project_id",
        "name": "name",
        "text": "concat_ws(' | ', name, name_fi, name_sv, name_en, summary, guidance_evidence)",
        "name_length": "length(name)",
        "status": "status",
        "is_unknown": "(status = 'unknown')::integer",
        "start_year": "year(start_date)",
        "end_year": "year(end_date)",
        "start_precision": "start_precision",
        "end_precision": "end_precision",
        "months": "date_diff('month', start_date, end_date)",
        "has_date": "(start_date is not null or end_date is not null)::integer",
        "has_lead": "(lead_organisation_id is not null)::integer",
        "has_guidance": "(is_guidance is true)::integer",
        "has_source": "(project_id in (select project_id from marts.bridge_project_source))"
        "::integer",
        "has_fact": "(project_id in (select subject_id from marts.fct_fact"
        " where is_preferred))::integer",
        "has_log": "(project_id in (select new_value from marts.mart_change_log"
        " where property = 'project_id'))::integer",
        "usual_start_share": "count(*) over (partition by start_date)"
        " / nullif(count(start_date) over (), 0)::double"
        " * (start_date is not null)::integer",
        "same_name_share": "count(*) over (partition by name) / count(*) over ()::double",
        "source_count": "source_count",
    },
    checks=(
        Check(
            "ExpectTableRowCountToBeBetween", None,
            "A release without a single project is an empty shelf: no source was read.",
            arguments={"min_value": 1},
        ),
        Check(
            "ExpectColumnValuesToBeUnique", "project_id",
            "The id is what reports cite: one id, one project.",
        ),
        Check(
            "ExpectColumnValuesToNotBeNull", "name",
            "Only a grant whose approved use is not published leaves its project without a name.",
            "warn", {"mostly": 0.98}, min_rows=50,
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "name_length",
            "Names of one or two letters, or of a whole paragraph, are a field read from the"
            " wrong place.",
            "warn", {"min_value": 3, "max_value": 400, "mostly": 0.99},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "same_name_share",
            "When many projects share one name, a heading or a button was read as the name.",
            arguments={"max_value": 0.25}, min_rows=50,
        ),
        *clean_text(),
        Check(
            "ExpectColumnValuesToBeInSet", "status",
            "Status has five values; another one is a source's word that nobody translated.",
            arguments={"value_set": STATUSES},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "is_unknown",
            "When half of the projects have an unknown status, questions about what is running"
            " now cannot be answered.",
            "warn", {"max_value": 0.5}, min_rows=20,
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "start_precision",
            "Precision says whether a day, a month or a year was published.",
            arguments={"value_set": PRECISIONS},
        ),
        Check(
            "ExpectColumnValuesToBeInSet", "end_precision",
            "Precision says whether a day, a month or a year was published.",
            arguments={"value_set": PRECISIONS},
        ),
        *impossible_outside(
            "start_year",
            "No development project of this kind starts before 1980 or after 2100: a number was"
            " taken for a year.",
            1980, 2100,
        ),
        *impossible_outside(
            "end_year",
            "No development project of this kind ends before 1980 or after 2100: a number was"
            " taken for a year.",
            1980, 2100,
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "start_year",
            "Nearly all projects start between 1995 and 2040.",
            "warn", {"min_value": 1995, "max_value": 2040, "mostly": 0.99},
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "months",
            "Projects last from weeks to some years. An end before the start, or a project of"
            " more than fifteen years, is a date read wrongly or stated wrongly at the source.",
            "warn", {"min_value": 0, "max_value": 180, "mostly": 0.99},
        ),
        Check(
            "ExpectColumnMaxToBeBetween", "usual_start_share",
            "When nearly all projects start on one day, that day is the day of reading or of"
            " an export, not their start.",
            arguments={"max_value": 0.9}, min_rows=50,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_date",
            "Without any date a project belongs to no year and drops out of most questions.",
            "warn", {"min_value": 0.7}, min_rows=20,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_lead",
            "Without a lead organisation nobody can be asked about the project.",
            "warn", {"min_value": 0.5}, min_rows=20,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_guidance",
            "If no project, or every project, counts as guidance, the classification said"
            " nothing.",
            "warn", {"min_value": 0.005, "max_value": 0.995}, min_rows=200,
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_source",
            "Every published project stands on at least one record of a source.",
            arguments={"min_value": 1.0},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_fact",
            "Every published project has at least one value whose origin can be shown.",
            arguments={"min_value": 1.0},
        ),
        Check(
            "ExpectColumnMeanToBeBetween", "has_log",
            "The change log tells of every project when it came. Nothing is ever taken out of it.",
            arguments={"min_value": 0.9}, min_rows=20,
        ),
        Check(
            "ExpectColumnValuesToBeBetween", "source_count",
            "A project comes from at least one source.",
            arguments={"min_value": 1},
        ),
    ),
)  # fmt: skip
