{{ config(meta={'dagster': {'ref': {'name': 'fct_funding'}}}) }}
{# Figures from prose count only where no record of the same project states the grant, and once. #}
select project_id
from {{ ref('int_funding__merged') }}
where amount_kind = 'granted' and project_id is not null
group by project_id
having
    sum(case when counts_in_total and is_prose then 1 else 0 end) > 1
    or (
        bool_or(counts_in_total and is_prose)
        and bool_or(not is_prose and amount is not null)
    )
