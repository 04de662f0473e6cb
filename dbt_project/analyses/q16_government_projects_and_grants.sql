/*
Which working groups and government projects link to which grants?

Asked by: official in a ministry
One row: a government project (hanke, toimielin) and a project with a grant decision it is tied to
Units: euros granted; decisions and milestones are counts
Caveats: `link` says what ties them: the register names the grant itself ('same project'), a
relation, or a code that the other names. A tie that nobody states is not here.
*/
with parameters as (
    select
        '' as code,  -- the tunnus of a government project; empty for all
        '^[A-Z]+[0-9]{3}:[0-9]{2}/[0-9]{4}$' as tunnus  -- how a government project is numbered
),

government as (
    select distinct projects.project_id
    from marts.dim_project as projects
    cross join parameters
    cross join unnest(projects.project_codes) as codes (code)
    where regexp_matches(codes.code, parameters.tunnus)
),

granted as (
    select
        project_id,
        sum(amount_eur) filter (where counts_in_total) as granted_eur,
        count(*) filter (where amount_status = 'not_published') as decisions_without_amount,
        count(*) filter (where counts_in_total) as decisions_counted
    from marts.fct_funding
    where
        amount_kind = 'granted'
        and project_id is not null
        and (counts_in_total or amount_status = 'not_published')
    group by project_id
),

codes as (
    select
        project_id,
        unnest(project_codes) as code
    from marts.dim_project
    where project_id in (select government.project_id from government)
),

named_codes as (
    select
        project_id,
        unnest(shared_codes) as code
    from marts.dim_project
),

ties as (
    select
        project_id as government_id,
        project_id as granted_id,
        'same project' as link
    from government

    union

    select
        project_id,
        related_project_id,
        relation
    from marts.bridge_project_relation

    union

    select
        related_project_id,
        project_id,
        'has ' || case relation when 'follows' then 'follow-up' else 'part' end
    from marts.bridge_project_relation

    union

    select
        codes.project_id as government_id,
        named_codes.project_id as granted_id,
        'names its code' as link
    from named_codes
    inner join codes on named_codes.code = codes.code
    where codes.project_id != named_codes.project_id
),

milestones as (
    select
        project_id,
        count(*) as milestones
    from marts.fct_milestone
    where project_id is not null
    group by project_id
)

select
    array_to_string(project.project_codes, ' ') as codes,
    project.name,
    project.status,
    ties.link,
    grantee.name as granted_project,
    array_to_string(grantee.project_codes, ' ') as granted_codes,
    granted.granted_eur,
    granted.decisions_without_amount,
    granted.decisions_counted,
    coalesce(milestones.milestones, 0) as milestones,
    ties.government_id,
    ties.granted_id
from ties
cross join parameters
inner join government on ties.government_id = government.project_id
inner join granted on ties.granted_id = granted.project_id
inner join marts.dim_project as project on ties.government_id = project.project_id
inner join marts.dim_project as grantee on ties.granted_id = grantee.project_id
left join milestones on ties.government_id = milestones.project_id
where parameters.code = '' or list_contains(project.project_codes, parameters.code)
order by project.name, ties.government_id, ties.link, ties.granted_id
