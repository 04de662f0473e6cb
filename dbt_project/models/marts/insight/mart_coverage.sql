{# How much of each source and year has an amount, a date and a recipient. Counted are granted
   decisions; a source without any is there with zero, so that nobody takes its absence for an
   empty world. `year` is null where neither a decision nor a start is dated. #}
with decisions as (
    select
        funding.source_id,
        published.funding_year,
        published.amount_eur,
        published.decision_date,
        published.recipient_organisation_id
    from {{ ref('fct_funding') }} as published
    inner join {{ ref('int_funding__merged') }} as funding
        on published.funding_id = funding.funding_id
    where
        published.amount_kind = 'granted'
        and not published.is_annual
        and published.amount_qualifier in ('exact', 'approx')
),

counted as (
    select
        source_id,
        funding_year as year,
        count(*) as records,
        count(amount_eur) as with_amount,
        count(decision_date) as with_date,
        count(recipient_organisation_id) as with_recipient
    from decisions
    group by source_id, funding_year
)

select
    sources.source_id || ':' || coalesce(cast(counted.year as varchar), '-') as coverage_id,
    sources.source_id,
    counted.year,
    coalesce(counted.records, 0) as records,
    coalesce(counted.with_amount, 0) as with_amount,
    coalesce(counted.with_date, 0) as with_date,
    coalesce(counted.with_recipient, 0) as with_recipient
from {{ ref('dim_source') }} as sources
left join counted on sources.source_id = counted.source_id
order by coverage_id
