{# What units are compared by: one row a unit, every column a list of all that its records say. The
   columns are named in the seed `match_features`; nothing is weighed here. #}
with units as (
    select * from {{ ref('int_match__units') }}
),

said as (
    select units.unit_id, statements.*
    from units
    inner join {{ ref('int_statements__united') }} as statements
        on units.record_id = statements.record_id
),

{# The language of a written name is left open where no column tells it. #}
titles as (
    select unit_id, 'fi' as language, name_fi as title from said
    union
    select unit_id, 'sv', name_sv from said
    union
    select unit_id, 'en', name_en from said
    union
    select unit_id, '', name
    from said
    where
        name is distinct from name_fi
        and name is distinct from name_sv
        and name is distinct from name_en
),

titles_listed as (
    select unit_id, {{ distinct_list("language || ':' || title") }} as titles
    from titles
    where title is not null
    group by unit_id
),

amounts as (
    select said.unit_id, amount.kind, amount.amount
    from said
    {{ explode('said.amounts', 'amount') }}
    where
        upper(amount.currency) = 'EUR'
        and amount.amount > 0
        and not amount.is_annual
        and amount.qualifier in ('exact', 'approx')
),

amounts_listed as (
    select
        unit_id,
        {{ distinct_list("case when kind = 'granted' then amount end") }} as granted,
        {{ distinct_list("case when kind = 'granted_eu_share' then amount end") }} as eu_share,
        {{ distinct_list("case when kind = 'total_cost' then amount end") }} as total_cost
    from amounts
    group by unit_id
),

{# A body that only pages in another language name may be a translation of any other: it can agree
   but not contradict, which the joker `?` says. #}
known_in_finnish as (
    select organisation_id from {{ ref('organisations') }}
    union
    select mentioned.organisation_id
    from {{ ref('int_organisations__mentioned') }} as mentioned
    inner join {{ ref('int_statements__united') }} as statements
        on mentioned.statement_id = statements.statement_id
    where coalesce(statements.language, 'fi') = 'fi'
),

bodies as (
    select
        units.unit_id,
        named.role,
        named.organisation_id,
        named.business_id,
        known_in_finnish.organisation_id is null as is_foreign
    from units
    inner join {{ ref('int_organisations__mentioned') }} as named
        on units.record_id = named.record_id
    left join known_in_finnish
        on named.organisation_id = known_in_finnish.organisation_id
    where named.role in ('lead', 'partner', 'funder')
),

bodies_listed as (
    select
        unit_id,
        {% for role in ['lead', 'partner', 'funder'] %}
            {{ distinct_list("case when role = '" ~ role ~ "' then organisation_id end") }}
                as {{ role }}_ids,
            bool_or(role = '{{ role }}' and is_foreign) as is_{{ role }}_foreign,
        {% endfor %}
        {{ distinct_list("case when role = 'lead' then business_id end") }} as lead_numbers
    from bodies
    group by unit_id
),

dates as (
    select
        unit_id,
        {{ distinct_list('substr(cast(start_date as varchar), 1, 7)') }} as start_months,
        {{ distinct_list('substr(cast(end_date as varchar), 1, 7)') }} as end_months,
        {{ distinct_list(date_span('start_date', 'start_precision')) }} as starts,
        {{ distinct_list(date_span('end_date', 'end_precision')) }} as ends
    from said
    group by unit_id
),

identities as (
    select
        unit_id,
        bool_or(is_register) as is_register,
        min(source_id) as source_id,
        min(record_kind) as record_kind,
        min(eura_code) as eura_code,
        min(hanke_tunnus) as hanke_tunnus,
        min(vn_case) as vn_case,
        {{ sorted_set('flatten(list(region_codes))') }} as regions
    from units
    group by unit_id
)

select
    identities.unit_id as record_id,
    identities.eura_code,
    identities.hanke_tunnus,
    identities.vn_case,
    identities.regions,
    {% for role in ['lead', 'partner', 'funder'] %}
        {{ with_joker('bodies_listed.' ~ role ~ '_ids', 'bodies_listed.is_' ~ role ~ '_foreign') }}
            as {{ role }}s,
    {% endfor %}
    bodies_listed.lead_numbers,
    dates.start_months,
    dates.end_months,
    dates.starts,
    dates.ends,
    amounts_listed.granted,
    amounts_listed.eu_share,
    amounts_listed.total_cost,
    titles_listed.titles,
    {# two rows of one register, two decisions of one list are never one project; but decisions may
       say by a code that they are about the same one #}
    case
        when identities.is_register then identities.source_id
        when
            identities.record_kind = 'funding'
            and coalesce(identities.eura_code, identities.hanke_tunnus) is null
            then identities.source_id
    end as register
from identities
left join titles_listed on identities.unit_id = titles_listed.unit_id
left join amounts_listed on identities.unit_id = amounts_listed.unit_id
left join bodies_listed on identities.unit_id = bodies_listed.unit_id
left join dates on identities.unit_id = dates.unit_id
