{# Ids that a person pinned, each with the cluster of the record that it must stay with. Without
   such a record, or while that record is away, the id only comes first among the claims. #}
select
    pins.project_id,
    clusters.cluster_id
from {{ ref('stg_state__pins') }} as pins
left join {{ ref('int_match__clusters') }} as clusters
    on
        pins.record_id = clusters.record_id
        and clusters.makes_project
