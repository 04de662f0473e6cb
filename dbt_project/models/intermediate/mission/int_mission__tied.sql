{# Which project serves which measure, envelope and environment, with the best evidence of each.
   `stated`: a source says so by a code, by a title that stands for nothing else, or by the name
   beside the strategy (measures) or the money (envelopes). `inferred`: a guidance project whose
   words are those of the work, in its time, with plausible money: an instrument of the measure or
   envelope, or a responsible body that leads or pays outside the structural funds. #}
with hits as (
    select * from {{ ref('int_mission__hits') }}
),

{# records that speak of the strategy or of the money #}
spoken as (
    select distinct
        record_id,
        case subject_kind when 'strategy' then 'measure' else 'envelope' end as subject_kind
    from hits
    where subject_kind in ('strategy', 'money')
    union
    select distinct
        record_id,
        'envelope'
    from {{ ref('int_funding__stated') }}
    where instrument = 'RRF'
),

codes as (
    select
        codes.record_id,
        named.subject_kind,
        named.subject_id,
        codes.code as words
    from {{ ref('int_codes__classified') }} as codes
    inner join {{ ref('mission_codes') }} as named
        on codes.scheme = named.scheme and codes.code = named.code
    union
    select
        codes.record_id,
        'measure',
        measures.measure_id,
        codes.code
    from {{ ref('int_codes__classified') }} as codes
    inner join {{ ref('measures') }} as measures
        on codes.scheme = 'rrf_measure' and codes.code = measures.measure_code
),

coded as (
    select
        members.project_id,
        codes.record_id,
        records.source_id,
        records.native_id,
        codes.subject_kind,
        codes.subject_id,
        'stated' as basis,
        0 as strength,
        codes.words
    from codes
    inner join {{ ref('int_registry__members') }} as members
        on codes.record_id = members.record_id
    inner join {{ ref('int_records__united') }} as records
        on codes.record_id = records.record_id
),

named as (
    select
        hits.project_id,
        hits.record_id,
        hits.source_id,
        hits.native_id,
        hits.subject_kind,
        hits.subject_id,
        'stated' as basis,
        case hits.kind when 'title' then 1 else 2 end as strength,
        hits.words
    from hits
    left join spoken
        on hits.record_id = spoken.record_id and hits.subject_kind = spoken.subject_kind
    where
        (hits.subject_kind = 'measure' and hits.kind = 'title')
        or (
            hits.subject_kind in ('measure', 'envelope')
            and hits.kind in ('title', 'name')
            and spoken.record_id is not null
        )
),

worked as (
    select
        hits.project_id,
        hits.record_id,
        hits.source_id,
        hits.native_id,
        hits.subject_kind,
        hits.subject_id,
        'inferred' as basis,
        case hits.kind when 'name' then 3 else 4 end as strength,
        hits.words
    from hits
    inner join {{ ref('int_mission__payers') }} as payers
        on hits.project_id = payers.project_id and payers.is_guidance
    inner join {{ ref('int_mission__subjects') }} as subjects
        on hits.subject_kind = subjects.subject_kind and hits.subject_id = subjects.subject_id
    where
        hits.subject_kind = 'environment'
        or (
            payers.end_date >= subjects.valid_from
            and payers.start_date <= coalesce(subjects.valid_to, payers.start_date)
            and (
                {{ lists_meet(
                    shared_elements('payers.instruments', 'subjects.instruments'),
                    list_without_nulls(["'RRF'", "'ESR+'"])
                ) }}
                or (
                    {{ lists_meet('payers.body_ids', 'subjects.responsible_ids') }}
                    and not {{ lists_meet(
                        'payers.instruments',
                        list_without_nulls(["'ESR'", "'ESR+'", "'EAKR'", "'JTF'", "'OTHER'"])
                    ) }}
                )
            )
        )
),

united as (
    select * from coded
    union all
    select * from named
    union all
    select * from worked
),

ranked as (
    select
        united.*,
        {# never by time: the evidence would change with every night #}
        row_number() over (
            partition by project_id, subject_kind, subject_id
            order by strength, source_id, native_id, record_id, words
        ) as preference
    from united
)

select
    project_id,
    subject_kind,
    subject_id,
    basis,
    record_id,
    source_id || ' ' || native_id || ': ' || words as evidence
from ranked
where preference = 1
