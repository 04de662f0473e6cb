{# The envelopes by which a project's money may be placed: where one is stated, what was only
   inferred falls away, and so does an envelope that includes another one of the project. #}
with ties as (
    select
        project_id,
        subject_id as envelope_id,
        basis,
        min(case basis when 'stated' then 0 else 1 end) over (partition by project_id) as best,
        case basis when 'stated' then 0 else 1 end as strength
    from {{ ref('int_mission__tied') }}
    where subject_kind = 'envelope'
),

strongest as (
    select
        project_id,
        envelope_id,
        basis
    from ties
    where strength = best
),

wider as (
    select distinct
        strongest.project_id,
        paths.ancestor_id as envelope_id
    from strongest
    inner join {{ ref('int_mission__envelope_paths') }} as paths
        on strongest.envelope_id = paths.envelope_id
    where paths.distance > 0
)

select
    strongest.project_id,
    strongest.envelope_id,
    strongest.basis
from strongest
left join wider
    on strongest.project_id = wider.project_id and strongest.envelope_id = wider.envelope_id
where wider.envelope_id is null
