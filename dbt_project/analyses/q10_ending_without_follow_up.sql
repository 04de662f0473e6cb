/*
Which projects end within six months without a follow-up?

Asked by: planner in a region
One row: a project that ends soon and that no later project is known to follow
Units: euros granted; decisions are counts
Caveats: a follow-up that no source shows yet is unknown, not absent. A month or year as end counts
as its last day, see `end_precision`. Today is the last day that this release saw.
*/
with parameters as (
    select
        (select max(last_seen_at) from marts.dim_project) as today,  -- the day from which to count
        6 as months,  -- how far to look ahead
        '' as maakunta_code  -- one region, two digits; empty for all
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
    project.end_date,
    project.end_precision,
    lead_body.name as lead_organisation,
    granted.granted_eur,
    coalesce(granted.decisions_without_amount, 0) as decisions_without_amount,
    project.project_id
from marts.dim_project as project
cross join parameters
left join marts.dim_organisation as lead_body
    on project.lead_organisation_id = lead_body.organisation_id
left join granted on project.project_id = granted.project_id
where
    project.status in ('ongoing', 'planned')
    and project.end_date >= parameters.today
    and project.end_date < parameters.today + to_months(parameters.months)
    and project.project_id not in (
        select relation.related_project_id
        from marts.bridge_project_relation as relation
        where relation.relation = 'follows'
    )
    and (
        parameters.maakunta_code = ''
        or project.project_id in (
            select place.project_id
            from marts.bridge_project_region as place
            where place.maakunta_code = parameters.maakunta_code
        )
    )
order by project.end_date, project.project_id
