{# Name key -> organisation. The official authorities come from a seed with all their names;
   other organisations are joined over the languages in which a register itself names them. A
   Y-tunnus is evidence and never joins anything. #}
with official as (
    select organisation_id, name_fi as name from {{ ref('organisations') }}
    union all
    select organisation_id, name_sv from {{ ref('organisations') }}
    union all
    select organisation_id, name_en from {{ ref('organisations') }}
    union all
    select organisation_id, alias from {{ ref('organisation_aliases') }}
),

official_keys as (
    select
        {{ normalise_name('official.name') }} as name_key,
        min(official.organisation_id) as organisation_id
    from official
    where official.name is not null
    group by 1
    having count(distinct official.organisation_id) = 1
),

registered as (
    select
        {{ normalise_name('coalesce(name_fi, name_sv, name_en)') }} as main_key,
        {{ normalise_name('name_fi') }} as key_fi,
        {{ normalise_name('name_sv') }} as key_sv,
        {{ normalise_name('name_en') }} as key_en,
        {{ normalise_name('abbreviation') }} as key_short
    from {{ ref('stg_landing__organisations') }}
),

registered_keys as (
    select main_key, key_fi as name_key from registered
    union all
    select main_key, key_sv from registered
    union all
    select main_key, key_en from registered
    union all
    select main_key, key_short from registered
),

{# An official body may carry its official name in any of the languages a register gives. #}
official_mains as (
    select
        registered_keys.main_key,
        min(official_keys.organisation_id) as organisation_id
    from registered_keys
    inner join official_keys
        on registered_keys.name_key = official_keys.name_key
    group by registered_keys.main_key
    having count(distinct official_keys.organisation_id) = 1
),

own_keys as (
    select
        registered_keys.name_key,
        min(coalesce(
            official_mains.organisation_id,
            'o-' || {{ surrogate_key(['registered_keys.main_key'], 12) }}
        )) as organisation_id
    from registered_keys
    left join official_mains
        on registered_keys.main_key = official_mains.main_key
    left join official_keys
        on registered_keys.name_key = official_keys.name_key
    where
        registered_keys.name_key is not null
        and official_keys.name_key is null
    group by registered_keys.name_key
    having count(distinct registered_keys.main_key) = 1
)

select name_key, organisation_id, true as is_official
from official_keys
where name_key is not null
union all
select name_key, organisation_id, false
from own_keys
