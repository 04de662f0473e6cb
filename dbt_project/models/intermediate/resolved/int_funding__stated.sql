{# Every sum that may become a row of fct_funding, as one statement gives it, with the project, the
   bodies and the decision it belongs to. Applied sums, budgets and sums over several projects
   stop here. #}
with statements as (
    select
        statements.*,
        members.project_id
    from {{ ref('int_statements__united') }} as statements
    left join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
    {# a sum in a release about something else is no funding #}
    where members.project_id is not null or statements.record_kind = 'funding'
),

bodies as (
    select
        statement_id,
        role,
        position,
        organisation_id,
        row_number() over (partition by statement_id, role order by position) as preference
    from {{ ref('int_organisations__mentioned') }}
),

stated as (
    select
        statements.statement_id,
        statements.record_id,
        statements.part,
        statements.native_id,
        statements.record_kind,
        statements.source_id,
        statements.source_url,
        statements.content_sha256,
        statements.retrieved_at,
        statements.stated_at,
        statements.first_seen_at,
        statements.last_seen_at,
        statements.project_id,
        statements.is_person,
        statements.instrument as record_instrument,
        cast(amount_position as integer) as position,
        amount.kind as amount_kind,
        cast(amount.amount as decimal(14, 2)) as amount,
        upper(amount.currency) as currency,
        amount.qualifier as amount_qualifier,
        amount.is_annual,
        amount.from_prose as is_prose,
        {# "1,2 miljoonaa", "1.2 million": told in round figures #}
        amount.from_prose and (
            lower(coalesce(amount.quote, '')) like '%milj%'
            or lower(coalesce(amount.quote, '')) like '%million%'
        ) as is_in_millions,
        amount.instrument as amount_instrument,
        amount.decision_date
    from statements
    {{ explode('statements.amounts', 'amount') }}
    where amount.kind in (
        'granted', 'granted_eu_share', 'partner_share', 'national_share', 'own_funding',
        'total_cost', 'planned_public', 'realised_public', 'realised', 'paid'
    )
)

select
    stated.statement_id,
    stated.record_id,
    stated.part,
    stated.position,
    stated.record_kind,
    stated.source_id,
    stated.source_url,
    stated.content_sha256,
    stated.retrieved_at,
    stated.stated_at,
    stated.first_seen_at,
    stated.last_seen_at,
    stated.project_id,
    stated.is_person,
    stated.amount_kind,
    stated.amount,
    stated.currency,
    stated.amount_qualifier,
    stated.is_annual,
    stated.is_prose,
    stated.is_in_millions,
    stated.decision_date,
    coalesce(stated.amount_instrument, stated.record_instrument) as instrument,
    coalesce(amount_funders.organisation_id, funders.organisation_id) as funder_organisation_id,
    case
        when stated.is_person then 'natural-person'
        when stated.amount_kind in ('partner_share', 'own_funding')
            then amount_recipients.organisation_id
        else coalesce(amount_recipients.organisation_id, leads.organisation_id)
    end as recipient_organisation_id,
    {# a decision list repeats a key (`…#2`) when a decision was amended #}
    case
        when stated.record_kind = 'funding'
            then stated.source_id || '|' || split_part(stated.native_id, '#', 1)
    end as decision_key,
    coalesce(trust.trust, 50) as trust
from stated
left join bodies as amount_funders
    on
        stated.statement_id = amount_funders.statement_id
        and amount_funders.role = 'amount_funder'
        and stated.position = amount_funders.position
left join bodies as amount_recipients
    on
        stated.statement_id = amount_recipients.statement_id
        and amount_recipients.role = 'amount_recipient'
        and stated.position = amount_recipients.position
left join bodies as funders
    on
        stated.statement_id = funders.statement_id
        and funders.role = 'funder'
        and funders.preference = 1
left join bodies as leads
    on
        stated.statement_id = leads.statement_id
        and leads.role = 'lead'
        and leads.preference = 1
left join {{ ref('int_trust__resolved') }} as trust
    on
        stated.source_id = trust.source_id
        and stated.record_kind = trust.record_kind
        and trust.property = 'amount'
