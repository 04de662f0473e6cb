with source as (
    select * from {{ source('landing', 'quarantine') }}
),

renamed as (
    select
        source_id,
        source_url,
        native_id,
        "row" as source_row,
        field,
        step,
        reason,
        content_sha256,
        quarantined_at
    from source
)

select * from renamed
