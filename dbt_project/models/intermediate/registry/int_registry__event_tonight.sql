{# What happens to ids this night. A record whose project differs from the one it had last makes a
   `split` when the other id is new, a `moved` when it is known, unless the whole id became a
   redirect to it. #}
with entities as (
    select
        following.project_id,
        following.status,
        following.redirect_to,
        previous.status as previous_status
    from {{ ref('int_registry__entity_next') }} as following
    left join {{ ref('stg_state__entities') }} as previous
        on following.project_id = previous.project_id
),

changed as (
    select
        remembered.project_id as old_id,
        members.project_id as new_id,
        count(*) as records
    from {{ ref('int_registry__remembered') }} as remembered
    inner join {{ ref('int_registry__members') }} as members
        on remembered.record_id = members.record_id
    where remembered.project_id != members.project_id
    group by remembered.project_id, members.project_id
)

select
    'created' as kind,
    entities.project_id,
    cast(null as varchar) as other_project_id,
    'first record of a new project' as reason
from entities
where entities.previous_status is null

union all

select
    'returned',
    entities.project_id,
    cast(null as varchar),
    'records of it are back'
from entities
where entities.status = 'active' and entities.previous_status = 'retired'

union all

select
    'merged',
    entities.project_id,
    entities.redirect_to,
    'its records now belong to an older or larger project'
from entities
where entities.status = 'merged' and entities.previous_status in ('active', 'retired')

union all

select
    'retired',
    entities.project_id,
    cast(null as varchar),
    'none of its records is left'
from entities
where entities.status = 'retired' and entities.previous_status = 'active'

union all

select
    case when target.previous_status is null then 'split' else 'moved' end,
    changed.old_id,
    changed.new_id,
    cast(changed.records as varchar) || ' records now belong to the other project'
from changed
inner join entities as origin
    on changed.old_id = origin.project_id
inner join entities as target
    on changed.new_id = target.project_id
where origin.redirect_to is null or origin.redirect_to != changed.new_id
