{# Words of the titles of a project, without numerals, years and the words for phases, in the order
   of the title. One row a project, title and place. #}
with titles as (
    select distinct
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
)

select
    titles.project_id,
    titles.title,
    word,
    word_position
from titles
{{ explode(words_of('titles.title'), 'word') }}
where
    titles.title is not null
    and not {{ is_phase_word('word') }}
