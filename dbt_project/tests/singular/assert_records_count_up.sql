{{ config(meta={'dagster': {'ref': {'name': 'dim_project'}}}) }}
{# A project tells the number of sources that its records have; a lead of the project is its lead
   among its organisations, and the other way round. #}
with counted as (
    select project_id, count(distinct source_id) as sources
    from {{ ref('bridge_project_source') }}
    group by project_id
)

select projects.project_id, 'source_count' as broken_rule
from {{ ref('dim_project') }} as projects
left join counted on projects.project_id = counted.project_id
where coalesce(counted.sources, 0) != projects.source_count
union all
select projects.project_id, 'lead_without_role'
from {{ ref('dim_project') }} as projects
left join {{ ref('bridge_project_organisation') }} as roles
    on
        projects.project_id = roles.project_id
        and projects.lead_organisation_id = roles.organisation_id
        and roles.role = 'lead'
where projects.lead_organisation_id is not null and roles.project_id is null
union all
select roles.project_id, 'role_without_lead'
from {{ ref('bridge_project_organisation') }} as roles
inner join {{ ref('dim_project') }} as projects on roles.project_id = projects.project_id
where roles.role = 'lead' and projects.lead_organisation_id is null
