{# Pairs of projects that could do the same work: they share a theme, and a maakunta or one of them
   is national, run at least half a year side by side, and are not for groups that exclude each
   other. Texts often leave their theme unsaid: where no stated theme is shared, a telling concept
   of both brings its theme, and where one names no theme at all, so do the people of both. Themes, concepts and places are joined, so that no project is ever
   held against all others. #}
with projects as (
    select * from {{ ref('int_overlap__projects') }}
),

topics as (
    select
        project_id,
        code as topic,
        'theme' as kind
    from {{ ref('int_projects__classified') }}
    where property = 'themes'
    union all
    select
        project_id,
        concept_code,
        case when facet = 'people' then 'people' else 'work' end
    from {{ ref('int_overlap__concepts') }}
    where is_telling and theme_code is not null
),

themed as (
    select
        projects.project_id,
        projects.start_date,
        projects.end_date,
        projects.is_national,
        topics.topic,
        topics.kind,
        {# `other` names no theme #}
        not {{ names_a_theme('projects.theme_codes') }} as is_theme_unknown,
        place.maakunta_code
    from projects
    inner join topics on projects.project_id = topics.project_id
    inner join {{ ref('int_overlap__places') }} as place
        on projects.project_id = place.project_id
),

places as (
    select distinct *
    from themed
),

wide as (
    select distinct
        project_id,
        start_date,
        end_date,
        is_national,
        topic,
        kind,
        is_theme_unknown
    from themed
),

meetings as (
    select
        a.project_id,
        b.project_id as other_id
    from places as a
    inner join places as b
        on
            a.topic = b.topic
            and a.kind = b.kind
            and a.maakunta_code = b.maakunta_code
    where
        a.project_id < b.project_id
        and (a.kind != 'people' or a.is_theme_unknown or b.is_theme_unknown)
        and a.start_date <= b.end_date and b.start_date <= a.end_date
    union
    select
        a.project_id,
        b.project_id as other_id
    from wide as a
    inner join wide as b on a.topic = b.topic and a.kind = b.kind
    where
        a.is_national and not b.is_national
        and (a.kind != 'people' or a.is_theme_unknown or b.is_theme_unknown)
        and a.start_date <= b.end_date and b.start_date <= a.end_date
),

pairs as (
    select distinct
        least(project_id, other_id) as project_id_a,
        greatest(project_id, other_id) as project_id_b
    from meetings
),

concept_themes as (
    select
        pairs.project_id_a,
        pairs.project_id_b,
        {{ distinct_list('a.theme_code') }} as theme_codes
    from pairs
    inner join {{ ref('int_overlap__concepts') }} as a
        on pairs.project_id_a = a.project_id and a.is_telling
    inner join {{ ref('int_overlap__concepts') }} as b
        on pairs.project_id_b = b.project_id and a.concept_code = b.concept_code
    group by pairs.project_id_a, pairs.project_id_b
),

dated as (
    select
        pairs.project_id_a,
        pairs.project_id_b,
        greatest(a.start_date, b.start_date) as common_from,
        least(a.end_date, b.end_date) as common_to,
        {{ shared_elements('a.maakunta_codes', 'b.maakunta_codes') }} as shared_maakunta_codes,
        {{ shared_elements('a.theme_codes', 'b.theme_codes') }} as stated_themes,
        len(a.theme_codes) + len(b.theme_codes) as themes_of_both,
        {{ shared_elements('a.target_group_codes', 'b.target_group_codes') }}
            as shared_target_groups,
        len(a.target_group_codes) + len(b.target_group_codes) as groups_of_both,
        len(a.target_group_codes) > 0 and len(b.target_group_codes) > 0 as are_groups_stated,
        a.is_national or b.is_national as is_national,
        a.is_time_inferred or b.is_time_inferred as is_time_inferred,
        a.is_place_inferred or b.is_place_inferred as is_place_inferred
    from pairs
    inner join projects as a on pairs.project_id_a = a.project_id
    inner join projects as b on pairs.project_id_b = b.project_id
    where
        not {{ lists_clash('a.target_group_codes', 'b.target_group_codes') }}
        or list_contains(a.target_group_codes, 'everyone')
        or list_contains(b.target_group_codes, 'everyone')
),

gated as (
    select
        dated.*,
        {{ months_in_common('dated.common_from', 'dated.common_to') }} as months_overlap
    from dated
    left join {{ ref('int_overlap__apart') }} as apart
        on dated.project_id_a = apart.project_id_a and dated.project_id_b = apart.project_id_b
    where apart.project_id_a is null and dated.common_from <= dated.common_to
)

select
    gated.*,
    case
        when len(gated.stated_themes) > 0 then gated.stated_themes
        else concept_themes.theme_codes
    end as shared_themes
from gated
left join concept_themes
    on
        gated.project_id_a = concept_themes.project_id_a
        and gated.project_id_b = concept_themes.project_id_b
where gated.months_overlap >= {{ var('overlap_months_min', 6) }}
