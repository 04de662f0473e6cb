{{ config(meta={'dagster': {'ref': {'name': 'bridge_project_source'}}}) }}
{# Every record that makes a project belongs to one; none belongs to two. #}
select records.record_id
from {{ ref('int_records__united') }} as records
left join {{ ref('bridge_project_source') }} as bridge
    on records.record_id = bridge.record_id
where records.makes_project
group by records.record_id
having count(bridge.project_id) != 1
