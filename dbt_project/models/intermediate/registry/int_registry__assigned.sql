{# The published id of every cluster that makes a project: the one it keeps, else a new one made
   from its smallest record id. An id that the registry ever gave to anything is never made again:
   the next of five candidates is taken then. From the second on they also carry the size of the
   registry, which grows with every id, so that a record whose project comes and goes for years
   never runs out of them. #}
{% set attempts = 5 %}
with clusters as (
    select cluster_id, min(record_id) as first_record_id
    from {{ ref('int_match__clusters') }}
    where makes_project
    group by cluster_id
),

registry as (
    select count(*) as known_ids from {{ ref('stg_state__entities') }}
),

candidates as (
    {% for attempt in range(attempts) %}
        select
            clusters.cluster_id,
            {{ attempt }} as attempt,
            {% if attempt == 0 %}
                'p-' || {{ surrogate_key(["'project'", "clusters.first_record_id", "'0'"], 12) }}
            {% else %}
                'p-' || {{ surrogate_key([
                    "'project'", "clusters.first_record_id", "'" ~ attempt ~ "'",
                    "registry.known_ids",
                ], 12) }}
            {% endif %}
                as project_id
        from clusters
        cross join registry
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
