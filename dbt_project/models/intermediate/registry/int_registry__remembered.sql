{# The last known project of every record, also of one that was away for some nights; `is_current`
   where it was there in the last one. #}
select
    record_id,
    project_id,
    valid_to is null as is_current
from (
    select
        memberships.*,
        row_number() over (
            partition by memberships.record_id
            order by
                case when memberships.valid_to is null then 0 else 1 end,
                memberships.valid_from desc, memberships.valid_to desc, memberships.project_id
        ) as preference
    from {{ ref('stg_state__memberships') }} as memberships
) as ranked
where preference = 1
