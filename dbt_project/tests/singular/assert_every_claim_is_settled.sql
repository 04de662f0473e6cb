{{ config(meta={'dagster': {'ref': {'name': 'int_registry__assigned'}}}) }}
{# The rounds of int_registry__claimed were enough: no cluster got a new id while an id of one of
   its records went to nobody. #}
select assigned.cluster_id, memberships.project_id
from {{ ref('int_registry__assigned') }} as assigned
inner join {{ ref('int_match__clusters') }} as clusters
    on assigned.cluster_id = clusters.cluster_id
inner join {{ ref('stg_state__memberships') }} as memberships
    on
        clusters.record_id = memberships.record_id
        and memberships.valid_to is null
inner join {{ ref('stg_state__entities') }} as entities
    on
        memberships.project_id = entities.project_id
        and entities.status != 'merged'
left join {{ ref('int_registry__assigned') }} as owners
    on memberships.project_id = owners.project_id
where assigned.is_new and owners.project_id is null
