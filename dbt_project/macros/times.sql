{# Time arithmetic in whole units, because interval types differ between engines. #}

{% macro epoch_seconds(instant) -%}
    {{ return(adapter.dispatch('epoch_seconds', 'elo')(instant)) }}
{%- endmacro %}

{% macro duckdb__epoch_seconds(instant) -%}
    cast(floor(epoch({{ instant }})) as bigint)
{%- endmacro %}

{% macro spark__epoch_seconds(instant) -%}
    unix_timestamp({{ instant }})
{%- endmacro %}

{% macro epoch_minutes(instant) -%}
    cast(floor({{ epoch_seconds(instant) }} / 60) as bigint)
{%- endmacro %}
