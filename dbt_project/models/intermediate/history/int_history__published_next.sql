{# Every value that was ever published, with the first day on which it stood and the first on which
   it did not: what the release step writes to state/published.parquet, and what tells the state of
   a night whose release is gone. Of two nights of one day the later one is the day's: a value
   that ends on the day it began stood on none. #}
with nights as (
    select as_of from {{ ref('stg_landing__nights') }}
),

standing as (
    select
        tonight.subject_type,
        tonight.subject_id,
        tonight.project_id,
        tonight.property,
        tonight.slot,
        tonight.value,
        coalesce(before.shown_from, nights.as_of) as shown_from,
        cast(null as date) as shown_until
    from {{ ref('int_history__published') }} as tonight
    cross join nights
    left join {{ ref('stg_state__published') }} as before
        on
            tonight.subject_type = before.subject_type
            and tonight.subject_id = before.subject_id
            and tonight.property = before.property
            and tonight.slot = before.slot
            and tonight.value = before.value
            and tonight.project_id is not distinct from before.project_id
),

ended as (
    select
        before.subject_type,
        before.subject_id,
        before.project_id,
        before.property,
        before.slot,
        before.value,
        before.shown_from,
        nights.as_of as shown_until
    from {{ ref('stg_state__published') }} as before
    cross join nights
    left join {{ ref('int_history__published') }} as tonight
        on
            before.subject_type = tonight.subject_type
            and before.subject_id = tonight.subject_id
            and before.property = tonight.property
            and before.slot = tonight.slot
            and before.value = tonight.value
            and before.project_id is not distinct from tonight.project_id
    where tonight.subject_id is null and before.shown_from < nights.as_of
)

select * from standing
union all
select * from ended
union all
select * from {{ ref('stg_state__published_ended') }}
