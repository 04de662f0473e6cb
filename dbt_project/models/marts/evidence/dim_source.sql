select
    source_id,
    coalesce(title_fi, title_sv, title_en) as title,
    title_fi as name_fi,
    title_sv as name_sv,
    title_en as name_en,
    publisher,
    licence_id as licence,
    licence_confidence,
    lifecycle,
    status,
    reason as status_reason,
    loaded_as,
    last_success_at,
    last_attempt_at,
    cast(coalesce(records, 0) as bigint) as records,
    cast(coalesce(drift_count, 0) as bigint) as drift_count,
    cast(coalesce(quarantined, 0) as bigint) as quarantined,
    verified_live
from {{ ref('stg_landing__sources') }}
order by source_id
