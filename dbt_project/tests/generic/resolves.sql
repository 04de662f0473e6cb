{# Every value of some columns exists in the other table: rows that point nowhere. #}
{% test resolves(model, columns, to, field) %}
{% for column in columns %}
select '{{ column }}' as column_name, child.{{ column }} as value, count(*) as occurrences
from {{ model }} as child
left join {{ to }} as parent on child.{{ column }} = parent.{{ field }}
where child.{{ column }} is not null and parent.{{ field }} is null
group by 1, 2
{% if not loop.last %}union all{% endif %}
{% endfor %}
{% endtest %}
