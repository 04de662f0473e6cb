{{ config(meta={'dagster': {'ref': {'name': 'stg_landing__nights'}}}) }}
{# Status, freshness and new ids are reckoned from one day. #}
select count(*) as nights
from {{ ref('stg_landing__nights') }}
having count(*) != 1 or count(as_of) != 1
