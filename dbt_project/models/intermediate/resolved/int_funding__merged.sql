{# Sums merged once: one row a decision or figure, with the first known value of every column in
   order of trust, and the rule of what counts in a total. #}
{% set order = 'order by trust desc, order_rank, stated_at desc, record_id, part, position' %}
with keyed as (
    select
        keyed.*,
        {% for column in [
            'funder_organisation_id', 'recipient_organisation_id', 'instrument', 'decision_date'
        ] %}
            first_value({{ column }} ignore nulls) over (
                partition by funding_id {{ order }}
                rows between unbounded preceding and unbounded following
            ) as best_{{ column }},
        {% endfor %}
        bool_and(is_in_millions) over (partition by funding_id) as is_only_in_millions,
        row_number() over (partition by funding_id {{ order }}) as preference
    from {{ ref('int_funding__keyed') }} as keyed
),

merged as (
    select
        keyed.funding_id, keyed.project_id, keyed.record_id, keyed.part, keyed.position,
        keyed.record_kind, keyed.source_id, keyed.is_person, keyed.is_prose, keyed.trust,
        keyed.order_rank, keyed.stated_at, keyed.amount_kind, keyed.amount, keyed.currency,
        keyed.amount_qualifier, keyed.is_annual, keyed.share_key, keyed.decision_key,
        keyed.best_funder_organisation_id as funder_organisation_id,
        keyed.best_recipient_organisation_id as recipient_organisation_id,
        coalesce(keyed.best_instrument, lent.instrument) as instrument,
        keyed.best_decision_date as decision_date,
        keyed.is_only_in_millions as is_in_millions
    from keyed
    left join {{ ref('int_funding__lent') }} as lent
        on keyed.funding_id = lent.funding_id
    where keyed.preference = 1
),

projects as (
    select
        project_id,
        bool_or(amount is not null) as has_published_grant,
        bool_or(amount is not null and not is_prose) as has_recorded_grant
    from merged
    where amount_kind = 'granted' and project_id is not null
    group by project_id
),

eligible as (
    select
        merged.*,
        {# a figure without a funder belongs to the decision of the best-known funder #}
        coalesce(
            merged.funder_organisation_id,
            first_value(merged.funder_organisation_id ignore nulls) over (
                partition by merged.project_id {{ order }}
                rows between unbounded preceding and unbounded following
            ),
            ''
        ) as funder_key
    from merged
    inner join projects on merged.project_id = projects.project_id
    where
        merged.amount_kind = 'granted'
        and merged.currency = 'EUR'
        and merged.amount > 0
        and not merged.is_annual
        and merged.amount_qualifier in ('exact', 'approx')
        and not merged.is_person
        and (not merged.is_prose or not projects.has_recorded_grant)
),

{# "1,2 million" beside 1 233 000 is the same grant told shorter, not another sum. #}
roundings as (
    select distinct short.funding_id
    from eligible as short
    inner join eligible as exact
        on
            short.project_id = exact.project_id
            and abs(short.amount - exact.amount)
            <= case when short.amount % 100000 = 0 then 50000 else 5000 end
    where short.is_in_millions and exact.is_prose and not exact.is_in_millions
),

compared as (
    select
        eligible.*,
        roundings.funding_id is not null as is_rounding
    from eligible
    left join roundings on eligible.funding_id = roundings.funding_id
),

ranked as (
    select
        compared.*,
        {% for column in ['source_id', 'record_kind', 'record_id', 'part'] %}
            first_value({{ column }}) over (
                partition by project_id, funder_key {{ order }}
                rows between unbounded preceding and unbounded following
            ) as best_{{ column }},
        {% endfor %}
        {# prose names funders loosely: one figure a project, an exact one before a round one #}
        row_number() over (
            partition by project_id, is_prose
            order by
                case when is_rounding then 1 else 0 end,
                trust desc, case amount_qualifier when 'exact' then 0 else 1 end,
                stated_at desc, record_id, part, position
        ) as prose_rank,
        row_number() over (
            partition by project_id, decision_key
            order by decision_date desc nulls last, stated_at desc, record_id, position
        ) as decision_rank
    from compared
),

counting as (
    select funding_id
    from ranked
    where
        case
            when is_prose then prose_rank = 1
            when record_kind = 'funding'
                then
                    best_record_kind = 'funding'
                    and source_id = best_source_id
                    and decision_rank = 1
            else record_id = best_record_id and part = best_part
        end
),

{# Another figure of the same kind for the same thing. Decisions of a list and payments are many by
   nature, and two sums that both count are two decisions, not a disagreement. #}
conflicts as (
    select
        one.funding_id,
        count(*) as conflict_count
    from merged as one
    inner join merged as other
        on
            one.project_id = other.project_id
            and one.amount_kind = other.amount_kind
            and one.currency = other.currency
            and one.is_annual = other.is_annual
            and one.share_key = other.share_key
            and one.amount != other.amount
    left join counting as one_counts on one.funding_id = one_counts.funding_id
    left join counting as other_counts on other.funding_id = other_counts.funding_id
    where
        one.amount_qualifier in ('exact', 'approx')
        and other.amount_qualifier in ('exact', 'approx')
        and one.amount_kind != 'paid'
        and not (one.record_kind = 'funding' and other.record_kind = 'funding')
        and not (one_counts.funding_id is not null and other_counts.funding_id is not null)
    group by one.funding_id
)

select
    merged.*,
    counting.funding_id is not null as counts_in_total,
    coalesce(conflicts.conflict_count, 0) as conflict_count
from merged
left join projects on merged.project_id = projects.project_id
left join counting on merged.funding_id = counting.funding_id
left join conflicts on merged.funding_id = conflicts.funding_id
{# "sum not published" is said only where nobody publishes it #}
where not (
    merged.amount_kind = 'granted' and merged.amount is null
    and coalesce(projects.has_published_grant, false)
)
