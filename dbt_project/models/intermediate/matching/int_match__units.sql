{# Records that are one statement in several records, before any comparison: the mentions of a
   release and of its translation, and a decision with the project page, or the earlier decision
   that it amends, which it names by id.
   `unit_id` is the record that stands for them. Also here: the one own code of each scheme that
   identifies the unit. #}
with records as (
    select * from {{ ref('int_records__united') }}
    where may_link
),

{# The release that a mention's own one translates is joined here, below the window: beside the
   pairs of mentions the engine may start with their ordinals, where nearly all are the first. #}
mentions as (
    select
        records.record_id,
        records.release_record_id,
        releases.translation_of,
        row_number() over (
            partition by records.release_record_id
            order by landed.mention_position, records.record_id
        ) as ordinal,
        count(*) over (partition by records.release_record_id) as mentions
    from records
    inner join (
        select record_id, min(mention_position) as mention_position
        from {{ ref('stg_landing__release_mentions') }}
        group by record_id
    ) as landed
        on records.record_id = landed.record_id
    left join {{ ref('int_releases__translated') }} as releases
        on records.release_record_id = releases.record_id
),

own_codes as (
    select record_id, scheme, code
    from {{ ref('int_codes__classified') }}
    where role = 'own'
),

contradicting as (
    select distinct one.record_id, other.record_id as other_id
    from mentions as one
    inner join mentions as other
        on
            one.translation_of = other.release_record_id
            and one.ordinal = other.ordinal
    inner join own_codes as one_code
        on one.record_id = one_code.record_id
    inner join own_codes as other_code
        on
            other.record_id = other_code.record_id
            and one_code.scheme = other_code.scheme
            and one_code.code != other_code.code
),

translations as (
    select
        one.record_id,
        other.record_id as unit_id,
        'translation_pair' as unit_rule
    from mentions as one
    inner join mentions as other
        on
            one.translation_of = other.release_record_id
            and one.ordinal = other.ordinal
            and one.mentions = other.mentions
    left join contradicting
        on
            one.record_id = contradicting.record_id
            and other.record_id = contradicting.other_id
    where contradicting.record_id is null
),

references_by_id as (
    select
        records.record_id,
        min(pages.record_id) as unit_id,
        'project_named_by_id' as unit_rule
    from records
    inner join records as pages
        on
            records.source_id = pages.source_id
            and records.project_native_id = pages.native_id
            and records.record_id != pages.record_id
            and pages.record_kind in ('project', 'funding')
    where records.record_kind = 'funding'
    group by records.record_id
),

tied as (
    select * from translations
    union all
    select * from references_by_id
),

united as (
    select
        records.*,
        coalesce(tied.unit_id, records.record_id) as unit_id,
        tied.unit_rule
    from records
    left join tied on records.record_id = tied.record_id
),

{# A page about a joint project states the code of every part. It belongs to the part whose lead
   is also its own, else to the first code. #}
part_leads as (
    select distinct own_codes.code, leads.organisation_id
    from own_codes
    inner join united
        on
            own_codes.record_id = united.record_id
            and united.is_register
    inner join {{ ref('int_organisations__mentioned') }} as leads
        on
            united.record_id = leads.record_id
            and leads.role = 'lead'
    where own_codes.scheme = 'eura'
),

unit_codes as (
    select
        united.unit_id,
        own_codes.scheme,
        own_codes.code,
        max(case when part_leads.code is not null then 1 else 0 end) as is_lead_part
    from united
    inner join own_codes on united.record_id = own_codes.record_id
    left join {{ ref('int_organisations__mentioned') }} as leads
        on
            united.record_id = leads.record_id
            and leads.role = 'lead'
    left join part_leads
        on
            own_codes.scheme = 'eura'
            and own_codes.code = part_leads.code
            and leads.organisation_id = part_leads.organisation_id
    group by united.unit_id, own_codes.scheme, own_codes.code
),

ranked_codes as (
    select
        unit_codes.*,
        row_number() over (
            partition by unit_codes.unit_id, unit_codes.scheme
            order by unit_codes.is_lead_part desc, unit_codes.code
        ) as preference
    from unit_codes
),

identities as (
    select
        unit_id,
        max(case when scheme = 'eura' then code end) as eura_code,
        max(case when scheme = 'hanke_tunnus' then code end) as hanke_tunnus,
        max(case when scheme = 'vn_case' then code end) as vn_case
    from ranked_codes
    where preference = 1
    group by unit_id
)

select
    united.record_id,
    united.unit_id,
    united.unit_rule,
    united.source_id,
    united.record_kind,
    united.is_register,
    united.makes_project,
    united.start_year,
    united.lead_ids,
    united.region_codes,
    identities.eura_code,
    case when identities.eura_code is null then identities.hanke_tunnus end as hanke_tunnus,
    {# beside an EURA code a case number may be that of the government project it serves #}
    case when identities.eura_code is null then identities.vn_case end as vn_case
from united
left join identities on united.unit_id = identities.unit_id
