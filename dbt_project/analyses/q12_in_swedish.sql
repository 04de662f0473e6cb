/*
Which projects are in Swedish or serve Swedish speakers?

Asked by: planner in a region
One row: a project with a sign of Swedish
Units: euros granted; releases and decisions are counts
Caveats: this tells what is written in Swedish. In which language a service is given no source
states, and no list of target groups knows Swedish speakers, so `serves_swedish_speakers` says
no data. A Swedish name beside a Finnish one is often a translation alone.
*/
with parameters as (
    select false as swedish_only  -- true leaves out projects that have a Finnish name too
),

told as (
    select
        project_id,
        count(*) as swedish_releases
    from marts.fct_release
    where language = 'sv' and project_id is not null
    group by project_id
),

granted as (
    select
        project_id,
        sum(amount_eur) filter (where counts_in_total) as granted_eur,
        count(*) filter (where amount_status = 'not_published') as decisions_without_amount
    from marts.fct_funding
    where amount_kind = 'granted'
    group by project_id
)

select
    project.name,
    project.name_sv,
    project.name_fi is null and project.name_sv is not null as is_named_in_swedish_only,
    coalesce(told.swedish_releases, 0) as swedish_releases,
    'no data' as serves_swedish_speakers,
    project.status,
    granted.granted_eur,
    coalesce(granted.decisions_without_amount, 0) as decisions_without_amount,
    project.project_id
from marts.dim_project as project
cross join parameters
left join told on project.project_id = told.project_id
left join granted on project.project_id = granted.project_id
where
    (project.name_sv is not null or told.project_id is not null)
    and (not parameters.swedish_only or project.name_fi is null)
order by project.name_sv nulls last, project.project_id
