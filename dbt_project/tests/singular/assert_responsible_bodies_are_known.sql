{{ config(meta={'dagster': {'ref': {'name': 'dim_measure'}}}) }}
{# Bodies that the mission names are organisations of the warehouse. #}
with named as (
    select
        measure_id as of_what,
        organisation_id
    from {{ ref('dim_measure') }}
    {{ explode('responsible_organisation_ids', 'organisation_id') }}
    union all
    select
        envelope_id,
        organisation_id
    from {{ ref('fct_envelope') }}
    {{ explode('responsible_organisation_ids', 'organisation_id') }}
    union all
    select
        elo_group_id,
        organisation_id
    from {{ ref('dim_elo_group') }}
    {{ explode('convener_organisation_ids', 'organisation_id') }}
)

select
    named.of_what,
    named.organisation_id
from named
left join {{ ref('dim_organisation') }} as organisations
    on named.organisation_id = organisations.organisation_id
where organisations.organisation_id is null
