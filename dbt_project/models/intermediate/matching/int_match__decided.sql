{# What people decided, between the units of their records. A pair of units on which both a yes and
   a no stand is undecided until one of them is superseded. #}
with decisions as (
    select
        left_units.unit_id as left_unit,
        right_units.unit_id as right_unit,
        decisions.verdict
    from {{ ref('int_decisions__standing') }} as decisions
    inner join {{ ref('int_match__units') }} as left_units
        on decisions.left_record_id = left_units.record_id
    inner join {{ ref('int_match__units') }} as right_units
        on decisions.right_record_id = right_units.record_id
    where decisions.relation = 'same_as' and decisions.verdict in ('yes', 'no')
)

select
    least(left_unit, right_unit) as left_record_id,
    greatest(left_unit, right_unit) as right_record_id,
    bool_or(verdict = 'yes') as is_same
from decisions
where left_unit != right_unit
group by 1, 2
having count(distinct verdict) = 1
