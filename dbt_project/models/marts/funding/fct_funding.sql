{# One row a figure or decision. `sum(amount_eur) where counts_in_total` is the granted money. #}
with funding as (
    select
        merged.*,
        projects.start_date
    from {{ ref('int_funding__merged') }} as merged
    left join {{ ref('int_projects__merged') }} as projects
        on merged.project_id = projects.project_id
)

select
    funding_id,
    project_id,
    funder_organisation_id,
    recipient_organisation_id,
    instrument,
    amount_kind,
    amount,
    currency,
    case when currency = 'EUR' then amount end as amount_eur,
    amount_qualifier,
    is_annual,
    case when amount is null then 'not_published' else 'published' end as amount_status,
    decision_date,
    cast(extract(year from coalesce(decision_date, start_date)) as integer) as funding_year,
    case
        when decision_date is not null then 'decision'
        when start_date is not null then 'start'
    end as year_basis,
    counts_in_total,
    record_id,
    cast(conflict_count as integer) as conflict_count
from funding
order by funding_id
