{# `part_of`: a page of an umbrella or programme names the projects that belong to it. A code beside
   the name says which one is meant, else the page that the name links to, else the name itself
   where exactly one project bears it. Two projects that name each other are sisters. #}
with wholes as (
    select
        projects.source_id,
        members.project_id,
        named.name,
        {{ comparable_title('named.name') }} as name_key,
        {{ comparable_title('named.short_name') }} as short_key,
        named.code.scheme as code_scheme,
        named.code.value as code,
        named.url
    from {{ ref('stg_landing__projects') }} as projects
    inner join {{ ref('int_registry__members') }} as members
        on projects.record_id = members.record_id
    {{ explode('projects.subprojects', 'named') }}
),

owners as (
    {{ sole_code_owners() }}
),

statements as (
    select
        members.project_id,
        statements.source_id,
        statements.source_url,
        statements.record_kind,
        statements.name,
        statements.name_fi,
        statements.name_sv,
        statements.name_en
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
    where statements.record_kind != 'funding'
),

pages as (
    select source_id, source_url, min(project_id) as project_id
    from statements
    where record_kind = 'project'
    group by source_id, source_url
    having count(distinct project_id) = 1
),

all_names as (
    {% for column in ['name', 'name_fi', 'name_sv', 'name_en'] %}
        {% if not loop.first %}union{% endif %}
        select project_id, {{ comparable_title(column) }} as name_key
        from statements
    {% endfor %}
),

names as (
    select
        name_key,
        min(project_id) as project_id,
        count(distinct project_id) as projects
    from all_names
    where name_key is not null
    group by name_key
),

{# A stated code decides alone: under another code even an equal name is another project. #}
resolved as (
    select
        wholes.project_id as whole_id,
        case
            when wholes.code is not null then owners.project_id
            when pages.project_id is not null then pages.project_id
            when names.name_key is not null
                then case when names.projects = 1 then names.project_id end
            when short_names.projects = 1 then short_names.project_id
        end as part_id,
        case
            when wholes.code is not null then 'code ' || wholes.code || ' among its parts'
            when pages.project_id is not null
                then 'page linked among its parts: ' || wholes.url
            else 'name among its parts: ' || wholes.name
        end as evidence
    from wholes
    left join owners
        on wholes.code_scheme = owners.scheme and wholes.code = owners.code
    left join pages
        on wholes.source_id = pages.source_id and wholes.url = pages.source_url
    left join names
        on wholes.name_key = names.name_key
    left join names as short_names
        on wholes.short_key = short_names.name_key
),

pairs as (
    select
        part_id as project_id,
        whole_id as related_project_id,
        min(evidence) as evidence
    from resolved
    where part_id is not null and part_id != whole_id
    group by part_id, whole_id
)

select pairs.*
from pairs
left join pairs as mutual
    on
        pairs.project_id = mutual.related_project_id
        and pairs.related_project_id = mutual.project_id
where mutual.project_id is null
