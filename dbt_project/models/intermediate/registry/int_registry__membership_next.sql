{# Memberships after this night: what the release step writes to
   state/registry/membership.parquet. A row is closed, never removed; one that was opened and
   closed today is opened again when its record comes back on the same day. #}
with night as (
    select as_of from {{ ref('stg_landing__nights') }}
),

known as (
    select
        memberships.record_id,
        memberships.project_id,
        memberships.valid_from,
        case
            when members.project_id is null or members.project_id != memberships.project_id
                then coalesce(memberships.valid_to, greatest(memberships.valid_from, night.as_of))
            when memberships.valid_from != night.as_of then memberships.valid_to
        end as valid_to
    from {{ ref('stg_state__memberships') }} as memberships
    cross join night
    left join {{ ref('int_registry__members') }} as members
        on memberships.record_id = members.record_id
),

{# Compared with the state and not with `known` above: an outer join kept by `is null` over another
   outer join loses rows in DuckDB 2.0.0 (duckdb/duckdb#24540). #}
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
            and (memberships.valid_to is null or night.as_of = memberships.valid_from)
    where memberships.record_id is null
)

select * from known
union all
select * from opened
