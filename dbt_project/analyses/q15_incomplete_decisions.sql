/*
Which decisions lack a published amount, date or recipient?

Asked by: official in a ministry
One row: a source and year, the least complete first
Units: records are counts; shares 0 to 1
Caveats: a record is a granted decision, counted where its winning statement stands; sources
without any are there with zero. Without a year is what tells neither a decision nor a start.
*/
with parameters as (
    select
        '' as source_id,  -- one source; empty for all
        2000 as first_year,  -- first year; records without one always show
        2100 as last_year  -- last year
)

select
    coverage.source_id,
    source.title as source,
    coverage.year,
    coverage.records,
    coverage.records - coverage.with_amount as without_amount,
    coverage.records - coverage.with_date as without_date,
    coverage.records - coverage.with_recipient as without_recipient,
    round(coverage.with_amount / nullif(coverage.records, 0), 3) as share_with_amount,
    round(coverage.with_date / nullif(coverage.records, 0), 3) as share_with_date,
    round(coverage.with_recipient / nullif(coverage.records, 0), 3) as share_with_recipient
from marts.mart_coverage as coverage
cross join parameters
inner join marts.dim_source as source on coverage.source_id = source.source_id
where
    parameters.source_id in ('', coverage.source_id)
    and (
        coverage.year is null
        or coverage.year between parameters.first_year and parameters.last_year
    )
order by share_with_amount nulls last, coverage.records desc, coverage.source_id, coverage.year
