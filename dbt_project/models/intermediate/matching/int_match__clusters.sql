{# Connected components over the links: every record gets the smallest record id it is connected
   with. Six rounds of "take the smallest label next to you, then that record's label" reach over
   chains of 64 pairs; links are drawn as stars, so two would do, and a test says if they do not.
   No recursion, because the rounds are the same on every engine. #}
{% set rounds = 6 %}
with nodes as (
    select record_id from {{ ref('int_match__units') }}
),

edges as (
    select left_record_id as record_id, right_record_id as other_id
    from {{ ref('int_match__links') }}
    union all
    select right_record_id, left_record_id
    from {{ ref('int_match__links') }}
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
{# The rule by which a record came in is that of the pair in which it joined another record; the
   record that others joined came in by itself. #}
ranked_rules as (
    select
        right_record_id as record_id,
        match_rule,
        match_probability,
        row_number() over (
            partition by right_record_id
            order by match_probability desc, match_rule, left_record_id
        ) as rule_rank
    from {{ ref('int_match__links') }}
)

select
    labels.record_id,
    labels.label as cluster_id,
    coalesce(ranked_rules.match_rule, 'first_record') as match_rule,
    coalesce(ranked_rules.match_probability, 1.0) as match_probability,
    bool_or(units.makes_project) over (partition by labels.label) as makes_project
from labels_{{ rounds }} as labels
inner join {{ ref('int_match__units') }} as units
    on labels.record_id = units.record_id
left join ranked_rules
    on
        labels.record_id = ranked_rules.record_id
        and ranked_rules.rule_rank = 1
