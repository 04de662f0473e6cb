{{ config(meta={'dagster': {'ref': {'name': 'fct_envelope'}}}) }}
{# Planned money to the cent: an envelope that has children is their sum. #}
select
    parents.envelope_id,
    parents.amount_eur,
    sum(children.amount_eur) as amount_of_children
from {{ ref('fct_envelope') }} as parents
inner join {{ ref('fct_envelope') }} as children
    on parents.envelope_id = children.parent_envelope_id
group by parents.envelope_id, parents.amount_eur
having sum(children.amount_eur) <> parents.amount_eur
