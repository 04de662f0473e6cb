select
    environment_code,
    name_fi,
    name_sv,
    name_en,
    detail_fi,
    is_questioned,
    source_document,
    source_slide
from {{ ref('environments') }}
order by position
