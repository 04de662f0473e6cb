{{ config(meta={'dagster': {'ref': {'name': 'mart_quarantine'}}}) }}
{# A source shows as many rows set aside as the quarantine holds: none is dropped in silence. #}
select sources.source_id, sources.quarantined, count(quarantine.quarantine_id) as held
from {{ ref('dim_source') }} as sources
left join {{ ref('mart_quarantine') }} as quarantine on sources.source_id = quarantine.source_id
group by sources.source_id, sources.quarantined
having count(quarantine.quarantine_id) != coalesce(sources.quarantined, 0)
