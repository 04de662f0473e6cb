with source as (
    select * from {{ source('landing', 'organisation') }}
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
        name_fi,
        name_sv,
        name_en,
        abbreviation,
        business_id,
        organisation_type,
        valid_from,
        valid_to,
        aliases
    from source
)

select * from renamed
