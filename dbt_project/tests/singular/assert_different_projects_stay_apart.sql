{{ config(meta={'dagster': {'ref': {'name': 'int_match__clusters'}}}) }}
{# No cluster holds two own EURA codes, two government numbers, or two rows of one register. #}
select clusters.cluster_id
from {{ ref('int_match__clusters') }} as clusters
inner join {{ ref('int_match__units') }} as units
    on clusters.record_id = units.record_id
group by clusters.cluster_id
having
    count(distinct units.eura_code) > 1
    or count(distinct units.hanke_tunnus) > 1
    or count(distinct case when units.is_register then units.record_id end)
    > count(distinct case when units.is_register then units.source_id end)
