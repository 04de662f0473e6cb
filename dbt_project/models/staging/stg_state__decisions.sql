{# What people decided, the smaller record id on the left. `is_reversed` tells where the file names
   the larger one first: for `follows` and `part_of` the first is the later project, or the part. #}
with source as (
    select * from {{ source('state', 'match_decisions') }}
),

renamed as (
    select
        decision_id,
        line as line_number,
        least(left_record_id, right_record_id) as left_record_id,
        greatest(left_record_id, right_record_id) as right_record_id,
        left_record_id > right_record_id as is_reversed,
        relation,
        verdict,
        decided_at,
        supersedes
    from source
)

select * from renamed
