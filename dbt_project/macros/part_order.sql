{# Which part of a record speaks for all of it where only one can: its own page before a feed or a
   list that also shows it. The same every night, whichever part was fetched last. #}
{% macro part_order(relation) -%}
    case {{ relation }}.part when 'main' then 0 else 1 end, {{ relation }}.part
{%- endmacro %}
