{# How projects belong together: by codes for certain, and by name, lead, partners and time where
   codes are silent. What a person decided beats both. #}
with sole_owners as (
    {{ sole_code_owners() }}
),

{# A page with several own codes belongs to the lead's part; the other codes are parts of it. #}
joint_parts as (
    select
        parts.project_id,
        whole.project_id as related_project_id,
        'part_of' as relation,
        'codes on one page: ' || units.eura_code || ', ' || codes.code as evidence
    from {{ ref('int_codes__classified') }} as codes
    inner join {{ ref('int_match__units') }} as units
        on codes.record_id = units.record_id
    inner join {{ ref('int_registry__members') }} as whole
        on codes.record_id = whole.record_id
    inner join sole_owners as parts
        on codes.scheme = parts.scheme and codes.code = parts.code
    where codes.role = 'own' and codes.scheme = 'eura' and codes.code != units.eura_code
),

government_projects as (
    select
        members.project_id,
        wholes.project_id as related_project_id,
        'part_of' as relation,
        'government project number ' || codes.code as evidence
    from {{ ref('int_codes__classified') }} as codes
    inner join {{ ref('int_registry__members') }} as members
        on codes.record_id = members.record_id
    inner join sole_owners as wholes
        on codes.scheme = wholes.scheme and codes.code = wholes.code
    where codes.role = 'related' and codes.scheme = 'hanke_tunnus'
),

united as (
    select *, 'rule' as decided_by from joint_parts
    union all
    select *, 'rule' from government_projects
    union all
    select project_id, related_project_id, 'part_of', evidence, 'rule'
    from {{ ref('int_related__named_parts') }}
    union all
    select project_id, related_project_id, 'follows', evidence, 'model'
    from {{ ref('int_related__phases') }}
    union all
    select project_id, related_project_id, 'part_of', evidence, 'model'
    from {{ ref('int_related__parts') }}
    union all
    select project_id, related_project_id, relation, 'decided by a person', 'human'
    from {{ ref('int_related__decided') }}
    where relation in ('follows', 'part_of') and verdict = 'yes'
),

refused as (
    select project_id, related_project_id, relation
    from {{ ref('int_related__decided') }}
    where verdict = 'no'
)

select
    united.project_id,
    united.related_project_id,
    united.relation,
    coalesce(
        min(case when united.decided_by = 'human' then united.evidence end), min(united.evidence)
    ) as evidence,
    case
        when bool_or(united.decided_by = 'human') then 'human'
        when bool_or(united.decided_by = 'rule') then 'rule'
        else 'model'
    end as decided_by
from united
left join refused
    on
        united.project_id = refused.project_id
        and united.related_project_id = refused.related_project_id
        and united.relation = refused.relation
where united.project_id != united.related_project_id and refused.relation is null
group by united.project_id, united.related_project_id, united.relation
order by united.project_id, united.related_project_id
