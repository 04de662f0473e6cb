{{ config(meta={'dagster': {'ref': {'name': 'fct_fact'}}}) }}
{# Every published value of fct_funding that is not derived is the preferred value of exactly
   one fact. #}
{% set columns = [
    'amount_kind', 'amount', 'currency', 'amount_qualifier', 'is_annual', 'instrument',
    'funder_organisation_id', 'recipient_organisation_id', 'decision_date',
] %}
with published as (
    {% for column in columns %}
        select
            funding_id,
            '{{ column }}' as property,
            cast({{ column }} as varchar) as value
        from {{ ref('fct_funding') }}
        where {{ column }} is not null
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

preferred as (
    select subject_id, property, value, count(*) as facts
    from {{ ref('fct_fact') }}
    where subject_type = 'funding' and is_preferred
    group by subject_id, property, value
)

select
    coalesce(published.funding_id, preferred.subject_id) as funding_id,
    coalesce(published.property, preferred.property) as property
from published
full outer join preferred
    on
        published.funding_id = preferred.subject_id
        and published.property = preferred.property
        and published.value = preferred.value
where
    published.funding_id is null
    or preferred.subject_id is null
    or preferred.facts != 1
