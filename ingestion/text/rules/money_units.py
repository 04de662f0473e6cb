"""Currency words, multipliers and hedges around a number of money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from ingestion.records import Qualifier

#: Blanks inside and after a number: plain, no-break, narrow no-break, thin, figure.
BLANK: Final = "[ \u00a0\u202f\u2009\u2007]"
GAP: Final = "(?:[ \u00a0\u202f\u2009\u2007]{0,3}\\n?[ \u00a0\u202f\u2009\u2007]{0,3})"

_EURO = (
    r"euro(?:jen|ihin|illa|ista|ina|ja|a|n|lla|sta|on|ssa|lle|lta|ksi|s)?(?![\wåäö])"
    r"|€|EUR(?![\wåäö])|(?:(?<=\d{3})|(?<=\d{3}[ \u00a0]))(?-i:e)(?![\w:/-]|\.\w)"
)
_KRONOR = r"kronor(?:na)?s?|kronan?|kruunu(?:a|n|lla|sta|un|jen|ja)?|SEK|kr\b\.?"
#: After a number.
CURRENCY: Final = rf"(?:(?P<eur>{_EURO})|(?P<sek>(?:{_KRONOR})(?![\wåäö])))"
#: Before a number; words such as `euro` never stand there.
CURRENCY_BEFORE: Final = r"(?:(?P<beur>€|EUR(?![\wåäö]))|(?P<bsek>SEK|kr\.?(?=\s)))"

_MILLION = (
    r"miljoon(?:aa|an|alla|asta|aan|assa|alle|alta|aksi|ana|illa|ille|ista|iin|ien|ia|a)"
    r"(?![\wåäö])|milj(?:\.|(?![\wåäö.]))|miljon(?:er(?:na)?|en)?(?![\wåäö])|mn(?![\wåäö])\.?"
    r"|millions?(?![\wåäö])"
)
_BILLION = (
    r"miljardi(?:a|n|lla|sta|in)?(?![\wåäö])|mrd\.?(?![\wåäö])|miljard(?:er)?(?![\wåäö])"
    r"|billions?(?![\wåäö])|bn(?![\wåäö])"
)
_THOUSAND = (
    r"tuha(?:tta|nnen|nnella|nnesta|t)(?![\wåäö])|tusen(?![\wåäö])|thousand(?![\wåäö])"
    r"|(?:t|k)(?=€|eur\b)"
)
#: Between a number and its currency.
MULTIPLIER: Final = (
    rf"(?:(?P<mio>{_MILLION}|M(?=€|EUR\b|kr\b|SEK\b)|m(?=€|kr\b))"
    rf"|(?P<mrd>{_BILLION})|(?P<tho>{_THOUSAND}))"
)
#: Behind a number that has its currency before it: `€2.6m`, `EUR 12 million`.
MULTIPLIER_AFTER: Final = (
    r"(?:(?P<amio>millions?(?![\wåäö])|miljon(?:er|en)?(?![\wåäö])|milj\.?|miljoonaa|mn\b|M\b|m\b)"
    r"|(?P<amrd>billions?(?![\wåäö])|bn\b)|(?P<atho>thousand(?![\wåäö])|[kK]\b))"
)
FACTORS: Final[dict[str, Decimal]] = {
    "mio": Decimal(1_000_000),
    "amio": Decimal(1_000_000),
    "mrd": Decimal(1_000_000_000),
    "amrd": Decimal(1_000_000_000),
    "tho": Decimal(1_000),
    "atho": Decimal(1_000),
}

#: Words directly before a number -> what they make of it. A little more or less (`runsaat`,
#: `vajaat`) leaves the sum near; a bound (`yli`, `alle`) may be far away.
HEDGES: Final[tuple[tuple[Qualifier, str], ...]] = (
    (
        "approx",
        r"(?:hieman|hiukan|vähän|niukasti) (?:yli|alle)|(?:lite|litet|strax|något) (?:över|under)"
        r"|(?:just|slightly|a little|a bit|somewhat) (?:over|under|above|below|more than"
        r"|less than)",
    ),
    (
        "max",
        r"enintään|korkeintaan|enimmillään|maksimissaan|maks\.|max\.?|alle|ylintään|"
        r"högst|maximalt|upp till|under|som mest|up to|at most|no more than|less than|"
        r"a maximum of|maximum(?: of)?|not more than",
    ),
    (
        "min",
        r"vähintään|yli|ainakin|minst|åtminstone|över|mer än|more than|over|at least|"
        r"a minimum of|not less than",
    ),
    (
        "approx",
        r"noin|lähes|miltei|reip(?:as|paat|paan)|lähemmäs|liki|likimain|runsa(?:at|s|an|alla|iden)|reilu(?:t|n|lla|jen|sta)?|"
        r"vajaa(?:t|n|lla|sta|ta)?|arviolta|melkein|n\.|noin\.|suunnilleen|"
        r"ca\.?|cirka|c:a|omkring|ungefär|nästan|drygt|knappt|närmare|"
        r"about|approximately|approx\.|appr\.|around|nearly|almost|roughly|some|circa",
    ),
)
HEDGE: Final = re.compile(
    r"(?<![\wåäö])(?:"
    + "|".join(f"(?P<{qualifier}{n}>{words})" for n, (qualifier, words) in enumerate(HEDGES))
    + r")\s+(?:(?:yhteensä|sammanlagt|a total of)\s+)?$",
    re.IGNORECASE,
)
#: By the year: never multiplied by a duration.
ANNUAL: Final = re.compile(
    r"vuosittain|vuodessa|vuosittai\w+|per vuosi|/\s?(?:vuosi|v\b|vuodessa|år|year|a\b)"
    r"|vuotta kohti|vuosibudjet\w+|vuotui\w+|per år|årsbudget\w*|årligen|årlig\w*|om året|per year"
    r"|annually|annual"
    r"|each year|a year|per annum|joka vuosi|varje år|yearly",
    re.IGNORECASE,
)
#: What `19 miljoonaa` is followed by when it is money: a direction, never a counted thing.
DIRECTION: Final = re.compile(
    r"\s+(?:[\wåäö-]+(?:lle|seen|[aeiouyäö]h[aeiouyäö]n|aan|ään|een|iin|oon|uun|yyn|öön|ksi)"
    r"|till|för|åt|i stöd|for|to|in (?:funding|grants|support))(?![\wåäö])",
    re.IGNORECASE,
)
#: Words that make a bare million money.
MONEY_WORD: Final = re.compile(
    r"rahoit|rahaa|tuke[ae]|avustu|määrära|myön|budje|jaetaan|haettav|finansier|bevilja|anslag"
    r"|stöd|understöd|funding|granted|budget|grant",
    re.IGNORECASE,
)
#: A line that says that the numbers of the list below it are euros.
LIST_UNIT: Final = re.compile(
    r"(?:[(\[](?:€|eur|euroa?|euro)[)\]]|,\s*(?:€|eur|euroa))\s*:?\s*$|\b(?:euroa|euro"
    r"|eur)\s*:\s*$",
    re.IGNORECASE,
)
