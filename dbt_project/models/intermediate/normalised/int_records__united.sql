{# One row a record that may belong to a project, with the keys that matching compares. What the
   record says is not merged here, only what identifies it. #}
with statements as (
    select
        statements.*,
        {{ comparable_title('statements.name') }} as key_written,
        {{ comparable_title('statements.name_fi') }} as key_fi,
        {{ comparable_title('statements.name_sv') }} as key_sv,
        {{ comparable_title('statements.name_en') }} as key_en,
        row_number() over (
            partition by statements.record_id
            order by {{ part_order('statements') }}
        ) as part_rank
    from {{ ref('int_statements__united') }} as statements
),

records as (
    select
        record_id,
        min(source_id) as source_id,
        min(native_id) as native_id,
        min(record_kind) as record_kind,
        min(release_record_id) as release_record_id,
        min(project_native_id) as project_native_id,
        min(case when part_rank = 1 then source_url end) as source_url,
        min(case when part_rank = 1 then retrieved_at end) as retrieved_at,
        min(case when part_rank = 1 then content_sha256 end) as content_sha256,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at,
        bool_and(may_be_project) as may_be_project,
        bool_or(is_person) as is_person,
        cast(extract(year from min(start_date)) as integer) as start_year,
        min(coalesce(key_written, key_fi, key_sv, key_en)) as any_name_key
    from statements
    group by record_id
),

grants as (
    select statements.record_id
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.amounts', 'amount') }}
    where amount.kind = 'granted' and coalesce(amount.amount, 1) > 0
    group by statements.record_id
),

leads as (
    select record_id, {{ distinct_list('organisation_id') }} as lead_ids
    from {{ ref('int_organisations__mentioned') }}
    where role = 'lead'
    group by record_id
),

places as (
    select statements.record_id, {{ distinct_list('region.maakunta_code') }} as region_codes
    from {{ ref('int_statements__united') }} as statements
    {{ explode('statements.regions', 'region') }}
    group by statements.record_id
),

own_codes as (
    select record_id
    from {{ ref('int_codes__classified') }}
    where role = 'own'
    group by record_id
),

joined as (
    select
        records.*,
        records.record_kind = 'project'
        and coalesce(trust.trust, 50) >= {{ var('register_trust_min') }} as is_register,
        coalesce(leads.lead_ids, cast([] as varchar[])) as lead_ids,
        coalesce(places.region_codes, cast([] as varchar[])) as region_codes,
        own_codes.record_id is not null as has_own_code,
        grants.record_id is not null as has_positive_grant
    from records
    left join {{ ref('int_trust__resolved') }} as trust
        on
            records.source_id = trust.source_id
            and records.record_kind = trust.record_kind
            and trust.property = 'name'
    left join leads on records.record_id = leads.record_id
    left join places on records.record_id = places.record_id
    left join own_codes on records.record_id = own_codes.record_id
    left join grants on records.record_id = grants.record_id
),

final as (
    select
        joined.*,
        case joined.record_kind
            when 'project' then joined.may_be_project
            when 'funding' then joined.may_be_project and joined.has_positive_grant
            else
                joined.any_name_key is not null
                and (joined.has_own_code or len(joined.lead_ids) > 0)
        end as makes_project,
        {# a page without lead or code makes no project, and may still speak about one #}
        case joined.record_kind
            when 'project'
                then
                    joined.may_be_project
                    or (not joined.is_register and joined.any_name_key is not null)
            when 'funding' then joined.may_be_project and joined.has_positive_grant
            else joined.any_name_key is not null or joined.has_own_code
        end as may_link
    from joined
)

select * from final
