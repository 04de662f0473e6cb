{# What is said about each project, one row a value: statement x property. Values are text, as
   fct_fact shows them. A `companion` is a value that only makes sense beside this one (the
   precision of a date, the evidence of is_guidance) and wins or loses with it. Codes are lists:
   each code has a `slot` of its own and competes with nobody. #}
with statements as (
    select statements.*, members.project_id
    from {{ ref('int_statements__united') }} as statements
    inner join {{ ref('int_registry__members') }} as members
        on statements.record_id = members.record_id
),

texts as (
    {% for property, value, rank in [
        ('name_fi', "coalesce(name_fi, case when language = 'fi' then name end)", '0'),
        ('name_sv', "coalesce(name_sv, case when language = 'sv' then name end)", '0'),
        ('name_en', "coalesce(name_en, case when language = 'en' then name end)", '0'),
        ('summary', 'summary', '0'),
        ('status', 'status', '0'),
        ('name', 'coalesce(name_fi, name_sv, name_en, name)',
            'case when name_fi is not null then 0 when name_sv is not null then 1 '
            ~ 'when name_en is not null then 2 else 3 end'),
    ] %}
        select
            statement_id, project_id, '{{ property }}' as property, {{ value }} as value,
            cast(null as varchar) as companion_property, cast(null as varchar) as companion,
            '{{ property }}' as trust_property, {{ rank }} as order_rank, 1 as position
        from statements
        {% if property.startswith('name') %}
            where record_kind != 'funding'
        {% endif %}
        union all
    {% endfor %}
    {# an approved use names a project only when nothing else does #}
    select
        statement_id, project_id, 'name', name, cast(null as varchar), cast(null as varchar),
        'purpose', 9, 1
    from statements
    where record_kind = 'funding'
),

dates as (
    {% for property, precision in [
        ('start_date', 'start_precision'), ('end_date', 'end_precision')
    ] %}
        select
            statement_id, project_id, '{{ property }}' as property,
            cast({{ property }} as varchar) as value, '{{ precision }}' as companion_property,
            case when {{ property }} is not null then coalesce({{ precision }}, 'day') end
                as companion,
            '{{ property }}' as trust_property,
            {# a day says more than the month or year that holds it #}
            case {{ precision }} when 'year' then 2 when 'month' then 1 else 0 end as order_rank,
            1 as position
        from statements
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

{# One page that states a guidance aim outweighs any number that are silent about it, whatever
   their trust: silence is all that a `false` from a short register row means. #}
guidance as (
    select
        statement_id, project_id, 'is_guidance' as property,
        cast(is_guidance as varchar) as value,
        'guidance_evidence' as companion_property, guidance_evidence as companion,
        cast(null as varchar) as trust_property,
        case when is_guidance then 0 else 1 end as order_rank, 1 as position
    from statements
),

leads as (
    select
        statements.statement_id, statements.project_id, 'lead_organisation_id' as property,
        mentions.organisation_id as value, cast(null as varchar) as companion_property,
        cast(null as varchar) as companion, 'lead_organisation_id' as trust_property,
        0 as order_rank, min(mentions.position) as position
    from statements
    inner join {{ ref('int_organisations__mentioned') }} as mentions
        on statements.statement_id = mentions.statement_id
    where mentions.role = 'lead'
    group by statements.statement_id, statements.project_id, mentions.organisation_id
),

programmes as (
    select
        statements.statement_id, statements.project_id, 'programme_id' as property,
        programmes.programme_id as value, cast(null as varchar) as companion_property,
        cast(null as varchar) as companion, 'programme_id' as trust_property,
        0 as order_rank, 1 as position
    from statements
    inner join {{ ref('int_programmes__named') }} as programmes
        on {{ normalise_text('statements.programme') }} = programmes.name_key
),

codes as (
    select distinct
        statements.statement_id, statements.project_id,
        case classified.role when 'own' then 'project_codes' else 'shared_codes' end as property,
        classified.code as value, cast(null as varchar) as companion_property,
        cast(null as varchar) as companion, 'codes' as trust_property, 0 as order_rank,
        1 as position
    from statements
    {{ explode('statements.codes', 'stated') }}
    inner join {{ ref('int_codes__classified') }} as classified
        on
            statements.record_id = classified.record_id
            and stated.scheme = classified.scheme
            and upper(trim(stated.value)) = classified.code
    inner join {{ ref('int_match__units') }} as units
        on statements.record_id = units.record_id
    where
        classified.role = 'shared'
        or (
            classified.role = 'own'
            and (classified.scheme != 'eura' or classified.code = units.eura_code)
        )
),

united as (
    select * from texts
    union all
    select * from dates
    union all
    select * from guidance
    union all
    select * from leads
    union all
    select * from programmes
    union all
    select * from codes
),

keyed as (
    select
        united.*,
        case when united.property in ('project_codes', 'shared_codes') then united.value else '' end
            as slot,
        statements.record_id,
        statements.part,
        statements.record_kind,
        statements.source_id,
        statements.source_url,
        statements.content_sha256,
        statements.retrieved_at,
        statements.stated_at,
        statements.first_seen_at,
        statements.last_seen_at,
        {{ surrogate_key(
            ['statements.record_id', 'statements.part', 'united.property', 'united.value']
        ) }} as fact_key
    from united
    inner join statements on united.statement_id = statements.statement_id
    where nullif(trim(united.value), '') is not null
)

select
    keyed.project_id,
    keyed.property,
    keyed.slot,
    keyed.fact_key,
    keyed.value,
    keyed.companion_property,
    keyed.companion,
    keyed.record_id,
    keyed.part,
    keyed.record_kind,
    keyed.source_id,
    keyed.source_url,
    keyed.content_sha256,
    keyed.retrieved_at,
    {# "newest" is the day on which a source came to say this, not the last fetch of a page that
       has said it for years #}
    case
        when keyed.stated_at != keyed.retrieved_at then keyed.stated_at
        else coalesce(history.retrieved_at, keyed.retrieved_at)
    end as stated_at,
    keyed.first_seen_at,
    keyed.last_seen_at,
    case
        when keyed.trust_property is null then 100
        when keyed.trust_property = 'purpose' then 0
        else coalesce(trust.trust, 50)
    end as trust,
    cast(keyed.order_rank as integer) as order_rank,
    cast(keyed.position as integer) as position
from keyed
left join {{ ref('stg_state__facts') }} as history
    on keyed.fact_key = history.fact_key
left join {{ ref('int_trust__resolved') }} as trust
    on
        keyed.source_id = trust.source_id
        and keyed.record_kind = trust.record_kind
        and keyed.trust_property = trust.property
