{# Every value of dim_project and fct_funding as somebody states it, winner and losers alike, with
   the bytes and the day that first showed it: from the history when the value is known, else from
   tonight's record. A value that is new in a night after the first is first seen tonight, however
   old its record is. Not here: what is derived (ids, euros, years, counts). #}
{% set properties = [
    'amount_kind', 'amount', 'currency', 'amount_qualifier', 'is_annual', 'instrument',
    'funder_organisation_id', 'recipient_organisation_id', 'decision_date',
] %}
with project_values as (
    select
        'project' as subject_type, project_id as subject_id, property, value, fact_key, record_id,
        source_id, source_url, content_sha256, retrieved_at, first_seen_at, last_seen_at,
        preference, reason
    from {{ ref('int_projects__chosen') }}
    where property != 'status'

    union all

    select
        'project', project_id, companion_property, companion,
        {{ surrogate_key(['record_id', 'part', 'companion_property', 'companion']) }},
        record_id, source_id, source_url, content_sha256, retrieved_at,
        first_seen_at, last_seen_at, preference, reason
    from {{ ref('int_projects__chosen') }}
    where companion is not null
),

{# A status word is published only where dates do not decide. #}
status_values as (
    select
        'project' as subject_type, chosen.project_id as subject_id, chosen.property, chosen.value,
        chosen.fact_key, chosen.record_id, chosen.source_id, chosen.source_url,
        chosen.content_sha256,
        chosen.retrieved_at, chosen.first_seen_at, chosen.last_seen_at,
        case when chosen.value = merged.status then chosen.preference else chosen.preference + 1 end
            as preference,
        case
            when chosen.value = merged.status then chosen.reason
            when chosen.preference > 1 then chosen.reason
            else 'dates, or the age of the statement, say ' || merged.status
        end as reason
    from {{ ref('int_projects__chosen') }} as chosen
    inner join {{ ref('int_projects__merged') }} as merged
        on chosen.project_id = merged.project_id
    where chosen.property = 'status'
),

funding as (
    select keyed.*
    from {{ ref('int_funding__keyed') }} as keyed
    inner join {{ ref('int_funding__merged') }} as merged
        on keyed.funding_id = merged.funding_id
),

funding_values as (
    {% for property in properties %}
        select
            funding_id, '{{ property }}' as property, cast({{ property }} as varchar) as value,
            record_id, part, source_id, source_url, content_sha256, retrieved_at, stated_at,
            first_seen_at, last_seen_at, trust, order_rank, position
        from funding
        where {{ property }} is not null
        union all
    {% endfor %}
    select
        funding_id, 'instrument', instrument, record_id, part, source_id, source_url,
        content_sha256, retrieved_at, stated_at, first_seen_at, last_seen_at, trust,
        order_rank, position
    from {{ ref('int_funding__lent') }}
),

ranked_funding as (
    {{ prefer_by_trust('funding_values', ['statements.funding_id', 'statements.property']) }}
),

united as (
    select * from project_values
    union all
    select * from status_values
    union all
    select
        'funding', funding_id, property, value,
        {{ surrogate_key(['record_id', 'part', 'property', 'value']) }},
        record_id, source_id, source_url, content_sha256, retrieved_at,
        first_seen_at, last_seen_at, preference, reason
    from ranked_funding
),

history_size as (
    select count(*) as facts from {{ ref('stg_state__facts') }}
)

select
    united.subject_id || ':' || united.fact_key as fact_id,
    united.fact_key,
    united.subject_type,
    united.subject_id,
    united.property,
    united.value,
    united.record_id,
    united.source_id,
    united.source_url,
    coalesce(history.content_sha256, united.content_sha256) as content_sha256,
    coalesce(history.retrieved_at, united.retrieved_at) as retrieved_at,
    united.preference = 1 as is_preferred,
    united.reason,
    coalesce(
        history.first_seen_at,
        case when history_size.facts = 0 then united.first_seen_at else nights.as_of end
    ) as first_seen_at,
    united.last_seen_at
from united
cross join history_size
cross join {{ ref('stg_landing__nights') }} as nights
left join {{ ref('stg_state__facts') }} as history
    on united.fact_key = history.fact_key
