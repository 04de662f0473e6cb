with source as (
    select * from {{ source('landing', 'code') }}
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
        list_name,
        code,
        name_fi,
        name_sv,
        name_en,
        parent_list,
        parent_code,
        valid_from,
        valid_to
    from source
)

select * from renamed
