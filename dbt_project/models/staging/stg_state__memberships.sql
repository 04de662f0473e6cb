with source as (
    select * from {{ source('state', 'membership') }}
),

renamed as (
    select
        record_id,
        project_id,
        valid_from,
        valid_to
    from source
)

select * from renamed
