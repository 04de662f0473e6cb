{{ config(meta={'dagster': {'ref': {'name': 'fct_funding'}}}) }}
{# Figures from prose count only where no record of the same project states the grant, and once. #}
select funding.project_id
from {{ ref('fct_funding') }} as funding
inner join {{ ref('int_funding__merged') }} as merged
    on funding.funding_id = merged.funding_id
where funding.amount_kind = 'granted' and funding.project_id is not null
group by funding.project_id
having
    sum(case when funding.counts_in_total and merged.is_prose then 1 else 0 end) > 1
    or (
        bool_or(funding.counts_in_total and merged.is_prose)
        and bool_or(not merged.is_prose and funding.amount is not null)
    )
