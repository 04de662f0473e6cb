select
    envelope_id,
    parent_envelope_id,
    label_fi,
    label_sv,
    label_en,
    {{ sorted_set("string_split(aliases, '|')") }} as aliases,
    amount_eur,
    {{ sorted_set(words_of('responsible_ids')) }} as responsible_organisation_ids,
    instrument,
    instrument_basis,
    valid_from,
    valid_to,
    source_document,
    source_slide
from {{ ref('envelopes') }}
order by envelope_id
