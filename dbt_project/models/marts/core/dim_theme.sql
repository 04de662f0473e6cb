select
    theme_code,
    name_fi,
    name_sv,
    name_en,
    is_guidance_theme
from {{ ref('themes') }}
order by theme_code
