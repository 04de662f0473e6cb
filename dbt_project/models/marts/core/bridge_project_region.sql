{# Places that a record states. The funding authority never gives a region. #}
select distinct
    members.project_id,
    region.maakunta_code,
    region.basis,
    statements.record_id
from {{ ref('int_statements__united') }} as statements
{{ explode('statements.regions', 'region') }}
inner join {{ ref('int_registry__members') }} as members
    on statements.record_id = members.record_id
order by members.project_id, region.maakunta_code, region.basis, statements.record_id
