{# How this night's values differ from the last published ones, with what happened to ids. A
   project that comes or goes is one line, and its figures of money have none of their own; so the
   first night is one line a project. An id that became a redirect is `merged`, not removed. #}
with compared as (
    select
        coalesce(new_values.subject_type, old_values.subject_type) as subject_type,
        coalesce(new_values.subject_id, old_values.subject_id) as subject_id,
        coalesce(new_values.project_id, old_values.project_id) as project_id,
        coalesce(new_values.property, old_values.property) as property,
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
),

{# What came or went as a whole, by the value that every subject has. #}
came_or_went as (
    select subject_type, subject_id
    from compared
    where
        property = case subject_type when 'project' then 'project_id' else 'amount' end
        and (old_value is null or new_value is null)
),

baseline as (
    select count(*) = 0 as is_first from {{ ref('stg_state__published') }}
),

merged as (
    select project_id, other_project_id, reason
    from {{ ref('int_registry__event_tonight') }}
    where kind = 'merged'
),

lines as (
    select
        compared.subject_type,
        compared.subject_id,
        compared.project_id,
        compared.property,
        compared.old_value,
        compared.new_value,
        case
            when compared.old_value is null then 'added'
            when compared.new_value is null then 'removed'
            else 'changed'
        end as change,
        cast(null as varchar) as reason
    from compared
    cross join baseline
    left join came_or_went
        on
            compared.subject_type = came_or_went.subject_type
            and compared.subject_id = came_or_went.subject_id
    left join came_or_went as projects
        on
            compared.subject_type = 'funding'
            and compared.project_id = projects.subject_id
            and projects.subject_type = 'project'
    left join merged
        on
            compared.subject_type = 'project'
            and compared.subject_id = merged.project_id
    where
        (came_or_went.subject_id is null or compared.property in ('project_id', 'amount'))
        and projects.subject_id is null
        and merged.project_id is null
        and not (baseline.is_first and compared.subject_type = 'funding')

    union all

    select
        'project', merged.project_id, merged.project_id, 'project_id', merged.project_id,
        merged.other_project_id, 'merged', merged.reason
    from merged

    union all

    {# the id stays with a part; another part now stands under the other id #}
    select
        'project', project_id, project_id, 'project_id', project_id,
        other_project_id, 'split', reason
    from {{ ref('int_registry__event_tonight') }}
    where kind in ('split', 'moved')
)

select
    {{ surrogate_key([
        'nights.started_at', 'lines.subject_type', 'lines.subject_id', 'lines.property',
        'lines.old_value', 'lines.new_value', 'lines.change',
    ]) }} as change_id,
    nights.started_at as changed_at,
    lines.subject_type,
    lines.subject_id,
    lines.project_id,
    lines.property,
    lines.old_value,
    lines.new_value,
    lines.change,
    lines.reason
from lines
cross join {{ ref('stg_landing__nights') }} as nights
