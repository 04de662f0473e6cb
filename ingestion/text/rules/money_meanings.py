"""What an amount is, by the words of its sentence or label.

Order matters: a row masks what it covers, so phrases stand before the words inside them. The
last group are words that change the meaning of a grant without being a kind of money.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue
from ingestion.text.rules.money_refusals import REFUSALS
from ingestion.text.rules.money_shares import SHARES

_W = r"\w*"
_B = r"\b"
#: A decision that was made, not one that somebody waits for.
_DECISION = (
    r"(?:rahoitus|avustus|tuki)päätö(?:s|ksen|ksellä|ksessä)\b(?!\s+(?:tehdään|tehdä|saadaan"
    r"|odotetaan"
    r"|annetaan|edellyt|voi|tulee|on tarkoitus|valmistel))"
)
#: A count of projects has at most three digits; four are a year.
_COUNT = r"(?<![\d.,])\d{1,3}"
_FI_COUNTS = (
    r"kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|(?:yksi|kaksi|kolme|neljä"
    r"|viisi|kuusi|seitsemän|kahdeksan|yhdeksän)toista|parikymmentä|kymmeniä|kaksikymmentä"
    r"|kahta|kolmea|neljää|viittä|kuutta|seitsemää|kahdeksaa|yhdeksää|kymmentä"
)
_FI_COUNTS_TO = (
    r"kahdelle|kolmelle|neljälle|viidelle|kuudelle|seitsemälle|kahdeksalle|yhdeksälle|kymmenelle"
    r"|(?:yhdelle|kahdelle|kolmelle|neljälle|viidelle|kuudelle)toista"
)

#: A grant told by a noun, without a verb.
GRANT_NOUN: Final = "grant noun"
#: What something costs its buyer.
PRICE: Final = "price"
#: A grant to several projects or bodies at once.
SEVERAL: Final = "several"
#: One project, named: takes the amount out of a sum over several.
ONE: Final = "one"

MEANINGS: Final[tuple[Cue, ...]] = (
    *REFUSALS,
    Cue(
        "applied",
        rf"{_B}hae(?:ttu|tun|tulla|ttua)\s+(?:[\w+-]+-)?(?:tuki|tuen|tuella|tukea|avustu"
        rf"|rahoitu){_W}"
        rf"|{_B}haettava{_W}\s+[\w+]+-(?:tuki|tuen|avustu|rahoitu){_W}"
        rf"|{_B}(?:an)?sökt[ae]?\s+(?:stöd|understöd|bidrag|finansiering){_W}"
        r"|(?:requested|applied) (?:grant|funding|support)",
        ("haettu tuki", "haettava ESR-tuki", "sökt finansiering", "requested funding"),
        ("haettava tuki", "haettavissa", "tuki"),
        ("hae", "sökt", "request", "applied"),
    ),
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
        rf"|on (?:haussa|varattu){_B}|{_B}haussa (?:on|oli){_B}|{_B}varataan"
        rf"|haun (?:kokonais)?(?:budjet|raha|määrära){_W}"
        rf"|hakukierroksella (?:on|jaetaan)|myöntövaltuu{_W}|(?:haettava|myönnettävä){_W}"
        rf" (?:tuki|avustus|rahoitus)"
        rf"|kan (?:\w+\s+){{0,2}}?(?:beviljas|bevilja|sökas|delas)|delas ut|finns att söka"
        rf"|att ansöka om|{_B}utlys(?:s|er|ning){_W}|till förfogande|står till buds|att söka{_B}"
        rf"|(?:may|can|could|to) be (?:granted|awarded|applied|distributed)|call budget"
        rf"|available|open for applications|budget of the call|{_B}tarjolla{_B}|att dela ut"
        rf"|{_B}(?:can|may|could) (?:receive|apply for){_B}",
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
            "tarjolla",
            "can ",
            "may ",
            "could ",
            "myönnettäv",
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
            "dela ut",
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
        r"|\b(?:avustus|tuki|rahoitus) voi olla\b|\bcall (?:has|with) a (?:total )?budget"
        r"|\bbudget of the call|^haku\s?:|^utlysning\s?:",
        ("avustus on enintään", "Haku: 2 miljoonaa", "stödet är högst", "The call has a budget"),
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
    *SHARES,
    Cue(
        "total_cost",
        rf"kokonais(?:budjet|kustannu|rahoitu|kust|hinta|arvo|summa){_W}|kustannusarvio{_W}"
        rf"|(?:hyväksy|tukikelpoi){_W} kustannu{_W}|budjet(?:ti|in|tia|iltaan|ista){_B}"
        rf"|kustannu(?:kset|s|ksista|ksiin|ksiltaan){_B}"
        rf"|total(?:budget|kostnad|finansiering){_W}|total{_W} (?:budget|kostnad|finansiering){_W}"
        rf"|(?:hela|sammanlagda) (?:budget|kostnad){_W}|kostnadsförslag{_W}|kostnader(?:na)?{_B}"
        rf"|budget(?:en)?{_B}|total (?:eligible )?(?:budget|cost|expenditure|funding)s?"
        rf"|(?:hankkeen|projektin) arvo{_B}|projektets värde|{_B}project is worth"
        rf"|{_B}budgeted|costs?{_B}(?!\s+(?:about|around|some|up to|over|[€\d]))",
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
        (
            "kokonais",
            "kustann",
            "budj",
            "budg",
            "kostnad",
            "total",
            "cost",
            "arvo",
            "värde",
            "worth",
        ),
    ),
    Cue(
        "appropriation",
        rf"{_B}määräraha{_W}",
        ("3 miljoonan euron määrärahaa",),
        ("hakumääräraha", "määrä"),
        ("määrära",),
    ),
    # The noun alone is a grant of so much; with a bound it is what a call offers.
    Cue(
        GRANT_NOUN,
        rf"(?<!haettava )(?<!maksettu )(?<![\w-])(?:tuki|avustus)"
        rf"(?:summa{_W}|(?=:?\s+\d)|\s+(?:on|oli){_B}(?!\s+(?:enintään|korkeintaan|vähintään)))"
        rf"|{_B}(?:avustuksen|tuen|rahoituksen) (?:suuruus|määrä) (?:on|oli){_B}"
        rf"(?!\s+(?:enintään|korkeintaan|vähintään|max))"
        rf"|{_B}(?:stödet|bidraget|understödet)\s+(?:[\w+]+\s+){{0,3}}?(?:är|var|uppgår){_B}"
        rf"(?!\s+(?:till\s+)?(?:högst|minst))|{_B}the grant(?: (?:is|was|amounts)|(?=,?\s+(?:EUR|€"
        rf"|of)))",
        (
            "Tukisumma on",
            "Avustuksen suuruus on",
            "Avustus oli 20 000",
            "tuki 280 000 €",
            "understödet uppgår",
            "The grant was",
        ),
        ("haettava tuki on", "tuki on enintään", "EU-tuki on"),
        ("tuki", "tuen", "avustu", "rahoituksen", "stöd", "bidrag", "grant"),
    ),
    # A price says nothing about the money of a project.
    Cue(
        PRICE,
        rf"{_B}(?:maksaa|maksoi|maksavat|hinta{_W}|hinnaltaan|kostar|kostade|priset|pris){_B}"
        rf"|{_B}costs(?=\s+(?:about|around|some|up to|over|[€\d]))|{_B}price[ds]?{_B}",
        ("Palvelu maksaa", "tjänsten kostar", "The service costs €15,000"),
        ("maksuton", "maksettu", "total costs", "kokonaishinta"),
        ("maks", "hin", "kost", "pris", "cost", "price"),
    ),
    Cue(
        "granted",
        rf"myönsi(?:vät)?{_B}|myöntä(?:nyt|neet|mä|mään|mästä|nee|ä|vät){_W}|myönne(?:tty|ttiin"
        rf"|tyn|tyistä|tyllä|tyt|ttyjen|ttävä|ttyä){_W}"
        rf"|myöntei(?:nen|sen|sellä|set) (?:rahoitus)?päätö{_W}|{_DECISION}"
        rf"|{_B}osoit(?:ti|ettiin|tanut|taneet|ettu){_W}|{_B}(?:valtion)?avustuksella{_B}"
        rf"|{_B}tuella{_B}"
        rf"|{_B}varmistu(?:i|nut|neet|ivat|nee){_W}"
        rf"|(?:ES[RF]|EAKR|ERUF|JTF)\+?-(?:tuki|tuella|rahoitus|rahoituksella){_B}(?!\s?osuu)"
        rf"|(?:ESF|JTF)\+? grant{_B}",
        (
            "myönsi",
            "on myöntänyt",
            "myönnettiin",
            "myönnetty rahoitus",
            "myönteisen päätöksen",
            "rahoitus varmistui",
            "katetaan ESR+-tuella",
            "on osoittanut hankkeelle",
        ),
        ("myönnytys", "myönteinen palaute", "50 000 euroa ESR+-tukea"),
        (
            "myön",
            "päätö",
            "varmistu",
            "osoit",
            "tuksella",
            "tuella",
            "esr",
            "esf",
            "eakr",
            "eruf",
            "jtf",
        ),
    ),
    Cue(
        "granted",
        rf"(?:{_B}|har ){_B}bevilja(?:de|des|t|ts|d|de){_B}|tilldela(?:des|ts|t|de){_B}|erhöll"
        rf"|erhållit|fick{_B}"
        rf"|har fått|{_B}(?:granted|awarded|received|receives|secured){_B}|funded with|grant of{_B}"
        rf"|{_B}sai(?:vat|mme|n)?{_B}|{_B}saatiin{_B}|{_B}saa(?! (?:hakea|olla|enintään"
        rf"|korkeintaan|myös)){_B}"
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
        rf"myönnetään{_B}|bevilja[sr]{_B}|finansiera(?:r|de|s|des){_B}|{_B}funds{_B}",
        ("hankkeelle myönnetään", "projektet beviljas", "centralen beviljar"),
        ("myönnettäneen",),
        ("myönnetään", "beviljas", "beviljar", "finansier", "funds"),
    ),
    Cue(
        "applied",
        rf"haet(?:tu|aan|tiin|un|tava){_W}|{_B}sökta{_B}|{_B}hak(?:i|ivat|enut|eneet){_B}"
        rf"|{_B}hakee{_B}"
        rf"|{_B}hakevat{_B}"
        rf"|{_B}hakema(?:a|nsa|n|lla)?{_B}|hakem(?:us|uksen|uksessa|uksella|usta|uksesta|uksia"
        rf"|ukset){_B}"
        rf"|ansök(?:t|ta|te|er|an|ningar|ts){_B}|{_B}sök(?:t|te|er|ts|s){_B}"
        rf"|{_B}appli(?:ed|es|cation){_B}(?! Sciences)|{_B}appl(?:y|ying){_B}|request(?:ed|s"
        rf"|ing){_B}"
        rf"|anotaan|anoo{_B}",
        ("haettu tuki", "haetaan", "haki", "ansökta medel", "applied for", "412 300 euron hakemus"),
        ("hakuaika", "ansökningstiden", "University of Applied Sciences"),
        ("hae", "hak", "sök", "appl", "reques", "ano"),
    ),
    Cue(
        SEVERAL,
        rf"(?:{_COUNT}|{_FI_COUNTS_TO}|useille|useammalle|usealle|monille|kaikille|eri"
        rf"|uusille)\s+(?:[\w-]+\s+)?"
        rf"(?!-)[\w-]*(?:hankkeelle|hankkeille|projektille|projekteille|toimijalle|organisaatiolle"
        rf"|kunnalle"
        rf"|järjestölle|hakijalle|oppilaitokselle|yhteisölle)"
        rf"|hankkei(?:lle|siin|den|ta|ssa|lla|sta){_B}|projektei(?:lle|hin){_B}"
        rf"|(?:{_COUNT}|{_FI_COUNTS}|useat?|useita|moni|monet|kaikki) (?:\w+ )?[\w-]*(?:hanketta"
        rf"|projektia|hankkeet)",
        ("yhteensä 12 hankkeelle", "kolmelle hankkeelle", "ohjaushankkeille", "12 hanketta"),
        ("hankkeelle", "Majakkapolku-hankkeelle", "Tie 2 -hankkeelle"),
        ("hank", "projekt", "toimij", "organis", "kunn", "järjes", "oppil", "yhteis", "hakij"),
    ),
    Cue(
        SEVERAL,
        rf"(?:{_COUNT}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|olika|alla"
        rf"|sammanlagt)\s+"
        rf"(?:[\w-]+\s+)?{_W}projekt{_B}|{_W}projekten{_B}"
        rf"|(?:{_COUNT}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|all"
        rf"|many)\s+"
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
