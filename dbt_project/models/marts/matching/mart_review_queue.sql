{# What people are asked, the question that matters most first: how uncertain the answer is times
   the euros that hang on it. One question stands for all pairs between two groups, or for the
   weakest pair inside one. A small share of every band, the sure ones too, is asked as well: it
   measures the precision of what nobody looks at. #}
{% set review = var('match_review_bits') %}
with links as (
    select
        links.*,
        least(left_clusters.cluster_id, right_clusters.cluster_id) as one_cluster,
        greatest(left_clusters.cluster_id, right_clusters.cluster_id) as other_cluster,
        left_members.project_id as left_project_id,
        right_members.project_id as right_project_id
    from {{ ref('int_match__links') }} as links
    inner join {{ ref('int_match__clusters') }} as left_clusters
        on links.left_record_id = left_clusters.record_id
    inner join {{ ref('int_match__clusters') }} as right_clusters
        on links.right_record_id = right_clusters.record_id
    left join {{ ref('int_registry__members') }} as left_members
        on links.left_record_id = left_members.record_id
    left join {{ ref('int_registry__members') }} as right_members
        on links.right_record_id = right_members.record_id
    where links.decided_by = 'model'
),

{# Inside a group a weak pair matters only where no other pair holds the two together. #}
held as (
    select
        record_id,
        cluster_id,
        max(score) as best_score
    from (
        select left_record_id as record_id, one_cluster as cluster_id, score
        from links
        where is_joined
        union all
        select right_record_id, one_cluster, score
        from links
        where is_joined
    ) as sides
    group by record_id, cluster_id
),

weighed as (
    select
        links.*,
        coalesce(least(left_held.best_score, right_held.best_score), links.score) as hold
    from links
    left join held as left_held
        on links.is_joined and links.left_record_id = left_held.record_id
    left join held as right_held
        on links.is_joined and links.right_record_id = right_held.record_id
),

ranked as (
    select
        weighed.*,
        case when is_joined then greatest(score, hold) else score end as doubt_score,
        row_number() over (
            partition by one_cluster, other_cluster
            order by
                case when is_joined then hold else -score end,
                case when is_joined then -score else score end,
                left_record_id, right_record_id
        ) as preference
    from weighed
),

euros as (
    select project_id, sum(amount_eur) as granted_eur
    from {{ ref('fct_funding') }}
    where counts_in_total
    group by project_id
),

measured as (
    select
        ranked.*,
        case
            when ranked.left_project_id = ranked.right_project_id
                then coalesce(left_euros.granted_eur, 0)
            else coalesce(left_euros.granted_eur, 0) + coalesce(right_euros.granted_eur, 0)
        end as euros_at_stake,
        {# 1 at the border, 1/2 one bit away from it, 1/4 two bits away #}
        power(2, -abs(cast(ranked.doubt_score - {{ review }} as double))) as uncertainty,
        substr(
            {{ surrogate_key(['ranked.left_record_id', 'ranked.right_record_id'], 2) }}, 1, 2
        ) < '04' as is_sampled
    from ranked
    left join euros as left_euros
        on ranked.left_project_id = left_euros.project_id
    left join euros as right_euros
        on ranked.right_project_id = right_euros.project_id
),

asked as (
    select
        measured.*,
        case
            when
                preference = 1
                and doubt_score >= {{ review }} - 4
                and doubt_score < {{ var('match_link_bits') }} then 'doubt'
            when is_sampled then 'sample'
        end as asked_as
    from measured
),

told as (
    select
        left_record_id,
        right_record_id,
        {{ joined_text(
            "feature || ' ' || coalesce(level, state) || ' ' || cast(weight as varchar)",
            '-abs(weight), feature', '; '
        ) }} as features,
        bool_or(feature = 'phase' and state = 'conflict') as is_other_phase
    from {{ ref('int_match__evidence') }}
    where weight != 0
    group by left_record_id, right_record_id
)

select
    cast(row_number() over (
        order by
            case asked.asked_as when 'doubt' then 0 else 1 end,
            round(asked.uncertainty * greatest(asked.euros_at_stake, 1000), 2) desc,
            asked.left_record_id, asked.right_record_id
    ) as integer) as queue_position,
    asked.left_record_id,
    asked.right_record_id,
    case when told.is_other_phase then 'follows' else 'same_as' end as relation,
    asked.score,
    coalesce(asked.band, 'no_link') as band,
    asked.asked_as,
    asked.is_joined,
    coalesce(told.features, '') as features,
    cast(asked.euros_at_stake as decimal(14, 2)) as euros_at_stake
from asked
left join told
    on
        asked.left_record_id = told.left_record_id
        and asked.right_record_id = told.right_record_id
where asked.asked_as is not null
order by queue_position
