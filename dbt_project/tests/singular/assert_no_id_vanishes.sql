{{ config(meta={'dagster': {'ref': {'name': 'int_registry__entity_next'}}}) }}
{# An id once given stays in the registry for ever, and a redirect ends at an id that is no
   redirect. #}
select previous.project_id
from {{ ref('stg_state__entities') }} as previous
left join {{ ref('int_registry__entity_next') }} as following
    on previous.project_id = following.project_id
where following.project_id is null
union all
select entities.project_id
from {{ ref('int_registry__entity_next') }} as entities
left join {{ ref('int_registry__entity_next') }} as target
    on entities.redirect_to = target.project_id
where
    entities.status = 'merged'
    and (target.project_id is null or target.status = 'merged')
