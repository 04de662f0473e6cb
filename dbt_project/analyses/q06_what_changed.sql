/*
What is new or changed since last month?

Asked by: national coordinator
One row: a value that changed, or a project that came, went or was joined with another
Units: values are text; sums of money have two decimals
Caveats: the night that saw a change is told, not the day on which the source made it. The first
night of a home adds everything. The month counts back from the last day that this release saw.
*/
with parameters as (
    select
        (
            select cast(max(last_seen_at) - interval 1 month as date)
            from marts.dim_project
        ) as since,  -- the first day of which changes are told
        '' as project_id  -- changes of one project; empty for all
)

select
    log.changed_at,
    log.change,
    project.name,
    log.subject_type,
    log.property,
    log.old_value,
    log.new_value,
    log.reason,
    log.project_id,
    log.subject_id
from marts.mart_change_log as log
cross join parameters
left join marts.dim_project as project on log.project_id = project.project_id
where
    cast(log.changed_at as date) >= parameters.since
    and parameters.project_id in ('', log.project_id)
order by log.changed_at desc, project.name, log.subject_type, log.property, log.change_id
