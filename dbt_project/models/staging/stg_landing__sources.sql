with source as (
    select * from {{ source('landing', 'source') }}
),

renamed as (
    select
        source_id,
        title_fi,
        title_sv,
        title_en,
        publisher,
        licence_id,
        licence_confidence,
        verified_live,
        lifecycle,
        base_url,
        status,
        reason,
        loaded_as,
        last_success_at,
        last_attempt_at,
        records,
        drift_count,
        quarantined,
        trust
    from source
)

select * from renamed
