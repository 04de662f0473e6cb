{# The registry after this night: what the release step writes to state/registry/entity.parquet.
   An id whose records went to other projects becomes a redirect for ever, also when its records
   leave that project again; one whose records are all gone is retired, and comes back with them. #}
{% set hops = 4 %}
with night as (
    select as_of from {{ ref('stg_landing__nights') }}
),

{# Where the records of an id are tonight: most of them, then the older id, then the smaller. #}
successors as (
    select project_id, successor_id
    from (
        select
            remembered.project_id,
            members.project_id as successor_id,
            row_number() over (
                partition by remembered.project_id
                order by
                    count(*) desc, min(coalesce(entities.created_on, night.as_of)),
                    members.project_id
            ) as preference
        from {{ ref('int_registry__remembered') }} as remembered
        cross join night
        inner join {{ ref('int_registry__members') }} as members
            on remembered.record_id = members.record_id
        left join {{ ref('stg_state__entities') }} as entities
            on members.project_id = entities.project_id
        where members.project_id != remembered.project_id
        group by remembered.project_id, members.project_id
    ) as ranked
    where preference = 1
),

published as (
    select distinct project_id from {{ ref('int_registry__assigned') }}
),

known_0 as (
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
        end as redirect_to
    from {{ ref('stg_state__entities') }} as entities
    left join published on entities.project_id = published.project_id
    left join successors on entities.project_id = successors.project_id
),

{# A redirect to an id that has itself been merged is followed to its end, so that one hop is
   enough; each round doubles the length of the chains that are followed. #}
{% for hop in range(1, hops + 1) %}
    known_{{ hop }} as (
        select
            known.project_id,
            known.created_on,
            known.status,
            case when target.status = 'merged' then target.redirect_to else known.redirect_to end
                as redirect_to
        from known_{{ hop - 1 }} as known
        left join known_{{ hop - 1 }} as target on known.redirect_to = target.project_id
    ),

{% endfor %}
created as (
    select
        assigned.project_id,
        night.as_of as created_on,
        'active' as status,
        cast(null as varchar) as redirect_to
    from {{ ref('int_registry__assigned') }} as assigned
    cross join night
    where assigned.is_new
),

entities as (
    select * from known_{{ hops }}
    union all
    select * from created
)

select
    entities.project_id,
    entities.created_on,
    entities.status,
    entities.redirect_to,
    pins.project_id is not null as is_pinned
from entities
left join {{ ref('stg_state__pins') }} as pins
    on entities.project_id = pins.project_id
