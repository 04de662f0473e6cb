{# Name key -> organisation, with the rule and the words that decide: the table that people read.
   An id hangs on the oldest base of its group, so that a spelling or a translation that appears
   later gets the id that is there. #}
with joined as (
    select left_base, right_base, rule, evidence, times
    from {{ ref('int_organisations__linked') }}
    where verdict = 'join'
),

certain_edges as (
    select left_base, right_base
    from {{ ref('int_organisations__linked') }}
    where verdict = 'join' and not is_concluded
),

bases as (
    select base from {{ ref('int_organisations__based') }}
),

{{ grouped_over('certain', 'bases', 'certain_edges') }},

{{ grouped_over('whole', 'bases', 'joined') }},

{# Conclusions that would make one of several official bodies, forms of law or kinds fall. #}
sound as (
    select whole_6.label
    from whole_6
    inner join {{ ref('int_organisations__based') }} as based on whole_6.base = based.base
    group by whole_6.label
    having
        count(distinct based.organisation_id) <= 1
        and count(distinct based.form) <= 1
        and count(distinct based.organisation_type) <= 1
),

grouped as (
    select
        whole_6.base,
        case when sound.label is null then certain_6.label else whole_6.label end as label
    from whole_6
    inner join certain_6 on whole_6.base = certain_6.base
    left join sound on whole_6.label = sound.label
),

members as (
    select
        grouped.label,
        grouped.base,
        based.organisation_id,
        row_number() over (
            partition by grouped.label
            order by
                based.first_seen_at,
                case based.language when 'fi' then 1 when 'sv' then 2 when 'en' then 3 else 1 end,
                grouped.base
        ) as place
    from grouped
    inner join {{ ref('int_organisations__based') }} as based on grouped.base = based.base
),

groups as (
    select
        label,
        case when count(distinct organisation_id) = 1 then min(organisation_id) end
            as official_id,
        min(case when place = 1 then base end) as oldest_base,
        count(*) as size
    from members
    group by label
),

{# Why a base belongs to its group: the first of the edges that hold it there. #}
reasons as (
    select
        joined.left_base as base,
        joined.rule,
        joined.evidence,
        joined.right_base,
        row_number() over (
            partition by joined.left_base
            order by
                case
                    when joined.right_base = groups.oldest_base then 0
                    else 1
                end,
                joined.times desc, joined.rule, joined.right_base
        ) as preference
    from joined
    inner join grouped as ones on joined.left_base = ones.base
    inner join grouped as others on joined.right_base = others.base and ones.label = others.label
    inner join groups on ones.label = groups.label
),

resolved as (
    select
        keyed.name_key,
        coalesce(
            official.organisation_id, based.organisation_id, groups.official_id,
            'o-' || {{ surrogate_key(['groups.oldest_base'], 12) }}
        ) as organisation_id,
        coalesce(official.organisation_id, based.organisation_id, groups.official_id) is not null
            as is_official,
        case
            when official.rule is not null then official.rule
            when based.organisation_id is not null and keyed.rule != 'spelling' then keyed.rule
            when based.organisation_id is not null then based.official_rule
            when grouped.base != groups.oldest_base and reasons.rule is not null then reasons.rule
            else keyed.rule
        end as rule,
        case
            when official.rule is not null then official.name
            when based.organisation_id is not null then keyed.head_key
            when grouped.base != groups.oldest_base and reasons.rule is not null
                then reasons.right_base || ': ' || reasons.evidence
            else groups.oldest_base
        end as source
    from {{ ref('int_organisations__keyed') }} as keyed
    inner join {{ ref('int_organisations__based') }} as based on keyed.base = based.base
    inner join grouped on keyed.base = grouped.base
    inner join groups on grouped.label = groups.label
    left join {{ ref('int_organisations__official') }} as official
        on keyed.name_key = official.name_key
    left join reasons
        on keyed.base = reasons.base and reasons.preference = 1
)

select
    name_key,
    organisation_id,
    is_official,
    rule,
    source
from resolved
union all
{# official names that nobody has written yet #}
select
    official.name_key,
    official.organisation_id,
    true,
    official.rule,
    official.name
from {{ ref('int_organisations__official') }} as official
left join resolved on official.name_key = resolved.name_key
where resolved.name_key is null
