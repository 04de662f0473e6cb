{# A project that a release names; a statement of its own, with the release as its page. #}
with source as (
    select * from {{ source('landing', 'release') }}
),

renamed as (
    select
        {{ record_key('source.source_id', "'release'", 'mention.native_id') }} as record_id,
        source.record_id as release_record_id,
        source.source_id,
        source.content_sha256,
        source.retrieved_at,
        source.first_seen_at,
        source.last_seen_at,
        source.part,
        source.source_url,
        source.published_at,
        source.language,
        cast(mention_position as integer) as mention_position,
        mention.native_id,
        mention.name,
        mention.name_fi,
        mention.name_sv,
        mention.name_en,
        mention.start_date,
        mention.start_precision,
        mention.end_date,
        mention.end_precision,
        mention.codes,
        mention.organisations,
        mention.regions,
        mention.amounts,
        mention.is_guidance,
        mention.guidance_evidence,
        mention.themes,
        mention.target_groups
    from source
    {{ explode('source.mentions', 'mention') }}
)

select * from renamed
