{# Every code of a record with the role it really has. Two corrections to what the page says: a
   government tunnus beside an own EURA code is a relation, and a code on many records of one
   register is shared, whatever it is called there. Only `own` codes may identify a project. #}
with stated as (
    select distinct
        statements.record_id,
        statements.source_id,
        statements.record_kind,
        code.scheme,
        upper(trim(code.value)) as code,
        code.role as stated_role
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.codes', 'code') }}
    where nullif(trim(code.value), '') is not null
),

crowded as (
    select scheme, code
    from stated
    where stated_role = 'own' and record_kind = 'project'
    group by source_id, scheme, code
    having count(*) > {{ var('own_code_rows_max') }}
),

own_eura as (
    select distinct record_id
    from stated
    where stated_role = 'own' and scheme = 'eura'
),

classified as (
    select
        stated.record_id,
        stated.source_id,
        stated.record_kind,
        stated.scheme,
        stated.code,
        stated.stated_role,
        case
            when stated.stated_role != 'own' then stated.stated_role
            when crowded.code is not null then 'shared'
            when stated.scheme = 'hanke_tunnus' and own_eura.record_id is not null then 'related'
            when stated.scheme in ('eura', 'hanke_tunnus', 'vn_case') then 'own'
            when stated.scheme in ('eura_call', 'grant_call', 'rrf_measure') then 'shared'
            else 'related'
        end as role
    from stated
    left join (select distinct scheme, code from crowded) as crowded
        on stated.scheme = crowded.scheme and stated.code = crowded.code
    left join own_eura
        on stated.record_id = own_eura.record_id
),

{# A record that states one code twice with different roles has it in the strongest of them. #}
ranked as (
    select
        classified.*,
        row_number() over (
            partition by classified.record_id, classified.scheme, classified.code
            order by case classified.role when 'own' then 1 when 'shared' then 2 else 3 end
        ) as preference
    from classified
)

select record_id, source_id, record_kind, scheme, code, role, stated_role
from ranked
where preference = 1
