{# Units without a code: pages and release mentions. They join a project by their exact comparable
   name together with the same lead or the same start year, only where no stated year, lead or
   region speaks against it and only where there is exactly one such project. #}
with units as (
    select
        unit_id,
        min(start_year) as start_year,
        {{ sorted_set('flatten(list(lead_ids))') }} as lead_ids,
        {{ sorted_set('flatten(list(region_codes))') }} as region_codes
    from {{ ref('int_match__units') }}
    group by unit_id
),

statement_names as (
    select record_id, {{ comparable_title('name') }} as name_key
    from {{ ref('int_statements__united') }}
    union
    select record_id, {{ comparable_title('name_fi') }}
    from {{ ref('int_statements__united') }}
    union
    select record_id, {{ comparable_title('name_sv') }}
    from {{ ref('int_statements__united') }}
    union
    select record_id, {{ comparable_title('name_en') }}
    from {{ ref('int_statements__united') }}
),

names as (
    select distinct members.unit_id, statement_names.name_key
    from {{ ref('int_match__units') }} as members
    inner join statement_names on members.record_id = statement_names.record_id
    where statement_names.name_key is not null and members.record_kind != 'funding'
),

anchors as (
    select
        anchors.anchor_key,
        min(units.start_year) as start_year,
        {{ sorted_set('flatten(list(units.lead_ids))') }} as lead_ids,
        {{ sorted_set('flatten(list(units.region_codes))') }} as region_codes
    from {{ ref('int_match__anchors') }} as anchors
    inner join units on anchors.unit_id = units.unit_id
    group by anchors.anchor_key
),

anchor_names as (
    select distinct anchors.anchor_key, names.name_key
    from {{ ref('int_match__anchors') }} as anchors
    inner join names on anchors.unit_id = names.unit_id
),

free_units as (
    select units.*
    from units
    left join {{ ref('int_match__anchors') }} as anchors
        on units.unit_id = anchors.unit_id
    where anchors.unit_id is null
),

compared as (
    select
        free_units.unit_id,
        anchors.anchor_key,
        max(length(names.name_key)) as name_length,
        bool_or({{ lists_meet('free_units.lead_ids', 'anchors.lead_ids') }}) as is_same_lead,
        bool_or({{ lists_clash('free_units.lead_ids', 'anchors.lead_ids') }}) as is_other_lead,
        bool_or({{ regions_clash('free_units.region_codes', 'anchors.region_codes') }})
            as is_other_region,
        bool_or(coalesce(free_units.start_year = anchors.start_year, false)) as is_same_year,
        bool_or(coalesce(abs(free_units.start_year - anchors.start_year) > 1, false))
            as is_other_year
    from free_units
    inner join names on free_units.unit_id = names.unit_id
    inner join anchor_names on names.name_key = anchor_names.name_key
    inner join anchors on anchor_names.anchor_key = anchors.anchor_key
    group by free_units.unit_id, anchors.anchor_key
),

candidates as (
    select
        compared.unit_id,
        compared.anchor_key,
        is_same_lead and not is_other_year as by_lead,
        is_same_year and not is_other_lead and name_length >= 6 as by_year
    from compared
    where not is_other_region
),

counted as (
    select
        unit_id,
        sum(case when by_lead then 1 else 0 end) as leads,
        sum(case when by_year then 1 else 0 end) as years,
        min(case when by_lead then anchor_key end) as lead_anchor,
        min(case when by_year then anchor_key end) as year_anchor
    from candidates
    where by_lead or by_year
    group by unit_id
),

joining as (
    select
        unit_id,
        case
            when leads = 1 then lead_anchor
            when leads = 0 and years = 1 then year_anchor
            else 'record:' || unit_id
        end as anchor_key,
        case
            when leads = 1 then 'name_and_lead'
            when leads = 0 and years = 1 then 'name_and_start_year'
            else 'first_record'
        end as rule
    from counted
),

{# The rest is compared with each other: first those that state name, lead and year. #}
rest as (
    select
        free_units.unit_id,
        free_units.start_year,
        free_units.lead_ids[1] as lead_id,
        free_units.region_codes,
        {# a namesake of the same lead was ruled out: the name alone says too little here #}
        coalesce(bool_or(compared.is_same_lead), false) as has_namesake,
        min(names.name_key) as name_key
    from free_units
    inner join names on free_units.unit_id = names.unit_id
    left join compared on free_units.unit_id = compared.unit_id
    left join joining on free_units.unit_id = joining.unit_id
    where joining.unit_id is null
    group by
        free_units.unit_id, free_units.start_year, free_units.lead_ids, free_units.region_codes
),

full_places as (
    select
        name_key,
        lead_id,
        start_year,
        count(distinct cast(region_codes as varchar)) as places
    from rest
    where len(region_codes) > 0 and not list_contains(region_codes, '00')
    group by name_key, lead_id, start_year
),

full_units as (
    select
        rest.*,
        case
            when coalesce(full_places.places, 1) = 1
                then 'name:' || rest.name_key || '|' || rest.lead_id || '|' || rest.start_year
            else 'record:' || rest.unit_id
        end as anchor_key
    from rest
    left join full_places
        on
            rest.name_key = full_places.name_key
            and rest.lead_id = full_places.lead_id
            and rest.start_year = full_places.start_year
    where rest.lead_id is not null and rest.start_year is not null
),

part_units as (
    select
        rest.unit_id,
        min(rest.name_key) as name_key,
        min(rest.lead_id) as lead_id,
        min(rest.start_year) as start_year,
        min(full_units.anchor_key) as full_anchor,
        count(distinct full_units.anchor_key) as full_anchors,
        bool_or(rest.has_namesake) as has_namesake,
        bool_or({{ regions_clash('rest.region_codes', 'full_units.region_codes') }})
            as is_other_region
    from rest
    left join full_units
        on
            rest.name_key = full_units.name_key
            and (
                rest.lead_id = full_units.lead_id
                or (rest.start_year = full_units.start_year and length(rest.name_key) >= 6)
            )
    where rest.lead_id is null or rest.start_year is null
    group by rest.unit_id
),

part_grouped as (
    select
        unit_id,
        lead_id,
        case
            when has_namesake then 'record:' || unit_id
            when full_anchors = 1 and not coalesce(is_other_region, false) then full_anchor
            when full_anchors = 0 and lead_id is not null
                then 'name_lead:' || name_key || '|' || lead_id
            when full_anchors = 0 and start_year is not null and length(name_key) >= 6
                then 'name_year:' || name_key || '|' || start_year
            else 'record:' || unit_id
        end as anchor_key
    from part_units
)

select unit_id, anchor_key, rule from joining
union all
select unit_id, anchor_key, 'name_and_lead' from full_units
union all
select
    unit_id,
    anchor_key,
    case when lead_id is not null then 'name_and_lead' else 'name_and_start_year' end
from part_grouped
