{# Every release of the publishers, off-topic ones too. A release that names several projects has
   none here; its projects are in bridge_project_source. #}
with publishers as (
    select record_id, min(organisation_id) as organisation_id
    from {{ ref('int_organisations__mentioned') }}
    where role = 'publisher'
    group by record_id
),

named as (
    select
        records.release_record_id,
        count(*) as mentions,
        min(members.project_id) as project_id
    from {{ ref('int_records__united') }} as records
    left join {{ ref('int_registry__members') }} as members
        on records.record_id = members.record_id
    where records.record_kind = 'release'
    group by records.release_record_id
)

select
    releases.record_id as release_id,
    releases.native_id,
    publishers.organisation_id as publisher_organisation_id,
    releases.title,
    releases.published_at,
    releases.language,
    releases.translation_of,
    case when named.mentions = 1 then named.project_id end as project_id,
    releases.source_url
from {{ ref('int_releases__translated') }} as releases
left join publishers on releases.record_id = publishers.record_id
left join named on releases.record_id = named.release_record_id
order by releases.record_id
