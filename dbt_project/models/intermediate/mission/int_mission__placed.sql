{# The one envelope in which the money of a project counts: the deepest that includes everything the
   project serves. Nobody tells how money is shared out, so two envelopes of one parent put it into
   the parent, and two without a common one nowhere. #}
with ties as (
    select
        standing.*,
        count(*) over (partition by standing.project_id) as ties
    from {{ ref('int_mission__standing') }} as standing
),

including as (
    select
        ties.project_id,
        paths.ancestor_id as envelope_id,
        min(ties.basis) as basis,
        min(paths.distance) as distance
    from ties
    inner join {{ ref('int_mission__envelope_paths') }} as paths
        on ties.envelope_id = paths.envelope_id
    group by ties.project_id, paths.ancestor_id
    having count(*) = min(ties.ties)
),

ranked as (
    select
        including.*,
        row_number() over (
            partition by project_id
            order by distance, envelope_id
        ) as preference
    from including
)

select
    project_id,
    envelope_id,
    basis
from ranked
where preference = 1
