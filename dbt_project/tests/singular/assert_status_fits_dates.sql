{{ config(meta={'dagster': {'ref': {'name': 'dim_project'}}}) }}
{# Dates decide the status, except where a source says that the work was interrupted. A release
   does not hold the day it reckons from; it is not before the newest sight of a record, and one
   day must explain all statuses: what ended lies before it, what is planned behind it. An end that
   is still to come decides nothing by itself: without a start the source's word "ended" stands. #}
with bounds as (
    select
        max(last_seen_at) as newest_sight,
        max(
            case
                when status = 'ended' and start_date is not null then end_date
                when status = 'ongoing' then start_date
            end
        ) as not_before,
        min(case when status = 'ongoing' then end_date when status = 'planned' then start_date end)
            as not_after
    from {{ ref('dim_project') }}
)

select projects.project_id, projects.status
from {{ ref('dim_project') }} as projects
cross join bounds
where
    projects.first_seen_at > projects.last_seen_at
    or (
        projects.end_date < bounds.newest_sight
        and projects.status not in ('ended', 'cancelled')
    )
    or (
        projects.status = 'ended'
        and projects.start_date is not null
        and projects.end_date > bounds.not_after
    )
    or (projects.status = 'planned' and projects.start_date <= bounds.not_before)
    or (
        projects.status = 'ended'
        and projects.start_date is not null
        and projects.end_date > bounds.newest_sight + interval '366' day
    )
    or (
        projects.status in ('planned', 'unknown')
        and projects.start_date <= bounds.newest_sight
        and projects.end_date >= bounds.newest_sight
    )
