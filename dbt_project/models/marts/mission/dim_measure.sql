select
    measure_id,
    scheme,
    measure_code,
    name_fi,
    name_sv,
    name_en,
    goal_fi as goal,
    goal_sv,
    goal_en,
    government_project,
    {{ sorted_set(words_of('responsible_ids')) }} as responsible_organisation_ids,
    funding,
    {{ sorted_set(words_of('instruments')) }} as instruments,
    schedule,
    valid_from,
    valid_to,
    confidence,
    source_document,
    source_slide
from {{ ref('measures') }}
order by measure_id
