{# Titles of a project without what tells its phases apart: numerals, years and the words for the
   next round go. One row a project and title; of titles shorter than four words nothing is said,
   since many projects are called so. #}
with titles as (
    select
        members.project_id,
        {{ comparable_title('title') }} as title
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
    {{ explode(
        list_without_nulls(
            ['statements.name', 'statements.name_fi', 'statements.name_sv', 'statements.name_en']
        ), 'title'
    ) }}
),

words as (
    select distinct
        titles.project_id,
        titles.title,
        word,
        word_position
    from titles
    {{ explode(words_of('titles.title'), 'word') }}
    where
        titles.title is not null
        and not regexp_matches(word, '^([0-9]+|i{1,3}|iv|v|vi{1,3}|jatko.*|vaihe.*|fas|fasen|phase|osa|del|part)$')
),

keys as (
    select
        project_id,
        title,
        {{ joined_text('word', 'word_position', ' ') }} as title_key
    from words
    group by project_id, title
    having count(*) >= 4
)

select distinct
    project_id,
    title_key
from keys
