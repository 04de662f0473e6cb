"""Swedish wordings of the closed list of target groups, and what only sounds like them."""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue

GROUPS_SV: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"företagarna i \w+|företagarorganisation\w*|arbetsgivar(?:förbund|organisation"
        r"|avgift)\w*|brottspåföljdsmyndig\w*|brottspåföljdsverk\w*"
        r"|studerandekår\w*|elevkår\w*|elevvård\w*|elevhandled\w*|ungdoms(?:arbet|ledar|gård"
        r"|garanti)\w*|fångar (?:upp|in|behov|intress)\w*"
        r"|studerandevård\w*|invandrarverk\w*|migrationsverk\w*",
        ("Företagarna i Finland", "fångar upp behov", "Brottspåföljdsmyndigheten"),
        ("företagare", "fångar", "elever"),
        ("företagar", "arbetsgivar", "brotts", "kår", "elev", "ungdoms", "fångar", "vård", "verk"),
    ),
    Cue(
        "pupils",
        r"\belev(?:er|erna|ers|ernas|en)?\b|grundskole?elev\w*|(?:hög|låg)stadieelev\w*"
        r"|skolelev\w*|skolbarn\w*|niondeklass\w*|årskurs (?:7|8|9|sju|åtta|nio)\w*|\bnior\w*\b",
        ("elever i den grundläggande utbildningen", "högstadieelever", "niondeklassare"),
        ("elevhandledning", "elevator", "gymnasieelever"),
        ("elev", "skolbarn", "niond", "årskurs", "nior"),
    ),
    Cue(
        "youth_under_30",
        r"\bunga\b|\bungas\b|\bungdom(?:ar|arna|ars|arnas|en|ens)?\b|under (?:30|29|25) år"
        r"|(?:1[5-9]|20) ?[–-] ?(?:29|30)[ -]?(?:år|åring)\w*|under 30-åring\w*|\bneet\b"
        r"|\bneet-\w+",
        ("unga under 30 år", "ungdomar", "unga vuxna"),
        ("ungdomsarbete", "ungefär"),
        ("ung", "år", "neet"),
    ),
    Cue(
        "upper_secondary_students",
        r"(?:studerande|studenter|elever|unga) (?:på|vid|inom|i) (?:det )?(?:andra stadiet"
        r"|gymnasi\w+|yrkesutbildning\w*|yrkesinstitut\w*|yrkesskol\w*|yrkesläroanstalt\w*)"
        r"|gymnasie?-?(?:studerande|elever)\w*|yrkes(?:studerande|skoleelever)\w*"
        r"|andra stadiets (?:studerande|elever)|yrkesinriktade studerande",
        ("studerande på andra stadiet", "gymnasieelever", "studerande inom yrkesutbildning"),
        ("gymnasiet", "studerande"),
        ("stadiet", "gymnas", "yrkes"),
    ),
    Cue(
        "higher_education_students",
        r"(?:yrkes)?högskole?-?(?:studerande|studenter)\w*|universitets-?(?:studerande"
        r"|studenter)\w*|(?:studerande|studenter) (?:vid|på|inom) (?:\w+ )?(?:yrkeshögskol"
        r"|högskol|universitet)\w*",
        ("högskolestuderande", "studerande vid yrkeshögskolor", "universitetsstuderande"),
        ("yrkeshögskola", "studerande"),
        ("högskol", "universitet"),
    ),
    Cue(
        "adult_learners",
        r"vuxen?-?(?:studerande|studerandena|elever)\w*|vuxna (?:studerande|inlärare|som studerar"
        r"|som lär|lärande)\w*|studerande vuxna|vuxna som (?:\w+ )?(?:studer|utbild|lär)\w*"
        r"|studerande i vuxenutbildning\w*|vuxna i utbildning",
        ("vuxenstuderande", "vuxna som studerar"),
        ("unga vuxna", "vuxenutbildning"),
        ("vux",),
    ),
    Cue(
        "employed",
        r"personer i arbet\w+|\b(?<!äldre )(?<!åldrande )(?:anställda\w*|arbetstagar\w+)"
        r"|(?<!ungdoms)(?<!äldre )(?<!åldrande )yrkesverksam\w+"
        r"|förvärvsarbetande\w*|\bsysselsatta\b|vuxna i arbet\w+|(?:de )?som (?:är i arbete"
        r"|arbetar|är anställda)|permittera(?:d|t)\w*|personer i arbetslivet|\barbetande\b"
        r"|\b(?!vägled)\w*personalen\b",
        ("personer i arbete", "anställda", "arbetstagare"),
        ("personer utanför arbetslivet", "anställning", "sysselsättning", "äldre arbetstagare"),
        ("arbet", "anställd", "yrkesverk", "sysselsatta", "permitt", "personal"),
    ),
    Cue(
        "unemployed",
        r"arbetslös(?!het)\w*|arbetssökande\w*|långtidsarbetslös(?!het)\w*|(?:personer|dem"
        r"|de) (?:som saknar|utan) (?:arbete|jobb)\b|jobbsökare\w*",
        ("arbetslösa arbetssökande", "långtidsarbetslösa", "personer utan arbete"),
        ("arbetslöshet", "arbetsliv"),
        ("arbets", "arbete", "jobb"),
    ),
    Cue(
        "outside_labour_force",
        r"utanför (?:den |det )?(?:öppna )?(?:arbetsliv|arbetsmarknad|arbetskraft|arbete"
        r"|utbildning|studie|skola)\w*|varken (?:arbetar|studerar|jobbar)\w*"
        r"|som varken \w+ eller \w+|\bneet\b|\bneet-\w+|hemmaföräld\w*|hemma med barn",
        ("personer utanför arbetslivet", "utanför arbete och utbildning"),
        ("utanför staden", "arbetslivet"),
        ("utanför", "varken", "neet", "hemma"),
    ),
    Cue(
        "immigrants",
        r"invandrar(?:e|na|nas|es|kvinn|ung|bakgrund)\w*|\binvandrade\b"
        r"|inflyttade (?:från utlandet|personer)|nyanlända\w*|flyktingar\w*|migranter\w*"
        r"|utrikes födda|utlandsfödda|asylsökande\w*|(?:utländsk|invandrar)\w* bakgrund"
        r"|främmande språk som modersmål|främmandespråkig\w*|internationella (?:talanger"
        r"|experter)|som flyttat till (?:finland|landet)",
        ("invandrare", "nyanlända", "personer med utländsk bakgrund"),
        ("invandring", "flyttning"),
        (
            "invandra",
            "inflytta",
            "nyanl",
            "flykting",
            "migrant",
            "utrikes",
            "utlands",
            "asyl",
            "utländsk",
            "främmande",
            "internationella",
            "flyttat",
        ),
    ),
    Cue(
        "older_workers",
        r"\bäldre\b(?= (?:person|arbets|människ|anställ|vuxn|yrkes|arbetare)|\s*(?:$|[,.;:)])"
        r"| (?:och|i arbets|som|samt)\b)|(?:över|fyllda|minst) 5[05] år|5[05] år fyllda"
        r"|5[05]-?plussare|seniorer\w*|5[05]\+|5[05] år (?:eller|och) äldre|åldrande (?:arbet"
        r"|person|befolk)\w*",
        ("äldre", "äldre arbetstagare", "personer över 55 år", "seniorer"),
        ("äldre byggnader", "åldern"),
        ("äldre", "5", "senior", "åldrande"),
    ),
    Cue(
        "underrepresented",
        r"underrepresenterad\w*|lågutbildad\w*|kortutbildad\w*|(?:kort|låg|svag) utbildning\w*"
        r"|(?:saknar|utan) (?:\w+ )?(?:yrkes)?(?:utbildning|examen)\b|svaga (?:grundläggande "
        r"|bas)\w*|bara grundskol\w*|deltar (?:mest )?sällan i utbildning",
        ("underrepresenterade grupper i utbildning", "lågutbildade", "utan yrkesexamen"),
        ("utbildade", "grundskolan"),
        ("underrep", "utbild", "examen", "svaga", "bara", "sällan"),
    ),
    Cue(
        "partial_work_ability",
        r"partiellt arbetsför\w*|partiell arbetsförmåg\w*|rehabiliterings?-?(?:klient|patient"
        r"|kund)\w*|rehabiliterand\w+|(?:nedsatt|begränsad|minskad) arbets(?:förmåga|för)\w*"
        r"|funktions(?:nedsätt|hind|varia)\w*|långtidssjuk\w*|klienter i rehabilitering",
        (
            "partiellt arbetsföra och rehabiliteringsklienter",
            "nedsatt arbetsförmåga",
            "personer med funktionsnedsättning",
        ),
        ("rehabilitering", "arbetsförmåga"),
        ("partiell", "rehabil", "arbetsför", "funktions", "långtidss"),
    ),
    Cue(
        "prisoners",
        r"brottspåföljd(?!smynd|sverk)\w*|\bfångar(?:na|nas|s)?\b|\bfånge\b|intagna\b|fängels\w+"
        r"|frigiv\w+|kriminalvård\w*|dömda till \w+|samhällspåföljd\w*",
        ("klienter inom brottspåföljd", "fångar", "fängelser"),
        ("fånga läget", "brott i rör"),
        ("brottsp", "fång", "intagna", "fängels", "frigiv", "kriminal", "dömda", "samhällsp"),
    ),
    Cue(
        "conscripts",
        r"beväring\w*|civiltjänst\w*|värnplikt\w*",
        ("beväringar och civiltjänstgörare", "värnpliktiga"),
        ("bevaring", "civila"),
        ("beväring", "civiltj", "värnpl"),
    ),
    Cue(
        "entrepreneurs",
        r"(?<!\w)(?:\w*-?)företagar(?:e|en|na|nas|es)?\b|entreprenörer\w*|egenföretagar\w*"
        r"|självsysselsatt\w*|nyföretagar\w*|frilans\w*",
        ("företagare", "ensamföretagare", "entreprenörer"),
        ("företag", "företagarförening", "entreprenörskap"),
        ("företagar", "entrepren", "självsyss", "frilans"),
    ),
    Cue("employers", r"arbetsgivar\w*", ("arbetsgivare",), ("arbetstagare",), ("arbetsgivar",)),
    Cue(
        "guidance_professionals",
        r"(?:yrkespersoner|yrkesmänniskor|professionella|fackmän|sakkunniga|experter"
        r"|aktörer) (?:inom|i) (?:\w+ )?vägledning\w*|vägledningens (?:yrkes|professionella"
        r"|experter)\w*|(?:\b|yrkes|karriär|studie)vägledar(?:e|na|nas|es)?\b"
        r"|studiehandledar(?:e|na|nas|es)?\b|elevhandledar\w*|vägledningspersonal\w*"
        r"|karriärcoacher\w*|vägledningsproffs\w*|(?:som|dem som) (?:ger|arbetar med"
        r"|jobbar med) vägledning",
        ("yrkespersoner inom vägledning", "studiehandledare", "vägledare", "vägledningspersonalen"),
        ("vägledning", "arbetsplatshandledare"),
        ("vägled", "handledar", "coacher"),
    ),
    Cue(
        "everyone",
        r"(?m:(?:^|: ?|[–-] )alla\W*$)|\balla (?:åldrar|invånare|medborgare|människor|ålders\w+"
        r"|intresserade|finländare|som bor)|(?:för|till|öppen|öppet"
        r"|öppna) (?:för )?alla(?=\s*(?:$|[.,;:!)])| oavsett)|hela befolkning\w*|oavsett ålder"
        r"|alla oavsett",
        ("alla", "Målgrupp: alla", "vägledning för alla.", "i alla åldrar"),
        ("alla elever", "alla resultat", "för alla unga"),
        ("alla", "befolkning", "oavsett"),
    ),
)
