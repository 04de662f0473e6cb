select
    project_id,
    code as theme_code,
    evidence
from {{ ref('int_projects__classified') }}
where property = 'themes'
order by project_id, code
