{# Every record that belongs to a published project, with the rule that brought it there. #}
select
    clusters.record_id,
    assigned.project_id,
    clusters.cluster_id,
    clusters.match_rule,
    clusters.match_probability,
    clusters.decided_by
from {{ ref('int_match__clusters') }} as clusters
inner join {{ ref('int_registry__assigned') }} as assigned
    on clusters.cluster_id = assigned.cluster_id
