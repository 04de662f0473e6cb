"""Swedish wordings of the closed list of themes, and what only sounds like them."""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue

_WORDS = r"(?:[\w-]+ ){0,3}?"
_NEWCOMERS = (
    r"(?:invandra\w*|inflytta\w*|nyanlända\w*|flyktingar\w*|migranter\w*|utrikes födda"
    r"|utlandsfödda|asylsökande)"
)
THEMES_SV: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"arbets- och närings\w+|undervisnings- och kultur\w+|utbildningsstyrels\w+|ntm-centr\w+"
        r"|sysselsättningsfond\w*"
        r"|servicecentret för kontinuerligt lärande och sysselsättning"
        r"|hållbar tillväxt och jobb\w*|innovation och kompetens(?= i finland)"
        r"|insatsområde\w*[^.\n]*|särskilt mål[^.\n]*|företagarna i \w+|utbildningssamkommun\w*",
        ("arbets- och näringsministeriet", "Insatsområde 3: Sysselsättning"),
        ("sysselsättningstjänster", "utbildningen utvecklas"),
        (
            "närings",
            "kultur",
            "styrels",
            "ntm-",
            "fond",
            "servicecent",
            "tillväxt",
            "innovation och",
            "insatsområde",
            "särskilt mål",
            "företagarna",
            "samkommun",
        ),
    ),
    Cue(
        NOTHING,
        r"(?:gröna?|digitala?|rättvisa?|energi)-? ?(?:omställning|övergång)\w*|övergångs(?:tid"
        r"|bestäm)\w*"
        r"|övergångsställ\w*|vägledande \w+|vägledning (?:till|vid|om|för) (?:ansök|sökande)\w*"
        r"|(?:nedsatt|begränsad|partiell) arbetsförmåga\w*|arbetshandledning\w*|styrgrupp\w*",
        ("gröna övergången", "nedsatt arbetsförmåga", "vägledande beslut"),
        ("övergången till arbetslivet", "arbetsförmåga", "vägledning för unga"),
        ("omställ", "övergång", "vägled", "arbetsförm", "handled", "styrgrupp"),
    ),
    Cue(
        "career_guidance",
        r"karriär-?(?:vägled(?!are)|rådgiv|handled(?!are)|coach|service|tjänst|stöd|val|samtal"
        r"|mentor)\w*"
        r"|karriär- och [\w-]*(?:vägled|handled|rådgiv)\w*|karriär- och studie\w*"
        r"|vägledning i karriär\w*",
        ("karriärvägledning", "karriärrådgivning", "karriär- och studievägledning"),
        ("karriär", "karriärplanering", "barriär"),
        ("karriär",),
    ),
    Cue(
        "study_guidance",
        r"studie-?(?:handledning|vägledning|rådgivning)\w*|elevhandledning\w*"
        r"|studie- (?:och|samt) [\w-]*(?:vägledning|handledning|rådgivning)\w*"
        r"|handledning (?:av|för|åt) (?:studerande|elever)\w*|(?:individuella? "
        r"|personliga? )?studieplan\w*"
        r"|studerandehandledning\w*|utbildningsrådgivning\w*|studieval\w*",
        ("studiehandledning", "elevhandledningen", "studie- och yrkesvägledning"),
        ("studiestöd", "handledning av doktorander", "studiehandledare"),
        ("studie", "elevhand", "handledning", "utbildningsr", "studerandeh"),
    ),
    Cue(
        "vocational_guidance",
        r"yrkes-?(?:vägledning|val|rådgivning|orienter)\w*|val av yrke\w*|(?:väljer"
        r"|välja) (?:ett |rätt |sitt )?yrke\w*"
        r"|vägledning (?:till|i|inför) yrkes\w*",
        ("yrkesvägledning", "yrkesval", "välja rätt yrke"),
        ("yrkesutbildning", "val av leverantör", "yrkesvägledare"),
        ("yrke",),
    ),
    Cue(
        "career_skills",
        r"karriär-?(?:planering|kompetens|färdighet|kunskap|hantering|plan)\w*"
        r"|(?:planer|styr|bygg|hanter)\w+ (?:sin(?:a)? |sitt |egna? |den egna |eget )+(?:karriär"
        r"|yrkesliv|arbetsliv|yrkesbana|framtid)\w*"
        r"|planering(?:en)? av (?:sin |den egna |egna )?karriär\w*",
        ("karriärplaneringsfärdigheter", "planera sin karriär", "planering av den egna karriären"),
        ("karriärvägledning", "planera en bro"),
        ("karriär", "planer", "bygg", "styr", "hanter"),
    ),
    Cue(
        "recognition_of_competence",
        r"(?:identifier|validering|valider|kartlägg|erkännande|erkänn|synliggör|känna igen"
        r"|igenkän)\w*"
        r"(?: och [\w-]+)?(?: av)? " + _WORDS + r"(?:\w*kompetens|kunnande|kunskap|färdighet"
        r"|lärande)\w*"
        r"|kompetenskartlägg\w*|validering(?:en|s\w*)?\b|kompetensmärk\w*|(?:digitala|öppna) märken"
        r"|tidigare (?:förvärva|inhämta)\w+|(?:kompetens|kunnande)\w* (?:identifieras|erkänns"
        r"|valideras|kartläggs|synliggörs|blir synlig\w*)"
        r"|(?:kompetens|kunnande|färdighet)\w*(?: [\w-]+){0,2}? synlig(?:t|a|are)?\b"
        r"|\bsynlig(?:t|a)? (?:[\w-]+ ){0,2}?(?:kompetens|kunnande|färdighet)\w*",
        (
            "identifiering och validering av kunnande",
            "validering",
            "kompetenskartläggningar",
            "kartlägger deltagarnas kompetens",
            "tidigare förvärvat kunnande",
            "ungas kunnande synligt",
        ),
        ("identifiera kunden", "kompetensutveckling", "kartläggning av vägar"),
        ("identif", "valider", "kartlägg", "erkän", "synlig", "igen", "märk", "tidigare"),
    ),
    Cue(
        "one_stop_guidance",
        r"\bnavigator(?:n|er|erna|erna?s|verksam\w*|tjänst\w*|nätverk\w*|modell\w*|center"
        r"|centra\w*|-\w+)\b"
        r"|(?:sektorsövergripand|mångprofession|tvärsektor|multiprofession|tvärprofession"
        r"|tväradministra)\w* "
        + _WORDS
        + r"(?:\w*vägled|handled|rådgiv|servic|tjänst|stöd|team|samarb|modell)\w*"
        r"|(?:en|samma|enda) lucka\w*|en-lucks\w*|under (?:ett och )?samma tak|lågtröskel\w*"
        r"|låg tröskel",
        (
            "sektorsövergripande vägledning och Navigatorerna",
            "Navigatorn",
            "tjänster under samma tak",
            "lågtröskelservice",
        ),
        ("navigatorisk", "sektorsövergripande ägande", "samma taket"),
        ("navigator", "sektor", "mångprof", "multiprof", "tvär", "luck", "samma tak", "tröskel"),
    ),
    Cue(
        "outreach",
        r"uppsökande\w*|fältarbet\w*|uppsöker (?:unga|vuxna|person|dem)\w*|(?:når|nå"
        r"|nås) (?:ut till )?"
        + _WORDS
        + r"(?:utanför (?:tjänst|servic)\w+|som inte (?:söker|nås|använder) [\w-]+)",
        ("uppsökande verksamhet", "fältarbete", "når unga utanför tjänsterna"),
        ("söker", "uppsökning", "når målet"),
        ("uppsök", "fältarb", "nå"),
    ),
    Cue(
        "transitions",
        r"övergångsskede\w*|övergångsfas\w*|(?:skolans|studiernas|utbildningens) övergång\w*"
        r"|övergång\w* (?:\w+ )?(?:från|till|mellan|in i) " + _WORDS + r"(?:\w*skola"
        r"|\w*utbildning|studie|arbetsliv|arbete|stadie|stadium|grund)\w*"
        r"|\bövergångar(?:na)?\b|stadieövergång\w*|(?:går|gå|flyttar) över (?:från"
        r"|till) (?:[\w-]+ ){0,2}?(?:utbildning|arbetsliv|studie|skola)\w*"
        r"|(?:steget|vägen) (?:från|över) (?:\w+ )?(?:grundskolan|skolan|studierna"
        r"|utbildningen) (?:till|in i) \w+",
        ("övergångsskeden", "övergången från grundskolan", "övergångar"),
        ("övergångsställe", "gå till skolan"),
        ("övergång", "över", "steget", "vägen"),
    ),
    Cue(
        "workplace_guidance",
        r"vägledning\w* (?:på|i|vid|ute på) (?:\w+ )?arbetsplats\w*"
        r"|arbetsplats\w+ (?:[\w-]+ ){0,3}?\w*vägledning\w*"
        r"|arbetsplats\w+ (?:[\w-]+ ){0,3}?(?:kompetens|utvecklings|karriär)samtal\w*"
        r"|vägledning\w* under (?:arbetslivet|yrkeslivet|karriären)",
        ("vägledning på arbetsplatsen", "arbetsplatsens vägledning"),
        ("arbetsplatshandledare", "vägledning för arbetslösa"),
        ("arbetsplats", "vägledning"),
    ),
    Cue(
        "integration_guidance",
        rf"(?:invandrar|integrations)(?:vägled|handled|rådgiv|främja|tjänst|servic|stöd)\w*"
        rf"|integration(?:en)? av (?:[\w-]+ )?{_NEWCOMERS}|{_NEWCOMERS}s? integration\w*"
        r"|flerspråkig (?:vägled|rådgiv)\w*",
        ("invandrarvägledning", "integration av invandrare"),
        ("invandrare", "systemintegration"),
        ("invandrar", "integration", "flerspråk"),
    ),
    Cue(
        "rehabilitation_guidance",
        r"rehabiliterings- och \w+|rehabiliteringsvägled\w*|arbetsförmåge\w+|arbetsförmågan?\b"
        r"|yrkesinriktad rehabilitering\w*|yrkesrehabilitering\w*|rehabiliterande arbets\w*"
        r"|rehabilitering(?:en)? " + _WORDS + r"vägledning\w*"
        r"|vägledning " + _WORDS + r"(?:rehabilit|partiellt arbetsför)\w*"
        r"|återgång(?:en)? (?:till|i) arbete\w*",
        (
            "rehabiliterings- och arbetsförmågevägledning",
            "stöd för arbetsförmågan",
            "yrkesinriktad rehabilitering",
        ),
        ("rehabiliteringsklienter", "arbetsförmedling", "partiellt arbetsföra"),
        ("rehabil", "arbetsförmåg", "partiellt", "återgång"),
    ),
    Cue(
        "guidance_staff",
        r"(?:vägledare|vägledarna|studiehandledar|yrkesvägledar|karriärvägledar|handledar)(?:e|s"
        r"|nas|na|es)?\w* (?:[\w-]+ ){0,2}?"
        r"(?:kompetens|utbildning|fortbildning|kunnande|yrkeskunskap|kunskaper|yrkesskick)\w*"
        r"|(?:fortbild|utbild|kompetens|skola)\w* (?:\w+ )?(?:för|av|hos|åt"
        r"|bland)? ?(?:\w+ )?(?:vägledare|studiehandledare|vägledningspersonal|karriärvägledare"
        r"|yrkesvägledare)\w*"
        r"|vägledningskompetens\w*|vägledningspersonal\w*|vägledar(?:kompetens|utbildning"
        r"|fortbildning)\w*"
        r"|vägledningskunnande\w*",
        (
            "vägledares kompetens och utbildning",
            "fortbildning för studiehandledare",
            "vägledningskompetens",
        ),
        ("vägledare", "utbildning för lärare", "handledning"),
        ("vägled", "handled"),
    ),
    Cue(
        "digital_guidance",
        r"(?:digital|virtuell|nätbaserad|webbaserad|elektronisk"
        r"|ai-stödd)\w* (?:[\w-]+ ){0,2}?[\w-]*(?:vägledning|handledning|rådgivning)\w*"
        r"|(?:nät|distans|digi|webb|chatt)-?(?:vägledning|handledning|rådgivning)\w*"
        r"|e-vägledning\w*"
        r"|(?:vägledning|handledning)\w* (?:[\w-]+ ){0,2}?(?:på nätet|online|på distans|digitalt"
        r"|via nätet|på webben|digitaliser\w*|artificiell|ai\b)"
        r"|digitaliser\w* (?:av )?(?:[\w-]+ ){0,2}?\w*vägledning\w*",
        (
            "digitala vägledningstjänster",
            "nätvägledning",
            "vägledning på nätet",
            "digitalisering av vägledningen",
        ),
        ("digital tillverkning", "vägledningsnätverk"),
        ("vägledning", "handledning", "rådgivning"),
    ),
    Cue(
        "guidance_quality",
        r"(?:vägled|handled)ning\w*s (?:[\w-]+ ){0,1}?(?:kvalit|utvärder|effekt|genomslag)\w*"
        r"|(?:kvalit\w*|utvärder\w*|effekter\w*|genomslag\w*)(?: och [\w-]+)? (?:i|på|av|inom|för"
        r"|hos) (?:[\w-]+ ){0,2}?\w*(?:vägledning|handledning)\w*"
        r"|vägledningskvalit\w*|(?:utvärder|bedöm)\w+ (?:[\w-]+ ){0,2}?\w*vägledning\w*"
        r"|god vägledning|vägledningspraxis\w*|(?:forsknings|kunskaps)baserad vägledning",
        (
            "vägledningens kvalitet och utvärdering",
            "kvaliteten på vägledningen",
            "utvärdering av studiehandledningen",
        ),
        ("kvaliteten på luften", "vägledningens samordning"),
        ("vägledning", "handledning"),
    ),
    Cue(
        "guidance_coordination",
        r"(?:samordn|koordin|nätverk|samarbet)\w*(?: och [\w-]+)?(?: (?:av|för|kring|inom|i"
        r"|mellan|om))? (?:[\w-]+ ){0,2}?\w*(?:vägledning)\w*"
        r"|vägledning\w*s (?:[\w-]+ )?(?:samordn|nätverk|koordin|samarbet)\w*"
        r"|vägledningsnätverk\w*|vägledningssamarbet\w*"
        r"|\belo-(?:grupp|nätverk|samarbet|verksam|forum|samordn|arbet)\w*|vägledningsaktör\w*"
        r"|vägledningsfält\w*",
        ("samordning av vägledning och nätverk", "vägledningsnätverk", "ELO-grupperna"),
        ("samordning av transporter", "nätverk för företag"),
        ("vägledning", "elo-"),
    ),
    Cue(
        "skills_anticipation",
        r"(?:prognosti|prognos|förutse|förutspå|framsyn|föregrip|förutsäg"
        r"|framtids)\w*"
        r"[^.;:!?\n]{0,40}?(?:kompetens|utbildning|arbetskraft|kunnande"
        r"|arbetsmarknad|yrke)\w*"
        r"|(?:kompetens|utbildnings|arbetskrafts)behov\w*|(?:kompetens"
        r"|arbetskraft)\w* (?:\w+ )?(?:förutses|prognostiser\w+)",
        ("prognostisering av kompetensbehov", "förutse branschens kompetens", "utbildningsbehovet"),
        ("väderprognos", "kompetensutveckling"),
        ("prognos", "förut", "framsyn", "föregrip", "framtids", "behov"),
    ),
    Cue(
        "training",
        r"(?:utveckl|förny|förbättr|modernis|planer|bygg|skap|ordn|genomför|anordn"
        r"|pilot)\w* (?:[\w-]+ ){0,4}?"
        r"(?:\w*utbildning|undervisning|kurs|lärmiljö|läroplan|studiehelhet)\w*"
        r"|(?:utbildning|undervisning)(?:en|ens|ar|arna)?\b (?:[\w-]+ ){0,2}?(?:utveckl|förny"
        r"|kvalit|innehåll|upplägg|modern)\w*"
        r"|undervisning\w*|läroplan\w*|pedagog\w*|lärmiljö\w*|läromiljö\w*|läromed\w*"
        r"|fortbildning\w*|läroavtal\w*|nätkurs\w*|kursutbud\w*"
        r"|utbildnings(?:modell|program|utbud|helhet|material|paket|innehåll|pilot|koncept"
        r"|kvalitet)\w*|vidareutbildning\w*|(?:närvårdar|yrkes|vuxen)utbildningen\b"
        r"|kurser\b|utbildar (?!vägledare)\w+",
        ("utveckling av utbildning", "undervisningens kvalitet", "nya läroplaner", "fortbildning"),
        ("söker sig till utbildning", "utbildningssamkommun", "utbildade"),
        ("utbild", "undervis", "kurs", "läro", "lärm", "pedagog", "bildning", "studiehelh"),
    ),
    Cue(
        "employment",
        r"sysselsättning(?:s(?!fond)\w*|en)?\b|arbetsförmedl\w*|arbetskraftsservic\w*"
        r"|\bte-tjänst\w*|jobbsök\w*|arbetssökning\w*"
        r"|rekryter\w*|lönesubvention\w*|arbetsprövning\w*|arbetsträning\w*|jobbcoach\w*"
        r"|matchning\w*|få jobb\b|hitta (?:ett )?(?:jobb|arbete)|komma i arbete"
        r"|in på arbetsmarknaden",
        ("sysselsättningstjänster", "arbetsförmedling", "rekrytering", "hitta arbete"),
        ("arbetslösa", "sysselsatta", "arbetsgivare"),
        ("sysselsättning", "arbets", "te-tj", "jobb", "rekryt", "lönesub", "matchning", "arbet"),
    ),
    Cue(
        "business",
        r"företagsverksam\w*|företagsutveck\w*|företagsrådgiv\w*|affärsverksam\w*|affärsmodell\w*"
        r"|affärsid\w*|innovation\w*|produktutveck\w*|entreprenörskap\w*|företagande\w*"
        r"|företagsamhet\w*"
        r"|(?:små|mikro|sm)-?(?: och medelstora )?företag\w* (?:[\w-]+ ){0,3}?(?:tillväxt|konkurr"
        r"|utveckl|digital|export|intern|förny)\w*|nystarta\w*|startup\w*|företagens \w+"
        r"|konkurrenskraft\w*"
        r"|(?:utveckl|stöd|hjälp)\w* (?:[\w-]+ ){0,2}?företag(?:en|ens|s)?\b"
        r"|cirkulär ekonomi|ägarbyte\w*|internationaliser\w*",
        ("företagsverksamhet och innovationer", "affärsmodeller", "företagens tillväxt"),
        ("företag", "företagare", "affär"),
        (
            "företag",
            "affär",
            "innovation",
            "produktutv",
            "entrepren",
            "nystart",
            "startup",
            "konkurr",
            "cirkulär",
            "ägarbyt",
            "internationali",
        ),
    ),
)
