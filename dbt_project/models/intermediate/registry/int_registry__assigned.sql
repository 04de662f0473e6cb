{# The published id of every cluster that makes a project: the one it keeps, else a new one made
   from its smallest record id. An id that the registry ever gave to anything is never made
   again: the next of five candidates is taken then. #}
{% set attempts = 5 %}
with clusters as (
    select cluster_id, min(record_id) as first_record_id
    from {{ ref('int_match__clusters') }}
    where makes_project
    group by cluster_id
),

candidates as (
    {% for attempt in range(attempts) %}
        select
            cluster_id,
            {{ attempt }} as attempt,
            'p-' || {{ surrogate_key(["'project'", "first_record_id", "'" ~ attempt ~ "'"], 12) }}
                as project_id
        from clusters
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

unused as (
    select
        candidates.cluster_id,
        candidates.project_id,
        row_number() over (
            partition by candidates.cluster_id
            order by candidates.attempt
        ) as preference
    from candidates
    left join {{ ref('stg_state__entities') }} as entities
        on candidates.project_id = entities.project_id
    where entities.project_id is null
)

select
    clusters.cluster_id,
    coalesce(claimed.project_id, unused.project_id) as project_id,
    claimed.project_id is null as is_new
from clusters
left join {{ ref('int_registry__claimed') }} as claimed
    on clusters.cluster_id = claimed.cluster_id
left join unused
    on
        clusters.cluster_id = unused.cluster_id
        and unused.preference = 1
