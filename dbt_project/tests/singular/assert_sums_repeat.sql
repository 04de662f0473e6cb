{{ config(meta={'dagster': {'ref': {'name': 'fct_funding'}}}) }}
{# What is told of money a second time is the same money: years follow their basis, and a pair of
   overlapping projects has the granted total of both. #}
with granted as (
    select project_id, sum(amount_eur) as granted_eur
    from {{ ref('fct_funding') }}
    where counts_in_total
    group by project_id
)

select funding.funding_id as subject_id, 'funding_year' as broken_rule
from {{ ref('fct_funding') }} as funding
left join {{ ref('dim_project') }} as projects on funding.project_id = projects.project_id
where
    (
        funding.year_basis = 'decision'
        and funding.funding_year is distinct from extract(year from funding.decision_date)
    )
    or (
        funding.year_basis = 'start'
        and funding.funding_year is distinct from extract(year from projects.start_date)
    )
union all
select pairs.project_id_a, 'combined_granted_eur'
from {{ ref('mart_project_overlap') }} as pairs
left join granted as granted_a on pairs.project_id_a = granted_a.project_id
left join granted as granted_b on pairs.project_id_b = granted_b.project_id
where
    coalesce(pairs.combined_granted_eur, 0)
    != coalesce(granted_a.granted_eur, 0) + coalesce(granted_b.granted_eur, 0)
