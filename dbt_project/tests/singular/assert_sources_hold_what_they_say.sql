{{ config(meta={'dagster': {'ref': {'name': 'dim_source'}}}) }}
{# A source that says it holds records shows a tenth of them at least: as records of projects, calls,
   outputs or releases. The two that only look names up show none of their own. #}
with shown as (
    select source_id from {{ ref('bridge_project_source') }}
    union all
    select source_id from {{ ref('fct_call') }}
    union all
    select source_id from {{ ref('fct_output') }}
)

select sources.source_id, sources.records, count(shown.source_id) as found
from {{ ref('dim_source') }} as sources
left join shown on sources.source_id = shown.source_id
where sources.records >= 20 and sources.source_id not in ('statfi', 'prh')
group by sources.source_id, sources.records
having count(shown.source_id) < sources.records / 10
