select
    change_id,
    changed_at,
    subject_type,
    subject_id,
    project_id,
    property,
    old_value,
    new_value,
    change,
    reason
from {{ ref('int_history__change_log_next') }}
order by changed_at, subject_type, subject_id, property, change_id
