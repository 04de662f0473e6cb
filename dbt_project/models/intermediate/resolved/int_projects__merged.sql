{# One row a project: the winning value of every property, typed, and the status that follows from
   dates and words on the day of the night. #}
{% set columns = [
    'name', 'name_fi', 'name_sv', 'name_en', 'summary', 'status', 'start_date', 'end_date',
    'lead_organisation_id', 'programme_id', 'is_guidance',
] %}
with chosen as (
    select * from {{ ref('int_projects__chosen') }}
    where preference = 1
),

members as (
    select
        members.project_id,
        count(distinct records.source_id) as source_count,
        min(records.first_seen_at) as first_seen_at,
        max(records.last_seen_at) as last_seen_at
    from {{ ref('int_registry__members') }} as members
    inner join {{ ref('int_records__united') }} as records
        on members.record_id = records.record_id
    group by members.project_id
),

pivoted as (
    select
        project_id,
        {% for column in columns %}
            max(case when property = '{{ column }}' then value end) as {{ column }},
        {% endfor %}
        max(case when property = 'start_date' then companion end) as start_precision,
        max(case when property = 'end_date' then companion end) as end_precision,
        max(case when property = 'is_guidance' then companion end) as guidance_evidence,
        max(case when property = 'status' then source_id end) as status_source_id,
        max(case when property = 'status' then last_seen_at end) as status_seen_at,
        {{ distinct_list("case when property = 'project_codes' then value end") }}
            as project_codes,
        {{ distinct_list("case when property = 'shared_codes' then value end") }}
            as shared_codes
    from chosen
    group by project_id
),

typed as (
    select
        members.project_id,
        pivoted.name,
        pivoted.name_fi,
        pivoted.name_sv,
        pivoted.name_en,
        pivoted.summary,
        pivoted.status as stated_status,
        cast(pivoted.start_date as date) as start_date,
        cast(pivoted.end_date as date) as end_date,
        pivoted.start_precision,
        pivoted.end_precision,
        pivoted.lead_organisation_id,
        pivoted.programme_id,
        pivoted.project_codes,
        pivoted.shared_codes,
        cast(pivoted.is_guidance as boolean) as is_guidance,
        pivoted.guidance_evidence,
        members.source_count,
        members.first_seen_at,
        members.last_seen_at,
        nights.as_of,
        coalesce(
            sources.status != 'fresh' or sources.lifecycle != 'active'
            or pivoted.status_seen_at < nights.as_of,
            true
        ) as is_stale_status
    from members
    inner join pivoted on members.project_id = pivoted.project_id
    cross join {{ ref('stg_landing__nights') }} as nights
    left join {{ ref('stg_landing__sources') }} as sources
        on pivoted.status_source_id = sources.source_id
)

select
    typed.*,
    case
        when stated_status = 'cancelled' then 'cancelled'
        when end_date < as_of then 'ended'
        when start_date > as_of then 'planned'
        when start_date <= as_of and end_date >= as_of then 'ongoing'
        when stated_status = 'ongoing' and end_date is null and is_stale_status then 'unknown'
        when stated_status = 'planned' and start_date <= as_of then 'unknown'
        when stated_status in ('planned', 'ongoing', 'ended') then stated_status
        else 'unknown'
    end as status
from typed
