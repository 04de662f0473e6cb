{# How projects belong together: by codes for certain, and by name, lead, partners and time where
   codes are silent. What a person decided beats both. #}
with owners as (
    select distinct
        codes.scheme,
        codes.code,
        members.project_id
    from {{ ref('int_codes__classified') }} as codes
    inner join {{ ref('int_registry__members') }} as members
        on codes.record_id = members.record_id
    inner join {{ ref('int_match__units') }} as units
        on codes.record_id = units.record_id
    where
        codes.role = 'own'
        and (codes.scheme != 'eura' or codes.code = units.eura_code)
),

sole_owners as (
    select scheme, code, min(project_id) as project_id
    from owners
    group by scheme, code
    having count(distinct project_id) = 1
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
)

select
    project_id,
    related_project_id,
    relation,
    min(evidence) as evidence,
    max(decided_by) as decided_by
from united
where project_id != related_project_id
group by project_id, related_project_id, relation
order by project_id, related_project_id
