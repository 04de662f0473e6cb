{{ config(meta={'dagster': {'ref': {'name': 'mart_envelope_coverage'}}}) }}
{# No envelope shows less than its children together, and the tops together no more than was granted
   to the projects that serve any envelope. #}
with children as (
    select
        envelopes.parent_envelope_id as envelope_id,
        sum(coverage.granted_stated_eur) as stated,
        sum(coverage.granted_inferred_eur) as inferred,
        sum(coverage.decisions_without_amount) as without_amount
    from {{ ref('mart_envelope_coverage') }} as coverage
    inner join {{ ref('fct_envelope') }} as envelopes
        on coverage.envelope_id = envelopes.envelope_id
    where envelopes.parent_envelope_id is not null
    group by envelopes.parent_envelope_id
),

granted as (
    select coalesce(sum(funding.amount_eur), 0) as euros
    from {{ ref('fct_funding') }} as funding
    inner join (select distinct project_id from {{ ref('bridge_project_envelope') }}) as tied
        on funding.project_id = tied.project_id
    where funding.counts_in_total
),

tops as (
    select sum(coverage.granted_stated_eur + coverage.granted_inferred_eur) as euros
    from {{ ref('mart_envelope_coverage') }} as coverage
    inner join {{ ref('fct_envelope') }} as envelopes
        on coverage.envelope_id = envelopes.envelope_id
    where envelopes.parent_envelope_id is null
)

select coverage.envelope_id as broken_at
from {{ ref('mart_envelope_coverage') }} as coverage
inner join children on coverage.envelope_id = children.envelope_id
where
    coverage.granted_stated_eur < children.stated
    or coverage.granted_inferred_eur < children.inferred
    or coverage.decisions_without_amount < children.without_amount
union all
select 'the tops'
from tops
cross join granted
where tops.euros > granted.euros
