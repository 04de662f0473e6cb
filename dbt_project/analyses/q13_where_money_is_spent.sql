/*
Where is the money spent, as against the recipient's seat?

Asked by: planner in a region
One row: a basis (what the place rests on) and a region
Units: euros granted; projects and decisions are counts
Caveats: rows of different basis are never added: the same project is often in several. Money of a
project with several regions of one basis stands whole in each of them, so not even the rows of one
basis add up; `only_here_eur` does. Region 00 is the whole country, 99 abroad.
*/
with parameters as (
    select '' as basis  -- target_area, site, beneficiary_seat or text; empty for each of them
),

places as (
    select distinct
        place.project_id,
        place.basis,
        place.maakunta_code
    from marts.bridge_project_region as place
    cross join parameters
    where parameters.basis in ('', place.basis)
),

counted_places as (
    select
        *,
        count(*) over (partition by project_id, basis) as regions
    from places
)

select
    places.basis,
    places.maakunta_code,
    any_value(region.name_fi) as region,
    sum(funding.amount_eur) filter (where funding.counts_in_total) as granted_eur,
    count(*) filter (where funding.amount_status = 'not_published') as decisions_without_amount,
    sum(funding.amount_eur) filter (
        where funding.counts_in_total and places.regions = 1
    ) as only_here_eur,
    count(distinct places.project_id) as projects,
    count(distinct places.project_id) filter (where places.regions > 1) as projects_elsewhere_too
from counted_places as places
left join marts.dim_region as region on places.maakunta_code = region.maakunta_code
left join marts.fct_funding as funding
    on places.project_id = funding.project_id and funding.amount_kind = 'granted'
group by places.basis, places.maakunta_code
order by places.basis, places.maakunta_code
