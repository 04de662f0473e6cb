{# Pairs of different projects of one name, and how they differ: what may be phases or parts of one
   undertaking. One row a pair of projects, the smaller id first, over all pairs of their records. #}
{% set features = {
    'is_same_lead': "feature = 'lead' and state = 'agree'",
    'is_other_region': "feature = 'region' and state = 'conflict'",
    'is_same_region': "feature = 'region' and state = 'agree'",
    'is_other_start': "feature = 'start' and state = 'conflict'",
    'is_other_end': "feature = 'end' and state = 'conflict'",
    'is_same_start': "feature = 'start' and state = 'agree'",
    'is_same_end': "feature = 'end' and state = 'agree'",
} %}
with records as (
    select
        evidence.left_record_id,
        evidence.right_record_id,
        sum(case when features.is_of_subject then evidence.weight else 0 end) as name_bits,
        {# a short name and nothing else, on one side at least #}
        bool_or(evidence.feature = 'title' and evidence.state = 'unknown') as is_short,
        {% for column, condition in features.items() %}
            bool_or({{ condition.replace('feature', 'evidence.feature').replace(
                'state', 'evidence.state') }}) as {{ column }},
        {% endfor %}
        max(case when evidence.feature = 'phase' then evidence.left_value end) as left_phase,
        max(case when evidence.feature = 'phase' then evidence.right_value end) as right_phase
    from {{ ref('int_match__evidence') }} as evidence
    inner join {{ ref('match_features') }} as features
        on evidence.feature = features.feature
    where not evidence.is_joined
    group by evidence.left_record_id, evidence.right_record_id
),

named as (
    select
        records.*,
        left_members.project_id as left_project_id,
        right_members.project_id as right_project_id,
        left_members.project_id < right_members.project_id as is_in_order
    from records
    inner join {{ ref('int_registry__members') }} as left_members
        on records.left_record_id = left_members.record_id
    inner join {{ ref('int_registry__members') }} as right_members
        on records.right_record_id = right_members.record_id
    where
        records.name_bits >= case
            when records.is_short then {{ var('short_name_bits') }}
            else {{ var('same_name_bits') }}
        end
        and left_members.project_id != right_members.project_id
),

{# One numeral a side: of "I | II" the later one. #}
pairs as (
    select
        least(left_project_id, right_project_id) as project_id,
        greatest(left_project_id, right_project_id) as other_project_id,
        max(name_bits) as name_bits,
        {% for column in features %}
            bool_or({{ column }}) as {{ column }},
        {% endfor %}
        max(case when is_in_order then left_phase else right_phase end) as phases,
        max(case when is_in_order then right_phase else left_phase end) as other_phases
    from named
    group by 1, 2
)

select
    pairs.*,
    cast(nullif(substr(phases, length(phases), 1), '') as integer) as phase,
    cast(nullif(substr(other_phases, length(other_phases), 1), '') as integer) as other_phase
from pairs
