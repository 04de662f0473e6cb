{# Groups of records, as components over the pairs that clustering joined: every record gets the
   smallest record id it is connected with. Six rounds of "take the smallest label next to you,
   then that record's label" reach over chains of 64 pairs, and a test says if they do not.
   No recursion, because the rounds are the same on every engine. #}
{% set rounds = 6 %}
with nodes as (
    select record_id from {{ ref('int_match__units') }}
),

joined as (
    select * from {{ ref('int_match__links') }}
    where is_joined
),

edges as (
    select
        left_record_id as record_id, right_record_id as other_id,
        match_rule, match_probability, decided_by
    from joined
    union all
    select right_record_id, left_record_id, match_rule, match_probability, decided_by
    from joined
),

labels_0 as (
    select record_id, record_id as label from nodes
),

{% for round in range(1, rounds + 1) %}
    near_{{ round }} as (
        select
            labels.record_id,
            least(labels.label, coalesce(min(others.label), labels.label)) as label
        from labels_{{ round - 1 }} as labels
        left join edges on labels.record_id = edges.record_id
        left join labels_{{ round - 1 }} as others on edges.other_id = others.record_id
        group by labels.record_id, labels.label
    ),

    labels_{{ round }} as (
        select near.record_id, least(near.label, jump.label) as label
        from near_{{ round }} as near
        inner join near_{{ round }} as jump on near.label = jump.record_id
    ),

{% endfor %}
{# A record came in by the surest pair it has in its group; the record that the group is named
   after came in by itself. #}
ranked_rules as (
    select
        record_id,
        match_rule,
        match_probability,
        decided_by,
        row_number() over (
            partition by record_id
            order by match_probability desc, match_rule, other_id
        ) as rule_rank
    from edges
),

grouped as (
    select
        labels.record_id,
        labels.label as cluster_id,
        case when labels.record_id = labels.label then 'first_record' end as first_rule
    from labels_{{ rounds }} as labels
)

select
    grouped.record_id,
    grouped.cluster_id,
    coalesce(grouped.first_rule, ranked_rules.match_rule) as match_rule,
    case
        when grouped.first_rule is null then ranked_rules.match_probability else 1.0
    end as match_probability,
    case when grouped.first_rule is null then ranked_rules.decided_by else 'rule' end
        as decided_by,
    bool_or(units.makes_project) over (partition by grouped.cluster_id) as makes_project
from grouped
inner join {{ ref('int_match__units') }} as units
    on grouped.record_id = units.record_id
left join ranked_rules
    on
        grouped.record_id = ranked_rules.record_id
        and ranked_rules.rule_rank = 1
