/*
What was funded in Lapland for under-30 guidance in 2021-2024, by whom, how much?

Asked by: national coordinator
One row: a funder; the first row is all of them together
Units: euros granted; decisions and projects are counts
Caveats: the year is that of the decision, else of the start, which `of_start_year` counts. A sum of
a project that works in several regions stands here whole; `only_here_eur` leaves those out. Work
for the whole country is in no region. Groups without stated ages never count as under 30.
*/
with parameters as (
    select
        '19' as maakunta_code,  -- the region (maakunta), two digits
        2021 as first_year,  -- first year of decision
        2024 as last_year,  -- last year of decision
        30 as under_age  -- oldest age of the target group (kohderyhmä) lies below this
),

projects as (
    select
        project.project_id,
        not exists (
            select 1
            from marts.bridge_project_region as elsewhere
            where
                elsewhere.project_id = project.project_id
                and elsewhere.maakunta_code != parameters.maakunta_code
        ) as is_only_here
    from marts.dim_project as project
    cross join parameters
    where
        project.is_guidance
        and project.project_id in (
            select region.project_id
            from marts.bridge_project_region as region
            where region.maakunta_code = parameters.maakunta_code
        )
        and project.project_id in (
            select served.project_id
            from marts.bridge_project_target_group as served
            inner join marts.dim_target_group as target_group
                on served.target_group_code = target_group.target_group_code
            where target_group.age_max < parameters.under_age
        )
),

decisions as (
    select
        funding.*,
        projects.is_only_here
    from marts.fct_funding as funding
    inner join projects on funding.project_id = projects.project_id
    cross join parameters
    where
        funding.amount_kind = 'granted'
        and (funding.counts_in_total or funding.amount_status = 'not_published')
        and funding.funding_year between parameters.first_year and parameters.last_year
)

select
    case
        when grouping(decisions.funder_organisation_id) = 1 then 'all funders'
        else coalesce(any_value(organisation.name), 'not stated')
    end as funder,
    sum(decisions.amount_eur) as granted_eur,
    count(*) filter (where decisions.amount_status = 'not_published') as decisions_without_amount,
    count(*) filter (where decisions.counts_in_total) as decisions_counted,
    count(distinct decisions.project_id) as projects,
    sum(decisions.amount_eur) filter (where decisions.is_only_here) as only_here_eur,
    count(*) filter (where decisions.year_basis = 'start') as of_start_year
from decisions
left join marts.dim_organisation as organisation
    on decisions.funder_organisation_id = organisation.organisation_id
group by grouping sets ((), (decisions.funder_organisation_id))
order by grouping(decisions.funder_organisation_id) desc, granted_eur desc nulls last, funder
