{# Sentences by which the records of a project say what it is, one row a sentence of a record: its
   names, its summary, the programme it states, and the words on which guidance, themes and sums were
   read. #}
with statements as (
    select
        members.project_id,
        statements.*
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
),

texts as (
    {% for column in [
        'name', 'name_fi', 'name_sv', 'name_en', 'summary', 'programme', 'guidance_evidence'
    ] %}
        select project_id, record_id, source_id, native_id, {{ column }} as text from statements
        union all
    {% endfor %}
    select
        statements.project_id, statements.record_id, statements.source_id, statements.native_id,
        theme.evidence
    from statements
    {{ explode('statements.themes', 'theme') }}
    union all
    select
        statements.project_id, statements.record_id, statements.source_id, statements.native_id,
        amount.quote
    from statements
    {{ explode('statements.amounts', 'amount') }}
),

distinct_texts as (
    select distinct * from texts
    where text is not null
)

select distinct
    distinct_texts.project_id,
    distinct_texts.record_id,
    distinct_texts.source_id,
    distinct_texts.native_id,
    {{ normalise_text('part') }} as sentence
from distinct_texts
{{ explode(sentences_of('distinct_texts.text'), 'part') }}
where {{ normalise_text('part') }} is not null
