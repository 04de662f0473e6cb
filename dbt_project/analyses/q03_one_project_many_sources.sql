/*
Which records of several sources are one project?

Asked by: national coordinator
One row: a record of a project that at least so many sources know
Units: match_probability 0 to 1 that the record belongs there
Caveats: a probability is the matcher's own estimate; what people decided is 'human'. A release that
names several projects has a record for each of them.
*/
with parameters as (
    select
        2 as min_sources,  -- sources that know the project, at least
        '' as project  -- an id or code of one project; empty for all
),

known as (
    select
        records.project_id,
        count(distinct records.source_id) as sources
    from marts.bridge_project_source as records
    group by records.project_id
)

select
    project.project_id,
    project.name,
    known.sources,
    records.source_id,
    records.native_id,
    records.record_kind,
    records.match_rule,
    records.match_probability,
    records.match_decided_by,
    records.source_url
from known
cross join parameters
inner join marts.dim_project as project on known.project_id = project.project_id
inner join marts.bridge_project_source as records on known.project_id = records.project_id
where
    known.sources >= parameters.min_sources
    and (
        parameters.project in ('', project.project_id)
        or list_contains(project.project_codes, parameters.project)
    )
order by known.sources desc, project.project_id, records.source_id, records.native_id
