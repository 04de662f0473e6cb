{# Every value of dim_project and fct_funding as somebody states it, winner and losers alike. Not
   here: what is derived (ids, status from dates, euros, years, counts). #}
{% set properties = [
    'amount_kind', 'amount', 'currency', 'amount_qualifier', 'is_annual', 'instrument',
    'funder_organisation_id', 'recipient_organisation_id', 'decision_date',
] %}
with project_values as (
    select
        'project' as subject_type, project_id as subject_id, property, value, record_id, part,
        source_id, source_url, content_sha256, retrieved_at, first_seen_at, last_seen_at,
        preference, reason
    from {{ ref('int_projects__chosen') }}
    where property != 'status'

    union all

    select
        'project', project_id, companion_property, companion, record_id, part, source_id,
        source_url, content_sha256, retrieved_at, first_seen_at, last_seen_at, preference, reason
    from {{ ref('int_projects__chosen') }}
    where companion is not null
),

{# A status word is published only where dates do not decide. #}
status_values as (
    select
        'project' as subject_type, chosen.project_id as subject_id, chosen.property, chosen.value,
        chosen.record_id, chosen.part, chosen.source_id, chosen.source_url, chosen.content_sha256,
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
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
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
        'funding', funding_id, property, value, record_id, part, source_id, source_url,
        content_sha256, retrieved_at, first_seen_at, last_seen_at, preference, reason
    from ranked_funding
)

select
    united.*,
    {{ surrogate_key(['record_id', 'part', 'property', 'value']) }} as fact_key,
    {{ surrogate_key(
        ['subject_type', 'subject_id', 'record_id', 'part', 'property', 'value'], 24
    ) }} as fact_id
from united
