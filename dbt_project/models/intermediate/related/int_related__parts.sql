{# `part_of`: parts of a joint project have one name and one period, each its own lead and code; the
   part that names the other's lead as its partner is the whole. Where both do, the one that
   names more partners, then the smaller code. #}
with bodies as (
    select distinct members.project_id, mentioned.role, mentioned.organisation_id
    from {{ ref('int_organisations__mentioned') }} as mentioned
    inner join {{ ref('int_registry__members') }} as members
        on mentioned.record_id = members.record_id
    where mentioned.role in ('lead', 'partner')
),

{# whole -> part, where a lead of the part is a partner of the whole #}
claims as (
    select distinct wholes.project_id as whole_id, leads.project_id as part_id
    from bodies as wholes
    inner join bodies as leads
        on
            wholes.organisation_id = leads.organisation_id
            and wholes.role = 'partner'
            and leads.role = 'lead'
            and wholes.project_id != leads.project_id
),

{# Without a partner named, equal place and time and a code of its own make a part; where a place is
   unsaid, the whole name has to be equal. Projects that are alike in other regions are siblings. One source may date a project otherwise than the next:
   a day on which any two records agree is a common one. #}
pairs as (
    select
        pairs.project_id,
        pairs.other_project_id,
        pairs.is_same_start
        and pairs.is_same_end
        and (
            pairs.is_same_region
            or (not pairs.is_other_region and pairs.name_bits >= {{ var('equal_name_bits') }})
        ) as is_alike
    from {{ ref('int_related__pairs') }} as pairs
    where
        not pairs.is_same_lead
        and (pairs.is_same_start or not pairs.is_other_start)
        and (pairs.is_same_end or not pairs.is_other_end)
        and coalesce(pairs.phase, 1) = coalesce(pairs.other_phase, 1)
),

both_ways as (
    select project_id, other_project_id as related_project_id, is_alike
    from pairs
    union all
    select other_project_id, project_id, is_alike
    from pairs
),

claimed as (
    select
        both_ways.project_id,
        both_ways.related_project_id,
        claims.part_id is not null as is_named
    from both_ways
    left join claims
        on
            both_ways.project_id = claims.part_id
            and both_ways.related_project_id = claims.whole_id
    left join claims as reverse_claims
        on
            both_ways.project_id = reverse_claims.whole_id
            and both_ways.related_project_id = reverse_claims.part_id
    where
        claims.part_id is not null
        or reverse_claims.part_id is not null
        or both_ways.is_alike
),

weighed as (
    select
        related_project_id as project_id,
        sum(case when is_named then 1 else 0 end) as parts
    from claimed
    group by related_project_id
),

ordered as (
    select
        claimed.*,
        coalesce(own.parts, 0) as own_parts,
        wholes.parts,
        cast(part_projects.project_codes as varchar) as own_codes,
        cast(whole_projects.project_codes as varchar) as whole_codes
    from claimed
    inner join weighed as wholes
        on claimed.related_project_id = wholes.project_id
    left join weighed as own
        on claimed.project_id = own.project_id
    inner join {{ ref('int_projects__merged') }} as part_projects
        on claimed.project_id = part_projects.project_id
    inner join {{ ref('int_projects__merged') }} as whole_projects
        on claimed.related_project_id = whole_projects.project_id
    where len(part_projects.project_codes) > 0 and len(whole_projects.project_codes) > 0
),

{# Partners name each other: a whole stands above its parts in one order, so there is no circle. #}
above as (
    select *
    from ordered
    where
        parts > own_parts
        or (
            parts = own_parts
            and (whole_codes, related_project_id) < (own_codes, project_id)
        )
),

ranked as (
    select
        above.*,
        row_number() over (
            partition by project_id
            order by parts desc, whole_codes, related_project_id
        ) as preference
    from above
)

select
    project_id,
    related_project_id,
    case
        when is_named then 'one name and period, and its lead is a partner there'
        else 'one name and period, no other place, another lead and code'
    end as evidence
from ranked
where preference = 1
