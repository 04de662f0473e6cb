/*
Where does this number come from?

Asked by: analyst
One row: a statement of the figure's amount or date, the one that won first
Units: values are text; sums have two decimals and the figure's own currency
Caveats: what lost stays, with the reason. `content_sha256` names the archived bytes that first
showed the value. `elo explain` tells the same of a whole project.
*/
with parameters as (
    select
        '' as project,  -- an id or code of a project; empty for the largest grant of all
        'granted' as amount_kind  -- the kind of money
),

figures as (
    select
        funding.funding_id,
        funding.project_id,
        project.name,
        funding.amount_eur,
        parameters.project = '' as is_largest_wanted
    from marts.fct_funding as funding
    cross join parameters
    inner join marts.dim_project as project on funding.project_id = project.project_id
    where
        funding.amount_kind = parameters.amount_kind
        and (
            (
                parameters.project = ''
                and (funding.counts_in_total or parameters.amount_kind != 'granted')
            )
            or parameters.project = project.project_id
            or list_contains(project.project_codes, parameters.project)
        )
    qualify
        not is_largest_wanted
        or row_number() over (order by funding.amount_eur desc nulls last, funding.funding_id) = 1
)

select
    figures.name,
    fact.property,
    fact.value,
    fact.is_preferred,
    fact.reason,
    fact.source_id,
    fact.source_url,
    fact.retrieved_at,
    fact.content_sha256,
    fact.first_seen_at,
    fact.last_seen_at,
    figures.project_id,
    figures.funding_id
from figures
inner join marts.fct_fact as fact
    on figures.funding_id = fact.subject_id and fact.subject_type = 'funding'
where fact.property in ('amount', 'currency', 'amount_qualifier', 'decision_date')
order by figures.funding_id, fact.property, fact.is_preferred desc, fact.source_id, fact.fact_id
