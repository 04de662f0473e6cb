with source as (
    select * from {{ source('landing', 'release') }}
),

renamed as (
    select
        record_id,
        source_id,
        content_sha256,
        retrieved_at,
        first_seen_at,
        last_seen_at,
        record_sha256,
        native_id,
        part,
        source_url,
        locator,
        title,
        lead,
        publisher_id,
        publisher,
        published_at,
        language,
        tagged_regions
    from source
)

select * from renamed
