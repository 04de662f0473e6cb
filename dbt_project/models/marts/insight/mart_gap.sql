{# Where no guidance project runs: every guidance theme, target group and maakunta of which no
   project about guidance is ongoing. The whole country is no maakunta, so a national project fills
   no gap; it is counted beside it. What ran there before, and what is to come, stands beside the
   gap too, so that a gap of yesterday and one of always can be told apart. #}
with cells as (
    select
        themes.theme_code,
        target_groups.target_group_code,
        regions.maakunta_code
    from {{ ref('dim_theme') }} as themes
    cross join {{ ref('dim_target_group') }} as target_groups
    cross join {{ ref('dim_region') }} as regions
    where themes.is_guidance_theme and regions.maakunta_code not in ('00', '99')
),

classed as (
    select
        projects.project_id,
        projects.status,
        projects.end_date,
        themes.theme_code,
        target_groups.target_group_code
    from {{ ref('dim_project') }} as projects
    inner join {{ ref('bridge_project_theme') }} as themes
        on projects.project_id = themes.project_id
    inner join {{ ref('bridge_project_target_group') }} as target_groups
        on projects.project_id = target_groups.project_id
    where projects.is_guidance
),

granted as (
    select
        project_id,
        sum(amount_eur) as granted_eur
    from {{ ref('fct_funding') }}
    where amount_kind = 'granted' and counts_in_total
    group by project_id
),

placed as (
    select distinct
        classed.*,
        regions.maakunta_code,
        granted.granted_eur
    from classed
    inner join {{ ref('bridge_project_region') }} as regions
        on classed.project_id = regions.project_id
    left join granted on classed.project_id = granted.project_id
),

measured as (
    select
        theme_code,
        target_group_code,
        maakunta_code,
        count(case when status = 'ongoing' then 1 end) as ongoing,
        count(case when status = 'planned' then 1 end) as planned,
        count(case when status in ('ended', 'cancelled', 'unknown') then 1 end) as earlier,
        max(case when status in ('ended', 'cancelled') then end_date end) as last_ended_on,
        sum(granted_eur) as granted_eur
    from placed
    group by theme_code, target_group_code, maakunta_code
)

select
    {{ surrogate_key(['cells.theme_code', 'cells.target_group_code', 'cells.maakunta_code']) }}
        as gap_id,
    cells.theme_code,
    cells.target_group_code,
    cells.maakunta_code,
    cast(coalesce(measured.earlier, 0) as integer) as earlier_projects,
    measured.last_ended_on,
    cast(coalesce(measured.planned, 0) as integer) as planned_projects,
    cast(coalesce(national.ongoing, 0) as integer) as national_ongoing_projects,
    cast(measured.granted_eur as decimal(14, 2)) as granted_eur
from cells
left join measured
    on
        cells.theme_code = measured.theme_code
        and cells.target_group_code = measured.target_group_code
        and cells.maakunta_code = measured.maakunta_code
left join measured as national
    on
        cells.theme_code = national.theme_code
        and cells.target_group_code = national.target_group_code
        and national.maakunta_code = '00'
where coalesce(measured.ongoing, 0) = 0
order by cells.theme_code, cells.target_group_code, cells.maakunta_code
