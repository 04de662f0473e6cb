{{ config(meta={'dagster': {'ref': {'name': 'fct_envelope'}}}) }}
{# Every envelope leads to exactly one top, within the levels that are walked and without a ring. #}
select envelopes.envelope_id
from {{ ref('fct_envelope') }} as envelopes
left join {{ ref('int_mission__envelope_paths') }} as paths
    on envelopes.envelope_id = paths.envelope_id
left join {{ ref('fct_envelope') }} as tops
    on paths.ancestor_id = tops.envelope_id and tops.parent_envelope_id is null
group by envelopes.envelope_id
having count(tops.envelope_id) <> 1
