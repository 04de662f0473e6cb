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

{# `first..last` of the days that a date stands for: a month or year is all of its days. A month
   or year is kept as its first day where it begins and as its last day where it ends. #}
{% macro date_span(day, precision) -%}
    case {{ precision }}
        when 'day' then cast({{ day }} as varchar)
        when 'month'
            then substr(cast({{ day }} as varchar), 1, 8) || '01' || '..'
                || cast(last_day({{ day }}) as varchar)
        when 'year'
            then cast(extract(year from {{ day }}) as varchar) || '-01-01..'
                || cast(extract(year from {{ day }}) as varchar) || '-12-31'
    end
{%- endmacro %}
