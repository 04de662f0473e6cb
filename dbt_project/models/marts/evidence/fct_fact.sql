select
    fact_id,
    subject_type,
    subject_id,
    property,
    value,
    record_id,
    source_id,
    source_url,
    content_sha256,
    retrieved_at,
    is_preferred,
    reason,
    first_seen_at,
    last_seen_at
from {{ ref('int_facts__dated') }}
