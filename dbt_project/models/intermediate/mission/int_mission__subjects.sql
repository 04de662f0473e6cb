{# What a project may be tied to, with the time, the instruments and the bodies that are plausible
   for it. An envelope that names no body has those of the nearest one above that does. #}
with bodies as (
    select
        paths.envelope_id,
        envelopes.responsible_ids,
        row_number() over (partition by paths.envelope_id order by paths.distance) as preference
    from {{ ref('int_mission__envelope_paths') }} as paths
    inner join {{ ref('envelopes') }} as envelopes on paths.ancestor_id = envelopes.envelope_id
    where envelopes.responsible_ids is not null
)

select
    'measure' as subject_kind,
    measure_id as subject_id,
    valid_from,
    valid_to,
    {{ sorted_set(words_of('instruments')) }} as instruments,
    {{ sorted_set(words_of('responsible_ids')) }} as responsible_ids
from {{ ref('measures') }}
union all
select
    'envelope',
    envelopes.envelope_id,
    envelopes.valid_from,
    envelopes.valid_to,
    {{ sorted_set(words_of('envelopes.instrument')) }},
    {{ sorted_set(words_of('bodies.responsible_ids')) }}
from {{ ref('envelopes') }} as envelopes
left join bodies on envelopes.envelope_id = bodies.envelope_id and bodies.preference = 1
union all
select
    'environment',
    environment_code,
    cast(null as date),
    cast(null as date),
    {{ sorted_set('cast(null as varchar[])') }},
    {{ sorted_set('cast(null as varchar[])') }}
from {{ ref('environments') }}
