{{ config(meta={'dagster': {'ref': {'name': 'bridge_project_source'}}}) }}
{# Whatever names a record beside a project names one of the records of that project. #}
with named as (
    select project_id, record_id, 'bridge_project_region' as named_by
    from {{ ref('bridge_project_region') }}
    union all
    select project_id, record_id, 'fct_funding'
    from {{ ref('fct_funding') }}
    where project_id is not null
    union all
    select subject_id, record_id, 'fct_fact'
    from {{ ref('fct_fact') }}
    where subject_type = 'project' and is_preferred
)

select named.named_by, named.project_id, named.record_id
from named
left join {{ ref('bridge_project_source') }} as records
    on named.project_id = records.project_id and named.record_id = records.record_id
where records.record_id is null
