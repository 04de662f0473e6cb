{# Patterns that stand in a column, for phrases that people keep in seeds. #}

{# The pattern of a row fits somewhere in a text. #}
{% macro fits_pattern(text, pattern_column) -%}
    {{ return(adapter.dispatch('fits_pattern', 'elo')(text, pattern_column)) }}
{%- endmacro %}

{% macro duckdb__fits_pattern(text, pattern_column) -%}
    regexp_matches({{ text }}, {{ pattern_column }})
{%- endmacro %}

{% macro spark__fits_pattern(text, pattern_column) -%}
    {{ text }} rlike {{ pattern_column }}
{%- endmacro %}

{# The part of a text that the pattern of a row fits. #}
{% macro fitting_text(text, pattern_column) -%}
    {{ return(adapter.dispatch('fitting_text', 'elo')(text, pattern_column)) }}
{%- endmacro %}

{% macro duckdb__fitting_text(text, pattern_column) -%}
    regexp_extract({{ text }}, {{ pattern_column }})
{%- endmacro %}

{% macro spark__fitting_text(text, pattern_column) -%}
    regexp_extract({{ text }}, {{ pattern_column }}, 0)
{%- endmacro %}
