{# What the comparison needs of each project, one row a project: time, places, themes and groups.
   Two gaps are bridged, and flagged, so that no pair is lost where a register is silent: the time
   of a project of which only the decision is dated, and the place of a ministry's own project
   that names none. Abroad is no place in which two projects could meet. #}
with decisions as (
    select
        project_id,
        min(decision_date) as decided_on
    from {{ ref('int_funding__merged') }}
    where project_id is not null and decision_date is not null and amount_kind = 'granted'
    group by project_id
),

dated as (
    select
        merged.project_id,
        merged.lead_organisation_id,
        coalesce(merged.start_date, decisions.decided_on) as start_date,
        coalesce(
            merged.end_date,
            {# what goes on without a stated end has run at least until today #}
            case when merged.status = 'ongoing' then merged.as_of end,
            {{ months_later(
                'coalesce(merged.start_date, decisions.decided_on)',
                var('overlap_usual_months', 24)
            ) }}
        ) as end_date,
        merged.start_date is null or (merged.end_date is null and merged.status != 'ongoing')
            as is_time_inferred
    from {{ ref('int_projects__merged') }} as merged
    left join decisions on merged.project_id = decisions.project_id
),

regions as (
    select
        members.project_id,
        {{ distinct_list("case when region.maakunta_code != '99' then region.maakunta_code end") }}
            as maakunta_codes
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.regions', 'region') }}
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
    group by members.project_id
),

placed as (
    select
        dated.*,
        coalesce(
            regions.maakunta_codes,
            case
                when organisations.organisation_type = 'ministry'
                    then {{ list_without_nulls(["'00'"]) }}
            end
        ) as maakunta_codes,
        regions.project_id is null as is_place_inferred
    from dated
    left join regions on dated.project_id = regions.project_id
    left join {{ ref('int_organisations__described') }} as organisations
        on dated.lead_organisation_id = organisations.organisation_id
),

themes as (
    select
        project_id,
        {{ distinct_list('code') }} as theme_codes
    from {{ ref('int_projects__classified') }}
    where property = 'themes'
    group by project_id
),

target_groups as (
    select
        project_id,
        {{ distinct_list('code') }} as target_group_codes
    from {{ ref('int_projects__classified') }}
    where
        property = 'target_groups'
        {# a group in the name of an organisation is not yet whom the project is for #}
        and not coalesce({{ names_actors(normalise_text('evidence')) }}, false)
    group by project_id
)

select
    placed.project_id,
    placed.lead_organisation_id,
    placed.start_date,
    placed.end_date,
    placed.is_time_inferred,
    placed.maakunta_codes,
    placed.is_place_inferred,
    list_contains(placed.maakunta_codes, '00') as is_national,
    coalesce(themes.theme_codes, cast([] as varchar[])) as theme_codes,
    coalesce(target_groups.target_group_codes, cast([] as varchar[])) as target_group_codes
from placed
left join themes on placed.project_id = themes.project_id
left join target_groups on placed.project_id = target_groups.project_id
where placed.start_date is not null and placed.maakunta_codes is not null
