{# The verdict on every pair: `join`, or the first reason that keeps the two names apart. What a
   register or the name itself tells is believed unless it contradicts the official bodies; what is
   concluded from a number, a kind or a project is believed only where nothing speaks against it
   and no second body could be meant. #}
with numbers as (
    select keyed.base, named.business_id
    from {{ ref('int_organisations__named') }} as named
    inner join {{ ref('int_organisations__keyed') }} as keyed on named.name_key = keyed.name_key
    where named.business_id is not null
    group by keyed.base, named.business_id
),

number_lists as (
    select base, {{ distinct_list('business_id') }} as business_ids
    from numbers
    group by base
),

{# An agency, its service centre and the offices it serves have one number. #}
shared_numbers as (
    select business_id
    from numbers
    group by business_id
    having count(*) > {{ var('bases_of_number_max') }}
),

described as (
    select
        pairs.left_base,
        pairs.right_base,
        pairs.rule,
        pairs.evidence,
        pairs.times,
        pairs.rule in (
            'same_number', 'translated_kind', 'same_project', 'same_terms', 'renamed'
        ) as is_concluded,
        ones.organisation_id is not null
        and others.organisation_id is not null
        and ones.organisation_id != others.organisation_id as is_official_pair,
        coalesce(ones.form != others.form, false) as is_of_other_form,
        coalesce(ones.organisation_type != others.organisation_type, false) as is_of_other_type,
        {{ lists_clash(
            'coalesce(one_numbers.business_ids, [])', 'coalesce(other_numbers.business_ids, [])'
        ) }} as is_of_other_number,
        coalesce(ones.language != others.language, false)
        and coalesce(ones.organisation_type = others.organisation_type, false) as is_translation,
        {{ place_stem('ones.first_word') }} = {{ place_stem('others.first_word') }}
        or ' ' || pairs.left_base || ' ' like '% ' || pairs.right_base || ' %'
        or ' ' || pairs.right_base || ' ' like '% ' || pairs.left_base || ' %' as is_alike,
        shared_numbers.business_id is not null
        or coalesce(official_ones.organisation_type, official_others.organisation_type, 'none')
        not in ('none', 'uas', 'university', 'education_provider', 'company') as is_shared_number,
        others.language as right_language,
        {# a school that changed its name has two names of one place and kind #}
        case
            when others.organisation_type = 'education_provider'
                then {{ place_stem('others.first_word') }}
        end as right_place
    from {{ ref('int_organisations__paired') }} as pairs
    inner join {{ ref('int_organisations__based') }} as ones on pairs.left_base = ones.base
    inner join {{ ref('int_organisations__based') }} as others on pairs.right_base = others.base
    left join {{ ref('organisations') }} as official_ones
        on ones.organisation_id = official_ones.organisation_id
    left join {{ ref('organisations') }} as official_others
        on others.organisation_id = official_others.organisation_id
    left join number_lists as one_numbers on pairs.left_base = one_numbers.base
    left join number_lists as other_numbers on pairs.right_base = other_numbers.base
    left join shared_numbers
        on pairs.rule = 'same_number' and pairs.evidence = shared_numbers.business_id
),

judged as (
    select
        described.*,
        case
            when is_official_pair then 'two official bodies'
            when is_of_other_form and rule not in ('registered_former', 'rename_told')
                then 'different forms of law'
            when is_concluded and is_of_other_type then 'different kinds'
            when is_concluded and rule != 'same_number' and is_of_other_number
                then 'different numbers'
            when rule = 'same_number' and is_shared_number then 'a number of several units'
            when rule = 'same_number' and not is_alike and not is_translation
                then 'names with nothing in common'
        end as reason
    from described
),

certain_edges as (
    select left_base, right_base
    from judged
    where reason is null and rule in (
        'registered_name', 'registered_abbreviation', 'registered_former', 'acronym_told',
        'rename_told', 'translation_told', 'same_number', 'renamed'
    )
),

bases as (
    select base from {{ ref('int_organisations__based') }}
),

{{ grouped_over('certain', 'bases', 'certain_edges') }},

{# Of the bodies that a name in another language may be, it is one only if there is one. #}
candidates as (
    select
        judged.left_base,
        judged.right_base,
        lefts.label as left_label,
        judged.right_language,
        coalesce(judged.right_place, rights.label) as right_body
    from judged
    inner join certain_6 as lefts on judged.left_base = lefts.base
    inner join certain_6 as rights on judged.right_base = rights.base
    where
        judged.reason is null
        and judged.rule in ('translated_kind', 'same_project', 'same_terms')
        and lefts.label != rights.label
),

ambiguous as (
    select left_label, right_language
    from candidates
    group by left_label, right_language
    having count(distinct right_body) > 1
),

undecided as (
    select distinct candidates.left_base, candidates.right_base
    from candidates
    inner join ambiguous
        on
            candidates.left_label = ambiguous.left_label
            and candidates.right_language = ambiguous.right_language
)

select
    judged.left_base,
    judged.right_base,
    judged.rule,
    judged.evidence,
    judged.times,
    judged.is_concluded,
    case
        when judged.reason is not null then judged.reason
        when
            judged.rule in ('translated_kind', 'same_project', 'same_terms')
            and (one_way.left_base is not null or other_way.left_base is not null)
            then 'several bodies could be meant'
        else 'join'
    end as verdict
from judged
left join undecided as one_way
    on judged.left_base = one_way.left_base and judged.right_base = one_way.right_base
left join undecided as other_way
    on judged.left_base = other_way.right_base and judged.right_base = other_way.left_base
