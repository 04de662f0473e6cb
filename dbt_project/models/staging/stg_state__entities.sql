with source as (
    select * from {{ source('state', 'entity') }}
),

renamed as (
    select
        project_id,
        created_on,
        status,
        redirect_to,
        is_pinned
    from source
)

select * from renamed
