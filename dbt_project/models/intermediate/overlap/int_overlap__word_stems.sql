{# Stems of the words of a project, the first letters of each, with their rarity among all
   projects. Stems that a tenth of the projects hold say nothing, short words and numbers neither. #}
with stems as (
    select distinct
        project_id,
        substr(word, 1, {{ var('overlap_stem_letters', 6) }}) as stem
    from {{ ref('int_overlap__tokens') }}
    where length(word) >= 4 and not regexp_matches(word, '[0-9]')
),

projects as (
    select count(distinct project_id) as total from stems
),

holders as (
    select
        stem,
        count(*) as holders
    from stems
    group by stem
)

select
    stems.project_id,
    stems.stem,
    {{ rarity('holders.holders', 'projects.total') }} as weight
from stems
inner join holders on stems.stem = holders.stem
cross join projects
where holders.holders > 1 and holders.holders * 10 <= projects.total + 20
