{# Values as the last night published them; those of earlier nights: stg_state__published_ended. #}
with source as (
    select * from {{ source('state', 'published') }}
),

renamed as (
    select
        subject_type,
        subject_id,
        project_id,
        property,
        slot,
        value,
        shown_from
    from source
    where shown_until is null
)

select * from renamed
