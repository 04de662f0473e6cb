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

{# Select of scheme, code and the one project that owns the code: a code that several projects own
   points to none. A page of a joint project states the codes of all its parts; the one it is
   identified by is its own. `also` is a condition on `codes` by which another code counts too. #}
{% macro sole_code_owners(also=none) -%}
    select codes.scheme, codes.code, min(members.project_id) as project_id
    from {{ ref('int_codes__classified') }} as codes
    inner join {{ ref('int_registry__members') }} as members
        on codes.record_id = members.record_id
    inner join {{ ref('int_match__units') }} as units
        on codes.record_id = units.record_id
    where
        (codes.role = 'own' and (codes.scheme != 'eura' or codes.code = units.eura_code))
        {% if also %}or ({{ also }}){% endif %}
    group by codes.scheme, codes.code
    having count(distinct members.project_id) = 1
{%- endmacro %}
