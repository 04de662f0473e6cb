"""How running text names a project, and how it says that a project is no fact yet."""

from __future__ import annotations

import re
from typing import Final

from ingestion.text.rules.base import Cue

#: Case forms of the Finnish words for a project.
HANKE: Final = (
    r"hank(?:keelle|keelta|keella|keessa|keesta|keeseen|keen|keena|etta|keita|keet|e)"
    r"|projekti(?:lle|lta|lla|ssa|sta|in|n|na|a)?"
)
#: In front of `-hanke`: money, an office or a kind of project, never a name.
NO_NAME: Final = frozenset(
    {
        "esr", "esf", "esr+", "esf+", "eakr", "eruf", "jtf", "rrf", "eu", "ely", "te",
        "tki", "okm", "tem", "stm", "oph", "kehittämis", "kehitys", "pilotti", "kärki",
        "osa", "yhteis", "tutkimus", "ohjaus", "kehittämishanke", "investointi", "infra",
        "interreg", "leader", "erasmus", "tie", "vesi", "jatko", "elinvoima", "hanke",
        "projekti", "project", "kansainvälinen", "evk", "avi", "kunta", "alue", "ict",
        "digi",
    }
)  # fmt: skip
#: Sentence openers that are no part of a name.
OPENERS: Final = frozenset(
    {
        "vuonna", "myös", "lisäksi", "nyt", "uusi", "uudelle", "uuden", "esimerkiksi",
        "samassa", "samalla", "ohjelmassa", "keskus", "elinvoimakeskus", "hankkeelle",
        "hanke", "projekti", "projektet", "the", "a", "an", "this", "also", "new", "det",
        "den", "ett", "en", "i", "på", "för", "med", "under", "in", "for", "with",
        "rahoitusta", "tukea", "avustusta", "mukana", "tavoitteena", "muun", "ensimmäinen",
        "toinen", "näistä", "näin", "kun", "kuitenkin", "silti", "joista", "josta", "sekä",
        "yhteistyössä", "our", "its", "their", "dessutom", "också", "bland", "även", "av",
        "till", "projektin", "hankkeen", "one", "another", "when",
    }
)  # fmt: skip
#: What refers back to the project of the sentence before.
ANAPHOR: Final = re.compile(
    r"^\W*(?:Hank(?:e|keen|keessa|keelle|keesta|etta|keella)|Projekti(?:n|ssa|lle|a)?|Se|Sen"
    r"|Siinä|Tavoitteena|Toteuttaja"
    r"|Toteuttajana|Hankekoodi|Projektet|Projektets|Projektkod|Det|Målet|Projektägare"
    r"|The project|It|Its|Project code"
    r"|Kokonaisbudjetti|Rahoitus)\b",
    re.IGNORECASE,
)

#: A bare word for the project in the sentence right behind the one that names it.
BARE_PROJECT: Final = re.compile(
    r"\b(?:hanke|hankkeen|hankkeessa|hankkeelle|hanketta|projektet|the project)\b"
)
#: Where a Swedish name that is not quoted ends.
SV_NAME_ENDS: Final = frozenset(
    {
        "har", "är", "som", "beviljades", "beviljats", "beviljas", "får", "fick",
        "genomförs", "pågår", "ska", "skall", "kommer", "startar", "startade", "ansökte",
        "ansöker", "planeras", "avslogs", "avslutades", "vill", "stöder", "utvecklar",
        "leds", "riktar", "i", "på", "till", "med", "av", "för", "där", "under", "från",
        "inom", "hos", "vid", "den", "det", "inte", "ger", "stärker", "erhöll", "söker",
        "sökte", "omfattar", "varar", "löper", "börjar", "drivs", "ägs", "finansieras",
        "samlar", "hjälper", "skapar", "bygger", "och", "samt",
    }
)  # fmt: skip

MODALITIES: Final[tuple[Cue, ...]] = (
    Cue(
        "negated",
        r"\bei(?:kä|vät)?\s+(?:[\w:+-]+\s+){0,6}?(?:myönn|myöntä|saa(?:nut|neet|tu)|rahoitet"
        r"|puollet|hyväksyt|toteudu|toteutu|käynnisty)\w*"
        r"|hylät\w+|hylkäsi\w*|\bjäi (?:ilman|saamatta)\b|kieltei\w+ (?:rahoitus)?päätö\w+"
        r"|\bperuttiin\b|\bkumottiin\b"
        r"|\bavslog\w*|\bavslag\w*|(?:inte|ej)\s+(?:\w+\s+){0,3}?bevilja\w*"
        r"|bevilja\w*\s+(?:inte|ej|inget)\b|fick (?:inte|avslag)"
        r"|\bnot\s+(?:\w+\s+){0,2}?(?:granted|awarded|funded|approved)|\b(?:was|were"
        r"|been) (?:rejected|refused|declined|turned down)",
        (
            "ei myönnetty rahoitusta",
            "hakemus hylättiin",
            "ansökan avslogs",
            "beviljades inte",
            "was not granted",
            "has been rejected",
        ),
        ("myönnettiin",),
        (
            "ei",
            "hyl",
            "jäi ",
            "peruttiin",
            "kumottiin",
            "avsl",
            "inte",
            "ej",
            "bevilja",
            "fick avslag",
            "not",
            "reject",
            "refus",
            "declin",
            "turned",
        ),
    ),
    Cue(
        "planned",
        r"\bon tarkoitus\b|\btarkoituksena on\b|\baikoo\b|\bsuunnitteilla\b|\bsuunnitellaan\b"
        r"|\bsuunnittelee\b|\bvalmistellaan\b|\besitetään\b"
        r"|\behdotetaan\b|\btavoitteena on (?:käynnistää|saada|aloittaa|perustaa|hakea)\b"
        r"|\bon määrä käynnist\w+"
        r"|\bplaneras\b|\bplanerar\b|\bförbereds\b|\bföreslås\b|\bis planned\b|\bare planned\b"
        r"|\bplans to\b|\bis being prepared\b|\bproposed\b|\bhopes to\b"
        r"|\b(?:jos|mikäli)\s+(?:[\w-]+\s+){0,6}?(?:myönnet|saa(?:daan)?|hyväksy)\w*"
        r"|\b(?:saisi|myönnettäisiin|käynnistyisi|toteutettaisiin)\b"
        r"|\bom\s+(?:\w+\s+){0,6}?(?:beviljas|godkänns)\b|\bskulle\s+(?:få|beviljas|starta)\b"
        r"|\bif\s+(?:\w+\s+){0,5}?(?:granted|approved|funded)\b|\bwould\s+(?:receive|start|be)\b",
        (
            "hanketta suunnitellaan",
            "on tarkoitus käynnistää",
            "projektet planeras",
            "is planned",
            "jos rahoitus myönnetään",
            "hanke saisi",
            "if the project is approved",
        ),
        ("suunnitelma", "tavoitteena on vahvistaa"),
        (
            "tarkoitu",
            "aikoo",
            "suunnit",
            "valmistel",
            "esitet",
            "ehdotet",
            "tavoit",
            "määrä",
            "plan",
            "förbere",
            "föreslå",
            "prepar",
            "propos",
            "hopes",
            "jos",
            "mikäli",
            "saisi",
            "myönnettäis",
            "käynnistyisi",
            "toteutettais",
            "beviljas",
            "godkänns",
            "skulle",
            "granted",
            "approved",
            "funded",
            "would",
        ),
    ),
    Cue(
        "granted",
        r"myönsi\w*|myönnet(?:tiin|ty)\w*|myöntän\w+|beviljad\w*|beviljat\w*|\bgranted\b"
        r"|\bawarded\b|\bsai\b|\bsaanut\b|\bfick\b|\breceived\b",
        ("myönnettiin", "har beviljats", "was granted"),
        ("myönteinen",),
        ("myön", "bevilja", "grant", "award", "sai", "saanut", "fick", "receiv"),
    ),
    Cue(
        "applied",
        r"\bhaki(?:vat)?\b|\bhakee\b|\bhakevat\b|\bhakenut\b|\bhaet(?:aan|tiin|tu)\b"
        r"|\bhakemu(?:s|ksen|kse\w+)\b|\bhakema\w*"
        r"|\bansök(?:t|te|er|an)\b|\bsök(?:er|te|t)\b|\bappl(?:ied|ies|ying)\b(?! Sciences)"
        r"|\bapplication\b",
        ("hanke haki", "haetaan rahoitusta", "ansökte om", "applied for"),
        ("haku", "hakuaika"),
        ("hak", "hae", "sök", "appl"),
    ),
)
