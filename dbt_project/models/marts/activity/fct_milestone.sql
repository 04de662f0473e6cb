{# Steps of projects, as sources tell them, and of measures, as the mission does, with the day they
   are due. #}
with milestones as (
    select
        landed.*,
        row_number() over (
            partition by landed.record_id
            order by {{ part_order('landed') }}
        ) as preference
    from {{ ref('stg_landing__milestones') }} as landed
),

pages as (
    select records.source_id, records.native_id, min(members.project_id) as project_id
    from {{ ref('int_records__united') }} as records
    inner join {{ ref('int_registry__members') }} as members
        on records.record_id = members.record_id
    where records.record_kind = 'project'
    group by records.source_id, records.native_id
),

of_projects as (
    select
        milestones.record_id as milestone_id,
        pages.project_id,
        milestones.label,
        milestones.due_on,
        milestones.precision,
        milestones.note
    from
        milestones
        {# a step of something that is no project (a law, a strategy) has no row #}
    inner join pages
        on
            milestones.source_id = pages.source_id
            and milestones.project_native_id = pages.native_id
    where milestones.preference = 1
),

united as (
    select
        milestone_id, project_id, cast(null as varchar) as measure_id,
        cast(null as varchar) as envelope_id, label, due_on, precision, note,
        cast(null as varchar) as source_document, cast(null as integer) as source_slide
    from of_projects
    union all
    select
        milestone_id, null, measure_id, envelope_id, label, due_on, precision, note,
        source_document, source_slide
    from {{ ref('mission_milestones') }}
)

select
    milestone_id,
    project_id,
    measure_id,
    envelope_id,
    label,
    due_on,
    precision,
    note,
    source_document,
    source_slide
from united
order by milestone_id
