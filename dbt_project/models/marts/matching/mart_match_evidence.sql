{# Why: what the two records of a pair agree and differ in. The weights of a pair are its score. #}
select
    evidence.left_record_id,
    evidence.right_record_id,
    evidence.feature,
    evidence.state,
    evidence.level,
    evidence.left_value,
    evidence.right_value,
    evidence.weight
from {{ ref('int_match__evidence') }} as evidence
inner join {{ ref('mart_match_link') }} as links
    on
        evidence.left_record_id = links.left_record_id
        and evidence.right_record_id = links.right_record_id
order by evidence.left_record_id, evidence.right_record_id, evidence.feature
