{# One row a base, all spellings of one name together: the official body it is, and what its words
   tell of its kind, language and place. #}
with keyed as (
    select * from {{ ref('int_organisations__keyed') }}
),

{# A name is official as it stands or without the unit behind its comma; without its form of law
   only where the body is of a kind that has one. #}
official as (
    select
        keyed.base,
        coalesce(written.organisation_id, headed.organisation_id, bare.organisation_id)
            as organisation_id,
        coalesce(written.rule, headed.rule, 'official_without_form') as rule
    from keyed
    left join {{ ref('int_organisations__official') }} as written
        on keyed.name_key = written.name_key
    left join {{ ref('int_organisations__official') }} as headed
        on keyed.head_key = headed.name_key
    left join {{ ref('int_organisations__official') }} as formless
        on keyed.core = formless.name_key and keyed.core like '% %'
    left join {{ ref('organisations') }} as bare
        on
            formless.organisation_id = bare.organisation_id
            and (
                keyed.form is null
                or (
                    keyed.form in ('company', 'foundation')
                    and bare.organisation_type in (
                        'uas', 'university', 'education_provider', 'company'
                    )
                )
            )
    where
        written.organisation_id is not null
        or headed.organisation_id is not null
        or bare.organisation_id is not null
),

officials as (
    select base, min(organisation_id) as organisation_id, min(rule) as rule
    from official
    group by base
    having count(distinct organisation_id) = 1
),

typed as (
    select
        base,
        core,
        form,
        first_seen_at,
        nullif({{ organisation_type_of('head_key') }}, 'other') as organisation_type,
        {{ language_of_name('head_key') }} as language
    from keyed
),

bases as (
    select
        base,
        min(core) as core,
        max(form) as form,
        min(first_seen_at) as first_seen_at,
        case when count(distinct organisation_type) = 1 then min(organisation_type) end
            as organisation_type,
        case when count(distinct language) = 1 then min(language) end as language
    from typed
    group by base
),

{# `University of X`, `X:n yliopisto`: the word for the kind and, of one word, the name of the
   place. The longest word for a kind wins. #}
headed as (
    select
        bases.base,
        heads.head,
        heads.language,
        case
            when heads.place = 'first' then substr(bases.core, length(heads.form) + 2)
            else substr(bases.core, 1, length(bases.core) - length(heads.form) - 1)
        end as owner,
        row_number() over (
            partition by bases.base order by length(heads.form) desc, heads.form
        ) as preference
    from bases
    inner join {{ ref('organisation_heads') }} as heads
        on
            (heads.place = 'last' and bases.core like '% ' || heads.form)
            or (heads.place = 'first' and bases.core like heads.form || ' %')
)

select
    bases.base,
    bases.first_seen_at,
    bases.form,
    bases.organisation_type,
    coalesce(headed.language, bases.language) as language,
    headed.head,
    case when headed.owner not like '% %' then {{ place_stem('headed.owner') }} end as owner_stem,
    split_part(bases.core, ' ', 1) as first_word,
    officials.organisation_id,
    officials.rule as official_rule
from bases
left join headed
    on bases.base = headed.base and headed.preference = 1
left join officials
    on bases.base = officials.base
