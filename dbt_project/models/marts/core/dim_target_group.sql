select
    target_group_code,
    name_fi,
    name_sv,
    name_en,
    age_min,
    age_max
from {{ ref('target_groups') }}
order by target_group_code
