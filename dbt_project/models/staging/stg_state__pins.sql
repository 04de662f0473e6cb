with source as (
    select * from {{ source('state', 'registry_pins') }}
),

renamed as (
    select
        project_id,
        record_id
    from source
)

select * from renamed
