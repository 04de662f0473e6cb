{# Themes by which projects are compared: those that records state, and those of the aims and
   services of which the words of the project speak, because a short title seldom names its theme.
   `other` is a theme only where nothing else is known. #}
with united as (
    select
        project_id,
        code as theme_code,
        true as is_stated
    from {{ ref('int_projects__classified') }}
    where property = 'themes'
    union all
    select
        project_id,
        theme_code,
        false
    from {{ ref('int_overlap__concepts') }}
    where theme_code is not null and theme_code != 'other' and facet in ('aim', 'service')
),

themes as (
    select
        project_id,
        theme_code,
        bool_or(is_stated) as is_stated
    from united
    group by project_id, theme_code
),

ranked as (
    select
        *,
        count(case when theme_code != 'other' then 1 end) over (partition by project_id) as named
    from themes
)

select
    project_id,
    theme_code,
    is_stated
from ranked
where theme_code != 'other' or named = 0
