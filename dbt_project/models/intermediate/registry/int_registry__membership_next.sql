{# Memberships after this night: what the release step writes to
   state/registry/membership.parquet. A row is closed, never changed or removed. #}
with night as (
    select as_of from {{ ref('stg_landing__nights') }}
),

known as (
    select
        memberships.record_id,
        memberships.project_id,
        memberships.valid_from,
        case
            when memberships.valid_to is not null then memberships.valid_to
            when members.project_id = memberships.project_id then null
            else night.as_of
        end as valid_to
    from {{ ref('stg_state__memberships') }} as memberships
    cross join night
    left join {{ ref('int_registry__members') }} as members
        on memberships.record_id = members.record_id
),

opened as (
    select
        members.record_id,
        members.project_id,
        night.as_of as valid_from,
        cast(null as date) as valid_to
    from {{ ref('int_registry__members') }} as members
    cross join night
    left join {{ ref('stg_state__memberships') }} as memberships
        on
            members.record_id = memberships.record_id
            and members.project_id = memberships.project_id
            and memberships.valid_to is null
    where memberships.record_id is null
)

select * from known
union all
select * from opened
