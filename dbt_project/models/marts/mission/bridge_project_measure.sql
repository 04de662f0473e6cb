select
    project_id,
    subject_id as measure_id,
    basis,
    evidence,
    record_id
from {{ ref('int_mission__tied') }}
where subject_kind = 'measure'
order by project_id, subject_id
