{# Comparable text: what is left of a name when case, dashes, quotes, blanks and punctuation are
   taken away. Numerals and years stay, they tell phases apart. #}
{% macro normalise_text(column) -%}
    {{ return(adapter.dispatch('normalise_text', 'elo')(column)) }}
{%- endmacro %}

{% macro duckdb__normalise_text(column) -%}
    nullif(trim(regexp_replace(lower(nfc_normalize({{ column }})), '[^\p{L}\p{N}+]+', ' ', 'g')), '')
{%- endmacro %}

{% macro spark__normalise_text(column) -%}
    nullif(trim(regexp_replace(lower({{ column }}), '[^\\p{L}\\p{N}+]+', ' ')), '')
{%- endmacro %}

{# Comparable name of an organisation: the noise in legal forms goes (`r.y.`, `Oy Ab`, a leading
   `Oy`), the form itself stays, because a society and a company of one name are two bodies. #}
{% macro normalise_name(column) -%}
    {% set text = "' ' || " ~ normalise_text(column) ~ " || ' '" %}
    {% set rules = [
        (' r y ', ' ry '), (' r f ', ' rf '), (' o y ', ' oy '), (' a b ', ' ab '),
        (' ry rf ', ' ry '), (' oy ab ', ' oy '), (' ab oy ', ' oy '), (' säätiö sr ', ' säätiö '),
        (' osakeyhtiö ', ' oy '), (' aktiebolag ', ' ab '), (' rekisteröity yhdistys ', ' ry '),
    ] %}
    {% set ns = namespace(sql=text) %}
    {% for before, after in rules %}
        {% set ns.sql = "replace(" ~ ns.sql ~ ", '" ~ before ~ "', '" ~ after ~ "')" %}
    {% endfor %}
    nullif(trim(regexp_replace({{ ns.sql }}, '^ (oy|ab) (.+) (oy|ab) $', ' \2 oy ')), '')
{%- endmacro %}

{# Comparable title of a project: the words for "project" at either end go. #}
{% macro comparable_title(column) -%}
    nullif(trim(regexp_replace(
        {{ normalise_text(column) }},
        '^(hanke|projekti|projekt|project) | (hanke|hankkeen|projekti|projektin|projekt|projektet|project)$',
        ' '
    )), '')
{%- endmacro %}
