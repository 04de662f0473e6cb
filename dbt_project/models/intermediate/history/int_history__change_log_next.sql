{# The change log with this night's lines appended: what the release step writes to
   state/change_log.parquet, and what is published. #}
select
    change_id, changed_at, subject_type, subject_id, project_id, property, old_value, new_value,
    change, reason
from {{ ref('stg_state__change_log') }}
union all
select
    change_id, changed_at, subject_type, subject_id, project_id, property, old_value, new_value,
    change, reason
from {{ ref('int_history__changes') }}
