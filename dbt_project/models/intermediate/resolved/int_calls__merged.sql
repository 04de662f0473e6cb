{# One row a call: what its parts say, the first known value in the order of parts, and its state
   by the dates on the day of the night. The source's own word is only asked where dates are
   silent: lists of calls go on saying "open" for weeks. #}
with ranked as (
    select
        landed.*,
        row_number() over (
            partition by landed.record_id
            order by {{ part_order('landed') }}
        ) as preference
    from {{ ref('stg_landing__calls') }} as landed
),

funders as (
    select record_id, min(organisation_id) as funder_organisation_id
    from {{ ref('int_organisations__mentioned') }}
    where role = 'call_funder'
    group by record_id
    having count(distinct organisation_id) = 1
),

places as (
    select
        ranked.record_id,
        {{ distinct_list('region.maakunta_code') }} as maakunta_codes
    from ranked
    {{ explode('ranked.regions', 'region') }}
    group by ranked.record_id
),

filled as (
    select
        record_id,
        preference,
        {% for column in [
            'source_id', 'native_id', 'source_url', 'title', 'instrument', 'opens_on', 'closes_on',
            'stated_status', 'budget_eur'
        ] %}
            first_value({{ column }} ignore nulls) over (
                partition by record_id
                order by preference
                rows between unbounded preceding and unbounded following
            ) as {{ column }},
        {% endfor %}
        bool_or(is_continuous) over (partition by record_id) as is_continuous
    from ranked
),

merged as (
    select * from filled
    where preference = 1
)

select
    merged.record_id,
    merged.source_id,
    merged.native_id,
    merged.source_url,
    merged.title,
    merged.instrument,
    merged.opens_on,
    merged.closes_on,
    merged.budget_eur,
    funders.funder_organisation_id,
    coalesce(places.maakunta_codes, cast([] as varchar[])) as maakunta_codes,
    case
        when merged.closes_on < nights.as_of then 'closed'
        when merged.opens_on > nights.as_of then 'upcoming'
        when merged.is_continuous and merged.closes_on is null then 'continuous'
        when merged.opens_on <= nights.as_of and merged.closes_on >= nights.as_of then 'open'
        else coalesce(merged.stated_status, 'unknown')
    end as status
from merged
cross join {{ ref('stg_landing__nights') }} as nights
left join funders on merged.record_id = funders.record_id
left join places on merged.record_id = places.record_id
