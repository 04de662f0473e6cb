{# Publications, evaluations, tools, methods and practices. Linked to a project by a code that
   exactly one project owns; by its name only where that is unique too. #}
with ranked as (
    select
        landed.*,
        row_number() over (
            partition by landed.record_id
            order by {{ part_order('landed') }}
        ) as preference
    from {{ ref('stg_landing__outputs') }} as landed
),

outputs as (
    {# a part without a title states one fact about an output, it is none itself #}
    select * from ranked
    where preference = 1 and title is not null
),

withdrawals as (
    select record_id, max(withdrawn_on) as withdrawn_on, max(last_seen_at) as last_seen_at
    from {{ ref('stg_landing__outputs') }}
    where withdrawn_on is not null
    group by record_id
),

{# a project that cites a publication by handle or URN is the one it belongs to #}
owners as (
    {{ sole_code_owners(
        also="codes.scheme in ('handle', 'urn') and codes.record_kind = 'project'"
    ) }}
),

linked as (
    select outputs.record_id, min(owners.project_id) as project_id
    from outputs
    {{ explode('outputs.codes', 'stated') }}
    inner join owners
        on
            stated.scheme = owners.scheme
            and upper(trim(stated.value)) = owners.code
    where
        stated.scheme not in ('handle', 'urn')
        or stated.role = 'own'
        or stated.value = outputs.handle
    group by outputs.record_id
    having count(distinct owners.project_id) = 1
)

select
    outputs.record_id as output_id,
    outputs.source_id,
    outputs.native_id,
    linked.project_id,
    outputs.output_type,
    outputs.title,
    outputs.url,
    outputs.handle,
    outputs.published_on,
    outputs.licence,
    withdrawals.withdrawn_on
from outputs
left join linked on outputs.record_id = linked.record_id
{# seen deleted after it was last seen alive #}
left join withdrawals
    on
        outputs.record_id = withdrawals.record_id
        and outputs.last_seen_at <= withdrawals.last_seen_at
order by outputs.record_id
