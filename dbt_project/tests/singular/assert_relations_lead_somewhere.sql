{{ config(meta={'dagster': {'ref': {'name': 'bridge_project_relation'}}}) }}
{# No project follows itself or is its own part, and no two follow each other; no body takes over
   from itself. #}
select relations.project_id, relations.related_project_id
from {{ ref('bridge_project_relation') }} as relations
left join {{ ref('bridge_project_relation') }} as back
    on
        relations.project_id = back.related_project_id
        and relations.related_project_id = back.project_id
        and relations.relation = back.relation
where relations.project_id = relations.related_project_id or back.project_id is not null
union all
select organisation_id, successor_organisation_id
from {{ ref('dim_organisation') }}
where organisation_id = successor_organisation_id
