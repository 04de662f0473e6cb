select
    elo_group_id,
    level,
    name_fi,
    name_sv,
    name_en,
    {{ sorted_set(words_of('convener_ids')) }} as convener_organisation_ids,
    group_count,
    swedish_group_count,
    source_document,
    source_slide
from {{ ref('elo_groups') }}
order by elo_group_id
