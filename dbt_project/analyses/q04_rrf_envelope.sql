/*
How much of the 4 M EUR of RRF money for lifelong guidance do decisions account for?

Asked by: national coordinator
One row: the envelope (määrärahakokonaisuus) or one of its parts
Units: euros; decisions and projects are counts
Caveats: a part lies inside its parent, so rows are never added. Stated and inferred decisions stay
apart; the remainder is what no decision with a published amount accounts for, not money unspent.
*/
with parameters as (
    select
        'elinikäisen ohjauksen vahvistaminen' as label,  -- words of its Finnish name
        'RRF' as instrument  -- RRF, ESR+, STATE …; empty for all
),

chosen as (
    select
        envelope.*,
        parent.label_fi as parent_label_fi
    from marts.fct_envelope as envelope
    cross join parameters
    left join marts.fct_envelope as parent
        on envelope.parent_envelope_id = parent.envelope_id
    where
        parameters.instrument in ('', envelope.instrument)
        and (
            contains(lower(envelope.label_fi), lower(parameters.label))
            or contains(lower(coalesce(parent.label_fi, '')), lower(parameters.label))
        )
),

served as (
    select
        envelope_id,
        count(distinct project_id) filter (where basis = 'stated') as projects_stated,
        count(distinct project_id) filter (where basis = 'inferred') as projects_inferred
    from marts.bridge_project_envelope
    group by envelope_id
)

select
    chosen.label_fi,
    chosen.label_en,
    chosen.parent_label_fi as part_of,
    chosen.instrument,
    chosen.instrument_basis,
    coverage.planned_eur,
    coverage.granted_stated_eur,
    coverage.granted_inferred_eur,
    coverage.decisions_without_amount,
    coverage.remainder_eur,
    coalesce(served.projects_stated, 0) as projects_stated,
    coalesce(served.projects_inferred, 0) as projects_inferred,
    chosen.source_document,
    chosen.source_slide
from chosen
inner join marts.mart_envelope_coverage as coverage
    on chosen.envelope_id = coverage.envelope_id
left join served on chosen.envelope_id = served.envelope_id
order by chosen.parent_envelope_id nulls first, chosen.envelope_id
