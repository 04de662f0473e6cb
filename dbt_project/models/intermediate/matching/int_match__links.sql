{# Pairs of records with the score that their evidence adds up to, the band it falls into and who
   decided. `is_joined` says what became of the pair under the constraints of clustering. The first
   kind ties records that are one statement; everything else was compared. #}
with ties as (
    select
        least(units.unit_id, units.record_id) as left_record_id,
        greatest(units.unit_id, units.record_id) as right_record_id,
        cast(rules.weight as decimal(9, 3)) as score,
        true as is_joined,
        'rule' as decided_by,
        units.unit_rule as match_rule
    from {{ ref('int_match__units') }} as units
    inner join {{ ref('match_rules') }} as rules
        on units.unit_rule = rules.match_rule
    where units.record_id != units.unit_id
),

scored as (
    select
        left_record_id,
        right_record_id,
        cast(sum(weight) as decimal(9, 3)) as score,
        {% for code in ['own_code_eura', 'own_code_hanke_tunnus'] %}
            bool_or(feature = '{{ code }}' and state = 'agree') as has_{{ code }},
        {% endfor %}
        bool_or(is_joined) as is_joined
    from {{ ref('int_match__evidence') }}
    where not is_tie
    group by left_record_id, right_record_id
),

compared as (
    select
        scored.left_record_id,
        scored.right_record_id,
        scored.score,
        scored.is_joined,
        case
            when decided.is_same is not null then 'human'
            when scored.has_own_code_eura or scored.has_own_code_hanke_tunnus then 'rule'
            else 'model'
        end as decided_by,
        case
            when decided.is_same then 'decision'
            when scored.has_own_code_eura then 'own_code_eura'
            when scored.has_own_code_hanke_tunnus then 'own_code_hanke_tunnus'
            else 'evidence'
        end as match_rule
    from scored
    left join {{ ref('int_match__decided') }} as decided
        on
            scored.left_record_id = decided.left_record_id
            and scored.right_record_id = decided.right_record_id
),

united as (
    select * from ties
    union all
    select * from compared
)

select
    united.left_record_id,
    united.right_record_id,
    united.score,
    case
        when united.score >= {{ var('match_link_bits') }} then 'link'
        when united.score >= {{ var('match_review_bits') }} then 'review'
    end as band,
    united.is_joined,
    united.decided_by,
    united.match_rule,
    {# a score is the log2 of the odds, 0 at the border of review #}
    cast(coalesce(
        rules.match_probability,
        1 / (1 + power(2, {{ var('match_review_bits') }} - cast(united.score as double)))
    ) as decimal(5, 4)) as match_probability
from united
left join {{ ref('match_rules') }} as rules
    on united.match_rule = rules.match_rule
