{# Every organisation in a role as one statement names it, before anything is resolved. A `ref` is
   looked up inside its own source only. #}
with registered as (
    select
        source_id,
        native_id,
        min(coalesce(name_fi, name_sv, name_en)) as name,
        min(business_id) as business_id
    from {{ ref('stg_landing__organisations') }}
    group by source_id, native_id
),

stated as (
    select
        statements.statement_id,
        statements.record_id,
        statements.source_id,
        cast(mention_rows.mention_position as integer) as position,
        mention.role,
        coalesce(mention.name, registered.name) as name,
        coalesce(mention.business_id, registered.business_id) as business_id,
        statements.first_seen_at
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.organisations', 'mention') }}
    left join registered
        on
            statements.source_id = registered.source_id
            and mention.ref = registered.native_id
),

money as (
    select
        statements.statement_id,
        statements.record_id,
        statements.source_id,
        cast(amount_position as integer) as position,
        amount.funder,
        amount.recipient,
        statements.first_seen_at
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.amounts', 'amount') }}
    where not statements.is_person
),

publishers as (
    select distinct
        record_id || ':' || part as statement_id,
        record_id,
        source_id,
        1 as position,
        'publisher' as role,
        publisher as name,
        cast(null as varchar) as business_id,
        first_seen_at
    from {{ ref('stg_landing__releases') }}
),

call_funders as (
    select distinct
        record_id || ':' || part as statement_id,
        record_id,
        source_id,
        1 as position,
        'call_funder' as role,
        funder as name,
        cast(null as varchar) as business_id,
        first_seen_at
    from {{ ref('stg_landing__calls') }}
),

united as (
    select * from stated
    union all
    select
        statement_id, record_id, source_id, position, 'amount_funder', funder,
        cast(null as varchar), first_seen_at
    from money
    union all
    select
        statement_id, record_id, source_id, position, 'amount_recipient', recipient,
        cast(null as varchar), first_seen_at
    from money
    union all
    select * from publishers
    union all
    select * from call_funders
),

guarded as (
    select
        united.statement_id,
        united.record_id,
        united.source_id,
        united.position,
        united.role,
        {# a natural person has no name here #}
        case
            when {{ is_person_like('united.name') }} then 'luonnollinen henkilö'
            else united.name
        end as name,
        case when not {{ is_person_like('united.name') }} then united.business_id end
            as business_id,
        united.first_seen_at
    from united
),

keyed as (
    select
        guarded.*,
        {{ normalise_name('guarded.name') }} as name_key
    from guarded
)

select *
from keyed
where name_key is not null
