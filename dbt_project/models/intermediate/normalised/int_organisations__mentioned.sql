{# Every organisation in a role as one statement names it, with the id it resolves to. #}
select
    named.statement_id,
    named.record_id,
    named.source_id,
    named.role,
    named.position,
    named.name,
    named.business_id,
    named.name_key,
    aliases.organisation_id
from {{ ref('int_organisations__named') }} as named
inner join {{ ref('int_organisations__aliased') }} as aliases
    on named.name_key = aliases.name_key
