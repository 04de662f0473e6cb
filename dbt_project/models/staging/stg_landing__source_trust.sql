{# How far a source is trusted for one field, as its spec declares it; `default` is its trust for
   everything else. #}
with source as (
    select * from {{ source('landing', 'source') }}
),

renamed as (
    select
        source.source_id,
        entry.field,
        cast(entry.trust as integer) as trust
    from source
    {{ explode('source.trust', 'entry') }}
)

select * from renamed
