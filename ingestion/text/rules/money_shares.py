"""Words that name one part of a project's money: of the EU, the state, the actors themselves.

Order matters: EU and state together are the grant, so that row masks the ones of each alone.
What does not belong here: totals, grants told by a verb, sums over several projects.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

_W = r"\w*"
_B = r"\b"
_FUND = r"(?:EU|ES[RF]|EAKR|ERUF|ERDF|JTF)\+?"
#: Behind a noun in the partitive: the noun heads a sum only where the sum follows it.
_SUM_AHEAD = r"(?=\s+(?:on|oli|haetaan|yhteensä|noin|enintään|\d))"

#: Who pays a part beside the grant.
_PAYER = (
    r"\b(?:kun(?:ta|na)|kaupun|oppilaito|yrity|toteuttaj|osapuol|kumppan|kommun|stad|municipal"
    r"|part)"
)

#: A total cut into pieces that nobody owns: by work package, by year, by kind of cost.
PIECES: Final = "pieces"

SHARES: Final[tuple[Cue, ...]] = (
    Cue(
        "granted",
        rf"(?:myönnet{_W}\s+)?{_FUND}(?::n)?(?:-tuki|-rahoitus|-)?,? ja (?:valtio{_W}|kansalli{_W})"
        rf"(?:\s+(?:rahoitu|tuk|tue|avustu|osuu){_W})?"
        rf"|{_FUND}(?:-finansiering|:s| finansiering)?\s?(?:och|samt) (?:statlig|statens|nationell)"
        rf"{_W}(?:\s+(?:finansiering|andel|stöd|medel){_W})?"
        r"|EU and (?:state|national) (?:funding|share|support|contribution|financing)",
        (
            "Myönnetty EU- ja valtion rahoitus",
            "EU:n ja valtion osuus",
            "ESR+ ja valtio",
            "EU-finansiering och statlig finansiering",
            "EU and state funding",
        ),
        ("valtion rahoitus", "EU-tuki"),
        ("eu", "es", "eakr", "eruf", "erdf", "jtf"),
    ),
    Cue(
        "granted_eu_share",
        rf"EU[:-]?(?:n|s)?[ -](?:tuen |rahoitus)?(?:osuu(?:s|den|tta|del{_W})|varat|varoja"
        rf"|andel{_W}|tuki{_B}|tuen{_B}|tuesta|rahoitus{_B}|rahoituksen{_B}|bidrag(?:et)?{_B}"
        rf"|stöd(?:et)?{_B}|(?:tukea|rahoitusta){_B}{_SUM_AHEAD})"
        rf"|ES[RF]\+?-(?:osuu(?:s|den|tta)|andel{_W})|EU:s (?:andel|finansiering|bidrag){_W}"
        rf"|EU-finansiering(?:en|ens|sandel{_W}){_B}|EU-finansiering(?=:)|ERDF contribution"
        rf"|(?:ES[RF]|EAKR|JTF)\+?:n osuu{_W}|Euroopan (?:unionin|sosiaalirahaston"
        rf"|aluekehitysrahaston)"
        rf" (?:rahoitus)?osuu{_W}|(?:Europeiska unionens|socialfondens) andel{_W}"
        rf"|{_B}ES[RF]\+?(?=:?\s+\d)"
        rf"|EU contributes"
        rf"|EU (?:share|contribution|funding(?: share)?|support|grant)|share of (?:the )?EU",
        (
            "josta EU-osuus on",
            "EU:n osuus",
            "EU-tuki",
            "EU-andelen",
            "EU share",
            "ESR-osuus",
            "EU-finansieringen utgör",
            "EU-finansiering: 15",
            "ERDF contribution",
            "EU-rahoituksen",
            "Euroopan sosiaalirahaston osuus",
        ),
        ("EU-rahoitteinen", "EU-hanke", "50 000 euroa EU-tukea hankkeelle"),
        ("eu", "esr", "esf", "erdf"),
    ),
    Cue(
        "national_share",
        rf"(?:valtion|kansalli(?:nen|sen|sta)|julki(?:nen|sen)) (?:rahoitus)?osuu{_W}"
        rf"|(?:valtion|kansalli(?:nen|sen|sta)) (?:vastin)?rahoitu{_W}"
        rf"|kansalli{_W} vastinraho{_W}|statens andel{_W}"
        rf"|(?:nationell|statlig){_W} (?:andel|medfinansiering|finansiering){_W}"
        rf"|{_B}valtion?(?=:?\s+\d)|{_B}staten(?=:?\s+\d)"
        r"|(?:national|state) (?:share|co-?financing|contribution)",
        ("valtion osuus", "kansallinen vastinrahoitus", "statens andel", "national share"),
        ("kansallinen strategia",),
        ("valtio", "kansalli", "julki", "stat", "nation"),
    ),
    Cue(
        "own_funding",
        rf"{_B}oma(?:n|a|lla|sta)?[ -]?(?:rahoitu{_W}|osuu{_W}|vastuu(?:osuu{_W})?{_B})"
        rf"|{_B}oma{_W} (?:rahoitus)?osuu{_W}|omarahoitteis{_W}"
        rf"|(?:yksityi(?:nen|sen|stä)|muu yksityinen) rahoitu{_W}|{_B}vastinrahoitu{_W}"
        rf"|egen (?:andel|finansiering|insats){_W}|egen(?:finansiering|andel|insats){_W}"
        rf"|självfinansiering{_W}|egna (?:medel|andel|insats|finansiering){_W}|medfinansiering{_W}"
        rf"|privat{_W} finansiering{_W}"
        r"|own (?:part|funding|contribution|share|financing|funds)|self-?(?:financing|funding)"
        r"|co-?(?:financing|funding|financed)|private (?:funding|financing|contribution)",
        (
            "omarahoitus",
            "omarahoitusosuus",
            "omavastuuosuus",
            "oma rahoitusosuus",
            "egen andel",
            "egenfinansieringen",
            "Den egna finansieringen är",
            "medfinansieringen",
            "own part",
            "yksityinen rahoitus",
        ),
        ("omaishoito", "omakotitalo", "rahoitus"),
        (
            "oma",
            "ege",
            "egna",
            "självf",
            "own",
            "self",
            "yksityi",
            "vastinr",
            "medfin",
            "privat",
            "financ",
            "funding",
        ),
    ),
    # Headings of lists: the rows below are parts.
    Cue(
        "partner_share",
        rf"(?:osapuol|toteuttaj|osatoteuttaj|kumppan|partner|toimij|organisaatio|kunt|oppilaito)"
        rf"{_W} (?:rahoitus)?osuudet|(?:toteuttaj|osatoteuttaj|toimij|organisaatio|osapuol|kunt)"
        rf"(?:a|i)?(?:kohtai{_W} (?:budjet|osuu|rahoitu|kustannu){_W}|ittain|oittain)"
        rf"|(?:budjet|rahoitu|osuu|kustannu){_W} (?:toteuttaj|osatoteuttaj|toimij|organisaatio"
        rf"|osapuol|kunn)(?:ittain|oittain)"
        rf"|(?:parternas|partnernas|aktörernas|genomförarnas) andelar|andelar per (?:aktör|partner)"
        r"|(?:partner|budget) shares|shares? (?:by|per|of each|of the) (?:partner|actor)s?"
        r"|budget (?:by|per) (?:partner|actor)",
        (
            "Osapuolten osuudet",
            "Toteuttajien osuudet",
            "Toteuttajakohtaiset budjetit",
            "Partnernas andelar",
            "Budget by partner",
        ),
        ("osuudet", "toteuttajat"),
        ("osuu", "kohtai", "ittain", "andel", "share", "budget"),
    ),
    Cue(
        PIECES,
        rf"{_B}(?:budjet|rahoitu|kustannu|meno|kulu|budget|kostnad|cost|funding){_W}\s"
        rf"(?:(?!on{_B}|oli{_B}|är{_B}|is{_B})[\w-]+\s)?(?:(?:työpaketei|vuosi|kohtei|menolajei"
        rf"|kustannuslajei|osa-aluei"
        rf"|toimenpitei|osahankkei)ttain{_W}|jakautu{_W}|jaetaan|fördela{_W}|per (?:arbetspaket|år"
        rf"|åtgärd)|(?:by|per) (?:work package|year|activity)|is divided)",
        (
            "Kustannusarvio työpaketeittain",
            "Kustannukset vuosittain",
            "Budgeten fördelas",
            "Budget by work package",
        ),
        ("kustannusarvio", "omarahoitus on vuosittain", "Rahoitus on vuosittain"),
        ("ttain", "jakautu", "jaetaan", "fördela", "per ", "by ", "divided"),
    ),
    Cue(
        "partner_share",
        rf"{_B}[\w-]+n (?:rahoitus)?osuu(?:s|den|tta|deksi|della){_B}"
        rf"(?:\s+(?:hankkeen\s+)?(?:kokonais)?(?:budjetista|rahoituksesta|kustannuksista){_B})?"
        rf"|osatoteutta{_W}(?: \([^()\n]{{2,80}}\))? (?:raho|osuu|budje){_W}|osatoteuttajalle"
        rf"|{_B}[\w-]+s (?:an)?del av (?:budgeten|finansieringen|kostnaderna){_B}"
        rf"|{_B}[\w-]+(?:['’]s|s['’]) share of the (?:budget|funding|costs){_B}"
        rf"|{_B}[\w-]+ osuus (?:budjetista|rahoituksesta|kustannuksista){_B}"
        rf"|{_B}(?:stad|kommun|kommunen|staden) står för{_B}|kuntarahalla{_B}"
        rf"|{_B}[\w-]+s andel(?:en)?{_B}|{_B}[\w-]+s del{_B}(?!\s+av)"
        rf"|{_B}[\w-]+(?:['’]s|s['’]) (?:share|part){_B}|partner (?:share|part){_B}"
        rf"|kuntarahoitu{_W}|kunta(?:raha|osuus){_W}|kuntien rahoitu{_W}"
        rf"|kommunal{_W} (?:finansiering|andel){_W}|municipal (?:funding|share|contribution)"
        rf"|{_B}(?:kunnat|kaupungit|kommunerna|kunnilta|kunnalta|kaupungilta)(?=:?\s+\d)"
        rf"|{_PAYER}{_W}\s+(?:[\w-]+\s+){{0,2}}?(?:kattaa|kattavat|maksaa|maksavat|bidrar|står för"
        rf"|betalar|covers?|contributes?|pays?){_B}"
        rf"|osallistu{_W} (?:[\w-]+\s)?(?:rahoitukseen|kustannuksiin)",
        (
            "kaupungin osuus",
            "opiston osuus hankkeesta",
            "stadens andel",
            "stadens andel av projektet",
            "partner's share",
            "The college's share",
            "osatoteuttajan (Majavan opisto) osuus",
            "kuntarahoitus",
            "Kunnat maksavat hankkeesta",
            "The municipality covers",
        ),
        ("osuus", "suuri osuus", "en stor del av", "Palvelu maksaa"),
        (
            "osuu",
            "osato",
            "står för",
            "andel",
            "del",
            "partner",
            "kunta",
            "kunnat",
            "kunnilta",
            "kunnalta",
            "kuntien",
            "kommun",
            "share",
            "part",
            "municipal",
            "kaupunki",
            "maksa",
            "katta",
            "cover",
            "contribut",
            "pay",
            "osallist",
        ),
    ),
)
