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
        value
    from source
)

select * from renamed
