{# The history of facts after this night: what the release step writes to state/facts.parquet.
   A value that nobody states any more stays with the day it was last seen. #}
with tonight as (
    select
        fact_key,
        min(content_sha256) as content_sha256,
        min(retrieved_at) as retrieved_at,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from {{ ref('int_facts__dated') }}
    group by fact_key
),

gone as (
    select
        history.fact_key,
        history.content_sha256,
        history.retrieved_at,
        history.first_seen_at,
        history.last_seen_at
    from {{ ref('stg_state__facts') }} as history
    left join tonight on history.fact_key = tonight.fact_key
    where tonight.fact_key is null
)

select * from tonight
union all
select * from gone
