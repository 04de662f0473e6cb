select
    project_id,
    subject_id as envelope_id,
    basis,
    evidence,
    record_id
from {{ ref('int_mission__tied') }}
where subject_kind = 'envelope'
order by project_id, subject_id
