/*
Which theme x target group x region has no running project?

Asked by: national coordinator
One row: a theme, target group and region (maakunta) without a running project
Units: euros granted to earlier projects of the same place, group and theme; projects are counts
Caveats: running is told by published dates; a project whose dates nobody publishes can run unseen.
A project for the whole country is counted beside the gap and does not close it.
*/
with parameters as (
    select
        '' as theme_code,  -- one theme; empty for all
        '' as target_group_code,  -- one target group; empty for all
        '' as maakunta_code  -- one region, two digits; empty for all
)

select
    theme.name_en as theme,
    target_group.name_en as target_group,
    region.name_fi as region,
    gap.earlier_projects,
    gap.last_ended_on,
    gap.planned_projects,
    gap.national_ongoing_projects,
    gap.granted_eur as earlier_granted_eur,
    gap.theme_code,
    gap.target_group_code,
    gap.maakunta_code
from marts.mart_gap as gap
cross join parameters
inner join marts.dim_theme as theme on gap.theme_code = theme.theme_code
inner join marts.dim_target_group as target_group
    on gap.target_group_code = target_group.target_group_code
inner join marts.dim_region as region on gap.maakunta_code = region.maakunta_code
where
    parameters.theme_code in ('', gap.theme_code)
    and parameters.target_group_code in ('', gap.target_group_code)
    and parameters.maakunta_code in ('', gap.maakunta_code)
order by gap.theme_code, gap.target_group_code, gap.maakunta_code
