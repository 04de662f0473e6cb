{# `follows`: a project of the same name and lead that comes after another one, by the numerals of
   their phases or, where the names are equal without, by periods that do not meet. A name without a numeral is the first
   phase. Of several earlier ones the nearest is followed. #}
with projects as (
    select project_id, start_date, end_date
    from {{ ref('int_projects__merged') }}
),

dated as (
    select
        pairs.*,
        coalesce(pairs.phase, 1) as numeral,
        coalesce(pairs.other_phase, 1) as other_numeral,
        one.start_date,
        one.end_date,
        other.start_date as other_start_date,
        other.end_date as other_end_date
    from {{ ref('int_related__pairs') }} as pairs
    inner join projects as one
        on pairs.project_id = one.project_id
    inner join projects as other
        on pairs.other_project_id = other.project_id
    where pairs.is_same_lead and (pairs.is_same_region or not pairs.is_other_region)
),

directed as (
    select
        dated.*,
        case
            when numeral != other_numeral then numeral > other_numeral
            when name_bits < {{ var('equal_name_bits') }} then null
            when start_date >= other_end_date then true
            when other_start_date >= end_date then false
        end as is_later
    from dated
),

ordered as (
    select
        case when is_later then project_id else other_project_id end as project_id,
        case when is_later then other_project_id else project_id end as related_project_id,
        case when is_later then numeral else other_numeral end as numeral,
        case when is_later then other_numeral else numeral end as earlier_numeral,
        case when is_later then other_start_date else start_date end as earlier_start_date,
        name_bits
    from directed
    where is_later is not null
),

ranked as (
    select
        ordered.*,
        row_number() over (
            partition by project_id
            order by
                earlier_numeral desc, earlier_start_date desc nulls last, name_bits desc,
                related_project_id
        ) as preference
    from ordered
)

select
    project_id,
    related_project_id,
    case
        when numeral != earlier_numeral
            then 'same name and lead, phase ' || numeral || ' after ' || earlier_numeral
        else 'same name and lead, begins when the other has ended'
    end as evidence
from ranked
where preference = 1
