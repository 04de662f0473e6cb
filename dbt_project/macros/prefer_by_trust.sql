{# Survivorship: which of several statements about one property of one subject is published.

   The higher trust wins, then the statement that says more, then the newer one, then fixed keys, so
   that the order of rows never matters. `relation` holds one row a statement with the columns named
   below; added are `preference` (1 = published) and `reason`. #}
{% macro prefer_by_trust(relation, partition) %}
    select
        ranked.*,
        case
            when ranked.preference = 1 then 'preferred'
            when ranked.value is not distinct from ranked.winning_value
                then 'same value as the preferred statement'
            when ranked.trust < ranked.winning_trust
                then 'source is trusted less for this field ('
                    || cast(ranked.trust as varchar) || ' against '
                    || cast(ranked.winning_trust as varchar) || ')'
            when ranked.order_rank > ranked.winning_order_rank
                then 'says less than the preferred statement: a name in another language, a '
                    || 'coarser date, silence about guidance, or prose'
            when ranked.stated_at < ranked.winning_stated_at
                then 'older than the preferred statement'
            else 'equal trust and time: the smaller record id is preferred'
        end as reason
    from (
        select
            statements.*,
            {% for column in ['value', 'trust', 'stated_at', 'order_rank'] %}
            first_value(statements.{{ column }}) over preference_order as winning_{{ column }},
            {% endfor %}
            row_number() over preference_order as preference
        from {{ relation }} as statements
        window preference_order as (
            partition by {{ partition | join(', ') }}
            order by
                statements.trust desc,
                statements.order_rank asc,
                statements.stated_at desc,
                statements.record_id asc,
                statements.part asc,
                statements.position asc,
                statements.value asc
        )
    ) as ranked
{% endmacro %}
