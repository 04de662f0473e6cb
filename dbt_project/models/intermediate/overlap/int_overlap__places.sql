{# Maakunnat in which a project can meet another one, one row each. #}
select distinct
    projects.project_id,
    place as maakunta_code
from {{ ref('int_overlap__projects') }} as projects
{{ explode('projects.maakunta_codes', 'place') }}
