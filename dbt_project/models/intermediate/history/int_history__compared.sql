{# Values that differ between this night and the last published ones, side by side. A table of its
   own, because DuckDB 2.0.0 loses rows of an outer join over another one (duckdb/duckdb#24540). #}
select
    coalesce(new_values.subject_type, old_values.subject_type) as subject_type,
    coalesce(new_values.subject_id, old_values.subject_id) as subject_id,
    coalesce(new_values.project_id, old_values.project_id) as project_id,
    coalesce(new_values.property, old_values.property) as property,
    coalesce(new_values.slot, old_values.slot) as slot,
    old_values.value as old_value,
    new_values.value as new_value
from {{ ref('int_history__published') }} as new_values
full outer join {{ ref('stg_state__published') }} as old_values
    on
        new_values.subject_type = old_values.subject_type
        and new_values.subject_id = old_values.subject_id
        and new_values.property = old_values.property
        and new_values.slot = old_values.slot
where new_values.value is distinct from old_values.value
