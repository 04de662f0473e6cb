{{ config(meta={'dagster': {'ref': {'name': 'fct_funding'}}}) }}
{# Grants to natural persons have no project, count nowhere and carry no name. #}
select funding.funding_id
from {{ ref('fct_funding') }} as funding
inner join {{ ref('int_funding__merged') }} as merged
    on funding.funding_id = merged.funding_id
where
    merged.is_person
    and (
        funding.project_id is not null
        or funding.counts_in_total
        or funding.recipient_organisation_id != 'natural-person'
    )
