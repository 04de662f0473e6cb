with source as (
    select * from {{ source('landing', 'project') }}
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
        name,
        name_fi,
        name_sv,
        name_en,
        start_date,
        start_precision,
        end_date,
        end_precision,
        codes,
        organisations,
        regions,
        amounts,
        is_guidance,
        guidance_evidence,
        themes,
        target_groups,
        native_id,
        part,
        source_url,
        locator,
        makes_project,
        record_type,
        language,
        summary,
        status,
        status_raw,
        programme,
        priority,
        instrument,
        subprojects
    from source
)

select * from renamed
