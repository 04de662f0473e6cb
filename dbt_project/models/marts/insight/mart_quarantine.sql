select
    {{ surrogate_key([
        'source_id', 'source_url', 'native_id', 'source_row', 'field', 'step', 'reason',
        'content_sha256',
    ]) }} as quarantine_id,
    source_id,
    source_url,
    source_row as "row",
    field,
    step,
    reason,
    content_sha256,
    min(quarantined_at) as quarantined_at
from {{ ref('stg_landing__quarantine') }}
group by 1, 2, 3, 4, 5, 6, 7, 8
order by quarantine_id
