{# The verdict that stands for each pair and relation: the newest that no other line supersedes. Of
   two of one moment the later line of the file counts. `unsure` may stand as well, and then
   nothing is decided. What binds the clusters is `same_as` with yes or no. #}
with standing as (
    select decisions.*
    from {{ ref('stg_state__decisions') }} as decisions
    left join {{ ref('stg_state__decisions') }} as later
        on decisions.decision_id = later.supersedes
    where later.decision_id is null
),

ranked as (
    select
        standing.*,
        row_number() over (
            partition by left_record_id, right_record_id, relation
            order by decided_at desc, line_number desc
        ) as preference
    from standing
)

select
    left_record_id,
    right_record_id,
    relation,
    verdict,
    is_reversed,
    decision_id,
    decided_at
from ranked
where preference = 1
