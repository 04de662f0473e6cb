{# Pairs of names that lead, or take part in, what most likely is one project: one body in two
   languages, or under its former name and its present. Every pair stands in both directions. #}
with members as (
    select
        named.record_id,
        named.source_id,
        named.role,
        based.base,
        based.organisation_type,
        based.language,
        {{ place_stem('based.first_word') }} as place
    from {{ ref('int_organisations__named') }} as named
    inner join {{ ref('int_organisations__keyed') }} as keyed on named.name_key = keyed.name_key
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
        select others.record_id, others.role, others.organisation_type
        from members as others
        group by others.record_id, others.role, others.organisation_type
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
        min(amount.amount) as amount
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

regions as (
    select
        statements.record_id,
        {{ distinct_list('region.maakunta_code') }} as codes
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.regions', 'region') }}
    group by statements.record_id
),

same_project as (
    select
        one.record_id as one_record_id,
        other.record_id as other_record_id,
        'same_project' as rule,
        one.code as evidence
    from coded as one
    inner join coded as other
        on one.code = other.code and one.record_id != other.record_id
    union
    select
        one.record_id as one_record_id,
        other.record_id as other_record_id,
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
    left join regions as one_regions on one.record_id = one_regions.record_id
    left join regions as other_regions on other.record_id = other_regions.record_id
    where not {{ regions_clash(
        'coalesce(one_regions.codes, [])', 'coalesce(other_regions.codes, [])'
    ) }}
)

select
    one.base as left_base,
    other.base as right_base,
    case when one.language = other.language then 'renamed' else same_project.rule end as rule,
    min(same_project.evidence) as evidence,
    count(distinct same_project.evidence) as times
from same_project
inner join sole_members as one on same_project.one_record_id = one.record_id
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
group by 1, 2, 3
