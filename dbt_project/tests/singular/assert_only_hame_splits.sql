{{ config(meta={'dagster': {'ref': {'name': 'dim_municipality'}}}) }}
{# Old and new borders agree whichever way one asks: a municipality has the centres of its maakunta,
   and of the ELY areas only that of Häme lies in two elinvoimakeskus. #}
select
    'municipality ' || municipalities.municipality_code as odd_one
from {{ ref('dim_municipality') }} as municipalities
left join {{ ref('dim_region') }} as regions
    on municipalities.maakunta_code = regions.maakunta_code
where
    regions.maakunta_code is null
    or municipalities.ely_code is distinct from regions.ely_code
    or municipalities.evk_code is distinct from regions.evk_code
union all
select 'area of ELY ' || ely_code
from {{ ref('dim_municipality') }}
where ely_code is not null
group by ely_code
having (count(distinct evk_code) > 1) <> (ely_code = '04')
