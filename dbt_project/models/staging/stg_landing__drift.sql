with source as (
    select * from {{ source('landing', 'drift') }}
),

renamed as (
    select
        source_id,
        what,
        place,
        value,
        occurrences,
        source_url
    from source
)

select * from renamed
