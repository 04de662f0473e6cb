"""Whether a sum went to one project or body, or to several at once.

What does not belong here: what happened to the money (`money_meanings`).
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

_B = r"\b"
#: Behind `_B` where it opens a pattern: a word is tried once, not from each of its letters.
_W = r"\w*"

#: A count has at most three digits, or a blank between its thousands; four digits are a year.
_COUNT = r"(?<![\d.,:/-])(?:\d{1,3}|[1-9]\d?[ \u00a0]\d{3})"
_FI_COUNTS = (
    r"kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|(?:yksi|kaksi|kolme|neljä"
    r"|viisi|kuusi|seitsemän|kahdeksan|yhdeksän)toista|parikymmentä|kymmeniä|kaksikymmentä|satoja"
    r"|(?:yhtä|kahta|kolmea|neljää|viittä|kuutta|seitsemää|kahdeksaa|yhdeksää)toista"
    r"|kahta|kolmea|neljää|viittä|kuutta|seitsemää|kahdeksaa|yhdeksää|kymmentä"
)
_FI_COUNTS_TO = (
    r"kahdelle|kolmelle|neljälle|viidelle|kuudelle|seitsemälle|kahdeksalle|yhdeksälle|kymmenelle"
    r"|(?:yhdelle|kahdelle|kolmelle|neljälle|viidelle|kuudelle)toista"
    r"|kahteen|kolmeen|neljään|viiteen|kuuteen|seitsemään|kahdeksaan|yhdeksään|kymmeneen"
)
_SV_COUNTS = r"två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|olika|alla"
_EN_COUNTS = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|all|many|various"
#: Stems of bodies and projects in the oblique plural: `kunni|lle`, `oppilaitoksi|in`.
_FI_PLURALS = (
    r"yrityksi|kunni|kaupungei|järjestöi|oppilaitoksi|korkeakoului|yliopistoi"
    r"|maakunni|toimijoi|hakijoi|yhdistyksi|yhteisöi|järjestäji|organisaatioi|konsortioi|tutkijoi"
    r"|seuroi|opistoi|kumppanei|hyvinvointialuei|toteuttaji"
)
#: What a count of recipients counts, in the singular as Finnish has it.
_FI_COUNTED = (
    r"hanke(?:tta)?|hankkeelle|hankkeeseen|hankkeen|projekti(?:a|lle|in|n)?|toimija(?:a|lle)"
    r"|organisaatio(?:ta|lle)|kun(?:taa|nalle|tayhtymää)|järjestö(?:ä|lle)|hakija(?:a|lle|n)?"
    r"|oppilaito(?:sta|kselle)|yhteisö(?:ä|lle)|yrity(?:stä|kselle|ksen)|konsortio(?:ta|lle)?"
    r"|tutkija(?:a|lle)|päätös(?:tä)?|koulu(?:a|lle)|yhdisty(?:stä|kselle)|kaupun(?:kia|gille)"
    r"|akatemiahankkeeseen|apurahaa|korkeakoulu(?:a|lle)|opisto(?:a|lle)|kappaletta|avustusta"
)
_SV_COUNTED = (
    r"projekt|kommuner(?:na)?|mottagare|bidragstagare|organisationer|föreningar|läroanstalter"
    r"|skolor|bidrag|beslut|företag|sökande|utbildningsanordnare|högskolor|körer"
)
_EN_COUNTED = (
    r"projects|partnerships|municipalities|organi[sz]ations|schools|consortia|companies"
    r"|applicants|universities|institutions|recipients|researchers|scientists|winners|participants|bodies|grants|towns|colleges|cities"
)

#: A word between a count and what it counts; the count of a sum counts money.
_BETWEEN = r"(?:(?!milj|bilj|billion|million|euro|kronor|tuhat|eur\b)[\w,-]+\s+)"
#: A grant to several projects or bodies at once.
SEVERAL: Final = "several"
#: Bodies or grants in the plural, not counted: a grant to them is no grant of one.
GROUP: Final = "group"
#: One project, named: takes the amount out of a sum over several.
ONE: Final = "one"

RECIPIENTS: Final[tuple[Cue, ...]] = (
    Cue(
        SEVERAL,
        rf"(?:{_COUNT}|{_B}(?:{_FI_COUNTS_TO}|useille|useammalle|usealle|monille|kaikille|eri"
        rf"|uusille|uuteen))\s+{_BETWEEN}{{0,3}}?(?!-)[\w-]*(?:{_FI_COUNTED}){_B}"
        rf"|{_B}{_W}(?:hankkei|projektei)(?:lle|hin|siin|ta|ssa|lla|llä|sta|den){_B}"
        rf"|{_B}{_W}(?:hankkeita|hankkeiden|projekteja|projektien){_B}"
        rf"|{_B}(?:{_FI_COUNTS}|useat?|useita|moni|monet|kaikki) (?:\w+ )?[\w-]*(?:hanketta"
        rf"|projektia|hankkeet|{_FI_COUNTED}){_B}",
        (
            "yhteensä 12 hankkeelle",
            "kolmelle hankkeelle",
            "ohjaushankkeille",
            "12 hanketta",
            "19 tutkimusapurahaa",
            "kuuttatoista hanketta",
            "63 uuteen akatemiahankkeeseen",
            "400 yrityksen kehittämishankkeeseen",
            "800 järjestölle",
            "viidelle konsortiolle",
        ),
        ("hankkeelle", "Majakkapolku-hankkeelle", "Tie 2 -hankkeelle", "Majavan kaupungille"),
        (
            "hank",
            "projekt",
            "toimij",
            "organis",
            "kunn",
            "kunt",
            "järjes",
            "oppil",
            "yhteis",
            "hakij",
            "yrity",
            "konsor",
            "kaupun",
            "koul",
            "opisto",
            "tutkij",
            "päätö",
            "kappal",
            "yhdist",
            "avustust",
            "apurah",
            "seuro",
            "kumpp",
            "hyvinv",
            "toteutt",
        ),
    ),
    Cue(
        GROUP,
        rf"{_B}{_W}(?:{_FI_PLURALS})(?:lle|hin|in){_B}|{_B}(?:\w*högskolorna|kommunerna"
        rf"|läroanstalterna|skolorna|föreningarna|organisationerna)s?{_B}",
        ("itäsuomalaisille yrityksille", "ammattikorkeakouluille", "yrkeshögskolornas"),
        ("yritykselle", "kunnalle", "högskolan"),
        ("ille", "ihin", "siin", "niin", "jiin", "orna", "erna", "arna"),
    ),
    # What an authority granted over a stretch of time is a sum over several.
    Cue(
        GROUP,
        rf"{_B}(?:alku|loppu)vuonna{_B}|{_B}[\w-]*kuun aikana{_B}"
        rf"|{_B}vuoden (?:\d{{4}} )?aikana{_B}",
        ("myönsi alkuvuonna", "touko-elokuun aikana", "vuoden 2098 aikana"),
        ("vuonna 2098", "hankkeen aikana"),
        ("vuonna", "aikana"),
    ),
    # Grants in the plural are grants of several.
    Cue(
        GROUP,
        rf"{_B}{_W}(?:avustuksia|avustukset|avustusten|apurahoja|apurahoina|apurahat|stipendejä)"
        rf"(?!\s+(?:haetaan|haettiin)){_B}"
        rf"|avustuspot{_W}|{_B}(?:i bidrag|bidragen|stipendier|utdelning(?:en)?){_B}"
        rf"|{_B}(?:in grants|grants){_B}",
        (
            "Järjestöille myönnettiin avustuksia",
            "1,8 miljoonaa apurahoina",
            "5 million in grants",
            "i vårens ordinarie utdelning",
        ),
        ("avustusta", "ett bidrag", "the grant"),
        ("avustu", "apurah", "bidrag", "stipend", "utdelning", "grants"),
    ),
    Cue(
        SEVERAL,
        rf"(?:{_COUNT}|{_B}(?:{_SV_COUNTS}))\s+{_BETWEEN}{{0,2}}?{_W}(?:{_SV_COUNTED}){_B}"
        rf"|{_B}{_W}projekten{_B}"
        rf"|(?:{_COUNT}|{_B}(?:{_EN_COUNTS}))\s+{_BETWEEN}{{0,3}}?(?:{_EN_COUNTED}){_B}"
        rf"|{_B}(?:to|among|for) (?:[a-z]+\s+){{0,2}}?(?:{_EN_COUNTED}){_B}|{_B}projects{_B}"
        rf"",
        (
            "totalt till 12 projekt",
            "tre projekt",
            "to 12 projects",
            "flera projekt",
            "233 kommuner",
            "till 252 bidragstagare",
            "for five consortia",
            "to 281 leading researchers",
            "among 25 municipalities",
        ),
        ("projektet", "the project", "kommunen"),
        (
            "projekt",
            "project",
            "kommun",
            "tagare",
            "organi",
            "föreni",
            "lärosä",
            "läroan",
            "skol",
            "bidrag",
            "beslut",
            "företag",
            "sökande",
            "partnersh",
            "municipal",
            "school",
            "consort",
            "compan",
            "applicants",
            "universit",
            "institut",
            "recipient",
            "researchers",
            "scientists",
            "winners",
            "participants",
            "bodies",
            "grants",
            "towns",
            "colleges",
            "cities",
            "körer",
            "anordnare",
        ),
    ),
    Cue(
        ONE,
        rf"(?:-|{_B})(?:hankkeelle|hankkeen|hankkeeseen|hankkeessa|hanke|hanketta|projektille"
        rf"|projektin|projektet|projektets|project){_B}"
        rf"|(?<![\w-])[\w-]*(?:hankkeelle|hankkeeseen|projektille|konsortiolle){_B}",
        ("Majakkapolku-hankkeelle", "projektet Fyrstigen", "the project", "jatkohankkeelle"),
        ("hankkeille", "projekten"),
        ("hank", "projekt", "project", "konsortiolle"),
    ),
    # One body that gets the money.
    Cue(
        ONE,
        rf"{_B}{_W}(?:kunnalle|kaupungille|opistolle|lukiolle|koululle|yliopistolle|yhtymälle"
        rf"|säätiölle|yhdistykselle|instituutille|keskukselle|laitokselle|seuralle|akatemialle){_B}"
        rf"|{_B}(?:Oy|ry|sr|Ab|rf|ky):lle{_B}"
        rf"|{_B}ett (?:bidrag|understöd|statsunderstöd|projekt){_B}|{_B}det \w*projekt{_B}"
        rf"|{_B}a grant{_B}",
        (
            "Saukon kaupungille",
            "ammattikorkeakoululle",
            "Majava Oy:lle",
            "ett bidrag på",
            "Det forskningsprojekt",
        ),
        ("kunnille", "oppilaitoksille"),
        ("lle", "ett ", "det ", "a grant"),
    ),
)
