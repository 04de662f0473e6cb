/*
What runs in my area, by the old and the new borders?

Asked by: planner in a region
One row: a running project that works in the old or the new area
Units: euros granted; decisions are counts
Caveats: ELY areas held to the end of 2025, those of the elinvoimakeskus since 2026; only Häme was
split, and it is the example. Money is whole in each area that a project works in. Work for the
whole country is in no area.
*/
with parameters as (
    select
        '04' as ely_code,  -- the old area (ELY-keskus), to 2025-12-31
        '04' as evk_code  -- the new area (elinvoimakeskus), from 2026-01-01
),

places as (
    select
        place.project_id,
        bool_or(region.ely_code = parameters.ely_code) as is_in_old_area,
        bool_or(region.evk_code = parameters.evk_code) as is_in_new_area,
        array_to_string(list_sort(list_distinct(list(region.name_fi))), ', ') as regions,
        array_to_string(list_sort(list_distinct(list(place.basis))), ', ') as basis
    from marts.bridge_project_region as place
    inner join marts.dim_region as region on place.maakunta_code = region.maakunta_code
    cross join parameters
    group by place.project_id
),

granted as (
    select
        project_id,
        sum(amount_eur) filter (where counts_in_total) as granted_eur,
        count(*) filter (where amount_status = 'not_published') as decisions_without_amount
    from marts.fct_funding
    where amount_kind = 'granted'
    group by project_id
)

select
    project.name,
    project.start_date,
    project.end_date,
    coalesce(places.is_in_old_area, false) as is_in_old_area,
    coalesce(places.is_in_new_area, false) as is_in_new_area,
    places.regions,
    places.basis,
    granted.granted_eur,
    coalesce(granted.decisions_without_amount, 0) as decisions_without_amount,
    project.project_id
from marts.dim_project as project
inner join places on project.project_id = places.project_id
left join granted on project.project_id = granted.project_id
where
    project.status = 'ongoing'
    and (places.is_in_old_area or places.is_in_new_area)
order by project.end_date nulls last, project.project_id
