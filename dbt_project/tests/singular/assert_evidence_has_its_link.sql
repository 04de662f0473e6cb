{{ config(meta={'dagster': {'ref': {'name': 'mart_match_evidence'}}}) }}
{# Evidence belongs to a published pair, and a pair is ordered and about two records. #}
select evidence.left_record_id, evidence.right_record_id
from {{ ref('mart_match_evidence') }} as evidence
left join {{ ref('mart_match_link') }} as links
    on
        evidence.left_record_id = links.left_record_id
        and evidence.right_record_id = links.right_record_id
where links.left_record_id is null
union all
select left_record_id, right_record_id
from {{ ref('mart_match_link') }}
where left_record_id >= right_record_id
