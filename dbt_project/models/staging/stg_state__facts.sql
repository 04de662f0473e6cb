with source as (
    select * from {{ source('state', 'facts') }}
),

renamed as (
    select
        fact_key,
        content_sha256,
        retrieved_at,
        first_seen_at,
        last_seen_at
    from source
)

select * from renamed
