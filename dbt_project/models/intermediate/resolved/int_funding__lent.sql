{# The instrument of grants that name none: that of their project, where its records name exactly
   one, with the record that says so. A page tells the sum, the register's row of the same project
   the fund. Not here: other kinds of sums, since own money and totals are of no instrument, and
   projects of several instruments, where a guess would be needed. #}
with named as (
    select
        members.project_id,
        statements.*
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
    where statements.instrument is not null
),

sole as (
    select project_id
    from named
    group by project_id
    having count(distinct instrument) = 1
),

trusted as (
    select
        named.*,
        named.instrument as value,
        0 as order_rank,
        1 as position,
        coalesce(trust.trust, 50) as trust
    from named
    inner join sole on named.project_id = sole.project_id
    left join {{ ref('int_trust__resolved') }} as trust
        on
            named.source_id = trust.source_id
            and named.record_kind = trust.record_kind
            and trust.property = 'instrument'
),

lenders as (
    {{ prefer_by_trust('trusted', ['statements.project_id']) }}
),

silent as (
    select
        funding_id,
        project_id
    from {{ ref('int_funding__keyed') }}
    where amount_kind in ('granted', 'granted_eu_share', 'partner_share', 'national_share')
    group by funding_id, project_id
    having count(instrument) = 0
)

select
    silent.funding_id,
    lenders.value as instrument,
    lenders.record_id,
    lenders.part,
    lenders.source_id,
    lenders.source_url,
    lenders.content_sha256,
    lenders.retrieved_at,
    lenders.stated_at,
    lenders.first_seen_at,
    lenders.last_seen_at,
    lenders.trust,
    lenders.order_rank,
    lenders.position
from silent
inner join lenders on silent.project_id = lenders.project_id
where lenders.preference = 1
