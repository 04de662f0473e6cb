{# People's verdicts on pairs of records: the newest one of each pair and relation that no later line
   supersedes. #}
select
    least(left_record_id, right_record_id) as left_record_id,
    greatest(left_record_id, right_record_id) as right_record_id,
    relation,
    verdict
from {{ source('state', 'match_decisions') }}
