{# Columns with a closed list hold nothing else. `lists`: column -> allowed values; null is allowed
   unless the column stands in `required`. #}
{% test closed_lists(model, lists, required=[]) %}
{% for column, values in lists.items() %}
select '{{ column }}' as column_name, cast({{ column }} as varchar) as value, count(*) as occurrences
from {{ model }}
where
    {{ column }} not in ('{{ values | join("', '") }}')
    {% if column in required %}or {{ column }} is null{% endif %}
group by 1, 2
{% if not loop.last %}union all{% endif %}
{% endfor %}
{% endtest %}
