{# Lists and structs, the part of SQL in which engines differ most. #}

{# One row an element: columns `<name>` and `<name>_position` (from 1). Rows without elements
   vanish. #}
{% macro explode(list_column, name) -%}
    {{ return(adapter.dispatch('explode', 'elo')(list_column, name)) }}
{%- endmacro %}

{% macro duckdb__explode(list_column, name) -%}
    cross join unnest({{ list_column }}) with ordinality
        as {{ name }}_rows ({{ name }}, {{ name }}_position)
{%- endmacro %}

{% macro spark__explode(list_column, name) -%}
    lateral view posexplode({{ list_column }}) {{ name }}_rows as {{ name }}_position, {{ name }}
{%- endmacro %}

{# Sorted list of the distinct values of a group, never null. #}
{% macro distinct_list(expression) -%}
    {{ return(adapter.dispatch('distinct_list', 'elo')(expression)) }}
{%- endmacro %}

{% macro duckdb__distinct_list(expression) -%}
    list_sort(coalesce(list(distinct {{ expression }}) filter (where {{ expression }} is not null), []))
{%- endmacro %}

{% macro spark__distinct_list(expression) -%}
    sort_array(collect_set({{ expression }}))
{%- endmacro %}

{# Sorted copy of a list without doubles and nulls, never null. #}
{% macro sorted_set(list_expression) -%}
    {{ return(adapter.dispatch('sorted_set', 'elo')(list_expression)) }}
{%- endmacro %}

{% macro duckdb__sorted_set(list_expression) -%}
    list_sort(list_distinct(coalesce({{ list_expression }}, [])))
{%- endmacro %}

{% macro spark__sorted_set(list_expression) -%}
    sort_array(array_distinct(filter({{ list_expression }}, item -> item is not null)))
{%- endmacro %}

{# The list of role mentions that a stand-alone decision implies. A natural person is no
   organisation, so such a decision has only its funder. #}
{% macro roles_of_decision(recipient, business_id, funder, is_person) -%}
    {{ return(adapter.dispatch('roles_of_decision', 'elo')(recipient, business_id, funder, is_person)) }}
{%- endmacro %}

{% macro duckdb__roles_of_decision(recipient, business_id, funder, is_person) -%}
    list_filter(
        [
            {
                'role': 'lead', 'name': {{ recipient }}, 'ref': cast(null as varchar),
                'business_id': {{ business_id }}
            },
            {
                'role': 'funder', 'name': {{ funder }}, 'ref': cast(null as varchar),
                'business_id': cast(null as varchar)
            }
        ],
        lambda mention: mention.name is not null
            and not (mention.role = 'lead' and {{ is_person }})
    )
{%- endmacro %}

{% macro spark__roles_of_decision(recipient, business_id, funder, is_person) -%}
    filter(
        array(
            named_struct(
                'role', 'lead', 'name', {{ recipient }}, 'ref', cast(null as string),
                'business_id', {{ business_id }}
            ),
            named_struct(
                'role', 'funder', 'name', {{ funder }}, 'ref', cast(null as string),
                'business_id', cast(null as string)
            )
        ),
        mention -> mention.name is not null and not (mention.role = 'lead' and {{ is_person }})
    )
{%- endmacro %}

{# Two lists have an element in common. #}
{% macro lists_meet(left_list, right_list) -%}
    {{ return(adapter.dispatch('lists_meet', 'elo')(left_list, right_list)) }}
{%- endmacro %}

{% macro duckdb__lists_meet(left_list, right_list) -%}
    list_has_any({{ left_list }}, {{ right_list }})
{%- endmacro %}

{% macro spark__lists_meet(left_list, right_list) -%}
    arrays_overlap({{ left_list }}, {{ right_list }})
{%- endmacro %}

{# Both lists say something, and nothing of it agrees. An empty list is no contradiction. #}
{% macro lists_clash(left_list, right_list) -%}
    (
        len({{ left_list }}) > 0 and len({{ right_list }}) > 0
        and not {{ lists_meet(left_list, right_list) }}
    )
{%- endmacro %}

{# Regions contradict each other unless one side is the whole country. #}
{% macro regions_clash(left_list, right_list) -%}
    (
        {{ lists_clash(left_list, right_list) }}
        and not list_contains({{ left_list }}, '00')
        and not list_contains({{ right_list }}, '00')
    )
{%- endmacro %}

{# The list with `?` behind it where a condition holds: "and perhaps something else". #}
{% macro with_joker(list_expression, condition) -%}
    {{ return(adapter.dispatch('with_joker', 'elo')(list_expression, condition)) }}
{%- endmacro %}

{% macro duckdb__with_joker(list_expression, condition) -%}
    list_concat(
        coalesce({{ list_expression }}, []), case when {{ condition }} then ['?'] else [] end
    )
{%- endmacro %}

{% macro spark__with_joker(list_expression, condition) -%}
    concat(
        coalesce({{ list_expression }}, array()),
        case when {{ condition }} then array('?') else array() end
    )
{%- endmacro %}

{# Texts of a group in one text, in the order of another column, separated by `separator`. #}
{% macro joined_text(expression, order_column, separator) -%}
    {{ return(adapter.dispatch('joined_text', 'elo')(expression, order_column, separator)) }}
{%- endmacro %}

{% macro duckdb__joined_text(expression, order_column, separator) -%}
    string_agg({{ expression }}, '{{ separator }}' order by {{ order_column }})
{%- endmacro %}

{% macro spark__joined_text(expression, order_column, separator) -%}
    array_join(transform(
        sort_array(collect_list(struct({{ order_column }}, {{ expression }} as text))),
        item -> item.text
    ), '{{ separator }}')
{%- endmacro %}
