{# Values that were published and are no longer. #}
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
        shown_from,
        shown_until
    from source
    where shown_until is not null
)

select * from renamed
