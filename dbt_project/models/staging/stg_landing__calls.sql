with source as (
    select * from {{ source('landing', 'call') }}
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
        funder,
        instrument,
        opens_on,
        closes_on,
        is_continuous,
        stated_status,
        status_raw,
        regions,
        budget_eur,
        codes
    from source
)

select * from renamed
