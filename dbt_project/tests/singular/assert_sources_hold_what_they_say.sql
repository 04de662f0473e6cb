{{ config(meta={'dagster': {'ref': {'name': 'dim_source'}}}) }}
{# A source whose values are published shows the records that state them, and says that it holds
   some. #}
with stating as (
    select distinct source_id
    from {{ ref('fct_fact') }}
    where subject_type = 'project'
),

shown as (
    select distinct source_id
    from {{ ref('bridge_project_source') }}
)

select stating.source_id
from stating
left join shown on stating.source_id = shown.source_id
left join {{ ref('dim_source') }} as sources on stating.source_id = sources.source_id
where shown.source_id is null or coalesce(sources.records, 0) = 0
