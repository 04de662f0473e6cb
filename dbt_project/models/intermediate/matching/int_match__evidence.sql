{# One row a pair and feature, with the weight in bits: the weights of a pair are its score. A tie
   has the one feature that ties it. #}
select
    {# a frame without rows has no types #}
    {% for column in ['left_record_id', 'right_record_id', 'feature', 'state'] %}
        cast({{ column }} as varchar) as {{ column }},
    {% endfor %}
    {% for column in ['level', 'left_value', 'right_value'] %}
        nullif(cast({{ column }} as varchar), '') as {{ column }},
    {% endfor %}
    cast(cast(weight_milli as bigint) * 0.001 as decimal(9, 3)) as weight,
    cast(is_joined as boolean) as is_joined,
    false as is_tie
from {{ ref('int_match__compared') }}
union all
select
    least(units.unit_id, units.record_id),
    greatest(units.unit_id, units.record_id),
    units.unit_rule,
    'agree',
    null,
    null,
    null,
    cast(rules.weight as decimal(9, 3)),
    true,
    true
from {{ ref('int_match__units') }} as units
inner join {{ ref('match_rules') }} as rules
    on units.unit_rule = rules.match_rule
where units.record_id != units.unit_id
