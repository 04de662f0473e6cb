with source as (
    select * from {{ source('landing', 'milestone') }}
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
        label,
        due_on,
        precision,
        note
    from source
)

select * from renamed
