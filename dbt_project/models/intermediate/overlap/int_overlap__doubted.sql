{# Pairs of projects that may be one: a record of each lies in the review band or above, and nobody
   has answered yet. One row a direction. Until they are answered they are no overlap; a person's
   "no" brings them back. #}
with doubted as (
    select
        left_members.project_id,
        right_members.project_id as other_id
    from {{ ref('int_match__links') }} as links
    inner join {{ ref('int_registry__members') }} as left_members
        on links.left_record_id = left_members.record_id
    inner join {{ ref('int_registry__members') }} as right_members
        on links.right_record_id = right_members.record_id
    where
        links.score >= {{ var('match_review_bits') }}
        and links.decided_by = 'model'
        and left_members.project_id != right_members.project_id
)

select project_id, other_id from doubted
union
select other_id, project_id from doubted
