{# Calls for applications. A call is no grant: its budget is in no sum of fct_funding. #}
select
    record_id as call_id,
    source_id,
    native_id,
    title,
    funder_organisation_id,
    instrument,
    opens_on,
    closes_on,
    status,
    maakunta_codes,
    budget_eur,
    source_url
from {{ ref('int_calls__merged') }}
order by record_id
