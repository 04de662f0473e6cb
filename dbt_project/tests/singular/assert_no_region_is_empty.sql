{{ config(meta={'dagster': {'ref': {'name': 'bridge_project_region'}}}) }}
{# Where many places are known, every maakunta of the mainland has some; a small release and
   Åland (21) say nothing by being empty. #}
with known as (
    select count(*) as places
    from {{ ref('bridge_project_region') }}
)

select regions.maakunta_code
from {{ ref('dim_region') }} as regions
cross join known
left join {{ ref('bridge_project_region') }} as places
    on regions.maakunta_code = places.maakunta_code
where
    known.places >= 1500
    and regions.maakunta_code not in ('00', '21', '99')
    and places.maakunta_code is null
