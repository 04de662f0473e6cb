{# The same statements with the verdict: preference 1 is published, the others lost for a reason. #}
with statements as (
    select * from {{ ref('int_projects__stated') }}
),

ranked as (
    {{ prefer_by_trust(
        'statements', ['statements.project_id', 'statements.property', 'statements.slot']
    ) }}
)

select
    project_id, property, slot, fact_key, value, companion_property, companion, record_id, part,
    record_kind, source_id, source_url, content_sha256, retrieved_at, stated_at, first_seen_at,
    last_seen_at, trust, preference, reason
from ranked
