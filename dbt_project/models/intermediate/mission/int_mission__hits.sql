{# Phrases that stand in a sentence of a record, with the words as they stand there. A sentence that
   denies or only plans something, and one that lists who takes part, says nothing. #}
with sentences as (
    select distinct sentence
    from {{ ref('int_mission__sentences') }}
),

candidates as (
    select
        sentences.sentence,
        phrases.*
    from sentences
    inner join {{ ref('int_mission__phrases') }} as phrases
        on sentences.sentence like '%' || phrases.first_letters || '%'
),

matches as (
    select
        sentence,
        subject_kind,
        subject_id,
        kind,
        trim({{ fitting_text('sentence', 'pattern') }}) as words
    from candidates
    where {{ fits_pattern('sentence', 'pattern') }}
),

denied as (
    select distinct sentence
    from matches
    where subject_kind = 'denial'
),

telling as (
    select matches.*
    from matches
    left join denied on matches.sentence = denied.sentence
    where
        denied.sentence is null
        and (matches.kind <> 'work' or not {{ names_actors('matches.sentence') }})
)

select distinct
    sentences.project_id,
    sentences.record_id,
    sentences.source_id,
    sentences.native_id,
    telling.subject_kind,
    telling.subject_id,
    telling.kind,
    telling.words
from telling
inner join {{ ref('int_mission__sentences') }} as sentences
    on telling.sentence = sentences.sentence
