/*
How sure is the deduplication, and what if the threshold moves?

Asked by: analyst
One row: a threshold in bits (log2 of the odds)
Units: pairs of records are counts; expected wrong links are the sum of 1 - probability
Caveats: only links that evidence made depend on the threshold; those of rules and people stand
whatever it is. Probabilities are the matcher's own: precision and recall on labelled pairs are
measured by its benchmark. Below the review threshold only pairs in the queue are known, a sample.
*/
with parameters as (
    select
        0 as lowest_bits,  -- first threshold of the table
        20 as highest_bits  -- last threshold of the table
),

thresholds as (
    select unnest(generate_series(parameters.lowest_bits, parameters.highest_bits)) as bits
    from parameters
),

weighed as (
    select
        score,
        match_probability,
        band,
        decided_by = 'model' as is_by_evidence
    from marts.mart_match_link
),

left_apart as (
    select
        score,
        euros_at_stake
    from marts.mart_review_queue
    where relation = 'same_as' and band = 'no_link'
),

linked as (
    select
        thresholds.bits,
        count(*) filter (where weighed.is_by_evidence and weighed.score >= thresholds.bits)
            as evidence_links_kept,
        count(*) filter (where weighed.is_by_evidence and weighed.score < thresholds.bits)
            as evidence_links_dropped,
        count(*) filter (where not weighed.is_by_evidence) as links_of_rules_and_people,
        round(
            sum(1 - weighed.match_probability) filter (
                where weighed.is_by_evidence and weighed.score >= thresholds.bits
            ), 2
        ) as expected_wrong_links
    from thresholds
    cross join weighed
    group by thresholds.bits
),

joined as (
    select
        thresholds.bits,
        count(left_apart.score) as queued_pairs_joined,
        sum(left_apart.euros_at_stake) as euros_at_stake
    from thresholds
    left join left_apart on thresholds.bits <= left_apart.score
    group by thresholds.bits
)

select
    linked.bits as threshold_bits,
    linked.evidence_links_kept,
    linked.evidence_links_dropped,
    coalesce(linked.expected_wrong_links, 0) as expected_wrong_links,
    linked.links_of_rules_and_people,
    joined.queued_pairs_joined,
    joined.euros_at_stake
from linked
inner join joined on linked.bits = joined.bits
order by linked.bits
