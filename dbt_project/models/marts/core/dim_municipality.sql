{# The municipalities of 2026 with the borders on both sides of the reform. Åland had no ELY centre
   and has no elinvoimakeskus; the code that statistics give it there is none of an authority. #}
select
    municipalities.kunta_code as municipality_code,
    municipalities.kunta_fi as name_fi,
    municipalities.kunta_sv as name_sv,
    municipalities.maakunta_code,
    case
        when regions.ely_organisation_id is not null then municipalities.ely_code_2025
    end as ely_code,
    regions.ely_valid_to,
    case when regions.evk_organisation_id is not null then municipalities.evk_code end as evk_code,
    regions.evk_valid_from,
    municipalities.seutukunta_code as subregion_code,
    municipalities.hyvinvointialue_code as wellbeing_county_code,
    municipalities.language_status
from {{ ref('municipalities_2026') }} as municipalities
left join {{ ref('dim_region') }} as regions
    on municipalities.maakunta_code = regions.maakunta_code
order by municipalities.kunta_code
