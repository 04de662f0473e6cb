{# `same_as`: pairs of records that are one project, each with the rule that says so. Drawn as a
   star around the surest, then smallest record, so that N records need N - 1 pairs. A pair
   that contradicts a hard constraint is never drawn (see the two models before this one). #}
with units as (
    select * from {{ ref('int_match__units') }}
),

anchored as (
    select unit_id, anchor_key, rule, 1 as certainty from {{ ref('int_match__anchors') }}
    union all
    select unit_id, anchor_key, rule, 2 from {{ ref('int_match__named') }}
),

within_units as (
    select
        unit_id as left_record_id,
        record_id as right_record_id,
        unit_rule as match_rule
    from units
    where record_id != unit_id
),

centres as (
    select anchor_key, unit_id as centre_id
    from (
        select
            anchored.*,
            row_number() over (
                partition by anchored.anchor_key
                order by anchored.certainty, anchored.unit_id
            ) as preference
        from anchored
    ) as ranked
    where preference = 1
),

between_units as (
    select
        centres.centre_id as left_record_id,
        anchored.unit_id as right_record_id,
        anchored.rule as match_rule
    from anchored
    inner join centres on anchored.anchor_key = centres.anchor_key
    where anchored.unit_id != centres.centre_id
),

united as (
    select * from within_units
    union all
    select * from between_units
)

select
    united.left_record_id,
    united.right_record_id,
    united.match_rule,
    rules.match_probability
from united
left join {{ ref('match_rules') }} as rules
    on united.match_rule = rules.match_rule
