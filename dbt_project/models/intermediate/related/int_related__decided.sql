{# What people decided about pairs of projects: `follows` and `part_of` from the later one or the
   part to the other, `overlaps` from the smaller id. Told of records, it holds for their projects;
   the newest verdict of a pair counts. #}
with told as (
    select
        decisions.relation,
        decisions.verdict,
        decisions.decided_at,
        decisions.decision_id,
        case
            when decisions.is_reversed then right_members.project_id
            else left_members.project_id
        end as first_project_id,
        case
            when decisions.is_reversed then left_members.project_id
            else right_members.project_id
        end as second_project_id
    from {{ ref('int_decisions__standing') }} as decisions
    inner join {{ ref('int_registry__members') }} as left_members
        on decisions.left_record_id = left_members.record_id
    inner join {{ ref('int_registry__members') }} as right_members
        on decisions.right_record_id = right_members.record_id
    where
        decisions.relation in ('follows', 'part_of', 'overlaps')
        and left_members.project_id != right_members.project_id
),

directed as (
    select
        told.relation,
        told.verdict,
        told.decided_at,
        told.decision_id,
        case
            when told.relation = 'overlaps'
                then least(told.first_project_id, told.second_project_id)
            else told.first_project_id
        end as project_id,
        case
            when told.relation = 'overlaps'
                then greatest(told.first_project_id, told.second_project_id)
            else told.second_project_id
        end as related_project_id
    from told
),

ranked as (
    select
        directed.*,
        row_number() over (
            partition by project_id, related_project_id, relation
            order by decided_at desc, decision_id
        ) as preference
    from directed
)

select project_id, related_project_id, relation, verdict
from ranked
where preference = 1
