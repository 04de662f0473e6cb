select
    project_id,
    code as target_group_code,
    evidence
from {{ ref('int_projects__classified') }}
where property = 'target_groups'
order by project_id, code
