{# How this night's values differ from the last published ones, with what happened to ids. A
   project that comes or goes is one line, and its figures of money have none of their own; so the
   first night is one line a project. An id that became a redirect is `merged`, not removed. #}
{# What came or went as a whole, by the value that every subject has. #}
with came_or_went as (
    select subject_type, subject_id
    from {{ ref('int_history__compared') }}
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
    from {{ ref('int_history__compared') }} as compared
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
        'project' as subject_type, project_id as subject_id, project_id,
        'project_id' as property, project_id as old_value,
        other_project_id as new_value, 'merged' as change, reason
    from merged

    union all

    {# the id stays with a part; another part now stands under the other id #}
    select
        'project' as subject_type, project_id as subject_id, project_id,
        'project_id' as property, project_id as old_value,
        other_project_id as new_value, 'split' as change, reason
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
