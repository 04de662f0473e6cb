with source as (
    select * from {{ source('state', 'change_log') }}
),

renamed as (
    select
        change_id,
        changed_at,
        subject_type,
        subject_id,
        project_id,
        property,
        old_value,
        new_value,
        change,
        reason
    from source
)

select * from renamed
