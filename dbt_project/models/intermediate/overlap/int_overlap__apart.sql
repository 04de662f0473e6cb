{# Pairs that look like one piece of work, as phases, parts or two sights of one project whose link
   is still missing: they are no overlap, and whether they are one is asked elsewhere. One row a
   pair, the smaller id first, with a reason. #}
with projects as (
    select * from {{ ref('int_overlap__projects') }}
),

titles as (
    select * from {{ ref('int_overlap__titles') }}
),

same_titles as (
    select distinct
        a.project_id as project_id,
        b.project_id as other_id,
        a.words
    from titles as a
    inner join titles as b on a.title_key = b.title_key
    where a.project_id != b.project_id
),

same_days as (
    select
        a.project_id as project_id,
        b.project_id as other_id,
        a.lead_organisation_id = b.lead_organisation_id as is_one_lead
    from projects as a
    inner join projects as b on a.start_date = b.start_date and a.end_date = b.end_date
    where
        a.project_id != b.project_id
        and not a.is_time_inferred
        and not b.is_time_inferred
        and {{ lists_meet('a.maakunta_codes', 'b.maakunta_codes') }}
),

{# words of titles that hardly any other project uses: a coined name, an acronym #}
coined as (
    select
        project_id,
        word,
        count(*) over (partition by word) as holders
    from {{ ref('int_overlap__title_words') }}
),

same_coined as (
    select distinct
        a.project_id,
        b.project_id as other_id
    from coined as a
    inner join coined as b on a.word = b.word
    where a.project_id != b.project_id and a.holders <= {{ var('overlap_coined_holders', 6) }}
),

united as (
    select project_id, other_id, 'may be one project' as reason
    from {{ ref('int_overlap__doubted') }}
    union all
    select project_id, other_id, 'same title' as reason from same_titles
    where words >= {{ var('overlap_title_words', 4) }}
    union all
    select same_days.project_id, same_days.other_id, 'same title and days'
    from same_days
    inner join same_titles
        on
            same_days.project_id = same_titles.project_id
            and same_days.other_id = same_titles.other_id
    union all
    select project_id, other_id, 'same lead and days' from same_days
    where is_one_lead
    union all
    select same_days.project_id, same_days.other_id, 'same coined name and days'
    from same_days
    inner join same_coined
        on
            same_days.project_id = same_coined.project_id
            and same_days.other_id = same_coined.other_id
)

select
    least(project_id, other_id) as project_id_a,
    greatest(project_id, other_id) as project_id_b,
    min(reason) as reason
from united
where project_id != other_id
group by least(project_id, other_id), greatest(project_id, other_id)
