/*
Which sources failed or went stale last night, and is today's number affected?

Asked by: official in a ministry
One row: a source, those in trouble first
Units: euros granted that rest on the source, by the record whose value won; records are counts
Caveats: an affected sum is that of the last good night, it is not missing. A source that is off is
not asked. What a source would have added nobody can tell.
*/
with parameters as (
    select false as only_affected  -- true leaves out sources that are fresh or off
),

resting as (
    select
        records.source_id,
        sum(funding.amount_eur) filter (where funding.counts_in_total) as granted_eur,
        count(*) filter (
            where funding.amount_status = 'not_published'
        ) as decisions_without_amount
    from marts.fct_funding as funding
    inner join marts.bridge_project_source as records
        on funding.record_id = records.record_id and funding.project_id = records.project_id
    where funding.amount_kind = 'granted'
    group by records.source_id
)

select
    source.source_id,
    source.title,
    source.status,
    source.status in ('stale', 'failed') and coalesce(resting.granted_eur, 0) > 0
        as is_total_affected,
    resting.granted_eur as granted_eur_resting_on_it,
    coalesce(resting.decisions_without_amount, 0) as decisions_without_amount,
    source.records,
    source.last_success_at,
    source.last_attempt_at,
    source.drift_count,
    source.quarantined,
    source.verified_live
from marts.dim_source as source
cross join parameters
left join resting on source.source_id = resting.source_id
where not parameters.only_affected or source.status in ('stale', 'failed')
order by
    case source.status when 'failed' then 1 when 'stale' then 2 when 'off' then 4 else 3 end,
    source.source_id
