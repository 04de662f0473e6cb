with source as (
    select * from {{ source('landing', 'night') }}
),

renamed as (
    select
        run_id,
        as_of,
        started_at
    from source
)

select * from renamed
