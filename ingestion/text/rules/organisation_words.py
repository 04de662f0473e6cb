"""Head words of organisations with their case forms, roles, placeholders and national bodies."""

from __future__ import annotations

from typing import Final

from ingestion.records import Role

#: Weak-stem endings shared by most heads; `A` bends to the vowel harmony of the head.
_ENDINGS = "n|ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|ksi|n[aä]"

#: Head in nominative -> pattern of its bent forms (nominative not included).
HEADS: Final[dict[str, str]] = {
    "yliopisto": rf"yliopisto(?:{_ENDINGS}|on|a)",
    "ammattikorkeakoulu": rf"ammattikorkeakoulu(?:{_ENDINGS}|un|a)",
    "ammattiopisto": rf"ammattiopisto(?:{_ENDINGS}|on|a)",
    "aikuisopisto": rf"aikuisopisto(?:{_ENDINGS}|on|a)",
    "kansanopisto": rf"kansanopisto(?:{_ENDINGS}|on|a)",
    "kansalaisopisto": rf"kansalaisopisto(?:{_ENDINGS}|on|a)",
    "opisto": rf"opisto(?:{_ENDINGS}|on|a)",
    "oppilaitos": r"oppilaito(?:kse(?:n|lla|lle|lta|ssa|sta|en)|sta)",
    "instituutti": r"instituut(?:i(?:n|lla|lle|lta|ssa|sta)|tia|tiin)",
    "lukio": rf"lukio(?:{_ENDINGS}|on|ta)",
    "koulu": rf"koulu(?:{_ENDINGS}|un|a)",
    "koulutuskuntayhtymä": rf"koulutuskuntayhtymä(?:{_ENDINGS}|än|ä)",
    "kuntayhtymä": rf"kuntayhtymä(?:{_ENDINGS}|än|ä)",
    "hyvinvointialue": r"hyvinvointialuee(?:n|lla|lle|lta|ssa|sta|seen)|hyvinvointialuetta",
    "kaupunki": r"kaupun(?:gi(?:n|lla|lle|lta|ssa|sta|ksi)|kia|kiin)",
    "kunta": r"kun(?:na(?:n|lla|lle|lta|ssa|sta|ksi)|taa|taan)",
    "ministeriö": rf"ministeriö(?:{_ENDINGS}|ön|tä)",
    "virasto": rf"virasto(?:{_ENDINGS}|on|a)",
    "elinvoimakeskus": r"elinvoimakesku(?:kse(?:n|lla|lle|lta|ssa|sta|en)|sta)",
    "ympäristökeskus": r"ympäristökesku(?:kse(?:n|lla|lle|lta|ssa|sta|en)|sta)",
    "ELY-keskus": r"ELY-kesku(?:kse(?:n|lla|lle|lta|ssa|sta|en)|sta)",
    "koulutuskeskus": r"koulutuskesku(?:kse(?:n|lla|lle|lta|ssa|sta|en)|sta)",
    "palvelukeskus": r"palvelukesku(?:kse(?:n|lla|lle|lta|ssa|sta|en)|sta)",
    "hallintokeskus": r"hallintokesku(?:kse(?:n|lla|lle|lta|ssa|sta|en)|sta)",
    "maakuntaliitto": r"maakuntalii(?:to(?:n|lla|lle|lta|ssa|sta)|ttoa|ttoon)",
    "liitto": r"lii(?:to(?:n|lla|lle|lta|ssa|sta)|ttoa|ttoon)",
    "säätiö": rf"säätiö(?:{_ENDINGS}|ön|tä)",
    "yhdistys": r"yhdisty(?:kse(?:n|lla|lle|lta|ssa|sta|en)|stä)",
    "osuuskunta": r"osuuskun(?:na(?:n|lla|lle|lta|ssa|sta)|taa|taan)",
    "seurakunta": r"seurakun(?:na(?:n|lla|lle|lta|ssa|sta)|taa|taan)",
    "TE-toimisto": rf"TE-toimisto(?:{_ENDINGS}|on|a)",
    "työllisyysalue": r"työllisyysaluee(?:n|lla|lle|lta|ssa|sta|seen)|työllisyysaluetta",
}
#: Heads that name one body only behind a genitive: `Majavan lukio`, never `Lukio`.
GENERIC: Final = frozenset(
    {
        "Kaupunki", "Kunta", "Yliopisto", "Ammattikorkeakoulu", "Opisto", "Lukio", "Oppilaitos",
        "Maakunta", "Seurakunta", "Säätiö", "Liitto", "Virasto", "Ministeriö", "Koulu",
        "Yhdistys", "Elinvoimakeskus", "ELY-keskus", "Kansakunta", "Pääkaupunki", "Ammattiopisto",
        "Kuntayhtymä", "Koulutuskuntayhtymä", "Hyvinvointialue", "Työllisyysalue", "Osuuskunta",
        "Ohjauskunta", "Instituutti", "Aikuislukio", "Peruskoulu", "TE-toimisto", "Kansanopisto",
        "Korkeakoulu", "Palvelukeskus", "Kotikunta", "Kotikaupunki", "Naapurikunta", "Maalaiskunta",
    }
)  # fmt: skip
#: Plural of a head -> its singular, for `Majavan ja Saukon yliopistot`.
PLURALS: Final[dict[str, str]] = {
    "yliopistot": "yliopisto",
    "ammattikorkeakoulut": "ammattikorkeakoulu",
    "ammattiopistot": "ammattiopisto",
    "kansanopistot": "kansanopisto",
    "aikuisopistot": "aikuisopisto",
    "opistot": "opisto",
    "lukiot": "lukio",
    "koulut": "koulu",
    "oppilaitokset": "oppilaitos",
    "kaupungit": "kaupunki",
    "kunnat": "kunta",
    "koulutuskuntayhtymät": "koulutuskuntayhtymä",
    "kuntayhtymät": "kuntayhtymä",
    "hyvinvointialueet": "hyvinvointialue",
    "elinvoimakeskukset": "elinvoimakeskus",
    "ELY-keskukset": "ELY-keskus",
    "maakuntaliitot": "maakuntaliitto",
    "liitot": "liitto",
    "säätiöt": "säätiö",
    "ministeriöt": "ministeriö",
    "TE-toimistot": "TE-toimisto",
    "universiteten": "universitet",
    "yrkeshögskolor": "yrkeshögskola",
    "yrkeshögskolorna": "yrkeshögskola",
    "städer": "stad",
    "kommuner": "kommun",
    "folkhögskolor": "folkhögskola",
    "livskraftscentraler": "livskraftscentral",
}
#: Role words in parentheses or before a name.
ROLES: Final[tuple[tuple[Role, str], ...]] = (
    (
        "partner",
        r"osatoteuttaja\w*|delgenomförar\w*|osatoteutus|kumppani\w*|partner\w*|yhteistyökumppani\w*"
        r"|samarbetspart\w*|co-?beneficiary|osahanke\w*|tuen siirron saaja|medgenomförare",
    ),
    (
        "lead",
        r"pää(?:asiallinen )?toteuttaja\w*|hallinnoija\w*|hallinnoiva\w*|projektägare\w*"
        r"|huvudgenomförare\w*"
        r"|huvudsökande|koordinoiva toteuttaja|lead(?: partner)?|main beneficiary"
        r"|project owner"
        r"|huvudman\w*|hakija|päähakija",
    ),
    ("coordinator", r"koordinaattori\w*|koordinoija\w*|koordinator\w*|samordnare\w*|co-?ordinator"),
    ("funder", r"rahoittaja\w*|finansiär\w*|funder|myöntäjä"),
    ("lead", r"toteuttaja\w*|genomförare\w*"),
)
PLACEHOLDERS: Final = frozenset(
    {
        "", "-", "–", "—", "?", "muu organisaatio", "muut organisaatiot", "muu", "muut", "muita",
        "ei tiedossa", "ei tietoa", "ei ole", "ei osatoteuttajia", "tuntematon", "puuttuu",
        "täydentyy", "täydennetään", "avoin", "useita", "eri toimijoita", "ym", "ym.", "jne",
        "okänd", "saknas", "ej känd", "annan organisation", "övriga", "ingen", "inga", "n/a",
        "other organisation", "other", "others", "unknown", "not known", "none", "tba", "tbd",
        "ei muita toteuttajia", "ei muita", "vain yksi hakija", "samt övriga", "mm.", "bl.a.",
    }
)  # fmt: skip
#: Forms of law behind a name, with the bent forms that stand after a colon.
LEGAL: Final = r"(?:Oyj|Oy Ab|Oy|Ab|OY|AB|ry|r\.y\.|rf|r\.f\.|rs|sr|Ky|ky|Osk|osk|Ltd|Inc|GmbH|OYJ)"
LEGAL_CASE: Final = r"(?::(?:n|lle|ltä|lta|llä|lla|stä|sta|ssä|ssa|ä|tä|hyn|öön))?"

#: National bodies: stem as found in text -> name in nominative. Bent forms by the pattern.
_CASES = r"(?:n|lle|ltä|llä|ssä|stä|ön|tä)?"
BODIES: Final[tuple[tuple[str, str], ...]] = (
    (r"[Oo]petus- ja kulttuuriministeriö" + _CASES, "Opetus- ja kulttuuriministeriö"),
    (r"[Tt]yö- ja elinkeinoministeriö" + _CASES, "Työ- ja elinkeinoministeriö"),
    (r"[Ss]osiaali- ja terveysministeriö" + _CASES, "Sosiaali- ja terveysministeriö"),
    (r"[Mm]aa- ja metsätalousministeriö" + _CASES, "Maa- ja metsätalousministeriö"),
    (r"[Ll]iikenne- ja viestintäministeriö" + _CASES, "Liikenne- ja viestintäministeriö"),
    (r"Opetushallitu(?:kse(?:n|lle|lta|lla|ssa|sta|en)|sta|s)", "Opetushallitus"),
    (
        r"Jatkuvan oppimisen ja työllisyyden palvelukesku(?:kse(?:n|lle|lta|lla)|s)(?: Jotpa)?",
        "Jatkuvan oppimisen ja työllisyyden palvelukeskus",
    ),
    (r"Jotpa(?:n|lle|lta|lla)?\b", "Jotpa"),
    (r"KEHA-kesku(?:kse(?:n|lle|lta|lla|ssa|sta)|s)", "KEHA-keskus"),
    (
        r"Työllisyys-, kehittämis- ja hallintokesku(?:kse(?:n|lle|lta|lla)|s)",
        "Työllisyys-, kehittämis- ja hallintokeskus",
    ),
    (r"Ruokavirasto(?:n|lle|lta|lla)?\b", "Ruokavirasto"),
    (r"[Ll]upa- ja valvontavirasto(?:n|lle|lta|lla)?\b", "Lupa- ja valvontavirasto"),
    (r"Undervisnings- och kulturministeriets?", "Undervisnings- och kulturministeriet"),
    (r"Arbets- och näringsministeriets?", "Arbets- och näringsministeriet"),
    (r"Social- och hälsovårdsministeriets?", "Social- och hälsovårdsministeriet"),
    (r"Utbildningsstyrelsens?", "Utbildningsstyrelsen"),
    (r"Ministry of Education and Culture", "Ministry of Education and Culture"),
    (r"Ministry of Economic Affairs and Employment", "Ministry of Economic Affairs and Employment"),
    (r"Ministry of Social Affairs and Health", "Ministry of Social Affairs and Health"),
    (r"Finnish National Agency for Education", "Finnish National Agency for Education"),
)
#: Words between a verb of granting and the granter that follows it.
_GRANTED = (
    r"(?:\s+(?:hankkeelle|hankkeen|projektille|projektin|sille|rahoituksen|rahoitusta|tuen|tukea"
    r"|avustuksen|avustusta|summan|sen))"
)
#: Words beside a body -> its role: (role, behind it, before it).
ROLE_VERBS: Final[tuple[tuple[Role, str, str], ...]] = (
    (
        "funder",
        r"^\s+(?:on\s+|har\s+)?(?:myöns|myöntä|rahoit|bevilja(?!\w*s\b)|finansier|has granted"
        r"|granted|funds|funded|awarded)"
        r"|^\s+(?:teki|on tehnyt)\s+(?:hankkeelle\s+|hankkeesta\s+)?(?:myönteisen\s+)?"
        r"rahoituspäätöksen"
        r"|^\s+fattade\s+(?:det\s+)?(?:positiva\s+)?finansieringsbeslutet",
        r"(?:rahoitta\w+|myöntä\w+|finansieras av|finansiär(?:en)?(?: är)?|funded by|granted by"
        r"|financed by|beviljat? av|rahoittaja(?:na)?\s+(?:on|toimii))\s*:?\s+(?:the\s+)?$"
        rf"|(?:myöns\w+|myöntä\w+){_GRANTED}{{1,3}}\s+$"
        r"|(?<!kielteisen )rahoituspäätöksen\s+(?:teki|on tehnyt|tekee)\s+$"
        r"|finansieringsbeslutet\s+(?:fattades|fattas)\s+av\s+$"
        r"|(?<!negative )funding decision\s+(?:was|is)\s+made\s+by\s+(?:the\s+)?$"
        r"|\bfunder\s+is\s+(?:the\s+)?$",
    ),
    (
        "lead",
        r"^\s+(?:toteutta|hallinnoi|koordinoi|vetä|johta|vastaa hankkeen|genomför|leder"
        r"|koordinerar"
        r"|implements|leads|coordinates|runs|carries out)",
        r"(?:(?<![a-zåäö])toteuttaa|(?<!osa)toteuttaja(?:na)? (?:on|toimii)|hallinnoi"
        r"|hallinnoija(?:na)? (?:on|toimii)|koordinoi"
        r"|(?:hankkeesta|projektista|toteutuksesta|hallinnoinnista) vastaa"
        r"|vetää|genomförs av|leds av|projektägare är|ägs av|carried out by|led by|run by"
        r"|implemented by"
        r"|coordinated by|(?<!osa)toteuttaj(?:ina|at) (?:ovat|toimivat))\s+(?:the\s+)?$",
    ),
    (
        "partner",
        r"^\s+(?:on|toimii|osallistuu)\s+(?:\w+\s+)?(?:osatoteutta|kumppani|mukana)"
        r"|^\s+as (?:an? )?(?:\w+ )?partners?\b",
        r"(?:(?:osatoteuttaj|kumppan|yhteistyökumppan|hankekumppan)(?:a|i|ana|ina|eina|at|it)|mukana)"
        r"(?:\s+(?:on|ovat|toimii|toimivat))?\s*:?\s*$"
        r"|(?:(?:delgenomförare|samarbetspart(?:ner|ners|nerna))(?: är)?|partners? (?:is|are)"
        r"|together with|in cooperation with"
        r"|i samarbete med|tillsammans med"
        r"|yhteistyössä)\s+(?:the\s+)?$",
    ),
)
#: Between two bodies that share one role.
ENUMERATED: Final = r"\s*(?:,|;|\s+(?:ja|sekä|och|samt)|,?\s+and)\s+(?:the\s+)?"
