{# Name key -> official body, from the seeds of authorities, municipalities, counties, universities
   and other public bodies. A name that two of them carry belongs to none. #}
with names as (
    select organisation_id, name_fi as name, 'official_name' as rule
    from {{ ref('organisations') }}
    union all
    select organisation_id, name_sv, 'official_name' from {{ ref('organisations') }}
    union all
    select organisation_id, name_en, 'official_name' from {{ ref('organisations') }}
    union all
    select organisation_id, alias, 'official_' || kind from {{ ref('organisation_aliases') }}
),

keyed as (
    select
        {{ normalise_name('names.name') }} as name_key,
        names.organisation_id,
        names.name,
        names.rule
    from names
    where names.name is not null
)

select
    name_key,
    min(organisation_id) as organisation_id,
    max(rule) as rule,
    min(name) as name
from keyed
where name_key is not null
group by name_key
having count(distinct organisation_id) = 1
