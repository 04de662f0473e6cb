{{ config(meta={'dagster': {'ref': {'name': 'mart_match_evidence'}}}) }}
{# Every link is explained: its evidence is there and adds up to its score exactly. #}
select links.left_record_id, links.right_record_id
from {{ ref('mart_match_link') }} as links
left join {{ ref('mart_match_evidence') }} as evidence
    on
        links.left_record_id = evidence.left_record_id
        and links.right_record_id = evidence.right_record_id
group by links.left_record_id, links.right_record_id, links.score
having sum(evidence.weight) is distinct from links.score
