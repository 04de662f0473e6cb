{# The phrases as patterns over a cleaned sentence: `word*` begins a word, ` .. ` leaves room for up
   to four words. `first_letters` narrow the search before the pattern is tried. #}
select
    {{ surrogate_key(['subject_kind', 'subject_id', 'kind', 'words']) }} as phrase_key,
    subject_kind,
    subject_id,
    kind,
    words,
    split_part(split_part(words, ' ', 1), '*', 1) as first_letters,
    '(^| )'
    || replace(replace(words, ' .. ', ' ([^ ]+ ){0,4}'), '*', '[^ ]*')
    || '( |$)' as pattern
from {{ ref('mission_phrases') }}
group by subject_kind, subject_id, kind, words
