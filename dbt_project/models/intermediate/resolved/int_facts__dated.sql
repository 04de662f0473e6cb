{# Facts with the bytes and the day that first showed them: from the history when the value is
   known, else from tonight's record. A value that is new in a night after the first is first seen
   tonight, however old its record is. #}
with history_size as (
    select count(*) as facts from {{ ref('stg_state__facts') }}
)

select
    stated.fact_id,
    stated.fact_key,
    stated.subject_type,
    stated.subject_id,
    stated.property,
    stated.value,
    stated.record_id,
    stated.part,
    stated.source_id,
    stated.source_url,
    coalesce(history.content_sha256, stated.content_sha256) as content_sha256,
    coalesce(history.retrieved_at, stated.retrieved_at) as retrieved_at,
    stated.preference = 1 as is_preferred,
    stated.reason,
    coalesce(
        history.first_seen_at,
        case when history_size.facts = 0 then stated.first_seen_at else nights.as_of end
    ) as first_seen_at,
    stated.last_seen_at
from {{ ref('int_facts__stated') }} as stated
cross join history_size
cross join {{ ref('stg_landing__nights') }} as nights
left join {{ ref('stg_state__facts') }} as history
    on stated.fact_key = history.fact_key
