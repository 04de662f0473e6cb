with source as (
    select * from {{ source('landing', 'output') }}
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
        output_type,
        title,
        url,
        handle,
        published_on,
        published_precision,
        licence,
        publisher,
        series,
        series_number,
        files,
        withdrawn_on,
        codes
    from source
)

select * from renamed
