{# The 19 maakunnat, and the two codes that are no maakunta: 00 whole country, 99 abroad. #}
with regions as (
    select
        maakunta_code,
        maakunta_fi as name_fi,
        maakunta_sv as name_sv,
        maakunta_en as name_en,
        case when ely_valid_to is not null then ely_code end as ely_code,
        cast(ely_valid_to as date) as ely_valid_to,
        case when evk_basis = 'territory' then evk_code end as evk_code,
        case when evk_basis = 'territory' then cast(evk_valid_from as date) end as evk_valid_from,
        case
            when sf_authority_evk_code is not null then 'evk-' || sf_authority_evk_code
        end as structural_fund_authority,
        case when ely_valid_to is not null then cast(ely_valid_from as date) end as ely_valid_from,
        case when ely_valid_to is not null then 'ely-' || ely_code end as ely_organisation_id,
        case when evk_basis = 'territory' then 'evk-' || evk_code end as evk_organisation_id,
        case
            when sf_authority_evk_code is not null then cast(sf_authority_valid_from as date)
        end as structural_fund_authority_valid_from,
        nuts3_2024
    from {{ ref('regions') }}
),

others as (
    select
        '00' as maakunta_code, 'koko maa' as name_fi, 'hela landet' as name_sv,
        'whole country' as name_en
    union all
    select '99', 'ulkomaat', 'utlandet', 'abroad'
),

united as (
    select * from regions
    union all
    select
        maakunta_code, name_fi, name_sv, name_en, cast(null as varchar), cast(null as date),
        cast(null as varchar), cast(null as date), cast(null as varchar), cast(null as date),
        cast(null as varchar), cast(null as varchar), cast(null as date), cast(null as varchar)
    from others
)

select
    maakunta_code,
    name_fi,
    name_sv,
    name_en,
    ely_code,
    ely_valid_to,
    evk_code,
    evk_valid_from,
    structural_fund_authority,
    {# no source documents the regional groups yet: unknown, not "none" #}
    cast(null as varchar) as elo_group_id,
    ely_organisation_id,
    ely_valid_from,
    evk_organisation_id,
    structural_fund_authority_valid_from,
    nuts3_2024
from united
order by maakunta_code
