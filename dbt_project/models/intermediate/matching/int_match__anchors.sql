{# Units whose identity is certain without comparing names: by an own code, or because a register
   lists them (one row a project) or a decision stands alone. `anchor_key` is equal for units that
   are one project. A unit that only shares a case number joins the one anchor that has it. #}
with units as (
    select
        unit_id,
        min(source_id) as source_id,
        bool_or(is_register) as is_register,
        bool_or(record_kind = 'funding') as has_decision,
        min(eura_code) as eura_code,
        min(hanke_tunnus) as hanke_tunnus,
        min(vn_case) as vn_case
    from {{ ref('int_match__units') }}
    group by unit_id
),

coded as (
    select
        units.*,
        case
            when eura_code is not null then 'eura:' || eura_code
            when hanke_tunnus is not null then 'hanke_tunnus:' || hanke_tunnus
            when is_register or has_decision then 'record:' || unit_id
        end as code_key,
        case
            when eura_code is not null then 'own_code_eura'
            when hanke_tunnus is not null then 'own_code_hanke_tunnus'
            else 'first_record'
        end as rule
    from units
),

{# Two rows of one register are two projects, even when a damaged code makes them look alike. #}
separated as (
    select
        coded.*,
        row_number() over (
            partition by coded.code_key, coded.is_register, coded.source_id
            order by coded.unit_id
        ) as repeat_number
    from coded
    where coded.code_key is not null
),

certain as (
    select
        unit_id,
        vn_case,
        case
            when is_register and repeat_number > 1 then 'record:' || unit_id
            else code_key
        end as anchor_key,
        case
            when is_register and repeat_number > 1 then 'first_record'
            else rule
        end as rule
    from separated
),

case_owners as (
    select
        vn_case,
        min(anchor_key) as anchor_key,
        count(distinct anchor_key) as owners
    from certain
    where vn_case is not null
    group by vn_case
),

by_case as (
    select
        coded.unit_id,
        coded.vn_case,
        case
            when case_owners.owners > 1 then 'record:' || coded.unit_id
            else coalesce(case_owners.anchor_key, 'vn_case:' || coded.vn_case)
        end as anchor_key,
        case when case_owners.owners > 1 then 'first_record' else 'own_code_vn_case' end as rule
    from coded
    left join case_owners on coded.vn_case = case_owners.vn_case
    where coded.code_key is null and coded.vn_case is not null
)

select unit_id, anchor_key, rule from certain
union all
select unit_id, anchor_key, rule from by_case
