select
    project_id,
    subject_id as environment_code,
    evidence,
    record_id
from {{ ref('int_mission__tied') }}
where subject_kind = 'environment'
order by project_id, subject_id
