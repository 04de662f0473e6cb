"""Sums that are nobody's grant: prices, pay, trade, debts, cuts, sums per head, differences.

What does not belong here: refused or planned grants (`money_refusals`).
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.text.rules.base import Cue

_W = r"\w*"
_B = r"\b"

#: Money that says nothing about the money of a project.
OTHER: Final = "other"

OTHERS: Final[tuple[Cue, ...]] = (
    Cue(
        OTHER,
        rf"{_B}(?:maksaa|maksoi|maksavat)(?:\s+yhteiskunnalle)?{_B}|{_B}(?!kokonais)\w*hinta{_B}"
        rf"|{_B}hinnaltaan{_B}|{_B}{_W}(?:maksu|palkkio|kulukorvau|tuntikorvau){_W}\s+(?:on|oli){_B}"
        rf"|{_B}(?:kostar|kostade|priset|pris){_B}|{_W}avgift(?:en|er)?{_B}"
        rf"|{_B}costs?(?=\s+(?:about|around|some|up to|over|society|[€\d]))"
        rf"|{_B}prices?d?{_B}|{_B}fees?{_B}",
        (
            "Palvelu maksaa",
            "Päivähinta on",
            "Kurssimaksu on",
            "tjänsten kostar",
            "Deltagaravgiften är",
            "The service costs €15,000",
            "The course fee is",
        ),
        ("maksuton", "maksettu", "total costs", "kokonaishinta"),
        ("maks", "hin", "palkkio", "korvau", "kost", "pris", "avgift", "cost", "price", "fee"),
    ),
    Cue(
        OTHER,
        rf"{_B}{_W}palk(?:ka|an|kaa|at|koja|kaus\w+)?{_B}(?=\s+(?:on|oli|ovat|noin|enintään|\d))"
        rf"|palkkatuki{_B}|{_B}lön(?:en|er|erna)?{_B}|{_B}(?:salary|salaries|wages?){_B}"
        rf"|palkkauskustannu{_W}",
        ("Ohjaajan palkka on", "Palkkatuki on", "Lönen är", "The salary is"),
        ("palkitaan", "belönas"),
        ("palk", "lön", "salar", "wage"),
    ),
    Cue(
        OTHER,
        rf"liikevaih{_W}|{_B}voit(?:to|on){_B}|{_B}tappio{_W}|{_W}omsättning(?:en)?{_B}|{_B}vinsten{_B}"
        rf"|{_B}(?:turnover|revenues?|profits?){_B}|urakkasumm{_W}|{_B}urak(?:ka|an){_B}"
        rf"|toimintaka(?:te|tteen){_B}|toimintameno{_W}|toimintatulo{_W}|{_B}investoi(?:vat|nut|neet|daan)?{_B}",
        ("liikevaihto oli", "voitto 230 000", "omsättning", "turnover", "toimintamenot"),
        ("vaihtoehto", "voittoa tavoittelematon"),
        (
            "liikev",
            "voit",
            "tappio",
            "omsätt",
            "vinst",
            "turnover",
            "revenue",
            "profit",
            "urak",
            "toiminta",
            "invest",
        ),
    ),
    Cue(
        OTHER,
        rf"{_B}(?:lainan?|lainaa|lainat|takau{_W}|takasi|sak(?:ko|on|koon|kojen|koja)|yleiskatteelli{_W}|korvausvaatimu{_W})"
        rf"{_B}|{_B}lån(?:et)?{_B}|{_B}(?:böter|garanti(?:n|er)?){_B}|{_B}borgen{_B}"
        rf"|{_B}(?:loans?|fined|fines|guarantees?){_B}|{_B}(?:a|the) (?:[a-z]+ )?fine{_B}"
        rf"|{_B}fine (?:of|for|was|is|imposed){_B}",
        ("2 miljoonan euron lainan", "Takaus on", "50 000 euron sakkoon", "ett lån", "a fine of"),
        ("lainata", "låna", "Fine Dining"),
        (
            "laina",
            "taka",
            "yleisk",
            "sak",
            "lån",
            "böter",
            "garanti",
            "borgen",
            "loan",
            "fine",
            "guarant",
        ),
    ),
    Cue(
        OTHER,
        rf"{_B}leika(?:taan|ttiin|ttu){_W}|leikkau{_W}|säästö{_W}|{_B}vähen(?:tyy|tyi|netään){_B}"
        rf"|{_B}korottami{_W}|{_B}heikken(?:ee|i){_B}|{_B}kasva(?:a|vat|oi|oivat){_B}"
        rf"|{_B}panostu{_W}|{_B}lisäy(?:s|ksen|stä|ksestä){_B}|palautta(?:maan|a){_B}"
        rf"|{_B}(?:nedskärning{_W}|besparing{_W}|minskar|ökar|tillägg){_B}"
        rf"|{_B}(?:cuts?|savings?){_B}|increas(?:e|ing) (?:their|its)",
        ("Avustuksia leikataan", "säästöistä", "panostuksesta", "ett tillägg på", "savings of"),
        ("kasvatus", "lisäksi"),
        (
            "leik",
            "säästö",
            "vähen",
            "korott",
            "heikken",
            "kasva",
            "panost",
            "lisäy",
            "palautta",
            "nedsk",
            "bespar",
            "minskar",
            "ökar",
            "tillägg",
            "cut",
            "saving",
            "increas",
        ),
    ),
    Cue(
        OTHER,
        rf"{_B}(?:keskimäärin|keskimääräi{_W}|mediaani{_W}|talkootyö\w* arvo|i genomsnitt"
        rf"|genomsnittlig{_W}|medelbidrag{_W}|(?:on )?average|median){_B}",
        ("keskimäärin", "Talkootyön arvo", "i genomsnitt", "The average budget"),
        ("keskiaste", "talkootyön osuus"),
        ("keskimää", "mediaani", "talkootyö", "genomsnitt", "medelbidrag", "average", "median"),
    ),
)

#: Beside a sum: it is that of a sister, an earlier or another project.
OF_ANOTHER: Final = re.compile(
    rf"{_B}(?:sisar|rinnakkais|naapuri)hank{_W}"
    rf"|{_B}(?:toiselle|aiem(?:pi|malle|man)|aikaisem(?:pi|malle|man)|edelli(?:nen|selle|sen)"
    rf"|edeltäv(?:ä|älle|än)|edeltän(?:yt|eelle|een)) (?:\w+-? )?(?:hank|projekti){_W}"
    rf"|{_B}samas(?:ta|sa) (?:hausta|haussa|päätöksessä|erästä) \w+ myös{_B}"
    rf"|{_B}systerprojekt{_W}|{_B}(?:ett annat|det andra|det tidigare|ett tidigare|det föregående"
    rf"|föregående) projekt{_W}|{_B}sister projects?{_B}"
    rf"|{_B}(?:another|the other|(?:the|an) (?:previous|earlier|preceding)) project{_B}",
    re.IGNORECASE,
)
#: Directly behind a sum: it is by the head, hour or month, or it is a difference.
PER_UNIT: Final = re.compile(
    r"\s*/\s?(?:h(?:lö|enk\w*|enkilö|tv)?|tunti|t|kk|pv|opiskelija|oppilas|osallistuja|person|mån"
    r"|tim|month|hour|day)\b"
    r"|\s+(?:tunnilta|tunnissa|tunti|kuukaudessa|kuussa|päivässä|päivältä|viikossa|henkilötyötun\w+"
    r"|i månaden|i timmen|om dagen|(?:per|a|an|each) (?:month|hour|day|week|person|head|student"
    r"|participant|capita)|per (?:person|månad|timme|elev|studerande|deltagare|dag|henkilö"
    r"|opiskelija)"
    r"|(?:henkilöä|opiskelijaa|oppilasta|osallistujaa|asukasta|nuorta|lasta|tuntia|kuukautta)"
    r"\s+(?:kohti|kohden))(?![\wåäö])",
    re.IGNORECASE,
)
DIFFERENCE: Final = re.compile(
    r"\s+(?:vähemmän|enemmän|suurempi|pienempi|större|mindre|mera?|fler|more|less|higher|lower"
    r"|smaller|larger)(?![\wåäö])|\s+(?:\w+\s+)?(?:leikkau|säästö|lisäy|panostu)\w*",
    re.IGNORECASE,
)
