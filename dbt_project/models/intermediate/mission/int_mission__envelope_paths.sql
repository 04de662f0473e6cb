{# Every envelope with each envelope that includes it, itself at distance 0. Three steps up are
   walked; a test finds a tree that is deeper. #}
with parents as (
    select
        envelope_id,
        parent_envelope_id
    from {{ ref('envelopes') }}
    where parent_envelope_id is not null
),

one_up as (
    select
        envelope_id,
        parent_envelope_id as ancestor_id,
        1 as distance
    from parents
),

two_up as (
    select
        one_up.envelope_id,
        parents.parent_envelope_id as ancestor_id,
        2 as distance
    from one_up
    inner join parents on one_up.ancestor_id = parents.envelope_id
),

three_up as (
    select
        two_up.envelope_id,
        parents.parent_envelope_id as ancestor_id,
        3 as distance
    from two_up
    inner join parents on two_up.ancestor_id = parents.envelope_id
)

select
    envelope_id,
    envelope_id as ancestor_id,
    0 as distance
from {{ ref('envelopes') }}
union all
select * from one_up
union all
select * from two_up
union all
select * from three_up
