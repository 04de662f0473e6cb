{# The same sums, those of one decision under one `funding_id`: equal project, kind, sum, currency
   and rhythm are the same decision seen again (in a list and on its page, in two sources). What
   one page states twice stays two rows, and so do the shares of different partners and decisions
   that a list keeps apart. #}
with occurrences as (
    select
        stated.*,
        case
            when amount_kind in ('partner_share', 'own_funding')
                then coalesce(recipient_organisation_id, '')
            else ''
        end as share_key,
        row_number() over (
            partition by statement_id, amount_kind, amount, currency, is_annual
            order by position
        ) as occurrence
    from {{ ref('int_funding__stated') }} as stated
)

select
    occurrences.*,
    'f-' || {{ surrogate_key([
        'coalesce(project_id, record_id)', 'amount_kind', 'amount', 'currency', 'is_annual',
        'share_key', 'decision_key', 'occurrence',
    ], 16) }} as funding_id,
    case when is_prose then 1 else 0 end as order_rank
from occurrences
