{{ config(meta={'dagster': {'ref': {'name': 'int_match__clusters'}}}) }}
{# The rounds of int_match__clusters were enough: no pair crosses two clusters. #}
select links.left_record_id, links.right_record_id
from {{ ref('int_match__links') }} as links
inner join {{ ref('int_match__clusters') }} as left_clusters
    on links.left_record_id = left_clusters.record_id
inner join {{ ref('int_match__clusters') }} as right_clusters
    on links.right_record_id = right_clusters.record_id
where links.is_joined and left_clusters.cluster_id != right_clusters.cluster_id
