{{ config(meta={'dagster': {'ref': {'name': 'int_organisations__aliased'}}}) }}
{# Two names that a register or a name itself joins have one id, except a name of two official
   bodies; groups that need more rounds than they get would be found here. #}
select
    links.left_base,
    links.right_base
from {{ ref('int_organisations__linked') }} as links
inner join {{ ref('int_organisations__keyed') }} as one_keys on links.left_base = one_keys.base
inner join {{ ref('int_organisations__keyed') }} as other_keys on links.right_base = other_keys.base
inner join {{ ref('int_organisations__aliased') }} as ones on one_keys.name_key = ones.name_key
inner join {{ ref('int_organisations__aliased') }} as others
    on other_keys.name_key = others.name_key
where
    links.verdict = 'join'
    and not links.is_concluded
    and ones.organisation_id != others.organisation_id
    and not (ones.is_official and others.is_official)
