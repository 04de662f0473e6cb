{# What people decided, between the units of their records. A pair of units on which both a yes and
   a no stand is undecided until one of them is superseded. Records pinned to different ids are two
   projects by decision too. #}
with pinned_apart as (
    select
        one.record_id as left_record_id,
        other.record_id as right_record_id,
        'no' as verdict
    from {{ ref('stg_state__pins') }} as one
    inner join {{ ref('stg_state__pins') }} as other
        on one.project_id < other.project_id
    where one.record_id is not null and other.record_id is not null
),

said as (
    select left_record_id, right_record_id, verdict
    from {{ ref('int_decisions__standing') }}
    where relation = 'same_as' and verdict in ('yes', 'no')
    union all
    select left_record_id, right_record_id, verdict from pinned_apart
),

decisions as (
    select
        left_units.unit_id as left_unit,
        right_units.unit_id as right_unit,
        said.verdict
    from said
    inner join {{ ref('int_match__units') }} as left_units
        on said.left_record_id = left_units.record_id
    inner join {{ ref('int_match__units') }} as right_units
        on said.right_record_id = right_units.record_id
)

select
    least(left_unit, right_unit) as left_record_id,
    greatest(left_unit, right_unit) as right_record_id,
    bool_or(verdict = 'yes') as is_same
from decisions
where left_unit != right_unit
group by 1, 2
having count(distinct verdict) = 1
