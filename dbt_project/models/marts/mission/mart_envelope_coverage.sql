{# What was planned beside what was granted. An envelope includes its children; every counted euro
   stands on one branch and under one basis (`int_mission__placed`), so a parent is the sum of its
   children and of what could be placed no deeper. Money of the structural funds and of other
   programmes does not draw on these envelopes, whatever its project says. #}
with grants as (
    select
        project_id,
        sum(case when counts_in_total then amount_eur end) as granted_eur,
        count(case when amount_status = 'not_published' then 1 end) as without_amount
    from {{ ref('fct_funding') }}
    where
        amount_kind = 'granted'
        and project_id is not null
        and coalesce(instrument, 'RRF') in ('RRF', 'STATE')
    group by project_id
),

placed as (
    select
        paths.ancestor_id as envelope_id,
        placed.project_id,
        placed.basis,
        coalesce(grants.granted_eur, 0) as granted_eur,
        coalesce(grants.without_amount, 0) as without_amount
    from {{ ref('int_mission__placed') }} as placed
    inner join {{ ref('int_mission__envelope_paths') }} as paths
        on placed.envelope_id = paths.envelope_id
    left join grants on placed.project_id = grants.project_id
),

totals as (
    select
        envelope_id,
        sum(case when basis = 'stated' then granted_eur end) as granted_stated_eur,
        sum(case when basis = 'inferred' then granted_eur end) as granted_inferred_eur,
        sum(without_amount) as without_amount,
        count(case when basis = 'stated' then 1 end) as stated_projects,
        count(case when basis = 'inferred' then 1 end) as inferred_projects
    from placed
    group by envelope_id
),

{# Projects that serve an envelope here and another one elsewhere: their money stands further up. #}
shared as (
    select
        paths.ancestor_id as envelope_id,
        ties.project_id,
        max(coalesce(grants.granted_eur, 0)) as granted_eur
    from {{ ref('int_mission__standing') }} as ties
    inner join {{ ref('int_mission__envelope_paths') }} as paths
        on ties.envelope_id = paths.envelope_id
    left join placed
        on ties.project_id = placed.project_id and paths.ancestor_id = placed.envelope_id
    left join grants on ties.project_id = grants.project_id
    where placed.project_id is null
    group by paths.ancestor_id, ties.project_id
),

shared_totals as (
    select
        envelope_id,
        sum(granted_eur) as shared_eur
    from shared
    group by envelope_id
)

select
    envelopes.envelope_id,
    envelopes.amount_eur as planned_eur,
    cast(coalesce(totals.granted_stated_eur, 0) as decimal(14, 2)) as granted_stated_eur,
    cast(coalesce(totals.granted_inferred_eur, 0) as decimal(14, 2)) as granted_inferred_eur,
    cast(coalesce(shared_totals.shared_eur, 0) as decimal(14, 2)) as shared_eur,
    cast(coalesce(totals.without_amount, 0) as integer) as decisions_without_amount,
    cast(
        envelopes.amount_eur
        - coalesce(totals.granted_stated_eur, 0) - coalesce(totals.granted_inferred_eur, 0)
        as decimal(14, 2)
    ) as remainder_eur,
    cast(coalesce(totals.stated_projects, 0) as integer) as stated_projects,
    cast(coalesce(totals.inferred_projects, 0) as integer) as inferred_projects
from {{ ref('fct_envelope') }} as envelopes
left join totals on envelopes.envelope_id = totals.envelope_id
left join shared_totals on envelopes.envelope_id = shared_totals.envelope_id
order by envelopes.envelope_id
