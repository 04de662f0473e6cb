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

{# Who leads and takes part in a record, where the name tells its kind and language. Of several
   bodies of one kind in one role nobody knows which is which. #}
members as (
    select
        named.record_id,
        named.source_id,
        named.role,
        based.base,
        based.organisation_type,
        based.language,
        {{ place_stem('based.first_word') }} as place
    from {{ ref('int_organisations__named') }} as named
    inner join keyed on named.name_key = keyed.name_key
    inner join {{ ref('int_organisations__based') }} as based on keyed.base = based.base
    where
        named.role in ('lead', 'partner')
        and based.organisation_type is not null
        and based.language is not null
    group by
        named.record_id, named.source_id, named.role, based.base, based.organisation_type,
        based.language, based.first_word
),

sole_members as (
    select members.*
    from members
    inner join (
        select record_id, role, organisation_type
        from members
        group by record_id, role, organisation_type
        having count(*) = 1
    ) as sole
        on
            members.record_id = sole.record_id
            and members.role = sole.role
            and members.organisation_type = sole.organisation_type
),

{# Records that state one own code are of one project; a page with several codes is not. #}
coded as (
    select record_id, min(scheme || ' ' || code) as code
    from {{ ref('int_codes__classified') }}
    where role = 'own' and scheme = 'eura'
    group by record_id
    having count(distinct code) = 1
),

{# So are, most likely, records with the same first and last day and nearly the same sum. #}
terms as (
    select
        statements.record_id,
        statements.start_date,
        statements.end_date,
        amount.kind,
        min(amount.amount) as amount,
        min({{ sorted_set('list_transform(statements.regions, lambda one: one.maakunta_code)') }})
            as regions
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.amounts', 'amount') }}
    where
        statements.start_date is not null
        and statements.end_date is not null
        and coalesce(statements.start_precision, 'day') = 'day'
        and coalesce(statements.end_precision, 'day') = 'day'
        and amount.kind in ('granted', 'total_cost')
        and amount.amount > 0
        and not coalesce(amount.is_annual, false)
    group by statements.record_id, statements.start_date, statements.end_date, amount.kind
    having count(distinct amount.amount) = 1
),

same_project as (
    select
        one.record_id,
        other.record_id as other_record_id,
        'same_project' as rule,
        one.code as evidence
    from coded as one
    inner join coded as other
        on one.code = other.code and one.record_id != other.record_id
    union
    select
        one.record_id,
        other.record_id,
        'same_terms',
        cast(one.start_date as varchar) || ' – ' || cast(one.end_date as varchar)
    from terms as one
    inner join terms as other
        on
            one.start_date = other.start_date
            and one.end_date = other.end_date
            and one.kind = other.kind
            and one.record_id != other.record_id
            and abs(one.amount - other.amount) <= 0.05 * greatest(one.amount, other.amount)
    where not {{ regions_clash('one.regions', 'other.regions') }}
),

{# A body in two languages, or under two names of one place: its former name and its present. #}
project_pairs as (
    select
        one.base as left_base,
        other.base as right_base,
        case when one.language = other.language then 'renamed' else same_project.rule end as rule,
        min(same_project.evidence) as evidence,
        count(distinct same_project.evidence) as times
    from same_project
    inner join sole_members as one on same_project.record_id = one.record_id
    inner join sole_members as other on same_project.other_record_id = other.record_id
    where
        one.role = other.role
        and one.organisation_type = other.organisation_type
        and one.base != other.base
        and (
            one.language != other.language
            or (
                one.place = other.place
                and one.role = 'lead'
                and same_project.rule = 'same_project'
            )
        )
    group by one.base, other.base, 3
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
