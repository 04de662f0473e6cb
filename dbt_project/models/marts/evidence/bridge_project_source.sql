select
    members.project_id,
    records.source_id,
    records.record_id,
    records.native_id,
    records.record_kind,
    records.source_url,
    records.retrieved_at,
    records.content_sha256,
    members.match_rule,
    cast(members.match_probability as decimal(5, 4)) as match_probability,
    members.decided_by as match_decided_by
from {{ ref('int_registry__members') }} as members
inner join {{ ref('int_records__united') }} as records
    on members.record_id = records.record_id
order by members.project_id, records.record_id
