/*
Which projects possibly overlap, and why?

Asked by: national coordinator
One row: a pair of projects, the 200 most alike ones that are asked for
Units: score 0 to 1 ranks and is no probability; months side by side; euros granted to both together
Caveats: a possible overlap is a question to ask, not a finding. Two ends of one project that the
matcher has not joined look like an overlap too. Where `is_time_inferred`, a date is a guess.
*/
with parameters as (
    select
        0.0 as min_score,  -- leaves out pairs that are less alike
        '' as maakunta_code  -- only pairs that share this region; empty for all
),

top_pairs as (
    select
        overlap.project_id_a,
        overlap.project_id_b
    from marts.mart_project_overlap as overlap
    where
        overlap.score >= (select parameters.min_score from parameters)
        and (
            (select parameters.maakunta_code from parameters) = ''
            or list_contains(
                overlap.shared_maakunta_codes, (select parameters.maakunta_code from parameters)
            )
        )
    order by overlap.score desc, overlap.project_id_a, overlap.project_id_b
    limit 200
),

withheld as (
    select
        project_id,
        count(*) as decisions
    from marts.fct_funding
    where amount_kind = 'granted' and amount_status = 'not_published'
    group by project_id
)

select
    overlap.score,
    project_a.name as name_a,
    project_b.name as name_b,
    array_to_string(overlap.reasons, '; ') as reasons,
    overlap.months_overlap,
    array_to_string(overlap.shared_maakunta_codes, ' ') as shared_maakunta_codes,
    array_to_string(overlap.shared_themes, ' ') as shared_themes,
    array_to_string(overlap.shared_target_groups, ' ') as shared_target_groups,
    overlap.combined_granted_eur,
    coalesce(withheld_a.decisions, 0) + coalesce(withheld_b.decisions, 0)
        as decisions_without_amount,
    overlap.is_time_inferred,
    overlap.review_status,
    overlap.project_id_a,
    overlap.project_id_b
from top_pairs
inner join marts.mart_project_overlap as overlap
    on
        top_pairs.project_id_a = overlap.project_id_a
        and top_pairs.project_id_b = overlap.project_id_b
inner join marts.dim_project as project_a on overlap.project_id_a = project_a.project_id
inner join marts.dim_project as project_b on overlap.project_id_b = project_b.project_id
left join withheld as withheld_a on overlap.project_id_a = withheld_a.project_id
left join withheld as withheld_b on overlap.project_id_b = withheld_b.project_id
order by overlap.score desc, overlap.project_id_a, overlap.project_id_b
