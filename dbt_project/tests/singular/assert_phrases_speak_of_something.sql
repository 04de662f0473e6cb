{{ config(meta={'dagster': {'ref': {'name': 'int_mission__phrases'}}}) }}
{# A phrase or code of the seeds belongs to a measure, envelope or environment that exists, and has
   letters by which it can be looked for. #}
with spoken as (
    select
        subject_kind,
        subject_id,
        first_letters
    from {{ ref('int_mission__phrases') }}
    union all
    select
        subject_kind,
        subject_id,
        code
    from {{ ref('mission_codes') }}
)

select
    spoken.subject_kind,
    spoken.subject_id,
    spoken.first_letters
from spoken
left join {{ ref('int_mission__subjects') }} as subjects
    on spoken.subject_kind = subjects.subject_kind and spoken.subject_id = subjects.subject_id
where
    (
        subjects.subject_id is null
        and spoken.subject_kind not in ('money', 'strategy', 'denial')
    )
    or length(spoken.first_letters) < 2
