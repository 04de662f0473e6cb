{# Titles of a project without what tells its phases apart: numerals, years and the words for the
   next round go. One row a project and title. #}
with words as (
    select * from {{ ref('int_overlap__title_words') }}
)

select
    project_id,
    title_key,
    min(words) as words
from (
    select
        project_id,
        title,
        {{ joined_text('word', 'word_position', ' ') }} as title_key,
        count(*) as words
    from words
    group by project_id, title
) as titles
where words >= 2
group by project_id, title_key
