select
    life_stage_code,
    name_fi,
    name_sv,
    name_en,
    line_of_slide,
    source_document,
    source_slide
from {{ ref('life_stages') }}
order by line_of_slide, life_stage_code
