{# One row an organisation that a published table points to, and every official one: names, type
   and dates from the seed or a register, else the best written form of what pages call it. #}
with spellings as (
    select
        mentioned.organisation_id,
        trim(regexp_replace(mentioned.name, '\s+', ' ', 'g')) as name,
        {{ language_of_name('mentioned.name_key') }} as language,
        {# a unit, a town or letters behind the name are no part of it #}
        min(
            case
                when
                    aliases.rule in (
                        'unit', 'town', 'acronym', 'renamed', 'bilingual', 'case_form'
                    )
                    then 1
                else 0
            end
        ) as is_longer,
        count(distinct mentioned.record_id) as records
    from {{ ref('int_organisations__mentioned') }} as mentioned
    inner join {{ ref('int_organisations__aliased') }} as aliases
        on mentioned.name_key = aliases.name_key
    group by 1, 2, 3
),

ranked_spellings as (
    select
        spellings.*,
        row_number() over (
            partition by organisation_id, language
            order by
                is_longer,
                case when name = upper(name) or name = lower(name) then 1 else 0 end,
                records desc, name
        ) as preference
    from spellings
),

{# The best spelling of each language, and of all: Finnish, else what tells no language. #}
written as (
    select
        organisation_id,
        min(case when language = 'fi' then name end) as name_fi,
        min(case when language = 'sv' then name end) as name_sv,
        min(case when language = 'en' then name end) as name_en,
        min(case when language is null then name end) as name_any
    from ranked_spellings
    where preference = 1
    group by organisation_id
),

{# Several Y-tunnus for one name: none is published, the key is the name. #}
numbers as (
    select organisation_id, min(business_id) as business_id
    from {{ ref('int_organisations__mentioned') }}
    where business_id is not null
    group by organisation_id
    having count(distinct business_id) = 1
),

registered as (
    select
        aliases.organisation_id,
        min(landed.name_fi) as name_fi,
        min(landed.name_sv) as name_sv,
        min(landed.name_en) as name_en,
        {# a register's own word for a kind is none of ours #}
        min(
            case
                when landed.organisation_type in ({{ organisation_types() }})
                    then landed.organisation_type
            end
        ) as organisation_type,
        min(landed.valid_from) as valid_from,
        {# one name that still is valid keeps the body valid #}
        case when count(*) = count(landed.valid_to) then max(landed.valid_to) end as valid_to,
        case when count(distinct landed.business_id) = 1 then min(landed.business_id) end
            as business_id
    from {{ ref('stg_landing__organisations') }} as landed
    inner join {{ ref('int_organisations__aliased') }} as aliases
        on
            {{ normalise_name('coalesce(landed.name_fi, landed.name_sv, landed.name_en)') }}
            = aliases.name_key
    group by aliases.organisation_id
),

{# Where an office went to several, no single one follows it. #}
successors as (
    select organisation_id, min(successor_organisation_id) as successor_organisation_id
    from {{ ref('organisation_successions') }}
    where scope = 'whole'
    group by organisation_id
    having count(*) = 1
),

all_ids as (
    select organisation_id from {{ ref('organisations') }}
    union
    select organisation_id from written
    union
    select organisation_id from registered
),

described as (
    select
        all_ids.organisation_id,
        coalesce(official.business_id, registered.business_id, numbers.business_id)
            as business_id,
        coalesce(
            official.name_fi, registered.name_fi, registered.name_sv, registered.name_en,
            written.name_fi, written.name_any, written.name_sv, written.name_en
        ) as name,
        coalesce(official.name_fi, registered.name_fi, written.name_fi) as name_fi,
        coalesce(official.name_sv, registered.name_sv, written.name_sv) as name_sv,
        coalesce(official.name_en, registered.name_en, written.name_en) as name_en,
        coalesce(official.organisation_type, registered.organisation_type) as stated_type,
        coalesce(official.valid_from, registered.valid_from) as valid_from,
        coalesce(official.valid_to, registered.valid_to) as valid_to,
        successors.successor_organisation_id
    from all_ids
    left join {{ ref('organisations') }} as official
        on all_ids.organisation_id = official.organisation_id
    left join successors on all_ids.organisation_id = successors.organisation_id
    left join registered on all_ids.organisation_id = registered.organisation_id
    left join numbers on all_ids.organisation_id = numbers.organisation_id
    left join written on all_ids.organisation_id = written.organisation_id
)

select
    described.*,
    coalesce(described.stated_type, {{ organisation_type_of('described.name') }})
        as organisation_type
from described
