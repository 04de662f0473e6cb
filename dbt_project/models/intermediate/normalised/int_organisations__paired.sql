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
        select others.right_base
        from register_bases as others
        group by others.right_base
        having count(distinct others.left_base) = 1
    ) as sole
        on register_bases.right_base = sole.right_base
    where register_bases.left_base != register_bases.right_base
),

{# `Name (ABC)`, `Name, ABC`: the letters alone mean that body where no other name has them.
   `Name (nyk. Other)`, `Name / Other`: both names are of one body. #}
told as (
    select
        keys.base as left_base,
        rest.base as right_base,
        case keys.rule
            when 'acronym' then 'acronym_told'
            when 'bilingual' then 'translation_told'
            else 'rename_told'
        end as rule,
        keys.name_key as evidence
    from {{ ref('int_organisations__keyed') }} as keys
    inner join keyed as rest on keys.rest_key = rest.name_key
    where keys.base != rest.base
),

told_pairs as (
    select told.*
    from told
    inner join (
        select others.right_base
        from told as others
        group by others.right_base
        having count(distinct others.left_base) = 1
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
    select left_base, right_base, rule, evidence, times
    from {{ ref('int_organisations__paired_by_project') }}
)

select left_base, right_base, rule, min(evidence) as evidence, max(times) as times
from united
group by left_base, right_base, rule
