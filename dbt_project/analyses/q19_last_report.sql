/*
Reproduce the figures of last quarter's report

Asked by: analyst
One row: an instrument, with what was known on the day of the report and what is known now
Units: euros granted; decisions are counts
Caveats: then is told by the days on which values that still stand were first seen; a sum that was
replaced since is told as corrected and not put back. The figures as they stood: the same question
with `--as-of` and the day, or the release of that day. Without a full quarter of nights, nothing
was known then.
*/
with parameters as (
    select
        (
            select cast(date_trunc('quarter', max(last_seen_at)) - interval 1 day as date)
            from marts.dim_project
        ) as report_day  -- the last day of the quarter before this one
),

seen as (
    select
        fact.subject_id as funding_id,
        min(fact.first_seen_at) as first_seen_at
    from marts.fct_fact as fact
    where fact.subject_type = 'funding' and fact.property = 'amount' and fact.is_preferred
    group by fact.subject_id
),

corrected as (
    select distinct log.subject_id as funding_id
    from marts.mart_change_log as log
    cross join parameters
    where
        log.subject_type = 'funding'
        and log.property in ('amount', 'counts_in_total', 'instrument')
        and log.change = 'changed'
        and cast(log.changed_at as date) > parameters.report_day
)

select
    parameters.report_day,
    funding.instrument,
    sum(funding.amount_eur) filter (
        where funding.counts_in_total and seen.first_seen_at <= parameters.report_day
    ) as granted_eur_known_then,
    sum(funding.amount_eur) filter (
        where funding.counts_in_total and seen.first_seen_at > parameters.report_day
    ) as granted_eur_learned_since,
    sum(funding.amount_eur) filter (where funding.counts_in_total) as granted_eur_now,
    count(*) filter (where funding.amount_status = 'not_published') as decisions_without_amount,
    count(*) filter (where corrected.funding_id is not null) as decisions_corrected_since
from marts.fct_funding as funding
cross join parameters
left join seen on funding.funding_id = seen.funding_id
left join corrected on funding.funding_id = corrected.funding_id
where funding.amount_kind = 'granted'
group by parameters.report_day, funding.instrument
order by funding.instrument nulls last
