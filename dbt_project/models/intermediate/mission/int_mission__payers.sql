{# Who leads or pays a project and by which instruments, one row a project. #}
with funding as (
    select
        project_id,
        instrument,
        funder_organisation_id
    from {{ ref('int_funding__merged') }}
    where project_id is not null
    union all
    select
        members.project_id,
        statements.instrument,
        cast(null as varchar)
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
),

bodies as (
    select
        members.project_id,
        mentions.organisation_id
    from {{ ref('int_organisations__mentioned') }} as mentions
    inner join {{ ref('int_registry__members') }} as members
        on mentions.record_id = members.record_id
    where mentions.role in ('lead', 'funder')
    union all
    select
        project_id,
        funder_organisation_id
    from funding
),

instruments as (
    select
        project_id,
        {{ distinct_list('instrument') }} as instruments
    from funding
    group by project_id
),

payers as (
    select
        project_id,
        {{ distinct_list('organisation_id') }} as body_ids
    from bodies
    group by project_id
)

select
    projects.project_id,
    projects.is_guidance,
    projects.start_date,
    {# what goes on without a stated end runs at least until today #}
    coalesce(projects.end_date, projects.as_of) as end_date,
    coalesce(instruments.instruments, cast([] as varchar[])) as instruments,
    coalesce(payers.body_ids, cast([] as varchar[])) as body_ids
from {{ ref('int_projects__merged') }} as projects
left join instruments on projects.project_id = instruments.project_id
left join payers on projects.project_id = payers.project_id
