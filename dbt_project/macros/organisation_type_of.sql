{# Type of an organisation from the words of its name (fi, sv, en). The first rule that fits wins,
   so the narrow ones stand first: a university of applied sciences that is a company is `uas`. #}
{% macro organisation_type_of(column) -%}
    {% set rules = [
        ('ministry', '(ministeriö|ministeriet|^ministry of .*|.* ministry)'),
        ('ely', '(.*(ely keskus|elinkeino liikenne ja ympäristökeskus)|ntm centralen .*|.* ntm central|närings trafik och miljöcentralen .*|.*ely centre.*)'),
        ('elinvoimakeskus', '(.*elinvoimakeskus|.*livskraftscentral.*)'),
        ('avi', '(.*aluehallintovirasto|.* avi|regionförvaltningsverket .*)'),
        ('wellbeing_county', '(.*hyvinvointialue|.*välfärdsområde.*|.*wellbeing services county.*)'),
        ('regional_council', '(.*maakuntaliitto|.*n liitto|satakuntaliitto|.*landskapsförbund|regional council .*|.*regional council)'),
        ('uas', '(.*ammattikorkeakoulu.*|.*yrkeshögskol.*|.*universit(y|ies) of applied sciences.*)'),
        ('education_provider', '(.*koulutuskuntayhtymä.*|.*utbildningssamkommun.*|.*joint authority for education.*)'),
        ('university', '(.*yliopisto|.*korkeakoulu|.*universitet|university .*|.* university|åbo akademi)'),
        ('joint_authority', '(.*kuntayhtymä.*|.*samkommun.*)'),
        ('association', '(.* ry|.* rf|.*yhdistys|.*förening(en)?|.*liitto|.*förbund(et)?|.*järjestö|.* association( .*)?|association .*|.* society)'),
        ('foundation', '(.*säätiö.*|.* sr|.*stiftelse.*|.*foundation)'),
        ('education_provider', '(.*opisto.*|.*oppilaitos.*|.*koulu|.*lukio|.*institut.*|.*koulutuskeskus.*|.*college.*)'),
        ('company', '(.*yhtiö.*|.*aktiebolag.*|.*toimisto .*|.* oy.*|.* oyj|.* ab|.* abp|.* ky|.* tmi|.* osk|.*osuuskunta.*|.* ltd|.* oy)'),
        ('municipality', '(.* kaupunki|.* kunta|.* stad|.* kommun|city of .*|municipality of .*|.*kaupunki)'),
        ('agency', '(.*virasto|.*verket|.*keskus|.*laitos|.* agency)'),
    ] -%}
    case
        {%- for type, pattern in rules %}
        when regexp_matches({{ normalise_name(column) }}, '^{{ pattern }}$') then '{{ type }}'
        {%- endfor %}
        else 'other'
    end
{%- endmacro %}

{# The closed list of types, as literals. #}
{% macro organisation_types() -%}
    'ministry', 'agency', 'ely', 'elinvoimakeskus', 'avi', 'municipality', 'wellbeing_county',
    'regional_council', 'education_provider', 'university', 'uas', 'association', 'foundation',
    'company', 'joint_authority', 'natural_person', 'other'
{%- endmacro %}

{# `Surname, Firstname` without any word of an organisation: how registers write a natural person.
   A last guard behind the parsers, because such a name must never be published. #}
{% macro is_person_like(column) -%}
    {{ return(adapter.dispatch('is_person_like', 'elo')(column)) }}
{%- endmacro %}

{% macro duckdb__is_person_like(column) -%}
    coalesce(
        case
            when regexp_matches(
                {{ column }}, '^\s*\p{Lu}[\p{L}-]+, *\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+)?\s*$'
            ) then ({{ organisation_type_of(column) }}) = 'other'
        end,
        false
    )
{%- endmacro %}
