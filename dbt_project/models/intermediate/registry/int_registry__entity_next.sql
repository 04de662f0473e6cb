{# The registry after this night: what the release step writes to state/registry/entity.parquet.
   An id whose records went to other projects becomes a redirect for ever; one whose records are
   all gone is retired, and comes back with them. #}
with night as (
    select as_of from {{ ref('stg_landing__nights') }}
),

{# Where the records of an id are tonight: most of them, then the older id, then the smaller. #}
successors as (
    select project_id, successor_id
    from (
        select
            memberships.project_id,
            members.project_id as successor_id,
            row_number() over (
                partition by memberships.project_id
                order by
                    count(*) desc, min(coalesce(entities.created_on, night.as_of)),
                    members.project_id
            ) as preference
        from {{ ref('stg_state__memberships') }} as memberships
        cross join night
        inner join {{ ref('int_registry__members') }} as members
            on memberships.record_id = members.record_id
        left join {{ ref('stg_state__entities') }} as entities
            on members.project_id = entities.project_id
        where memberships.valid_to is null and members.project_id != memberships.project_id
        group by memberships.project_id, members.project_id
    ) as ranked
    where preference = 1
),

published as (
    select distinct project_id from {{ ref('int_registry__members') }}
),

known as (
    select
        entities.project_id,
        entities.created_on,
        case
            when published.project_id is not null then 'active'
            when entities.status = 'merged' then 'merged'
            when successors.successor_id is not null then 'merged'
            else 'retired'
        end as status,
        case
            when published.project_id is not null then null
            when entities.status = 'merged' then entities.redirect_to
            else successors.successor_id
        end as redirect_to,
        entities.is_pinned
    from {{ ref('stg_state__entities') }} as entities
    left join published on entities.project_id = published.project_id
    left join successors on entities.project_id = successors.project_id
),

{# A redirect to an id that has itself been merged is followed, so that one hop is enough. #}
followed as (
    select
        known.project_id,
        known.created_on,
        known.status,
        case when target.status = 'merged' then target.redirect_to else known.redirect_to end
            as redirect_to,
        known.is_pinned
    from known
    left join known as target on known.redirect_to = target.project_id
),

created as (
    select
        assigned.project_id,
        night.as_of as created_on,
        'active' as status,
        cast(null as varchar) as redirect_to,
        false as is_pinned
    from {{ ref('int_registry__assigned') }} as assigned
    cross join night
    where assigned.is_new
)

select * from followed
union all
select * from created
