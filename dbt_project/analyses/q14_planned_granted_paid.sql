/*
Totals by ministry x instrument x year: planned, granted, paid?

Asked by: official in a ministry
One row: an authority, instrument and year
Units: euros in three columns that are never added to each other; decisions are counts
Caveats: planned money is that of envelopes without parts, in the year from which they hold; those
of several bodies stand under all their names at once. Granted money is in the year of the decision,
else of the start; amounts paid are those that are published, and few are. ESF and ERDF money is
granted by ELY centres and the like, not by ministries: leave `organisation_type` empty for it.
*/
with parameters as (
    select
        'ministry' as organisation_type,  -- whose totals: ministry, ely, agency …; empty for all
        2000 as first_year,  -- first year
        2100 as last_year  -- last year
),

owned as (
    select
        envelope.envelope_id,
        unnest(envelope.responsible_organisation_ids) as organisation_id
    from marts.fct_envelope as envelope
),

owners as (
    select
        owned.envelope_id,
        array_to_string(list_sort(list(organisation.name)), ' + ') as authority,
        list(organisation.organisation_type) as organisation_types
    from owned
    inner join marts.dim_organisation as organisation
        on owned.organisation_id = organisation.organisation_id
    group by owned.envelope_id
),

planned as (
    select
        owners.authority,
        envelope.instrument,
        cast(year(envelope.valid_from) as integer) as year,
        envelope.amount_eur as planned_eur,
        cast(null as decimal(14, 2)) as granted_eur,
        cast(null as decimal(14, 2)) as paid_eur,
        0 as without_amount,
        0 as counted
    from marts.fct_envelope as envelope
    cross join parameters
    inner join owners on envelope.envelope_id = owners.envelope_id
    where
        (
            parameters.organisation_type = ''
            or list_contains(owners.organisation_types, parameters.organisation_type)
        )
        and envelope.envelope_id not in (
            select child.parent_envelope_id
            from marts.fct_envelope as child
            where child.parent_envelope_id is not null
        )
),

decided as (
    select
        organisation.name as authority,
        funding.instrument,
        funding.funding_year as year,
        cast(null as decimal(14, 2)) as planned_eur,
        case when funding.counts_in_total then funding.amount_eur end as granted_eur,
        case when funding.amount_kind = 'paid' then funding.amount_eur end as paid_eur,
        case
            when funding.amount_kind = 'granted' and funding.amount_status = 'not_published' then 1
            else 0
        end as without_amount,
        cast(funding.counts_in_total as integer) as counted
    from marts.fct_funding as funding
    cross join parameters
    inner join marts.dim_organisation as organisation
        on funding.funder_organisation_id = organisation.organisation_id
    where
        (
            funding.counts_in_total
            or funding.amount_kind = 'paid'
            or (funding.amount_kind = 'granted' and funding.amount_status = 'not_published')
        )
        and parameters.organisation_type in ('', organisation.organisation_type)
),

united as (
    select * from planned
    union all
    select * from decided
)

select
    united.authority,
    united.instrument,
    united.year,
    sum(united.planned_eur) as planned_eur,
    sum(united.granted_eur) as granted_eur,
    sum(united.paid_eur) as paid_eur,
    sum(united.without_amount) as decisions_without_amount,
    sum(united.counted) as decisions_counted
from united
cross join parameters
where united.year is null or united.year between parameters.first_year and parameters.last_year
group by united.authority, united.instrument, united.year
order by united.authority, united.instrument nulls last, united.year nulls last
