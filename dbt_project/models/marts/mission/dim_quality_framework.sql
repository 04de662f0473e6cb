select
    quality_framework_id,
    name_fi,
    name_sv,
    name_en,
    owner_id as owner_organisation_id,
    owner_note,
    is_open_question,
    source_document,
    source_slide
from {{ ref('quality_frameworks') }}
order by quality_framework_id
