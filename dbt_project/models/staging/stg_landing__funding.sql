with source as (
    select * from {{ source('landing', 'funding') }}
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
        project_native_id,
        purpose,
        codes,
        recipient,
        recipient_business_id,
        recipient_is_person,
        funder,
        instrument,
        amounts,
        regions,
        is_guidance,
        guidance_evidence,
        themes,
        target_groups
    from source
)

select * from renamed
