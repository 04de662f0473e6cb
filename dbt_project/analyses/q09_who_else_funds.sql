/*
Who else funds this recipient?

Asked by: planner in a region
One row: a recipient and one of its funders
Units: euros granted; decisions are counts
Caveats: a body that was succeeded is counted with its successor, on both sides. Decisions without
a stated funder or recipient are left out; a recipient known by two unlike names is there twice.
*/
with parameters as (
    select
        '' as recipient,  -- a Y-tunnus, an id, or words of the name; empty for all
        2 as min_funders  -- recipients with at least so many funders
),

heirs as (
    select
        organisation_id,
        coalesce(successor_organisation_id, organisation_id) as body_id
    from marts.dim_organisation
),

pairs as (
    select
        recipient.body_id as recipient_id,
        funder.body_id as funder_id,
        sum(funding.amount_eur) filter (where funding.counts_in_total) as granted_eur,
        count(*) filter (
            where funding.amount_status = 'not_published'
        ) as decisions_without_amount,
        count(*) filter (where funding.counts_in_total) as decisions_counted
    from marts.fct_funding as funding
    inner join heirs as recipient
        on funding.recipient_organisation_id = recipient.organisation_id
    inner join heirs as funder on funding.funder_organisation_id = funder.organisation_id
    where
        funding.amount_kind = 'granted'
        and funding.project_id is not null
        and (funding.counts_in_total or funding.amount_status = 'not_published')
    group by recipient.body_id, funder.body_id
),

counted as (
    select
        *,
        count(*) over (partition by recipient_id) as funders
    from pairs
)

select
    recipient.name as recipient,
    recipient.business_id,
    counted.funders,
    funder.name as funder,
    funder.organisation_type as funder_type,
    counted.granted_eur,
    counted.decisions_without_amount,
    counted.decisions_counted,
    counted.recipient_id,
    counted.funder_id
from counted
cross join parameters
inner join marts.dim_organisation as recipient
    on counted.recipient_id = recipient.organisation_id
inner join marts.dim_organisation as funder on counted.funder_id = funder.organisation_id
where
    counted.funders >= parameters.min_funders
    and (
        parameters.recipient in ('', recipient.business_id, recipient.organisation_id)
        or contains(lower(recipient.name), lower(parameters.recipient))
    )
order by
    counted.funders desc, counted.recipient_id, counted.granted_eur desc nulls last,
    counted.funder_id
