select
    organisation_id,
    business_id,
    name,
    name_fi,
    name_sv,
    name_en,
    organisation_type,
    valid_from,
    valid_to,
    successor_organisation_id
from {{ ref('int_organisations__described') }}
order by organisation_id
