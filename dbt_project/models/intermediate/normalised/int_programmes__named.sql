{# Name key of a programme as sources write it -> programme. Programmes outside the seed get an id
   of their own, so that no stated value is lost. #}
with official as (
    select programme_id, name_fi as name from {{ ref('programmes') }}
    union all
    select programme_id, name_sv from {{ ref('programmes') }}
    union all
    select programme_id, name_en from {{ ref('programmes') }}
    union all
    select programmes.programme_id, alias
    from {{ ref('programmes') }} as programmes
    {{ explode("string_split(programmes.aliases, '|')", 'alias') }}
),

official_keys as (
    select {{ normalise_text('name') }} as name_key, min(programme_id) as programme_id
    from official
    where nullif(trim(name), '') is not null
    group by 1
),

stated as (
    select {{ normalise_text('programme') }} as name_key, min(trim(programme)) as name
    from {{ ref('int_statements__united') }}
    where {{ normalise_text('programme') }} is not null
    group by 1
)

select
    coalesce(official_keys.name_key, stated.name_key) as name_key,
    coalesce(
        official_keys.programme_id,
        'programme-' || {{ surrogate_key(['stated.name_key'], 12) }}
    ) as programme_id,
    stated.name as stated_name
from official_keys
full outer join stated on official_keys.name_key = stated.name_key
