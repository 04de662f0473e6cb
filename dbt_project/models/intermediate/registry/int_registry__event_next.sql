{# What happened to ids, with this night's events appended: what the release step writes to
   state/registry/event.parquet. #}
with night as (
    select as_of from {{ ref('stg_landing__nights') }}
),

entities as (
    select
        following.project_id,
        following.status,
        following.redirect_to,
        previous.status as previous_status
    from {{ ref('int_registry__entity_next') }} as following
    left join {{ ref('stg_state__entities') }} as previous
        on following.project_id = previous.project_id
),

{# A record whose project differs from the one it had. #}
changed as (
    select
        memberships.project_id as old_id,
        members.project_id as new_id,
        count(*) as records
    from {{ ref('stg_state__memberships') }} as memberships
    inner join {{ ref('int_registry__members') }} as members
        on memberships.record_id = members.record_id
    where memberships.valid_to is null and memberships.project_id != members.project_id
    group by memberships.project_id, members.project_id
),

events as (
    select
        'created' as kind,
        entities.project_id,
        cast(null as varchar) as other_project_id,
        'first record of a new project' as reason
    from entities
    where entities.previous_status is null

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
        on changed.old_id = origin.project_id and origin.status = 'active'
    inner join entities as target
        on changed.new_id = target.project_id
)

select happened_on as "at", kind, project_id, other_project_id, reason
from {{ ref('stg_state__events') }}
union all
select night.as_of, events.kind, events.project_id, events.other_project_id, events.reason
from events
cross join night
