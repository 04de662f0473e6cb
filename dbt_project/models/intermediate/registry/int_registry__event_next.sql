{# What happened to ids, with this night's events appended: what the release step writes to
   state/registry/event.parquet. #}
select happened_on as "at", kind, project_id, other_project_id, reason
from {{ ref('stg_state__events') }}
union all
select nights.as_of, events.kind, events.project_id, events.other_project_id, events.reason
from {{ ref('int_registry__event_tonight') }} as events
cross join {{ ref('stg_landing__nights') }} as nights
