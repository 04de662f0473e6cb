{# Every pair that was taken as one or nearly so, and every pair on which a person decided. #}
select
    left_record_id,
    right_record_id,
    score,
    coalesce(band, 'review') as band,
    decided_by,
    match_rule,
    match_probability,
    is_joined
from {{ ref('int_match__links') }}
where band is not null or decided_by = 'human'
order by left_record_id, right_record_id
