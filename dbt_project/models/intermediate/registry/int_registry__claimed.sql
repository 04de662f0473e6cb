{# Which published id each cluster keeps. A cluster claims the ids that its records had last; an id
   that once became a redirect is one for ever and is never claimed.

   Merges come first: of the ids whose records are all in one cluster, only one claims it, for all
   records of all of them. It is a pinned one, else one that is published, else the oldest, else
   the one with more records. The others become redirects.

   Then claims are granted, one id to one cluster: whichever is the best one for both sides, in as
   many rounds as are unrolled here. A pinned id comes first, then more shared records, so that
   after a split the id stays with the larger part; records that are back after an absence count
   behind those that were there all the time, so that they take no id from a project that is
   published. Then the published, older, smaller id; of equal parts the one with the oldest
   record. #}
{% set rounds = 8 %}
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

remembered as (
    select
        clusters.cluster_id,
        remembered.project_id,
        count(case when remembered.is_current then 1 end) as stayed,
        count(*) as overlap,
        min(clusters.first_seen_at) as oldest_record_on,
        min(clusters.record_id) as oldest_record_id
    from clusters
    inner join {{ ref('int_registry__remembered') }} as remembered
        on clusters.record_id = remembered.record_id
    group by clusters.cluster_id, remembered.project_id
),

{# A pin that names a record is the only claim to its id, whatever records the id had. #}
stated as (
    select remembered.*
    from remembered
    left join {{ ref('int_registry__pinned') }} as pinned
        on remembered.project_id = pinned.project_id
    where pinned.cluster_id is null or remembered.cluster_id = pinned.cluster_id

    union all

    select pinned.cluster_id, pinned.project_id, 0, 0, null, null
    from {{ ref('int_registry__pinned') }} as pinned
    left join remembered
        on
            pinned.project_id = remembered.project_id
            and pinned.cluster_id = remembered.cluster_id
    where pinned.cluster_id is not null and remembered.cluster_id is null
),

claims as (
    select
        stated.cluster_id,
        stated.project_id,
        stated.stayed,
        stated.overlap,
        stated.oldest_record_on,
        stated.oldest_record_id,
        entities.created_on,
        case
            when pinned.cluster_id is not null then 0
            when pinned.project_id is not null then 1
            else 2
        end as pin_order,
        case entities.status when 'active' then 0 else 1 end as status_order,
        count(*) over (partition by stated.project_id) as claimants
    from stated
    inner join {{ ref('stg_state__entities') }} as entities
        on
            stated.project_id = entities.project_id
            and entities.status != 'merged'
    left join {{ ref('int_registry__pinned') }} as pinned
        on stated.project_id = pinned.project_id
),

after_merges as (
    select
        claims.*,
        sum(stayed) over (partition by cluster_id, claimants = 1) as merged_stayed,
        sum(overlap) over (partition by cluster_id, claimants = 1) as merged_overlap,
        row_number() over (
            partition by cluster_id, claimants = 1
            order by pin_order, status_order, created_on, overlap desc, project_id
        ) as preference
    from claims
),

ordered as (
    select
        cluster_id,
        project_id,
        row_number() over (
            order by
                pin_order, case when claimants = 1 then merged_stayed else stayed end desc,
                case when claimants = 1 then merged_overlap else overlap end desc,
                status_order, created_on, project_id, oldest_record_on, oldest_record_id,
                cluster_id
        ) as claim_order
    from after_merges
    where claimants > 1 or preference = 1
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
