"""What an amount is, by the words of its sentence or label.

Order matters: a row masks what it covers, so phrases stand before the words inside them.
What does not belong here: who got the money (`money_several`).
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue
from ingestion.text.rules.money_offers import OFFERS
from ingestion.text.rules.money_others import OTHERS
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
#: Behind `hanke maksaa`: what it costs as a whole, not what it pays to somebody.
_COSTS = (
    r"(?:(?:kaikkiaan|yhteensä|kokonaisuudessaan|noin|arviolta|lähes|yli|totalt|sammanlagt|cirka|ca"
    r"|ungefär|uppskattningsvis)\s+){0,2}\d"
)
#: A grant told by a noun, without a verb.
GRANT_NOUN: Final = "grant noun"

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
    # What came in, told by the count or the sum of the applications.
    Cue(
        "applied",
        rf"haettujen\s+{_W}|hakemuk(?:sia|set|sissa|sien){_B}|{_B}hakemusta{_B}|hakijat toivo{_W}"
        rf"|{_W}ansökningar(?:na|nas)?{_B}(?!\s+(?:beviljas|beviljades|godkän))|gör anspråk på"
        rf"|{_B}sökta{_B}|{_B}applications? (?:for|worth|totall?ing){_B}|applied funding"
        rf"|{_B}applicants? request{_W}",
        (
            "haettujen avustusten yhteismäärä",
            "52 hakemusta, yhteensä",
            "Ansökningarnas sammanlagda värde",
            "gör anspråk på",
            "Applications worth",
        ),
        ("hakuaika", "ansökningstiden", "av 1 600 ansökningar beviljades"),
        ("haettujen", "hakem", "hakijat", "ansökning", "anspråk", "sökta", "applica", "applied"),
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
        rf"|{_B}käytettiin(?=\s+(?:noin\s+|yhteensä\s+)?\d)|förverkligade kostnader{_W}"
        r"|actual costs?|realised",
        ("Toteutunut EU- ja valtion rahoitus", "toteutuneet kustannukset", "käytettiin 19,9"),
        ("toteutusaika", "käytettiin hankkeisiin"),
        ("toteutu", "käytettiin", "förverk", "actual", "realised"),
    ),
    Cue(
        "paid",
        rf"maksettu{_W}|maksettiin|maksatu{_W}|utbetal{_W}|{_B}betala(?:ts|des){_B}|{_B}(?:paid|disbursed){_B}",
        ("tukea on maksettu", "maksettiin", "utbetalats", "har betalats", "paid out"),
        ("maksuton",),
        ("maks", "betala", "paid", "disburs"),
    ),
    *OFFERS,
    *SHARES,
    Cue(
        "total_cost",
        rf"kokonais(?:budjet|kustannu|rahoitu|kust|hinta|arvo|summa){_W}|kustannusarvio{_W}"
        rf"|(?:hyväksy|tukikelpoi){_W} kustannu{_W}|budjet(?:ti|in|tia|iltaan|ista){_B}"
        rf"|kustannu(?:kset|s|ksista|ksiltaan){_B}"
        rf"|total(?:budget|kostnad|finansiering){_W}|total{_W} (?:budget|kostnad|finansiering){_W}"
        rf"|(?:hela|sammanlagda) (?:budget|kostnad){_W}|kostnadsförslag{_W}|kostnader(?:na)?{_B}"
        rf"|budget(?:en)?{_B}|total (?:eligible )?(?:budget|cost|expenditure|funding)s?"
        rf"|(?:hankkeen|projektin) arvo{_B}|projektets värde|{_B}project is worth"
        rf"|kostnadsberäkna{_W}(?:\s+till)?|beräkna\w* kosta|(?:the )?value of the project"
        rf"|{_B}(?:hanke|projekti)\s+maksaa(?=\s+{_COSTS})"
        rf"|{_B}projektet\s+kostar(?=\s+{_COSTS})"
        rf"|{_B}budgeted|costs?{_B}(?!\s+(?:about|around|some|up to|over|society|[€\d]))",
        (
            "kokonaisbudjetti on",
            "kokonaiskustannukset",
            "hankkeen budjetti",
            "totalbudget",
            "total budget",
            "kokonaisrahoitus",
            "den totala budgeten",
            "Hanke maksaa kaikkiaan 500 000 euroa",
            "Projektet kostar totalt 500 000 euro",
        ),
        ("kustantaja", "kostym", "Hanke maksaa osallistujille 500 euroa", "Kunta maksaa 500"),
        (
            "kokonais",
            "kustann",
            "budj",
            "budg",
            "kostnad",
            "kostar",
            "maksaa",
            "total",
            "cost",
            "arvo",
            "värde",
            "worth",
            "value",
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
        rf"|{_B}(?:saama|osoittama|myöntämä) (?:tuki|avustus|rahoitus){_B}|{_W}s stöd till{_B}"
        rf"|{_B}(?:ett|ett statligt) (?:bidrag|understöd|statsunderstöd|stöd) på{_B}"
        rf"(?!.{{0,40}}{_B}sök)"
        rf"|{_B}(?:bidrag|understöd|statsunderstöd) (?:på|om)(?=\s+\d)(?!.{{0,40}}{_B}sök)"
        rf"|funding secured by|{_B}grant value{_B}"
        rf"|{_B}funding\s+(?:[a-z]+\s+){{0,5}}?from\s+(?:[\w-]+\s+){{1,6}}?"
        rf"amount(?:s|ed) to"
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
            "Grant value: €4m",
            "Funding for the work comes from the ministry and amounts to",
        ),
        ("haettava tuki on", "tuki on enintään", "EU-tuki on"),
        ("tuki", "tuen", "avustu", "rahoit", "stöd", "bidrag", "grant", "secured", "amount"),
    ),
    *OTHERS,
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
        rf"|{_B}on saatu{_B}|{_B}tue(?:taan|ttiin){_B}|{_B}avust(?:ettiin|etaan){_B}"
        rf"|{_B}rahoit(?:ettu|tanut|taneet){_B}"
        rf"|{_B}lahjoitt(?:i|aa|anut){_B}|{_B}hyväksytty\s+(?:[\w+-]+-)?(?:tukea|avustusta){_B}"
        rf"|{_B}får{_B}(?!\s+(?:sökas?|ansöka|användas|uppgå|vara|kosta|inte|högst))"
        rf"|{_B}ger{_B}(?=\s+(?:\w+\s+)?\d)|{_B}beslutade om (?=(?:\w+\s+){{0,3}}?\d)"
        rf"|{_B}stöd(?:er|jer|de|s){_B}|{_B}har anvisat{_B}"
        rf"|{_B}tukee{_B}|{_B}rahoitamme{_B}|{_B}saa(?:nut|neet){_B}"
        rf"|rahoit(?:ti|taa|ettiin|etaan|tavat"
        rf"|tivat){_B}",
        (
            "beviljades",
            "har beviljats",
            "was granted",
            "received",
            "hanke sai",
            "beslutade om 2 miljoner",
        ),
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
            "tue",
            "tukee",
            "avust",
            "lahjo",
            "hyväks",
            "får",
            "ger",
            "beslutade om",
            "stöd",
            "anvisat",
            "funded",
            "sai",
            "saa",
            "rahoit",
        ),
    ),
    Cue(
        "granted",
        rf"myönnetään{_B}|bevilja[sr]{_B}|{_B}beslut(?:ar|ade|at)\s+(?:\w+\s+)?att bevilja{_B}"
        rf"|finansiera(?:r|de|s|des){_B}|{_B}funds{_B}",
        ("hankkeelle myönnetään", "projektet beviljas", "nämnden beslutar att bevilja"),
        ("myönnettäneen",),
        ("myönnetään", "beviljas", "beviljar", "att bevilja", "finansier", "funds"),
    ),
    Cue(
        "applied",
        rf"haet(?:tu|aan|tiin|un|tava){_W}|{_B}sökta{_B}|{_B}hak(?:i|ivat|enut|eneet){_B}"
        rf"|{_B}hakee{_B}|{_B}hakea{_B}"
        rf"|{_B}hakevat{_B}"
        rf"|{_B}hakema(?:a|nsa|n|lla)?{_B}|hakem(?:us|uksen|uksessa|uksella|usta|uksesta|uksia"
        rf"|ukset){_B}"
        rf"|ansök(?:t|ta|te|er|an|ningar|ts){_B}|{_B}sök(?:t|te|er|ts|s){_B}"
        rf"|{_B}appli(?:ed|es|cation){_B}(?! Sciences| rounds?| periods?| forms?)"
        rf"|{_B}appl(?:y|ying){_B}|request(?:ed|s"
        rf"|ing){_B}"
        rf"|anotaan|anoo{_B}",
        ("haettu tuki", "haetaan", "haki", "ansökta medel", "applied for", "412 300 euron hakemus"),
        ("hakuaika", "ansökningstiden", "University of Applied Sciences"),
        ("hae", "hak", "sök", "appl", "reques", "ano"),
    ),
)
