select
    project_id,
    name,
    name_fi,
    name_sv,
    name_en,
    summary,
    status,
    start_date,
    end_date,
    start_precision,
    end_precision,
    lead_organisation_id,
    programme_id,
    project_codes,
    shared_codes,
    is_guidance,
    guidance_evidence,
    cast(source_count as integer) as source_count,
    first_seen_at,
    last_seen_at
from {{ ref('int_projects__merged') }}
order by project_id
