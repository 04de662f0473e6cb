"""The closed list of ways publishers write facts, one key a pattern, and those not shown here.

Keys are `<section>.<pattern>`. What does not belong here: the writing itself (the neighbours).
"""

from __future__ import annotations

_AMOUNTS = """
million_fi: N,N miljoonaa euroa
million_fi_inflected: miljoonan euron, miljoonalla eurolla
million_without_euro: million without the word euro
milj: milj. with or without blank before the sign
thousands_blank: thousands by blank and the word euroa
nbsp: thousands by NBSP
narrow_nbsp: thousands by narrow NBSP
sign_after: number and sign
cents: decimal comma and cents
eur_after: number and EUR
eur_before: EUR and number
eur_before_million: EUR N million
sign_before: sign first, English separators
english_decimal: N.N million euros
sv_miljoner_euro: miljoner euro
sv_miljoner: miljoner alone
number_word: number as a word
list_inherited_unit: unit only on the last row of a list
sek: kronor, kr, kruunua
approx: hedge that means about
max: hedge that means at most
min: hedge that means more than
granted: wording of a grant
applied: wording of an application
call_budget: wording of a call's budget
appropriation: wording of an appropriation
total_cost: wording of total cost
own_funding: wording of own funding
partner_share: one partner's part
annual: a sum a year
aggregate: sum over several projects
three_kinds: three kinds of money side by side
parts_equal_total: a total and its parts on one page
momentti: budget item that looks like a number
law_number: law number
y_tunnus: business id
people: people and work beside euros
percent: co-financing rate
measures: km, m, ha, dB
phone: phone number or postcode
case_number: case or call number
"""

_DATES = """
alkaa_paattyy: Alkaa d.m.yyyy ja päättyy d.m.yyyy
range_hyphen: range with a hyphen
range_en_dash: range with an en dash
range_em_dash: range with an em dash
zero_padded: zero-padded range
year_range: years of a programme or strategy, not the project
left_shortened: year only at the end
no_year: no year at all
glued: two dates without separator
inner_blank: blank inside a date
word_glued: word or title glued to a date
english: English dates
swedish: Swedish dates
finnish_words: Finnish words for a time
duration_only: only a duration
in_heading: period in a heading or slug
with_fund: period with the fund in parentheses
label_value_lost: label present, value lost
precision_month: month precision
precision_year: year precision
application_window: application window
clock: clock time beside a date
deadline: saakka, until a day
update_stamp: page update stamp
event_date: date of an event
sources_disagree: two sources, different start or end of one project
"""

_NAMES = """
rename_on_page: old and new name on one page
brand_official_short: brand, official name, abbreviation
translation: organisation by its Swedish or English name
case_forms: inflected organisation name
ellipsis: two organisations share their last word
one_id_many_names: several names, one Y-tunnus
one_name_many_ids: one name, several Y-tunnus
role_in_parentheses: role in parentheses
partners_empty: partner heading without content
partners_filled: partner rows with name and town
placeholder: placeholder instead of a name
legal_suffix: variants of a legal suffix
case_noise: upper-case name
double_blank: double blank in a name
not_participant: body named that does not take part
"""

_PLACES = """
authority_elsewhere: responsible authority of another region
foreign_lookalike: foreign funder
fund_spelling: variants of the funds' names
genitive: genitive of a maakunta
illative: into a maakunta
ellipsis: hyphen ellipsis of two maakunnat
in_parentheses: maakunnat in parentheses in a title
national: the whole country
homonym: name that is region and more
town_only: only a town
national_with_pilots: national with local pilots
"""

_IDENTITY = """
acronym: acronym or X-hanke instead of the name
translation: free translation of the name
compound_form: compound or inflected form of the brand
typographic: case, quotes, dashes
lost_dash: question mark where a dash was
joint_parts: parts of a joint project
successor: successor with a phase mark
umbrella: umbrella names its subprojects
several_on_page: several projects on one page
one_on_several_pages: one project on several pages
same_slug_other_language: same slug, other language, other call
two_publishers: one release under two publishers and URL forms
total_and_part: total on one page, a partner's part on another
true_conflict: two totals of one project
near_miss_generic_word: one shared generic word
near_miss_same_brand: one brand in different towns
near_miss_campaign: one campaign name over several projects
"""

_PAGES = """
label_per_line: Label: value on one line
value_on_next_line: label and value on separate lines
run_together: labels and values without separator
teaser: teaser of another article in the page
two_languages_glued: one text in two languages
form_fi_content_sv: Finnish form or path with another language inside
recipients_list: list of many recipients
stale_status: running after its end
contact_block: contact persons to drop
url_variants: http, www, tracking and state parameters
"""


def _read(section: str, table: str) -> dict[str, str]:
    found = {}
    for line in table.strip().split("\n"):
        key, _, text = line.partition(": ")
        found[f"{section}.{key}"] = text
    return found


#: Every pattern that these sources can show.
PATTERNS: dict[str, str] = {
    **_read("amount", _AMOUNTS),
    **_read("date", _DATES),
    **_read("name", _NAMES),
    **_read("place", _PLACES),
    **_read("identity", _IDENTITY),
    **_read("page", _PAGES),
}

#: Patterns that these sources cannot show, with the reason.
NOT_SHOWN: dict[str, str] = {
    "identity.machine_translation": "machine-made English titles come from Kohesio alone",
    "identity.changes_between_visits": "one world is one night; this needs two",
    "page.pdf": "no source here serves PDF; text pasted from one is `page.run_together`",
    "amount.m_euro_sign": "`M€` never occurred in the measured pages",
}
