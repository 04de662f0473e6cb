{# The published lead, and the partners, funders and coordinators that any record states. Leads
   that lost stay in fct_fact; a coordinator is a role only beside a lead. #}
with mentions as (
    select distinct members.project_id, mentions.organisation_id, mentions.role, mentions.record_id
    from {{ ref('int_organisations__mentioned') }} as mentions
    inner join {{ ref('int_registry__members') }} as members
        on mentions.record_id = members.record_id
),

projects as (
    select project_id, lead_organisation_id from {{ ref('int_projects__merged') }}
),

winning_leads as (
    select project_id, record_id
    from {{ ref('int_projects__chosen') }}
    where property = 'lead_organisation_id' and preference = 1
),

roles as (
    select mentions.project_id, mentions.organisation_id, mentions.role
    from mentions
    inner join winning_leads
        on
            mentions.project_id = winning_leads.project_id
            and mentions.record_id = winning_leads.record_id
    where mentions.role = 'lead'

    union

    select mentions.project_id, mentions.organisation_id, mentions.role
    from mentions
    inner join projects on mentions.project_id = projects.project_id
    where
        mentions.role in ('partner', 'funder')
        or (mentions.role = 'coordinator' and projects.lead_organisation_id is not null)

    union

    select funding.project_id, funding.funder_organisation_id, 'funder'
    from {{ ref('int_funding__merged') }} as funding
    where
        funding.project_id is not null
        and funding.funder_organisation_id is not null
        and funding.amount_kind in ('granted', 'granted_eu_share', 'national_share', 'paid')
),

{# The lead of a joint page is not also its partner. #}
final as (
    select roles.*
    from roles
    left join roles as leads
        on
            roles.project_id = leads.project_id
            and roles.organisation_id = leads.organisation_id
            and leads.role = 'lead'
    where roles.role not in ('partner', 'coordinator') or leads.role is null
)

select project_id, organisation_id, role
from final
order by project_id, role, organisation_id
