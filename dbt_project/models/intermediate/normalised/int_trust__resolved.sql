{# Trust of every source for every field that survivorship asks for: the field itself, else its
   family (`name` for `name_sv`), else the source's default, else 50 as in its spec. #}
with kinds as (
    select 'project' as record_kind
    union all
    select 'release'
    union all
    select 'funding'
),

fields as (
    select 'name' as property, 'name' as field, 'name' as family
    union all
    select 'name_fi', 'name_fi', 'name'
    union all
    select 'name_sv', 'name_sv', 'name'
    union all
    select 'name_en', 'name_en', 'name'
    union all
    select 'summary', 'summary', 'summary'
    union all
    select 'status', 'status', 'status'
    union all
    select 'start_date', 'start_date', 'dates'
    union all
    select 'end_date', 'end_date', 'dates'
    union all
    select 'lead_organisation_id', 'organisations', 'lead'
    union all
    select 'programme_id', 'programme', 'programme'
    union all
    select 'is_guidance', 'is_guidance', 'is_guidance'
    union all
    select 'themes', 'themes', 'summary'
    union all
    select 'target_groups', 'target_groups', 'summary'
    union all
    select 'codes', 'codes', 'codes'
    union all
    select 'amount', 'amounts', 'amount'
)

select
    sources.source_id,
    kinds.record_kind,
    fields.property,
    coalesce(exact.trust, family.trust, standard.trust, 50) as trust
from {{ ref('stg_landing__sources') }} as sources
cross join kinds
cross join fields
left join {{ ref('stg_landing__source_trust') }} as exact
    on
        sources.source_id = exact.source_id
        and exact.field = kinds.record_kind || '.' || fields.field
left join {{ ref('stg_landing__source_trust') }} as family
    on
        sources.source_id = family.source_id
        and family.field = kinds.record_kind || '.' || fields.family
left join {{ ref('stg_landing__source_trust') }} as standard
    on
        sources.source_id = standard.source_id
        and standard.field = 'default'
