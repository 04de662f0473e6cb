{# Themes and target groups of a project: everything that any of its records states, each code with
   the words of the most trusted statement. `other` is a theme only where no record states one. #}
with statements as (
    select
        members.project_id,
        statements.*
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
),

stated as (
    select
        statements.project_id, statements.record_id, statements.part, statements.source_id,
        statements.record_kind, 'themes' as property, theme.code, theme.evidence
    from statements
    {{ explode('statements.themes', 'theme') }}
    union all
    select
        statements.project_id, statements.record_id, statements.part, statements.source_id,
        statements.record_kind, 'target_groups' as property, target_group.code,
        target_group.evidence
    from statements
    {{ explode('statements.target_groups', 'target_group') }}
),

ranked as (
    select
        stated.project_id,
        stated.property,
        stated.code,
        stated.evidence,
        {# never by time: the evidence would change with every night #}
        row_number() over (
            partition by stated.project_id, stated.property, stated.code
            order by coalesce(trust.trust, 50) desc, stated.record_id, stated.part, stated.evidence
        ) as preference,
        count(case when stated.code <> 'other' then 1 end) over (
            partition by stated.project_id, stated.property
        ) as named
    from stated
    left join {{ ref('int_trust__resolved') }} as trust
        on
            stated.source_id = trust.source_id
            and stated.record_kind = trust.record_kind
            and stated.property = trust.property
)

select
    project_id,
    property,
    code,
    evidence
from ranked
where preference = 1 and (code <> 'other' or named = 0)
