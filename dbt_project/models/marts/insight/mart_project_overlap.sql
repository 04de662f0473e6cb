{# Possible overlaps, the strongest first by `score`: pairs of different projects with the same
   theme and a similar aim, in one place and time and for people who do not exclude each other.
   Overlap can be wanted; the list says where to look, with its reasons in words. #}
with relations as (
    select
        project_id,
        related_project_id,
        relation
    from {{ ref('bridge_project_relation') }}
),

decided as (
    select project_id, related_project_id, verdict
    from {{ ref('int_related__decided') }}
    where relation = 'overlaps'
),

titles as (
    select * from {{ ref('int_overlap__titles') }}
),

both_ways as (
    select
        project_id,
        related_project_id as other_id
    from relations
    union
    select
        related_project_id,
        project_id
    from relations
),

related as (
    select * from both_ways
    union
    {# what may be one with a phase or a part #}
    select
        doubted.project_id,
        both_ways.other_id
    from {{ ref('int_overlap__doubted') }} as doubted
    inner join both_ways on doubted.other_id = both_ways.project_id
    union
    {# the first and the third phase #}
    select
        later.project_id,
        earlier.related_project_id as other_id
    from relations as later
    inner join relations as earlier on later.related_project_id = earlier.project_id
    where later.relation = 'follows' and earlier.relation = 'follows'
    union
    {# two parts of one whole; of an umbrella's projects only those with one name #}
    select
        one.project_id,
        other.project_id as other_id
    from relations as one
    inner join relations as other on one.related_project_id = other.related_project_id
    inner join titles as one_title on one.project_id = one_title.project_id
    inner join titles as other_title
        on other.project_id = other_title.project_id and one_title.title_key = other_title.title_key
    where
        one.relation = 'part_of' and other.relation = 'part_of'
        and one.project_id != other.project_id
),

one_work as (
    select distinct
        least(project_id, other_id) as project_id_a,
        greatest(project_id, other_id) as project_id_b
    from related
),

pairs as (
    select scored.*
    from {{ ref('int_overlap__scored') }} as scored
    left join one_work
        on
            scored.project_id_a = one_work.project_id_a
            and scored.project_id_b = one_work.project_id_b
    where
        one_work.project_id_a is null
        and scored.score >= {{ var('overlap_score_min', 0.3) }}
        and greatest(scored.aim_likeness, scored.word_likeness)
        >= {{ var('overlap_aim_min', 0.15) }}
),

pair_themes as (
    select
        project_id_a,
        project_id_b,
        code
    from pairs
    {{ explode('pairs.shared_themes', 'code') }}
),

theme_names as (
    select
        pair_themes.project_id_a,
        pair_themes.project_id_b,
        {{ joined_text('themes.name_en', 'themes.theme_code', ', ') }} as names
    from pair_themes
    inner join {{ ref('dim_theme') }} as themes on pair_themes.code = themes.theme_code
    group by pair_themes.project_id_a, pair_themes.project_id_b
),

pair_groups as (
    select
        project_id_a,
        project_id_b,
        code
    from pairs
    {{ explode('pairs.shared_target_groups', 'code') }}
),

group_names as (
    select
        pair_groups.project_id_a,
        pair_groups.project_id_b,
        {{ joined_text('target_groups.name_en', 'target_groups.target_group_code', ', ') }} as names
    from pair_groups
    inner join {{ ref('dim_target_group') }} as target_groups
        on pair_groups.code = target_groups.target_group_code
    group by pair_groups.project_id_a, pair_groups.project_id_b
),

pair_regions as (
    select
        project_id_a,
        project_id_b,
        code
    from pairs
    {{ explode('pairs.shared_maakunta_codes', 'code') }}
    where code != '00'
),

region_names as (
    select
        pair_regions.project_id_a,
        pair_regions.project_id_b,
        {{ joined_text('regions.name_en', 'regions.maakunta_code', ', ') }} as names
    from pair_regions
    inner join {{ ref('dim_region') }} as regions on pair_regions.code = regions.maakunta_code
    group by pair_regions.project_id_a, pair_regions.project_id_b
),

granted as (
    select
        project_id,
        sum(amount_eur) as granted_eur
    from {{ ref('fct_funding') }}
    where amount_kind = 'granted' and counts_in_total and project_id is not null
    group by project_id
),

undisclosed as (
    select
        project_id,
        count(*) as decisions_without_amount
    from {{ ref('fct_funding') }}
    where amount_kind = 'granted' and amount_status = 'not_published' and project_id is not null
    group by project_id
)

select
    pairs.project_id_a,
    pairs.project_id_b,
    pairs.score,
    {{ list_without_nulls([
        "case when len(pairs.stated_themes) > 0 then 'same theme: ' "
        ~ "else 'same theme by the words of both: ' end || theme_names.names",
        "case when pairs.concept_names is not null then 'similar aim: ' || pairs.concept_names "
        ~ "else 'similar words' end",
        "case when region_names.names is not null then 'same region: ' || region_names.names "
        ~ "when list_contains(pairs.shared_maakunta_codes, '00') then 'both in the whole country' "
        ~ "else 'one of them works in the whole country' end",
        "cast(pairs.months_overlap as varchar) || ' months side by side: ' "
        ~ "|| cast(pairs.common_from as varchar) || ' to ' || cast(pairs.common_to as varchar)",
        "case when group_names.names is not null then 'same target group: ' || group_names.names "
        ~ "when not pairs.are_groups_stated then 'the target group of at least one is not stated' "
        ~ "else 'one of them is for everyone' end",
        "case when pairs.is_time_inferred "
        ~ "then 'the time of at least one is inferred from its decision or start' end",
        "case when pairs.is_place_inferred "
        ~ "then 'no region is stated for a project of a ministry: taken for national' end",
    ]) }} as reasons,
    pairs.months_overlap,
    pairs.shared_maakunta_codes,
    pairs.shared_themes,
    pairs.shared_target_groups,
    cast(
        case
            when granted_a.granted_eur is not null or granted_b.granted_eur is not null
                then coalesce(granted_a.granted_eur, 0) + coalesce(granted_b.granted_eur, 0)
        end as decimal(14, 2)
    ) as combined_granted_eur,
    cast(
        coalesce(undisclosed_a.decisions_without_amount, 0)
        + coalesce(undisclosed_b.decisions_without_amount, 0) as integer
    ) as decisions_without_amount,
    pairs.is_time_inferred,
    case decided.verdict
        when 'yes' then 'confirmed'
        when 'no' then 'rejected'
        when 'unsure' then 'unsure'
        else 'unreviewed'
    end as review_status
from pairs
left join decided
    on
        pairs.project_id_a = decided.project_id
        and pairs.project_id_b = decided.related_project_id
left join theme_names
    on
        pairs.project_id_a = theme_names.project_id_a
        and pairs.project_id_b = theme_names.project_id_b
left join group_names
    on
        pairs.project_id_a = group_names.project_id_a
        and pairs.project_id_b = group_names.project_id_b
left join region_names
    on
        pairs.project_id_a = region_names.project_id_a
        and pairs.project_id_b = region_names.project_id_b
left join granted as granted_a on pairs.project_id_a = granted_a.project_id
left join granted as granted_b on pairs.project_id_b = granted_b.project_id
left join undisclosed as undisclosed_a on pairs.project_id_a = undisclosed_a.project_id
left join undisclosed as undisclosed_b on pairs.project_id_b = undisclosed_b.project_id
order by pairs.score desc, pairs.project_id_a, pairs.project_id_b
