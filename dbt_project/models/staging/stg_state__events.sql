with source as (
    select * from {{ source('state', 'event') }}
),

renamed as (
    select
        "at" as happened_on,
        kind,
        project_id,
        other_project_id,
        reason
    from source
)

select * from renamed
