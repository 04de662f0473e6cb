{# Concepts that the words of a project hold, with their weight: rarity among all projects, more
   for what a project does than for whom and where. One row a project and concept. #}
with stems as (
    select distinct
        written,
        stem,
        place
    from {{ ref('int_overlap__stems') }}
),

vocabulary as (
    select word
    from {{ ref('int_overlap__tokens') }}
    group by word
),

{# the first two letters narrow the comparison; what stands inside a word has no first letters #}
matches as (
    select
        vocabulary.word,
        stems.written
    from vocabulary
    inner join stems
        on
            substr(vocabulary.word, 1, 2) = substr(stems.stem, 1, 2)
            and stems.place in ('start', 'whole')
            and vocabulary.word
            like case stems.place when 'whole' then stems.stem else stems.stem || '%' end
    union
    select
        vocabulary.word,
        stems.written
    from vocabulary
    inner join stems
        on stems.place = 'inside' and vocabulary.word like '%' || stems.stem || '%'
),

hits as (
    select distinct
        tokens.project_id,
        tokens.sentence_key,
        tokens.is_name,
        tokens.position,
        stems.form_key,
        stems.concept_code,
        stems.written,
        stems.stems_of_form
    from {{ ref('int_overlap__tokens') }} as tokens
    inner join matches on tokens.word = matches.word
    inner join {{ ref('int_overlap__stems') }} as stems on matches.written = stems.written
),

{# all stems of a form stand close together, in any order; one word may hold two of them #}
forms as (
    select
        hits.project_id,
        hits.concept_code,
        hits.is_name
    from hits
    inner join hits as near
        on
            hits.project_id = near.project_id
            and hits.sentence_key = near.sentence_key
            and hits.form_key = near.form_key
            and near.position between hits.position
            and hits.position + hits.stems_of_form + {{ var('overlap_words_between', 2) }}
    where hits.stems_of_form > 1
    group by
        hits.project_id, hits.sentence_key, hits.form_key, hits.concept_code, hits.is_name,
        hits.position, hits.stems_of_form
    having count(distinct near.written) = hits.stems_of_form
    union all
    select
        project_id,
        concept_code,
        is_name
    from hits
    where stems_of_form = 1
),

found as (
    select
        project_id,
        concept_code,
        bool_or(is_name) as is_in_name
    from forms
    group by project_id, concept_code
),

projects as (
    select count(distinct project_id) as total
    from {{ ref('int_overlap__tokens') }}
),

holders as (
    select
        concept_code,
        count(*) as holders
    from found
    group by concept_code
)

select
    found.project_id,
    found.concept_code,
    concepts.facet,
    concepts.theme_code,
    concepts.name_en,
    found.is_in_name,
    cast(holders.holders as integer) as holders,
    cast(round(
        {{ rarity('holders.holders', 'projects.total') }}
        * case concepts.facet
            when 'aim' then 1.0
            when 'service' then 1.0
            when 'method' then 0.8
            when 'field' then 0.8
            when 'group' then 1.0
            when 'setting' then 0.75
            {# the closed list of target groups is also compared by itself #}
            else 0.5
        end
    ) as bigint) as weight,
    {# so rare that two projects with it do work of one kind #}
    holders.holders * {{ var('overlap_concept_parts', 10) }} <= projects.total + 20 as is_telling
from found
inner join holders on found.concept_code = holders.concept_code
inner join {{ ref('concepts') }} as concepts on found.concept_code = concepts.concept_code
cross join projects
