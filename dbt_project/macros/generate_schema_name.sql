{# Schema names are exactly `staging`, `intermediate`, `marts`, `seeds`: asset keys and the
   analysts' queries are written against them, so no target prefix is added. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name if custom_schema_name else target.schema }}
{%- endmacro %}
