/*
What came of it: publications, tools, methods?

Asked by: national coordinator
One row: an output (tuotos), the newest first
Units: none
Caveats: where `project` is empty nothing tells which project made it. What nobody published is not
here, so a project without a row did not come to nothing.
*/
with parameters as (
    select
        '' as project,  -- an id or code of one project; empty for all
        '' as output_type  -- publication, tool, method, practice, evaluation; empty for all
)

select
    output.output_type,
    output.title,
    output.url,
    output.handle,
    output.published_on,
    output.licence,
    project.name as project,
    output.project_id,
    output.source_id
from marts.fct_output as output
cross join parameters
left join marts.dim_project as project on output.project_id = project.project_id
where
    parameters.output_type in ('', output.output_type)
    and (
        parameters.project in ('', output.project_id)
        or list_contains(project.project_codes, parameters.project)
    )
order by output.published_on desc nulls last, output.source_id, output.native_id
