{# Pairs of projects that could do the same work: they share a theme, and a maakunta or one of them
   is national, run at least so many months side by side, and are not for groups that exclude each
   other. Abroad is no common place. Themes and places are joined, so that no project is ever held
   against all others. #}
with projects as (
    select
        merged.project_id,
        merged.start_date,
        {# what goes on without a stated end has run at least until today #}
        coalesce(merged.end_date, case when merged.status = 'ongoing' then merged.as_of end)
            as end_date
    from {{ ref('int_projects__merged') }} as merged
),

dated as (
    select * from projects
    where start_date is not null and end_date is not null
),

regions as (
    select distinct
        project_id,
        maakunta_code
    from {{ ref('bridge_project_region') }}
    where maakunta_code != '99'
),

region_lists as (
    select
        project_id,
        {{ distinct_list('maakunta_code') }} as maakunta_codes
    from regions
    group by project_id
),

themes as (
    select
        dated.project_id,
        dated.start_date,
        dated.end_date,
        themes.theme_code
    from dated
    inner join {{ ref('bridge_project_theme') }} as themes on dated.project_id = themes.project_id
),

theme_lists as (
    select
        project_id,
        {{ distinct_list('theme_code') }} as theme_codes
    from themes
    group by project_id
),

group_lists as (
    select
        project_id,
        {{ distinct_list('target_group_code') }} as target_group_codes,
        bool_or(target_group_code = 'everyone') as is_for_everyone
    from {{ ref('bridge_project_target_group') }}
    group by project_id
),

{# one row a theme and place of a project; the whole country is a place that meets every other #}
places as (
    select
        themes.*,
        regions.maakunta_code
    from themes
    inner join regions on themes.project_id = regions.project_id
),

meetings as (
    select
        a.project_id as project_id_a,
        b.project_id as project_id_b,
        a.start_date as start_a,
        a.end_date as end_a,
        b.start_date as start_b,
        b.end_date as end_b
    from places as a
    inner join places as b
        on a.theme_code = b.theme_code and a.maakunta_code = b.maakunta_code
    where a.project_id < b.project_id and a.start_date <= b.end_date and b.start_date <= a.end_date
    union
    select
        least(a.project_id, b.project_id),
        greatest(a.project_id, b.project_id),
        case when a.project_id < b.project_id then a.start_date else b.start_date end,
        case when a.project_id < b.project_id then a.end_date else b.end_date end,
        case when a.project_id < b.project_id then b.start_date else a.start_date end,
        case when a.project_id < b.project_id then b.end_date else a.end_date end
    from places as a
    inner join places as b on a.theme_code = b.theme_code
    where
        a.maakunta_code = '00' and b.maakunta_code != '00' and a.project_id != b.project_id
        and a.start_date <= b.end_date and b.start_date <= a.end_date
),

timed as (
    select
        project_id_a,
        project_id_b,
        greatest(start_a, start_b) as common_from,
        least(end_a, end_b) as common_to
    from meetings
),

relations as (
    select
        least(project_id, related_project_id) as project_id_a,
        greatest(project_id, related_project_id) as project_id_b
    from {{ ref('bridge_project_relation') }}
    union
    {# phases of one chain and parts of one whole that carry the same name #}
    select
        least(one.project_id, other.project_id),
        greatest(one.project_id, other.project_id)
    from {{ ref('bridge_project_relation') }} as one
    inner join {{ ref('bridge_project_relation') }} as other
        on
            one.project_id != other.project_id
            and one.relation = other.relation
            and one.related_project_id = other.related_project_id
    inner join {{ ref('int_overlap__titles') }} as one_title
        on one.project_id = one_title.project_id
    inner join {{ ref('int_overlap__titles') }} as other_title
        on
            other.project_id = other_title.project_id
            and one_title.title_key = other_title.title_key
),

{# The same title in the same place and time is a part, a phase or a second sight of one project
   whose link is still missing, and not somebody else's work. #}
same_titles as (
    select distinct
        a.project_id as project_id_a,
        b.project_id as project_id_b
    from {{ ref('int_overlap__titles') }} as a
    inner join {{ ref('int_overlap__titles') }} as b on a.title_key = b.title_key
    where a.project_id < b.project_id
),

excluded as (
    select * from relations
    union
    select * from same_titles
),

gated as (
    select
        timed.*,
        {{ months_in_common('timed.common_from', 'timed.common_to') }} as months_overlap
    from timed
    left join excluded
        on
            timed.project_id_a = excluded.project_id_a
            and timed.project_id_b = excluded.project_id_b
    where
        excluded.project_id_a is null
        and {{ months_in_common('timed.common_from', 'timed.common_to') }}
        >= {{ var('overlap_months_min', 6) }}
)

select
    gated.*,
    {{ shared_elements('regions_a.maakunta_codes', 'regions_b.maakunta_codes') }}
        as shared_maakunta_codes,
    list_contains(regions_a.maakunta_codes, '00') as is_national_a,
    list_contains(regions_b.maakunta_codes, '00') as is_national_b,
    {{ shared_elements('themes_a.theme_codes', 'themes_b.theme_codes') }} as shared_themes,
    len(themes_a.theme_codes) as themes_a,
    len(themes_b.theme_codes) as themes_b,
    {{ shared_elements(
        'coalesce(groups_a.target_group_codes, cast([] as varchar[]))',
        'coalesce(groups_b.target_group_codes, cast([] as varchar[]))'
    ) }} as shared_target_groups,
    groups_a.project_id is not null and groups_b.project_id is not null as are_groups_stated
from gated
inner join region_lists as regions_a on gated.project_id_a = regions_a.project_id
inner join region_lists as regions_b on gated.project_id_b = regions_b.project_id
inner join theme_lists as themes_a on gated.project_id_a = themes_a.project_id
inner join theme_lists as themes_b on gated.project_id_b = themes_b.project_id
left join group_lists as groups_a on gated.project_id_a = groups_a.project_id
left join group_lists as groups_b on gated.project_id_b = groups_b.project_id
where
    groups_a.project_id is null
    or groups_b.project_id is null
    or groups_a.is_for_everyone
    or groups_b.is_for_everyone
    or {{ lists_meet('groups_a.target_group_codes', 'groups_b.target_group_codes') }}
