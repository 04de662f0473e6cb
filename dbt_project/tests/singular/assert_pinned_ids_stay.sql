{{ config(meta={'dagster': {'ref': {'name': 'int_registry__entity_next'}}}) }}
{# An id that a person pinned is never a redirect, and it stays with the record that the pin names.
   Rows here are two words of people against each other: two pinned ids in one project. Unpin one,
   or decide that their records are different projects (docs/runbooks/rekey.md). #}
select entities.project_id
from {{ ref('int_registry__entity_next') }} as entities
where entities.is_pinned and entities.status = 'merged'
union all
select pinned.project_id
from {{ ref('int_registry__pinned') }} as pinned
inner join {{ ref('int_registry__assigned') }} as assigned
    on pinned.cluster_id = assigned.cluster_id
where pinned.project_id != assigned.project_id
