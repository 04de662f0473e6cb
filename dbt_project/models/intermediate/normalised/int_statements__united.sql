{# One row for each page or row that speaks about something that may be a project: register rows
   and project pages, decisions that stand alone, and the mentions in releases. Several parts of
   one record stay apart here; what they say is merged by survivorship. #}
with projects as (
    select
        record_id, part, source_id, native_id, 'project' as record_kind, source_url,
        content_sha256, retrieved_at, first_seen_at, last_seen_at, retrieved_at as stated_at,
        cast(null as varchar) as release_record_id, cast(null as varchar) as project_native_id,
        language, coalesce(makes_project, true) as may_be_project, false as is_person,
        name, name_fi, name_sv, name_en, summary, status, programme, instrument,
        start_date, start_precision, end_date, end_precision,
        codes, organisations, regions, amounts, is_guidance, guidance_evidence, themes,
        target_groups
    from {{ ref('stg_landing__projects') }}
),

mentions as (
    select
        record_id, part, source_id, native_id, 'release' as record_kind, source_url,
        content_sha256, retrieved_at, first_seen_at, last_seen_at,
        coalesce(published_at, retrieved_at) as stated_at,
        release_record_id, cast(null as varchar) as project_native_id,
        language, true as may_be_project, false as is_person,
        name, name_fi, name_sv, name_en, cast(null as varchar) as summary,
        cast(null as varchar) as status, cast(null as varchar) as programme,
        cast(null as varchar) as instrument,
        start_date, start_precision, end_date, end_precision,
        codes, organisations, regions, amounts, is_guidance, guidance_evidence, themes,
        target_groups
    from {{ ref('stg_landing__release_mentions') }}
),

{# A decision carries its recipient and funder in columns of their own; here they become the
   roles that a project record would state. #}
funding as (
    select
        record_id, part, source_id, native_id, 'funding' as record_kind, source_url,
        content_sha256, retrieved_at, first_seen_at, last_seen_at, retrieved_at as stated_at,
        cast(null as varchar) as release_record_id, project_native_id,
        cast(null as varchar) as language, not recipient_is_person as may_be_project,
        recipient_is_person as is_person,
        purpose as name, cast(null as varchar) as name_fi, cast(null as varchar) as name_sv,
        cast(null as varchar) as name_en, cast(null as varchar) as summary,
        cast(null as varchar) as status, cast(null as varchar) as programme, instrument,
        cast(null as date) as start_date, cast(null as varchar) as start_precision,
        cast(null as date) as end_date, cast(null as varchar) as end_precision,
        codes,
        {{ roles_of_decision(
            'recipient', 'recipient_business_id', 'funder', 'recipient_is_person'
        ) }}
            as organisations,
        regions, amounts, is_guidance, guidance_evidence, themes, target_groups
    from {{ ref('stg_landing__funding') }}
),

united as (
    select * from projects
    union all
    select * from mentions
    union all
    select * from funding
)

select
    record_id || ':' || part as statement_id,
    united.*
from united
