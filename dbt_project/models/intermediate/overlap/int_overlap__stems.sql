{# The words of the concept table taken apart: one row a stem of a form. A form is found where one
   sentence holds all of its stems. `stem` begins a word, `*stem` stands anywhere in it, `stem_`
   is the whole word, and so is one of one or two letters. #}
with forms as (
    select
        concept_code,
        words,
        {{ surrogate_key(['concept_code', 'words']) }} as form_key
    from {{ ref('concept_words') }}
    group by concept_code, words
),

stems as (
    select distinct
        forms.form_key,
        forms.concept_code,
        forms.words,
        written
    from forms
    {{ explode(words_of('forms.words'), 'written') }}
)

select
    form_key,
    concept_code,
    words,
    written,
    replace(replace(written, '*', ''), '_', '') as stem,
    case
        when written like '*%' then 'inside'
        when written like '%!_' escape '!' or length(written) <= 2 then 'whole'
        else 'start'
    end as place,
    count(*) over (partition by form_key) as stems_of_form
from stems
