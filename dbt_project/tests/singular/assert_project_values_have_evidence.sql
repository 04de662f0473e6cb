{{ config(meta={'dagster': {'ref': {'name': 'fct_fact'}}}) }}
{# Every published value of dim_project that is not derived is the preferred value of exactly
   one fact. #}
{% set columns = [
    'name', 'name_fi', 'name_sv', 'name_en', 'summary', 'start_date', 'end_date',
    'start_precision', 'end_precision', 'lead_organisation_id', 'programme_id', 'is_guidance',
    'guidance_evidence',
] %}
with published as (
    {% for column in columns %}
        select
            project_id,
            '{{ column }}' as property,
            cast({{ column }} as varchar) as value
        from {{ ref('dim_project') }}
        where {{ column }} is not null
        union all
    {% endfor %}
    select project_id, 'project_codes', code
    from {{ ref('dim_project') }} {{ explode('project_codes', 'code') }}
    union all
    select project_id, 'shared_codes', code
    from {{ ref('dim_project') }} {{ explode('shared_codes', 'code') }}
),

preferred as (
    select subject_id, property, value, count(*) as facts
    from {{ ref('fct_fact') }}
    where subject_type = 'project' and is_preferred and property != 'status'
    group by subject_id, property, value
)

select
    coalesce(published.project_id, preferred.subject_id) as project_id,
    coalesce(published.property, preferred.property) as property
from published
full outer join preferred
    on
        published.project_id = preferred.subject_id
        and published.property = preferred.property
        and published.value = preferred.value
where
    published.project_id is null
    or preferred.subject_id is null
    or preferred.facts != 1
