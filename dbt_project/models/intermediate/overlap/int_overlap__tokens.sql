{# Words by which a project says what it is about, one row a word of a sentence: its names, its
   summary, the words on which themes and guidance were read, and the head of a release that speaks
   about this project alone. Sentences that list organisations stay out. #}
with statements as (
    select
        members.project_id,
        statements.*
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
),

lone_releases as (
    select
        release_record_id,
        min(project_id) as project_id
    from statements
    where release_record_id is not null
    group by release_record_id
    having count(distinct project_id) = 1
),

texts as (
    {% for column in ['name', 'name_fi', 'name_sv', 'name_en'] %}
        select project_id, true as is_name, {{ column }} as text from statements
        union all
    {% endfor %}
    {% for column in ['summary', 'guidance_evidence'] %}
        select project_id, false, {{ column }} from statements
        union all
    {% endfor %}
    select statements.project_id, false, theme.evidence
    from statements
    {{ explode('statements.themes', 'theme') }}
    union all
    {% for column in ['title', 'lead'] %}
        select lone_releases.project_id, false, releases.{{ column }}
        from {{ ref('stg_landing__releases') }} as releases
        inner join lone_releases on releases.record_id = lone_releases.release_record_id
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

distinct_texts as (
    select
        project_id,
        text,
        bool_or(is_name) as is_name
    from texts
    where text is not null
    group by project_id, text
),

{# `Brand – what it is about`: of a name with several parts, those of one word only name it #}
name_parts as (
    select
        distinct_texts.project_id,
        distinct_texts.text,
        {{ normalise_text('part') }} as sentence
    from distinct_texts
    {{ explode(name_parts_of('distinct_texts.text'), 'part') }}
    where distinct_texts.is_name
),

longest_parts as (
    select
        *,
        bool_or(sentence like '% %') over (partition by project_id, text) as has_telling_part
    from name_parts
),

prose as (
    select
        distinct_texts.project_id,
        {{ normalise_text('part') }} as sentence
    from distinct_texts
    {{ explode(sentences_of('distinct_texts.text'), 'part') }}
    where not distinct_texts.is_name
),

sentences as (
    select
        project_id,
        sentence,
        bool_or(is_name) as is_name
    from (
        select
            project_id,
            sentence,
            true as is_name
        from longest_parts
        where sentence like '% %' or not has_telling_part
        union all
        select
            project_id,
            sentence,
            false
        from prose
        {# who does it is not what is done #}
        where not {{ names_actors('sentence') }}
    ) as united
    where sentence is not null
    group by project_id, sentence
)

select
    sentences.project_id,
    {{ surrogate_key(['sentences.sentence']) }} as sentence_key,
    sentences.is_name,
    cast(word_position as integer) as position,
    word
from sentences
{{ explode(words_of('sentences.sentence'), 'word') }}
