{# Releases with the Finnish original of a translation: one publisher, published within two
   minutes, tagged with the same regions. Each original has at most one translation a language;
   the nearest wins, then the smaller id. #}
with ranked_parts as (
    select
        landed.*,
        row_number() over (
            partition by landed.record_id
            order by {{ part_order('landed') }}
        ) as preference
    from {{ ref('stg_landing__releases') }} as landed
),

releases as (
    select
        record_id,
        source_id,
        native_id,
        source_url,
        title,
        publisher,
        published_at,
        language,
        coalesce(publisher_id, {{ normalise_name('publisher') }}) as publisher_key,
        {{ sorted_set('tagged_regions') }} as region_codes
    from ranked_parts
    where preference = 1
),

candidates as (
    select
        translated.record_id,
        translated.language,
        original.record_id as original_id,
        abs(
            {{ epoch_seconds('translated.published_at') }}
            - {{ epoch_seconds('original.published_at') }}
        ) as seconds_apart
    from releases as translated
    inner join releases as original
        on
            translated.source_id = original.source_id
            and translated.publisher_key = original.publisher_key
            and translated.region_codes = original.region_codes
            and translated.language in ('sv', 'en')
            and original.language = 'fi'
            {# minutes, not seconds: some pages round #}
            and abs(
                {{ epoch_minutes('translated.published_at') }}
                - {{ epoch_minutes('original.published_at') }}
            ) <= 2
),

ranked as (
    select
        candidates.*,
        row_number() over (
            partition by candidates.record_id
            order by candidates.seconds_apart, candidates.original_id
        ) as by_translation,
        row_number() over (
            partition by candidates.original_id, candidates.language
            order by candidates.seconds_apart, candidates.record_id
        ) as by_original
    from candidates
)

select
    releases.record_id,
    releases.source_id,
    releases.native_id,
    releases.source_url,
    releases.title,
    releases.publisher,
    releases.published_at,
    releases.language,
    releases.region_codes,
    ranked.original_id as translation_of
from releases
left join ranked
    on
        releases.record_id = ranked.record_id
        and ranked.by_translation = 1
        and ranked.by_original = 1
