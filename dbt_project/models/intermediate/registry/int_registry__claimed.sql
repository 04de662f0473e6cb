{# Which published id each cluster keeps. A cluster claims the ids its records had; a claim is
   granted when it is the best one for both sides, one id to one cluster, in as many rounds as are
   unrolled here. Order of claims: pinned ids, more shared records, older id, smaller id, then the
   part with the oldest record. #}
{% set rounds = 4 %}
with clusters as (
    select
        clusters.cluster_id,
        clusters.record_id,
        records.first_seen_at
    from {{ ref('int_match__clusters') }} as clusters
    inner join {{ ref('int_records__united') }} as records
        on clusters.record_id = records.record_id
    where clusters.makes_project
),

{# The last known project of every record, also of one that was away for some nights. #}
last_memberships as (
    select record_id, project_id
    from (
        select
            memberships.*,
            row_number() over (
                partition by memberships.record_id
                order by
                    case when memberships.valid_to is null then 0 else 1 end,
                    memberships.valid_from desc, memberships.project_id
            ) as preference
        from {{ ref('stg_state__memberships') }} as memberships
    ) as ranked
    where preference = 1
),

claims as (
    select
        clusters.cluster_id,
        entities.project_id,
        entities.created_on,
        entities.is_pinned,
        count(*) as overlap,
        min(clusters.first_seen_at) as oldest_record_on,
        min(clusters.record_id) as oldest_record_id
    from clusters
    inner join last_memberships on clusters.record_id = last_memberships.record_id
    inner join {{ ref('stg_state__entities') }} as entities
        on
            last_memberships.project_id = entities.project_id
            and entities.status != 'merged'
    group by
        clusters.cluster_id, entities.project_id, entities.created_on, entities.is_pinned
),

ordered as (
    select
        cluster_id,
        project_id,
        row_number() over (
            order by
                case when is_pinned then 0 else 1 end, overlap desc, created_on, project_id,
                oldest_record_on, oldest_record_id, cluster_id
        ) as claim_order
    from claims
),

open_0 as (
    select * from ordered
),

{% for round in range(1, rounds + 1) %}
    granted_{{ round }} as (
        select cluster_id, project_id
        from (
            select
                cluster_id,
                project_id,
                claim_order,
                min(claim_order) over (partition by cluster_id) as best_of_cluster,
                min(claim_order) over (partition by project_id) as best_of_project
            from open_{{ round - 1 }}
        ) as ranked
        where claim_order = best_of_cluster and claim_order = best_of_project
    ),

    open_{{ round }} as (
        select claims.*
        from open_{{ round - 1 }} as claims
        left join granted_{{ round }} as taken_clusters
            on claims.cluster_id = taken_clusters.cluster_id
        left join granted_{{ round }} as taken_projects
            on claims.project_id = taken_projects.project_id
        where taken_clusters.cluster_id is null and taken_projects.project_id is null
    ),

{% endfor %}
granted as (
    {% for round in range(1, rounds + 1) %}
        select cluster_id, project_id from granted_{{ round }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select cluster_id, project_id from granted
