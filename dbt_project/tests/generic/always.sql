{# An expression that is true for every row: the rows for which it is not. #}
{% test always(model, expressions) %}
{% for name, expression in expressions.items() %}
select '{{ name }}' as broken_rule, count(*) as occurrences
from {{ model }}
where not coalesce({{ expression }}, false)
having count(*) > 0
{% if not loop.last %}union all{% endif %}
{% endfor %}
{% endtest %}
