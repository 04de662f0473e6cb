select
    staffing_id,
    envelope_id,
    organisation_id,
    person_years,
    valid_from,
    valid_to,
    confidence,
    source_document,
    source_slide
from {{ ref('envelope_staffing') }}
order by staffing_id
