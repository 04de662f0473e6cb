{# Values of this night as text, one row a value, to be compared with those of the night before and
   kept in state/published.parquet. Of a list each element is a row and its own `slot`. Left out
   is what follows from the day or from counting: source counts, days of sight, years. #}
{% set project_columns = [
    'name', 'name_fi', 'name_sv', 'name_en', 'summary', 'status', 'start_date', 'end_date',
    'start_precision', 'end_precision', 'lead_organisation_id', 'programme_id', 'is_guidance',
    'guidance_evidence',
] %}
{% set funding_columns = [
    'amount_kind', 'currency', 'amount_qualifier', 'is_annual', 'instrument',
    'funder_organisation_id', 'recipient_organisation_id', 'decision_date', 'counts_in_total',
] %}
with project_values as (
    select
        project_id,
        'project_id' as property,
        '' as slot,
        project_id as value
    from {{ ref('int_projects__merged') }}

    {% for column in project_columns %}
        union all
        select project_id, '{{ column }}', '', cast({{ column }} as varchar)
        from {{ ref('int_projects__merged') }}
        where {{ column }} is not null
    {% endfor %}

    {% for column in ['project_codes', 'shared_codes'] %}
        union all
        select distinct projects.project_id, '{{ column }}', code as slot, code as value
        from {{ ref('int_projects__merged') }} as projects
        {{ explode('projects.' ~ column, 'code') }}
    {% endfor %}

    union all

    select
        project_id,
        'granted_eur',
        '',
        cast(cast(sum(amount) as decimal(18, 2)) as varchar)
    from {{ ref('int_funding__merged') }}
    where counts_in_total and project_id is not null
    group by project_id
),

{# A figure is there with its sum; `not_published` where nobody tells it. #}
funding_values as (
    select
        funding_id,
        project_id,
        'amount' as property,
        coalesce(cast(amount as varchar), 'not_published') as value
    from {{ ref('int_funding__merged') }}

    {% for column in funding_columns %}
        union all
        select funding_id, project_id, '{{ column }}', cast({{ column }} as varchar)
        from {{ ref('int_funding__merged') }}
        where {{ column }} is not null
    {% endfor %}
)

select
    'project' as subject_type,
    project_id as subject_id,
    project_id,
    property,
    slot,
    value
from project_values
union all
select
    'funding',
    funding_id,
    project_id,
    property,
    '',
    value
from funding_values
