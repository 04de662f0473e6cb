{{ config(meta={'dagster': {'ref': {'name': 'dim_region'}}}) }}
{# A closed list is published whole: no code of it is missing, none is there beside it. #}
with reviewed as (
    select 'dim_theme' as list, theme_code as code
    from {{ ref('themes') }}
    union all
    select 'dim_target_group', target_group_code
    from {{ ref('target_groups') }}
    union all
    select 'dim_region', maakunta_code
    from {{ ref('regions') }}
    union all
    select 'dim_region', '00'
    union all
    select 'dim_region', '99'
),

published as (
    select 'dim_theme' as list, theme_code as code
    from {{ ref('dim_theme') }}
    union all
    select 'dim_target_group', target_group_code
    from {{ ref('dim_target_group') }}
    union all
    select 'dim_region', maakunta_code
    from {{ ref('dim_region') }}
)

select
    coalesce(published.list, reviewed.list) as list,
    coalesce(published.code, reviewed.code) as code
from published
full outer join reviewed on published.list = reviewed.list and published.code = reviewed.code
where published.code is null or reviewed.code is null
