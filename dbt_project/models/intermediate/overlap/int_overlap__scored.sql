{# How alike the aims of a possible pair are, each likeness from 0 to 1; squares let what is rare
   outweigh what every guidance project says. `aim_likeness` compares the
   concepts of their texts and reaches over languages, `word_likeness` the stems of their words,
   `class_likeness` themes and target groups. Where one text names no concept, its words speak
   alone. What had to be inferred about time or place makes a pair a little less sure. #}
with pairs as (
    select * from {{ ref('int_overlap__pairs') }}
),

concepts as (
    select * from {{ ref('int_overlap__concepts') }}
),

concept_totals as (
    select
        project_id,
        sum(weight * weight) as total,
        bool_or(facet != 'people' and theme_code is not null) as names_work
    from concepts
    group by project_id
),

shared_concepts as (
    select
        pairs.project_id_a,
        pairs.project_id_b,
        sum(a.weight * a.weight) as shared,
        coalesce(
            {{ joined_text(
                "case when a.is_telling and a.facet != 'people' then a.name_en end",
                '-a.weight, a.concept_code', ', '
            ) }},
            {{ joined_text('a.name_en', '-a.weight, a.concept_code', ', ') }}
        ) as concept_names
    from pairs
    inner join concepts as a on pairs.project_id_a = a.project_id
    inner join concepts as b
        on pairs.project_id_b = b.project_id and a.concept_code = b.concept_code
    group by pairs.project_id_a, pairs.project_id_b
),

stems as (
    select * from {{ ref('int_overlap__word_stems') }}
),

stem_totals as (
    select
        project_id,
        sum(weight * weight) as total
    from stems
    group by project_id
),

shared_stems as (
    select
        pairs.project_id_a,
        pairs.project_id_b,
        sum(a.weight * a.weight) as shared
    from pairs
    inner join stems as a on pairs.project_id_a = a.project_id
    inner join stems as b on pairs.project_id_b = b.project_id and a.stem = b.stem
    group by pairs.project_id_a, pairs.project_id_b
),

likened as (
    select
        pairs.*,
        shared_concepts.concept_names,
        coalesce(concepts_a.names_work and concepts_b.names_work, false) as are_aims_named,
        {{ likeness('shared_concepts.shared', 'concepts_a.total', 'concepts_b.total') }}
            as aim_likeness,
        {{ likeness('shared_stems.shared', 'stems_a.total', 'stems_b.total') }} as word_likeness,
        case
            when len(pairs.stated_themes) > 0
                then {{ likeness(
                    '2 * len(pairs.stated_themes)', 'pairs.themes_of_both', 'pairs.themes_of_both'
                ) }}
            else 0.5
        end as theme_likeness,
        case when len(pairs.shared_target_groups) > 0 then 1.0 else 0.5 end as group_likeness
    from pairs
    left join shared_concepts
        on
            pairs.project_id_a = shared_concepts.project_id_a
            and pairs.project_id_b = shared_concepts.project_id_b
    left join concept_totals as concepts_a on pairs.project_id_a = concepts_a.project_id
    left join concept_totals as concepts_b on pairs.project_id_b = concepts_b.project_id
    left join shared_stems
        on
            pairs.project_id_a = shared_stems.project_id_a
            and pairs.project_id_b = shared_stems.project_id_b
    left join stem_totals as stems_a on pairs.project_id_a = stems_a.project_id
    left join stem_totals as stems_b on pairs.project_id_b = stems_b.project_id
)

select
    *,
    cast(round(
        (
            case
                when are_aims_named then 0.6 * aim_likeness + 0.2 * word_likeness
                else 0.8 * word_likeness
            end
            + 0.1 * theme_likeness
            + 0.1 * group_likeness
        )
        * case when is_time_inferred then 0.95 else 1 end
        * case when is_place_inferred then 0.98 else 1 end, 4
    ) as decimal(5, 4)) as score
from likened
