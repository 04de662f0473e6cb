"""Labels and nouns that tell an amount's kind where no verb of its sentence does."""

from __future__ import annotations

import re
from typing import Final

#: A label that names money and nothing else: on a page it is the total.
BARE_LABEL: Final = re.compile(
    r"^\W*(?:hankkeen |projektin )?(?:rahoitus|budjetti|finansiering|budget"
    r"|funding)\s*(?:\([^)]*\))?\s*(?::|$)"
    r"|\b(?:hankkeen|projektin|projektets|project['’]s)\s+(?:rahoitus|finansiering"
    r"|funding)\s+(?:on|är|is)\b",
    re.IGNORECASE,
)
#: The support of a named fund, without a verb: the grant itself.
FUND_SUPPORT: Final = re.compile(
    r"\b(?:ES[RF]|EAKR|ERUF|JTF)\s?\+?-(?:tuki|rahoitus|stöd|finansiering)\w*\s*(?:on|oli|är"
    r"|:)?\s*$",
    re.IGNORECASE,
)
#: A proposed sum is an appropriation where its sentence speaks of the state budget.
STATE_BUDGET: Final = re.compile(
    r"määräraha|momen(?:tti|ti)|talousarvio|\banslag|appropriation", re.IGNORECASE
)
#: Money of the state budget however its verb is chosen: it is reserved, granted, proposed.
IN_BUDGET: Final = re.compile(
    r"talousarvio(?:ssa|on|esity\w*)|budjettiesity\w*|budgetproposition\w*|statsbudget\w*"
    r"|state budget",
    re.IGNORECASE,
)
#: Between a sum over several and the next one: that goes on about the same grants.
GOES_ON: Final = re.compile(
    r"^(?!.*\b(?:josta|joista|varav|of which)\b).*(?:,|\b(?:ja|sekä|och|samt|and)\b)",
    re.IGNORECASE,
)
#: Between a sum over several and the next one: that is a part, of whom is not told.
PART_OF_IT: Final = re.compile(r"\b(?:josta|joista|varav|of which)\b", re.IGNORECASE)
#: Words of support: with one of them in its sentence, a sum that was got is a grant.
SUPPORT_WORD: Final = re.compile(
    r"myön|avustu|\btu(?:ki|en|ke|ett)|rahoit|apurah|stipend|bevilj|bidrag|stöd|finansier|grant"
    r"|fund|award|support|tilldel|utdelning|\bEU\b|\bES[RF]\b|EAKR|ERUF|ERDF|JTF",
    re.IGNORECASE,
)
#: Sums that come in by trade, work, taxes, owners or courts, though somebody "got" them.
INCOME: Final = re.compile(
    r"\bmyyn|myyjä|urak|vuokr|palkkio|korvau|sakko|verotu|sijoittaj|keräy|lipputulo|osinko"
    r"|\bskatt|hyr(?:a|or)\b|intäkt|vinst|faktura|investerare|ersättning|försäljning|aktieägar"
    r"|ägarna|\brents?\b|parking|\bsales?\b|compensation|damages|venture|investors?\b|invoice"
    r"|\btax(?:es)?\b|dividend|prispeng|palkinto|benefit",
    re.IGNORECASE,
)
#: A sum told as the most that one may get, whatever verb stands nearer to it.
UPPER_LIMIT: Final = re.compile(
    r"\b(?:maximum (?:grant|funding|support)|enimmäis(?:tuki|määrä|avustus)\w*|maximibelopp\w*)",
    re.IGNORECASE,
)
#: Before a sum that was granted as it had been applied for: `fick de sökta 23 miljonerna`.
AS_APPLIED: Final = re.compile(
    r"\b(?:(?:med|de|hela) sökta|haettu|haetut|the requested)\s+$", re.IGNORECASE
)
#: Behind a sum that was granted: the sort of money it is.
OF_SORT: Final = re.compile(r"\s+(?:i|in)\s", re.IGNORECASE)
#: Right behind a sum: whose money it is, where no verb of the sentence tells what happened to it.
SOURCES: Final = (
    # The verb comes in a clause of its own: `… euroa, ja sen on myöntänyt …`.
    (
        "granted",
        re.compile(
            r",?\s+(?:ja|och|and)\s+(?:sen|summan|rahoituksen|det|den|it)\s+"
            r"(?:on\s+myöntänyt|myönsi|myönnettiin|har\s+beviljats|beviljades"
            r"|(?:was|has been)\s+(?:granted|awarded))\b"
            r"|,\s+(?:tilldelas|tilldelades|beviljas|beviljades|myönnettiin"
            r"|(?:was|has been)\s+(?:granted|awarded)\s+to)\b",
            re.IGNORECASE,
        ),
    ),
    # With a bound it is what a call offers.
    ("grant noun", re.compile(r"\s+grant\s+(?:from|for|to|will|was)\b", re.IGNORECASE)),
    (
        "granted",
        re.compile(
            r"\s+(?:ministeriöltä|[\w-]*keskukselta|Opetushallitukselta|maakuntaliitolta"
            r"|från (?:ministeriet|Utbildningsstyrelsen|NTM-centralen|[\w-]*fonden)"
            r"|from the (?:ministry|agency|foundation|(?:European )?Social Fund))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "granted_eu_share",
        re.compile(r"\s+(?:EU:lta|från EU|from the (?:EU|European Union))\b", re.IGNORECASE),
    ),
    (
        "national_share",
        re.compile(r"\s+(?:valtiolta|från staten|from the state)\b", re.IGNORECASE),
    ),
    (
        "partner_share",
        re.compile(
            r"\s+(?:kunnilta|kunnalta|kaupungilta|från kommun\w+|från staden"
            r"|from (?:the )?municipalit\w+)\b",
            re.IGNORECASE,
        ),
    ),
)
#: Directly before the last sum of a row of parts.
SUM_OF_PARTS: Final = re.compile(
    r"\b(?:yhteensä|kaikkiaan|totalt|sammanlagt|summa|in total|altogether)\s*:?\s*(?:on\s+"
    r"|är\s+)?$",
    re.IGNORECASE,
)
#: Before a sum that is told as a whole: of one body that is named, or of all that got some.
IN_TOTAL: Final = re.compile(
    r"\b(?:yhteensä|kaikkiaan|kokonaisuudessaan|yhteissumma\w*|yhteismäär\w+|sammanlagt|totalt"
    r"|sammanlagd\w*|(?:a |in )?total(?:ling|ing|s)?(?: of)?|altogether|worth)\b"
    r"(?:\s+(?!jo(?:sta|ista|ka)\b|varav\b|of\b)[\w-]+){0,3}\s*$",
    re.IGNORECASE,
)
