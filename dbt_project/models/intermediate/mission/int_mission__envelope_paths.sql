{% set rounds = 4 %}
{# Every envelope with each envelope that includes it, itself at distance 0. A test finds trees that
   are deeper than the rounds. #}
with steps_0 as (
    select
        envelope_id,
        envelope_id as ancestor_id,
        0 as distance
    from {{ ref('envelopes') }}
){% for step in range(rounds) %},

steps_{{ step + 1 }} as (
    select
        steps.envelope_id,
        parents.parent_envelope_id as ancestor_id,
        steps.distance + 1 as distance
    from steps_{{ step }} as steps
    inner join {{ ref('envelopes') }} as parents on steps.ancestor_id = parents.envelope_id
    where parents.parent_envelope_id is not null
){% endfor %}

{% for step in range(rounds + 1) %}
select
    envelope_id,
    ancestor_id,
    distance
from steps_{{ step }}
{% if not loop.last %}union all{% endif %}
{% endfor %}
