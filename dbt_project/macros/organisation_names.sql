{# Parts of an organisation's name: what stands before and behind its comma, its form of law, its
   language, and the stem of a place. Patterns are portable; only how an engine extracts differs. #}

{# One group of a pattern, null where the pattern does not fit. #}
{% macro pattern_part(column, pattern, part) -%}
    {{ return(adapter.dispatch('pattern_part', 'elo')(column, pattern, part)) }}
{%- endmacro %}

{% macro duckdb__pattern_part(column, pattern, part) -%}
    nullif(trim(regexp_extract({{ column }}, '{{ pattern }}', {{ part }}, 'i')), '')
{%- endmacro %}

{% macro spark__pattern_part(column, pattern, part) -%}
    nullif(trim(regexp_extract({{ column }}, '(?i){{ pattern | replace("\\", "\\\\") }}', {{ part }})), '')
{%- endmacro %}

{# The pattern fits somewhere in the text. #}
{% macro pattern_fits(column, pattern) -%}
    {{ return(adapter.dispatch('pattern_fits', 'elo')(column, pattern)) }}
{%- endmacro %}

{% macro duckdb__pattern_fits(column, pattern) -%}
    regexp_matches({{ column }}, '{{ pattern }}')
{%- endmacro %}

{% macro spark__pattern_fits(column, pattern) -%}
    {{ column }} rlike '{{ pattern | replace("\\", "\\\\") }}'
{%- endmacro %}

{# All places where a pattern fits are replaced. #}
{% macro pattern_replace(column, pattern, replacement) -%}
    {{ return(adapter.dispatch('pattern_replace', 'elo')(column, pattern, replacement)) }}
{%- endmacro %}

{% macro duckdb__pattern_replace(column, pattern, replacement) -%}
    regexp_replace({{ column }}, '{{ pattern }}', '{{ replacement }}', 'g')
{%- endmacro %}

{% macro spark__pattern_replace(column, pattern, replacement) -%}
    regexp_replace(
        {{ column }}, '{{ pattern | replace("\\", "\\\\") }}',
        '{{ replacement | replace("\\", "$") }}'
    )
{%- endmacro %}

{# `Name, rest`, `Name – rest`, `Name / rest`: the first border counts, and a comma behind a hyphen
   (`elinkeino-, liikenne- ja …`) is none. #}
{% macro name_before_border(column) -%}
    {{ pattern_part(column, '^\\s*(.*?[^-–\\s])(?:\\s*,\\s+|\\s+[/–—-]\\s+)\\S.*$', 1) }}
{%- endmacro %}

{% macro name_behind_border(column) -%}
    {{ pattern_part(column, '^\\s*.*?[^-–\\s](?:\\s*,\\s+|\\s+[/–—-]\\s+)(\\S.*)$', 1) }}
{%- endmacro %}

{# `Name (nyk. Other)`, `Name (ent. Other)`: both are names of one body. #}
{% macro name_before_rename(column) -%}
    {{ pattern_part(column, renamed_pattern(), 1) }}
{%- endmacro %}

{% macro name_of_rename(column) -%}
    {{ pattern_part(column, renamed_pattern(), 2) }}
{%- endmacro %}

{% macro renamed_pattern() -%}
^\s*(.+?)\s*\(\s*(?:nyk|nykyään|nykyinen|nykyisin|ent|entinen|aiemmin|aikaisemmin|nuv|nuvarande|tidigare|f\.?\s?d|formerly|previously|now)\b[.:]*\s*(.+?)\s*\)\s*$
{%- endmacro %}

{# `Name (ABC)`. #}
{% macro name_before_acronym(column) -%}
    {{ pattern_part(column, '^\\s*(.+?)\\s*\\([^()]*\\)\\s*$', 1) }}
{%- endmacro %}

{% macro name_in_parentheses(column) -%}
    {{ pattern_part(column, '^\\s*.+?\\s*\\(([^()]*)\\)\\s*$', 1) }}
{%- endmacro %}

{# An acronym is one word with two capitals and no row of small letters: `MKKY`, `SeAMK`. #}
{% macro is_acronym(column) -%}
    coalesce(
        {{ pattern_fits(column, '^[\\p{L}-]{2,12}$') }}
        and {{ pattern_fits(column, '\\p{Lu}.*\\p{Lu}') }}
        and not {{ pattern_fits(column, '\\p{Ll}{4}') }},
        false
    )
{%- endmacro %}

{# Kind of the form of law at either end of a name key, null where it states none. `oy` and `ab`
   are one form in two languages; a society and a company of one name are two bodies. #}
{% macro form_of_law(key) -%}
    {% set rules = [
        ('company', '(^(oy|ab) .| (oy|ab|oyj|abp|ltd|plc)$)'), ('association', ' (ry|rf)$'),
        ('foundation', ' sr$'), ('partnership', ' (ky|kb|ay)$'), ('cooperative', ' (osk|anl)$'),
    ] %}
    case
        {%- for form, pattern in rules %}
        when {{ pattern_fits(key, pattern) }} then '{{ form }}'
        {%- endfor %}
    end
{%- endmacro %}

{% macro without_form_of_law(key) -%}
    nullif(trim({{ pattern_replace(
        pattern_replace(key, '^(oy|ab) ', ''), ' (oy|ab|oyj|abp|ltd|plc|ry|rf|sr|ky|kb|ay|osk|anl)$', ''
    ) }}), '')
{%- endmacro %}

{# `Oy:n`, `ry:n`, `Ab:s` behind a form of law. #}
{% macro without_case_of_form(key) -%}
    {{ pattern_replace(key, ' (oy|oyj|ry|sr|ky|osk)( n| lle| lta| lla| ssa| sta| ssä| stä)$', ' \\1') }}
{%- endmacro %}

{# Language of a name by its words for kinds of bodies, null where they tell nothing. #}
{% macro language_of_name(key) -%}
    {% set rules = [
        ('en', '(^| )(of|for|university|college|institute|consortium|foundation|association|council'
            ~ '|agency|ministry|county|municipality|centre|center|society|parish|school)( |$)'),
        ('fi', '(kaupunki|kunta|yhtymä|yliopisto|koulu|opisto|oppilaitos|instituutti|lukio|säätiö'
            ~ '|yhdistys|liitto|järjestö|keskus|virasto|laitos|ministeriö|alue|seura|kamari'
            ~ '|akatemia| ry)( (oy|ry|sr|oyj))?$'),
        ('sv', '(stad|kommun|universitet|universitetet|högskola|högskolan|institut|skola|gymnasium'
            ~ '|stiftelse|stiftelsen|förening|föreningen|förbund|förbundet|verket|ministeriet'
            ~ '|centralen|central|område|församling|kammare|akademi| rf)( (ab|rf|sr))?$'),
    ] %}
    case
        {%- for language, pattern in rules %}
        when {{ pattern_fits(key, pattern) }} then '{{ language }}'
        {%- endfor %}
    end
{%- endmacro %}

{# What the cases of a Finnish place name have in common: `Kuusiranta` and `Kuusirannan`,
   `Mäki` and `Mäen`, `Kangas` and `Kankaan`. Equal stems are a hint and never a proof. #}
{% macro place_stem(owner) -%}
    {% set rules = [
        ('(mä|jo)en$', '\\1ki'), ('veden$', 'vesi'), ('isten$', 'inen'), ('isen$', 'inen'),
        ('ksen$', 's'), ('([aeiouyäö])n$', '\\1'), ('([aeiouyäö])s$', '\\1'),
        ('[aeiouyäö]$', ''), ('[aeiouyäö]$', ''), ('k$', ''),
        ('([nmlrh])[gknpmtlrd]$', '\\1'), ('([aeiouyäölrh])[kptdv]+$', '\\1'),
    ] %}
    {% set ns = namespace(sql=owner) %}
    {% for pattern, replacement in rules %}
        {% set ns.sql = pattern_replace(ns.sql, pattern, replacement) %}
    {% endfor %}
    nullif({{ ns.sql }}, '')
{%- endmacro %}

{# Chain of CTEs `<name>_0` to `<name>_<rounds>`: every base with the smallest base that it is
   joined to over at most `rounds` edges. A test finds groups that would need more. #}
{% macro grouped_over(name, nodes, edges, rounds=6) -%}
    {{ name }}_0 as (
        select base, base as label from {{ nodes }}
    ){% for step in range(rounds) %},

    {{ name }}_{{ step + 1 }} as (
        select
            nodes.base,
            least(nodes.label, coalesce(min(others.label), nodes.label)) as label
        from {{ name }}_{{ step }} as nodes
        left join {{ edges }} as edges on nodes.base = edges.left_base
        left join {{ name }}_{{ step }} as others on edges.right_base = others.base
        group by nodes.base, nodes.label
    ){% endfor %}
{%- endmacro %}
