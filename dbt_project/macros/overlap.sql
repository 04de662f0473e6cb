{# What the comparison of projects needs beyond plain SQL: words of texts, months, lists of texts. #}

{# List of the sentences of a text; the parts between full stops, semicolons, colons, line ends. #}
{% macro sentences_of(text) -%}
    {{ return(adapter.dispatch('sentences_of', 'elo')(text)) }}
{%- endmacro %}

{% macro duckdb__sentences_of(text) -%}
    string_split_regex({{ text }}, '[.!?;:\n\r]+')
{%- endmacro %}

{% macro spark__sentences_of(text) -%}
    split({{ text }}, '[.!?;:\\n\\r]+')
{%- endmacro %}

{# List of the blank-separated words of a text that `normalise_text` has cleaned. #}
{% macro words_of(text) -%}
    {{ return(adapter.dispatch('words_of', 'elo')(text)) }}
{%- endmacro %}

{% macro duckdb__words_of(text) -%}
    string_split({{ text }}, ' ')
{%- endmacro %}

{% macro spark__words_of(text) -%}
    split({{ text }}, ' ')
{%- endmacro %}

{# A list of the given expressions, in their order, without those that are null. #}
{% macro list_without_nulls(expressions) -%}
    {{ return(adapter.dispatch('list_without_nulls', 'elo')(expressions)) }}
{%- endmacro %}

{% macro duckdb__list_without_nulls(expressions) -%}
    list_filter([{{ expressions | join(', ') }}], lambda item: item is not null)
{%- endmacro %}

{% macro spark__list_without_nulls(expressions) -%}
    filter(array({{ expressions | join(', ') }}), item -> item is not null)
{%- endmacro %}

{# Elements that two lists share, sorted, each once; never null. #}
{% macro shared_elements(left_list, right_list) -%}
    {{ return(adapter.dispatch('shared_elements', 'elo')(left_list, right_list)) }}
{%- endmacro %}

{% macro duckdb__shared_elements(left_list, right_list) -%}
    list_sort(list_intersect({{ left_list }}, {{ right_list }}))
{%- endmacro %}

{% macro spark__shared_elements(left_list, right_list) -%}
    sort_array(array_intersect({{ left_list }}, {{ right_list }}))
{%- endmacro %}

{# Whole months from one day to another, both included: 1 March to 31 August are six. #}
{% macro months_in_common(first_day, last_day) -%}
    {{ return(adapter.dispatch('months_in_common', 'elo')(first_day, last_day)) }}
{%- endmacro %}

{% macro duckdb__months_in_common(first_day, last_day) -%}
    cast(date_sub('month', {{ first_day }}, cast({{ last_day }} + interval 1 day as date)) as integer)
{%- endmacro %}

{% macro spark__months_in_common(first_day, last_day) -%}
    cast(floor(months_between(date_add({{ last_day }}, 1), {{ first_day }})) as integer)
{%- endmacro %}

{# How rare a thing is among so many, as a whole number of thousandths of a natural logarithm:
   sums of whole numbers do not depend on the order of the rows. #}
{% macro rarity(holders, total) -%}
    (cast(round(1000 * ln(cast({{ total }} + 1 as double) / ({{ holders }} + 1))) as bigint) + 1)
{%- endmacro %}

{# Likeness of two weighted sets from 0 to 1, rounded once: what they share beside the geometric
   mean of what each holds. All three are whole numbers. #}
{% macro likeness(shared, left_total, right_total) -%}
    round(
        least(1, coalesce(cast({{ shared }} as double) / nullif(
            sqrt(cast({{ left_total }} as double) * cast({{ right_total }} as double)), 0
        ), 0)), 4
    )
{%- endmacro %}

{# The day so many months after another one, the last of them included. #}
{% macro months_later(day, months) -%}
    {{ return(adapter.dispatch('months_later', 'elo')(day, months)) }}
{%- endmacro %}

{% macro duckdb__months_later(day, months) -%}
    cast({{ day }} + interval {{ months }} month - interval 1 day as date)
{%- endmacro %}

{% macro spark__months_later(day, months) -%}
    date_sub(add_months({{ day }}, {{ months }}), 1)
{%- endmacro %}

{# Words that number the rounds of a project and do not name it. #}
{% macro is_phase_word(word) -%}
    {{ return(adapter.dispatch('is_phase_word', 'elo')(word)) }}
{%- endmacro %}

{% macro duckdb__is_phase_word(word) -%}
    regexp_full_match({{ word }}, '[0-9]+|i{1,3}|iv|v|vi{1,3}|jatko\w*|fortsättning|continued|vaihe|fas|phase')
{%- endmacro %}

{% macro spark__is_phase_word(word) -%}
    {{ word }} rlike '^([0-9]+|i{1,3}|iv|v|vi{1,3}|jatko\\w*|fortsättning|continued|vaihe|fas|phase)$'
{%- endmacro %}

{# List of the parts of a name: what dashes, colons and brackets set apart. #}
{% macro name_parts_of(text) -%}
    {{ return(adapter.dispatch('name_parts_of', 'elo')(text)) }}
{%- endmacro %}

{% macro duckdb__name_parts_of(text) -%}
    string_split_regex({{ text }}, '\s[-–—]+\s|[():;,/|?!]')
{%- endmacro %}

{% macro spark__name_parts_of(text) -%}
    split({{ text }}, '\\s[-–—]+\\s|[():;,/|?!]')
{%- endmacro %}

{# A cleaned sentence that tells who takes part: a legal form or the word for it stands in it. #}
{% macro names_actors(sentence) -%}
    {{ return(adapter.dispatch('names_actors', 'elo')(sentence)) }}
{%- endmacro %}

{% macro duckdb__names_actors(sentence) -%}
    regexp_matches({{ sentence }}, '(^| )(ry|oy|oyj|rf|ab|sr|\p{L}*toteuttaj\p{L}*|hallinnoij\p{L}*|genomförare\p{L}*|huvudman\p{L}*)( |$)')
{%- endmacro %}

{% macro spark__names_actors(sentence) -%}
    {{ sentence }} rlike '(^| )(ry|oy|oyj|rf|ab|sr|\\p{L}*toteuttaj\\p{L}*|hallinnoij\\p{L}*|genomförare\\p{L}*|huvudman\\p{L}*)( |$)'
{%- endmacro %}

{# A list of theme codes says what the work is about: `other` alone does not. #}
{% macro names_a_theme(theme_codes) -%}
    (len({{ theme_codes }}) > 0 and not (len({{ theme_codes }}) = 1 and list_contains({{ theme_codes }}, 'other')))
{%- endmacro %}
