{# One row a name key with what its own letters tell: the name it is a longer spelling of, its form
   of law, its language, its kind. `base` is what all spellings of one name share, so a further
   spelling neither makes nor moves an id. #}
with registered as (
    select name_fi as name, first_seen_at from {{ ref('stg_landing__organisations') }}
    union all
    select name_sv, first_seen_at from {{ ref('stg_landing__organisations') }}
    union all
    select name_en, first_seen_at from {{ ref('stg_landing__organisations') }}
    union all
    select abbreviation, first_seen_at from {{ ref('stg_landing__organisations') }}
    union all
    select former.name, registers.first_seen_at
    from {{ ref('stg_landing__organisations') }} as registers
    {{ explode('registers.aliases', 'former') }}
    union all
    {# what follows `nyk.` in a name is a name of its own, and so may be what follows a border #}
    select {{ name_of_rename('name') }}, first_seen_at
    from {{ ref('int_organisations__named') }}
    union all
    select {{ name_behind_border('name') }}, first_seen_at
    from {{ ref('int_organisations__named') }}
),

written as (
    select name, name_key, first_seen_at
    from {{ ref('int_organisations__named') }}
    union all
    select name, {{ normalise_name('name') }}, first_seen_at
    from registered
),

spellings as (
    select
        name,
        name_key,
        min(first_seen_at) as first_seen_at
    from written
    where name_key is not null
    group by name, name_key
),

split as (
    select
        spellings.*,
        {{ name_before_rename('spellings.name') }} as before_rename,
        {{ name_before_acronym('spellings.name') }} as before_parentheses,
        {{ name_in_parentheses('spellings.name') }} as in_parentheses,
        {{ name_before_border('spellings.name') }} as before_border,
        {{ name_behind_border('spellings.name') }} as behind_border
    from spellings
),

towns as (
    select {{ normalise_text('kunta_fi') }} as town from {{ ref('municipalities_2026') }}
    union
    select {{ normalise_text('kunta_sv') }} from {{ ref('municipalities_2026') }}
),

typed as (
    select
        split.*,
        {{ normalise_text('split.before_border') }} like '% %' as is_name_before,
        {{ organisation_type_of('split.before_border') }} as type_before,
        {{ organisation_type_of('split.behind_border') }} as type_behind,
        {{ form_of_law(normalise_text('split.before_border')) }} as form_before,
        {{ language_of_name(normalise_text('split.before_border')) }} as language_before,
        {{ language_of_name(normalise_text('split.behind_border')) }} as language_behind,
        towns.town
    from split
    left join towns
        on {{ normalise_text('split.behind_border') }} = towns.town
),

{# A name of one word (`Kaupunki, Oulu`) is no name without its rest, and a rest with a form of its
   own (`A ry, B Oy`) is a second body. #}
told as (
    select
        typed.*,
        case
            when before_rename is not null then 'renamed'
            when {{ is_acronym('in_parentheses') }} then 'acronym'
            when before_border is null then 'spelling'
            when
                type_before = type_behind
                and type_before != 'other'
                and coalesce(language_before != language_behind, false)
                then 'bilingual'
            when
                form_before is null
                and type_before in ('other', 'agency')
                and type_behind in (
                    'municipality', 'university', 'uas', 'wellbeing_county', 'ministry'
                )
                then 'unit_first'
            when not is_name_before then 'spelling'
            when {{ is_acronym('behind_border') }} then 'acronym'
            when town is not null then 'town'
            when
                type_before != 'other' and type_behind in ('other', 'agency', 'education_provider')
                then 'unit'
            else 'spelling'
        end as rule
    from typed
),

parted as (
    select
        told.name_key,
        told.first_seen_at,
        told.rule,
        case
            when told.rule = 'unit_first' then told.behind_border
            else coalesce(told.before_rename, told.before_parentheses, told.before_border)
        end as head,
        case
            when told.rule = 'renamed' then {{ name_of_rename('told.name') }}
            else coalesce(told.in_parentheses, told.behind_border)
        end as rest
    from told
),

headed as (
    select
        parted.name_key,
        parted.first_seen_at,
        case when parted.rule = 'unit_first' then 'unit' else parted.rule end as rule,
        case
            when parted.rule = 'spelling' then parted.name_key
            else {{ normalise_name('parted.head') }}
        end as head_key,
        case
            when parted.rule in ('acronym', 'renamed', 'bilingual')
                then {{ normalise_name('parted.rest') }}
        end as rest_key
    from parted
),

{# One name key may come from several ways to write it; the one that tells most counts. #}
ranked as (
    select
        headed.*,
        min(headed.first_seen_at) over (partition by headed.name_key) as seen_at,
        row_number() over (
            partition by headed.name_key
            order by
                case when headed.rule = 'spelling' then 1 else 0 end,
                headed.head_key, headed.rule
        ) as preference
    from headed
),

nominative as (
    select
        ranked.name_key,
        ranked.seen_at as first_seen_at,
        ranked.rule,
        ranked.head_key,
        ranked.rest_key,
        {{ without_case_of_form('ranked.head_key') }} as bare_key
    from ranked
    where ranked.preference = 1
),

formed as (
    select
        nominative.*,
        {{ form_of_law('nominative.bare_key') }} as form,
        coalesce({{ without_form_of_law('nominative.bare_key') }}, nominative.bare_key) as core
    from nominative
),

{# `Majavan kaupungilta`: the last word goes back to its dictionary form. The word itself may be
   the end of a compound (`ammattikorkeakoulun`). #}
bent as (
    select
        formed.name_key,
        forms.word,
        forms.form,
        row_number() over (
            partition by formed.name_key order by length(forms.form) desc, forms.word
        ) as preference
    from formed
    inner join {{ ref('organisation_word_forms') }} as forms
        on formed.core like '%' || forms.form
),

straight as (
    select
        formed.name_key,
        formed.first_seen_at,
        formed.head_key,
        formed.rest_key,
        formed.form,
        case
            when bent.word is null then formed.core
            else substr(formed.core, 1, length(formed.core) - length(bent.form)) || bent.word
        end as core,
        case
            when formed.rule != 'spelling' then formed.rule
            when bent.word is not null or formed.bare_key != formed.head_key then 'case_form'
            when formed.form is not null then 'form_of_law'
            else 'spelling'
        end as rule
    from formed
    left join bent
        on formed.name_key = bent.name_key and bent.preference = 1
),

{# A society and a company of one name are two bodies. Which of them a name without a form means
   is the one that was seen first. #}
forms_seen as (
    select core, form, min(first_seen_at) as first_seen_at
    from straight
    where form is not null
    group by core, form
),

forms_ranked as (
    select
        forms_seen.*,
        row_number() over (
            partition by forms_seen.core order by forms_seen.first_seen_at, forms_seen.form
        ) as place
    from forms_seen
)

select
    straight.name_key,
    straight.head_key,
    straight.rest_key,
    straight.core,
    straight.form,
    straight.rule,
    straight.first_seen_at,
    case
        when coalesce(forms_ranked.place, 1) = 1 then straight.core
        else straight.core || ' ' || straight.form
    end as base
from straight
left join forms_ranked
    on straight.core = forms_ranked.core and straight.form = forms_ranked.form
