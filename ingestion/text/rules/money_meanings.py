"""What an amount is, by the words of its sentence or label.

Order matters: a row masks what it covers, so phrases stand before the words inside them. The
last group are words that change the meaning of a grant without being a kind of money.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue
from ingestion.text.rules.money_refusals import REFUSALS

_W = r"\w*"
_B = r"\b"

#: A grant to several projects or bodies at once.
SEVERAL: Final = "several"
#: One project, named: takes the amount out of a sum over several.
ONE: Final = "one"

MEANINGS: Final[tuple[Cue, ...]] = (
    *REFUSALS,
    Cue(
        "realised_public",
        rf"toteutu{_W} julki{_W} rahoitu{_W}",
        ("Toteutunut julkinen rahoitus yhteensä",),
        ("julkinen rahoitus",),
        ("toteutu",),
    ),
    Cue(
        "planned_public",
        rf"(?:suunnitel{_W} )?julki(?:nen|sen|sta) rahoitu{_W}",
        ("Suunniteltu julkinen rahoitus yhteensä",),
        ("julkinen haku",),
        ("julki",),
    ),
    Cue(
        "realised",
        rf"toteutu(?:nut|neet|ma){_W}\s+(?:EU- ja valtion )?(?:rahoitu|kustannu|meno){_W}"
        rf"|förverkligade kostnader{_W}|actual costs?|realised",
        ("Toteutunut EU- ja valtion rahoitus", "toteutuneet kustannukset"),
        ("toteutusaika",),
        ("toteutu", "förverk", "actual", "realised"),
    ),
    Cue(
        "paid",
        rf"maksettu{_W}|maksettiin|maksatu{_W}|utbetal{_W}|{_B}(?:paid|disbursed){_B}",
        ("tukea on maksettu", "maksettiin", "utbetalats", "paid out"),
        ("maksuton",),
        ("maks", "utbetal", "paid", "disburs"),
    ),
    Cue(
        "appropriation",
        rf"momenti(?:lle|lla|n|lta|sta)?(?:\s+[\d.]+)?(?:\s+\w+){{0,3}}?\s+(?:myönne|osoite"
        rf"|esite|lisät){_W}"
        rf"|momenti(?:lle|lla|n|lta|sta)?{_B}|talousarvio(?:ssa|n|esity{_W})"
        rf"|esite(?:tty|tään|ttiin){_W}(?:\s+[\w.-]+){{0,4}}?\s+määräraha{_W}"
        rf"|määräraha{_W}(?:\s+[\w.-]+){{0,3}}?\s+(?:esite|ehdote|lisät|on|nousee){_W}"
        rf"|esitetty määräraha|{_B}anslag(?:et|en)?{_B}|statsbudget{_W}|budgetproposition{_W}"
        r"|\bappropriations?\b|state budget",
        (
            "esitetty määräraha",
            "momentille 29.98.97 myönnetään",
            "anslag",
            "talousarvioesityksessä",
        ),
        ("momentum", "anslagstavla"),
        ("moment", "talousarv", "määrära", "anslag", "budget", "appropr"),
    ),
    Cue(
        "call_budget",
        rf"voi(?:daan|vat)?\s+(?:\w+\s+){{0,3}}?(?:myöntää|saada|hakea|jakaa)"
        rf"|{_B}jaetaan|{_B}jaossa{_B}|jaettav(?:issa|ana){_W}|haettav(?:issa|ana|aksi)"
        rf"|käytettävissä"
        rf"|on (?:haussa|varattu){_B}|{_B}varataan|haun (?:kokonais)?(?:budjet|raha|määrära){_W}"
        rf"|hakukierroksella (?:on|jaetaan)|myöntövaltuu{_W}|haettava{_W} (?:tuki|avustus|rahoitus)"
        rf"|kan (?:\w+\s+){{0,2}}?(?:beviljas|bevilja|sökas|delas)|delas ut|finns att söka"
        rf"|att ansöka om|{_B}utlys(?:s|er|ning){_W}|till förfogande|står till buds|att söka{_B}"
        rf"|(?:may|can|could|to) be (?:granted|awarded|applied|distributed)|call budget"
        rf"|available|open for applications|budget of the call",
        (
            "avustusta voidaan myöntää",
            "elinvoimakeskus voi myöntää",
            "jaetaan",
            "haettavissa",
            "on käytettävissä",
            "kan beviljas",
            "can be granted",
            "is available",
        ),
        ("jakaa tietoa", "hakuaika", "haettu tuki"),
        (
            "voi",
            "jae",
            "jaos",
            "jaet",
            "haett",
            "käytett",
            "haussa",
            "varat",
            "haun",
            "hakukier",
            "myöntöv",
            "kan ",
            "delas",
            "söka",
            "utlys",
            "förfogande",
            "buds",
            "be ",
            "call",
            "avail",
            "open",
            "of the",
        ),
    ),
    Cue(
        "call_budget",
        r"\b(?:avustus|tuki|rahoitus|bidraget|stödet) (?:on|voi olla|är) "
        r"(?=enintään|korkeintaan|högst)"
        r"|^haku\s?:|^utlysning\s?:",
        ("avustus on enintään", "Haku: 2 miljoonaa", "stödet är högst"),
        ("avustus on",),
    ),
    Cue(
        "call_budget",
        r"myönnetään\s+(?:\w+\s+){0,2}?(?=enintään|korkeintaan|vähintään)"
        r"|beviljas\s+(?=högst|maximalt)",
        ("avustusta myönnetään enintään", "beviljas högst"),
        ("myönnettiin enintään",),
        ("myönnetään", "beviljas"),
    ),
    Cue(
        "granted",
        r"(?:myönnet\w+\s+)?EU- ja (?:valtion|kansalli\w+) (?:rahoitu|tuk|tue|avustu)\w*"
        r"|EU-finansiering och statlig finansiering",
        ("Myönnetty EU- ja valtion rahoitus",),
        ("valtion rahoitus",),
        ("eu-",),
    ),
    Cue(
        "granted_eu_share",
        rf"EU[:-]?(?:n|s)?[ -](?:tuen |rahoitus)?(?:osuu(?:s|den|tta|del{_W})|varat|varoja"
        rf"|andel{_W}|tuki{_B}|tuesta|tukea{_B})"
        rf"|ES[RF]\+?-(?:osuu(?:s|den|tta)|andel{_W})|EU:s (?:andel|finansiering){_W}"
        rf"|EU (?:share|contribution|funding share)|share of (?:the )?EU",
        ("josta EU-osuus on", "EU:n osuus", "EU-tuki", "EU-andelen", "EU share", "ESR-osuus"),
        ("EU-rahoitteinen", "EU-hanke"),
        ("eu", "esr", "esf"),
    ),
    Cue(
        "national_share",
        rf"(?:valtion|kansalli(?:nen|sen|sta)|julki(?:nen|sen)) (?:rahoitus)?osuu{_W}"
        rf"|(?:valtion|kansalli(?:nen|sen|sta)) (?:vastin)?rahoitu{_W}"
        rf"|kansalli{_W} vastinraho{_W}|statens andel{_W}|nationell{_W} (?:andel"
        rf"|medfinansiering){_W}"
        r"|national (?:share|co-?financing|contribution)",
        ("valtion osuus", "kansallinen vastinrahoitus", "statens andel", "national share"),
        ("kansallinen strategia",),
        ("valtion", "kansalli", "julki", "stat", "nation"),
    ),
    Cue(
        "own_funding",
        rf"{_B}oma(?:n|a|lla|sta)?[ -]?(?:rahoitu{_W}|osuu{_W}|vastuu(?:osuus)?{_B})"
        rf"|{_B}oma{_W} (?:rahoitus)?osuu{_W}"
        rf"|egen (?:andel|finansiering|insats){_W}|egenfinansiering{_W}|självfinansiering{_W}"
        rf"|egna (?:medel|andel){_W}|own (?:part|funding|contribution|share|financing)"
        r"|self-financing|omarahoitteis\w*",
        ("omarahoitus", "omarahoitusosuus", "oma rahoitusosuus", "egen andel", "own part"),
        ("omaishoito", "omakotitalo"),
        ("oma", "ege", "egna", "självf", "own", "self"),
    ),
    Cue(
        "partner_share",
        rf"{_B}[\w-]+n (?:rahoitus)?osuu(?:s|den|tta|deksi|della){_B}"
        rf"|osatoteutta{_W} (?:raho|osuu|budje){_W}|osatoteuttajalle"
        rf"|{_B}[\w-]+s (?:andel|del)(?:en)?{_B}(?!\s+av)|partner'?s? (?:share|part){_B}"
        rf"|kuntarahoitu{_W}|kunta(?:raha|osuus){_W}",
        ("kaupungin osuus", "opiston osuus hankkeesta", "stadens andel", "partner's share"),
        ("osuus", "suuri osuus"),
        ("osuu", "osato", "andel", "del", "partner", "kunta"),
    ),
    Cue(
        "total_cost",
        rf"kokonais(?:budjet|kustannu|rahoitu|kust|hinta|arvo|summa){_W}|kustannusarvio{_W}"
        rf"|(?:hyväksy|tukikelpoi){_W} kustannu{_W}|budjet(?:ti|in|tia|iltaan|ista){_B}"
        rf"|kustannu(?:kset|s|ksista|ksiin|ksiltaan){_B}"
        rf"|total(?:budget|kostnad|finansiering){_W}|total{_W} (?:budget|kostnad|finansiering){_W}"
        rf"|(?:hela|sammanlagda) (?:budget|kostnad){_W}|kostnadsförslag{_W}|kostnader(?:na)?{_B}"
        rf"|budget(?:en)?{_B}|total (?:eligible )?(?:budget|cost|expenditure|funding)s?"
        rf"|{_B}budgeted|costs?{_B}",
        (
            "kokonaisbudjetti on",
            "kokonaiskustannukset",
            "hankkeen budjetti",
            "totalbudget",
            "total budget",
            "kokonaisrahoitus",
            "den totala budgeten",
        ),
        ("kustantaja", "kostym"),
        ("kokonais", "kustann", "budj", "budg", "kostnad", "total", "cost"),
    ),
    Cue(
        "granted",
        rf"myönsi(?:vät)?{_B}|myöntä(?:nyt|neet|mä|mään|mästä|nee|ä|vät){_W}|myönne(?:tty|ttiin"
        rf"|tyn|tyistä|tyllä|tyt|ttyjen|ttävä|ttyä){_W}"
        rf"|myöntei(?:nen|sen|sellä|set) (?:rahoitus)?päätö{_W}",
        ("myönsi", "on myöntänyt", "myönnettiin", "myönnetty rahoitus", "myönteisen päätöksen"),
        ("myönnytys", "myönteinen palaute"),
        ("myön",),
    ),
    Cue(
        "granted",
        rf"(?:{_B}|har ){_B}bevilja(?:de|des|t|ts|d|de){_B}|tilldela(?:des|ts|t|de){_B}|erhöll"
        rf"|erhållit|fick{_B}"
        rf"|har fått|{_B}(?:granted|awarded|received|receives|secured){_B}|funded with|grant of{_B}"
        rf"|{_B}sai(?:vat)?{_B}|{_B}saa(?! (?:hakea|olla|enintään|korkeintaan|myös)){_B}"
        rf"|{_B}tukee{_B}|{_B}rahoitamme{_B}|{_B}saa(?:nut|neet){_B}"
        rf"|rahoit(?:ti|taa|ettiin|etaan|tavat"
        rf"|tivat){_B}",
        ("beviljades", "har beviljats", "was granted", "received", "hanke sai", "grant of"),
        ("saippua", "bevilja", "saatavilla"),
        (
            "bevilj",
            "tilldel",
            "erhöl",
            "erhål",
            "fick",
            "fått",
            "grant",
            "award",
            "receiv",
            "secur",
            "tukee",
            "funded",
            "sai",
            "saa",
            "rahoit",
        ),
    ),
    Cue(
        "granted",
        rf"myönnetään{_B}|beviljas{_B}|finansiera(?:r|de|s|des){_B}|{_B}funds{_B}",
        ("hankkeelle myönnetään", "projektet beviljas"),
        ("myönnettäneen",),
        ("myönnetään", "beviljas", "finansier", "funds"),
    ),
    Cue(
        "applied",
        rf"haet(?:tu|aan|tiin|un|tava){_W}|{_B}hak(?:i|ivat|enut|eneet){_B}|{_B}hakee{_B}"
        rf"|{_B}hakevat{_B}"
        rf"|hakem(?:us|uksen|uksessa|uksella|usta|uksesta|uksia|ukset){_B}"
        rf"|ansök(?:t|ta|te|er|an|ningar|ts){_B}|{_B}sök(?:t|te|er|ts){_B}"
        rf"|{_B}appli(?:ed|es|cation){_B}(?! Sciences)|{_B}appl(?:y|ying){_B}|request(?:ed|s"
        rf"|ing){_B}"
        rf"|anotaan|anoo{_B}",
        ("haettu tuki", "haetaan", "haki", "ansökta medel", "applied for", "412 300 euron hakemus"),
        ("hakuaika", "ansökningstiden", "University of Applied Sciences"),
        ("hae", "hak", "sök", "appl", "reques", "ano"),
    ),
    Cue(
        SEVERAL,
        rf"(?:\d+|kahdelle|kolmelle|neljälle|viidelle|kuudelle|seitsemälle|kahdeksalle|yhdeksälle"
        rf"|kymmenelle|useille|useammalle|usealle|monille|kaikille|eri|uusille)\s+(?:[\w-]+\s+)?"
        rf"(?!-)[\w-]*(?:hankkeelle|hankkeille|projektille|projekteille|toimijalle|organisaatiolle"
        rf"|kunnalle"
        rf"|järjestölle|hakijalle|oppilaitokselle|yhteisölle)"
        rf"|hankkei(?:lle|siin|den|ta|ssa|lla|sta){_B}|projektei(?:lle|hin){_B}"
        rf"|(?:\d+|kaksi|kolme|neljä|viisi|useat?|useita) [\w-]*(?:hanketta|projektia|hankkeet)",
        ("yhteensä 12 hankkeelle", "kolmelle hankkeelle", "ohjaushankkeille", "12 hanketta"),
        ("hankkeelle", "Majakkapolku-hankkeelle", "Tie 2 -hankkeelle"),
        ("hank", "projekt", "toimij", "organis", "kunn", "järjes", "oppil", "yhteis", "hakij"),
    ),
    Cue(
        SEVERAL,
        rf"(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|olika|alla|sammanlagt)\s+"
        rf"(?:[\w-]+\s+)?{_W}projekt{_B}|{_W}projekten{_B}"
        rf"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|all|many)\s+"
        rf"(?:[a-z-]+\s+){{0,2}}projects{_B}|to projects{_B}|{_B}projects{_B}",
        ("totalt till 12 projekt", "tre projekt", "to 12 projects", "flera projekt"),
        ("projektet", "the project"),
        ("projekt", "project"),
    ),
    Cue(
        ONE,
        rf"(?:-|{_B})(?:hankkeelle|hankkeen|hankkeeseen|hankkeessa|hanke|hanketta|projektille"
        rf"|projektin"
        rf"|projektet|projektets|project){_B}",
        ("Majakkapolku-hankkeelle", "projektet Fyrstigen", "the project"),
        ("hankkeille", "projekten"),
        ("hank", "projekt", "project"),
    ),
)
