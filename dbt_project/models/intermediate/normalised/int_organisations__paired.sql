{# Pairs of names for which something says that they are one body: each with the rule, the words
   that say so and how many times it is said. Whether it is believed is decided in
   `int_organisations__linked`. Every pair stands in both directions. #}
with keyed as (
    select name_key, base from {{ ref('int_organisations__keyed') }}
),

registered as (
    select
        source_id,
        native_id,
        business_id,
        {{ normalise_name('coalesce(name_fi, name_sv, name_en)') }} as main_key,
        {{ normalise_name('name_fi') }} as key_fi,
        {{ normalise_name('name_sv') }} as key_sv,
        {{ normalise_name('name_en') }} as key_en,
        {{ normalise_name('abbreviation') }} as key_short,
        aliases
    from {{ ref('stg_landing__organisations') }}
),

{# A register gives one body's names in several languages, its abbreviation and its former ones. #}
register_names as (
    select main_key, key_fi as name_key, 'registered_name' as rule, source_id, native_id
    from registered
    union all
    select main_key, key_sv, 'registered_name', source_id, native_id from registered
    union all
    select main_key, key_en, 'registered_name', source_id, native_id from registered
    union all
    select main_key, key_short, 'registered_abbreviation', source_id, native_id from registered
    union all
    select
        registered.main_key, {{ normalise_name('former.name') }}, 'registered_former',
        registered.source_id, registered.native_id
    from registered
    {{ explode('registered.aliases', 'former') }}
),

{# A name that several rows of a register carry, as main or former name, tells nothing. #}
register_bases as (
    select distinct
        mains.base as left_base,
        others.base as right_base,
        register_names.rule,
        register_names.source_id || ' ' || register_names.native_id as evidence
    from register_names
    inner join keyed as mains on register_names.main_key = mains.name_key
    inner join keyed as others on register_names.name_key = others.name_key
),

register_pairs as (
    select register_bases.*
    from register_bases
    inner join (
        select right_base
        from register_bases
        group by right_base
        having count(distinct left_base) = 1
    ) as sole
        on register_bases.right_base = sole.right_base
    where register_bases.left_base != register_bases.right_base
),

{# `Name (ABC)`, `Name, ABC`: the letters alone mean that body where no other name has them.
   `Name (nyk. Other)`: both names are of one body. #}
told as (
    select
        keys.base as left_base,
        rest.base as right_base,
        case keys.rule when 'acronym' then 'acronym_told' else 'rename_told' end as rule,
        keys.name_key as evidence
    from {{ ref('int_organisations__keyed') }} as keys
    inner join keyed as rest on keys.rest_key = rest.name_key
    where keys.base != rest.base
),

told_pairs as (
    select told.*
    from told
    inner join (
        select right_base
        from told
        group by right_base
        having count(distinct left_base) = 1
    ) as sole
        on told.right_base = sole.right_base
),

{# Mentions with the Y-tunnus that stands beside them. #}
numbered as (
    select distinct keyed.base, named.business_id
    from {{ ref('int_organisations__named') }} as named
    inner join keyed on named.name_key = keyed.name_key
    where named.business_id is not null
    union
    select keyed.base, registered.business_id
    from registered
    inner join keyed on registered.main_key = keyed.name_key
    where registered.business_id is not null
),

number_pairs as (
    select
        one.base as left_base,
        other.base as right_base,
        'same_number' as rule,
        one.business_id as evidence
    from numbered as one
    inner join numbered as other
        on one.business_id = other.business_id and one.base != other.base
),

{# `City of X` and `X:n kaupunki`: words for one kind in two languages and one place. #}
translated_pairs as (
    select
        one.base as left_base,
        other.base as right_base,
        'translated_kind' as rule,
        one.head || ' ' || one.owner_stem as evidence
    from {{ ref('int_organisations__based') }} as one
    inner join {{ ref('int_organisations__based') }} as other
        on
            one.head = other.head
            and one.owner_stem = other.owner_stem
            and one.language != other.language
    where length(one.owner_stem) >= 4
),

{# One project tells its lead in two languages: records with the same own code, or with the same
   days and the same sum. #}
projects as (
    select record_id, source_id, scheme || ' ' || code as project_key
    from {{ ref('int_codes__classified') }}
    where role = 'own' and scheme = 'eura'
    union
    select
        statements.record_id,
        statements.source_id,
        cast(statements.start_date as varchar) || ' ' || cast(statements.end_date as varchar)
        || ' ' || amount.kind || ' ' || cast(amount.amount as varchar) as project_key
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.amounts', 'amount') }}
    where
        statements.start_date is not null
        and statements.end_date is not null
        and coalesce(statements.start_precision, 'day') = 'day'
        and coalesce(statements.end_precision, 'day') = 'day'
        and amount.kind in ('granted', 'total_cost')
        and amount.amount >= 1000
        and not coalesce(amount.is_annual, false)
),

{# A page of several projects, or terms that two rows of a register share, are no evidence. #}
sole_projects as (
    select projects.record_id, projects.project_key
    from projects
    inner join (
        select project_key
        from (
            select project_key, source_id, count(distinct record_id) as records
            from projects
            group by project_key, source_id
        ) as by_source
        group by project_key
        having max(records) <= 3 and count(*) > 1
    ) as shared
        on projects.project_key = shared.project_key
),

leads as (
    select distinct
        sole_projects.project_key,
        based.base,
        based.organisation_type,
        based.language,
        named.role
    from sole_projects
    inner join {{ ref('int_organisations__named') }} as named
        on sole_projects.record_id = named.record_id and named.role in ('lead', 'partner')
    inner join keyed on named.name_key = keyed.name_key
    inner join {{ ref('int_organisations__based') }} as based on keyed.base = based.base
    where based.organisation_type is not null and based.language is not null
),

{# Of several bodies of one kind and language in one role nobody knows which is which. #}
sole_leads as (
    select leads.*
    from leads
    inner join (
        select project_key, role, organisation_type, language
        from leads
        group by project_key, role, organisation_type, language
        having count(*) = 1
    ) as sole
        on
            leads.project_key = sole.project_key
            and leads.role = sole.role
            and leads.organisation_type = sole.organisation_type
            and leads.language = sole.language
),

project_pairs as (
    select
        one.base as left_base,
        other.base as right_base,
        'same_project' as rule,
        min(one.project_key) as evidence,
        count(distinct one.project_key) as times
    from sole_leads as one
    inner join sole_leads as other
        on
            one.project_key = other.project_key
            and one.role = other.role
            and one.organisation_type = other.organisation_type
            and one.language != other.language
            and one.base != other.base
    group by one.base, other.base
),

united as (
    select left_base, right_base, rule, evidence, 1 as times from register_pairs
    union all
    select right_base, left_base, rule, evidence, 1 from register_pairs
    union all
    select left_base, right_base, rule, evidence, 1 from told_pairs
    union all
    select right_base, left_base, rule, evidence, 1 from told_pairs
    union all
    select left_base, right_base, rule, evidence, 1 from number_pairs
    union all
    select left_base, right_base, rule, evidence, 1 from translated_pairs
    union all
    select left_base, right_base, rule, evidence, times from project_pairs
)

select left_base, right_base, rule, min(evidence) as evidence, max(times) as times
from united
group by left_base, right_base, rule
