{# Ids. `record_key` must stay equal to ingestion.records.record_id: a release that names several
   projects lands as one row, and its mentions get their record ids here. #}

{% macro record_key(source_id, kind, native_id) -%}
    {{ return(adapter.dispatch('record_key', 'elo')(source_id, kind, native_id)) }}
{%- endmacro %}

{% macro default__record_key(source_id, kind, native_id) -%}
    substr(sha256({{ source_id }} || chr(31) || {{ kind }} || chr(31) || {{ native_id }}), 1, 20)
{%- endmacro %}

{# Hash of several columns; null and empty text differ, and neither runs into its neighbour. No
   secret is kept by it, so the cheaper md5 does. #}
{% macro surrogate_key(columns, length=20) -%}
    {{ return(adapter.dispatch('surrogate_key', 'elo')(columns, length)) }}
{%- endmacro %}

{% macro default__surrogate_key(columns, length=20) -%}
    substr(md5(
        {%- for column in columns %}
        coalesce(cast({{ column }} as varchar), chr(30)){% if not loop.last %} || chr(31) ||{% endif %}
        {%- endfor %}
    ), 1, {{ length }})
{%- endmacro %}
