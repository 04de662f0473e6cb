"""Finnish wordings of the closed list of target groups, and what only sounds like them.

The rows of `NOTHING` mask what they cover: institutions, professions and compounds that hold
the word of a group.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue

#: Older people at work are a group of their own, not people in work in general.
_OLDER: Final = """ikääntyneet ikääntyneiden ikääntyneille ikääntyneitä ikääntyneillä ikääntyneistä
    ikääntyneisiin ikääntyvät ikääntyvien ikääntyville ikääntyviä ikääntyvillä ikääntyvistä iäkkäät
    iäkkäiden iäkkäille iäkkäitä varttuneet varttuneiden varttuneille varttuneita vanhemmat
    vanhempien vanhemmille vanhempia 50-vuotiaiden 50-vuotiaille 50-vuotiaat 55-vuotiaiden
    55-vuotiaille 55-vuotiaat"""
_NOT_OLDER: Final = "".join(f"(?<!{word} )" for word in _OLDER.split())

GROUPS_FI: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"suomen yrittäj\w+|(?-i:[A-ZÅÄÖ])\w+ yrittäjät ry|yrittäjäjärjest\w+|yrittäjäyhdist\w+"
        r"|työnantaj(?:aliit|ajärjest|amaksu|akuva)\w*|työntekijäjärjest\w*"
        r"|nuorten ystävät|nuorisotyönteki\w+|sosiaalityönteki\w+|hanketyönteki\w+"
        r"|projektityönteki\w+"
        r"|opiskelijakun\w+|ylioppilaskun\w+|opiskelijahuol\w+|oppilashuol\w+|oppilaskun\w+"
        r"|rikosseuraamuslaito\w*|rikosseuraamusvirasto\w*|kuntoutussääti\w*|vammaispalvel\w*"
        r"|ikääntyneiden hoi\w+|vanhustyö\w*|maahanmuuttovirasto\w*",
        ("Suomen Yrittäjät", "nuorisotyöntekijä", "Rikosseuraamuslaitoksen"),
        ("yrittäjät", "nuoret", "työntekijät"),
        (
            "yrittäj",
            "työnantaj",
            "työnteki",
            "ystävät",
            "kun",
            "huol",
            "rikosseur",
            "kuntoutuss",
            "vammaisp",
            "hoi",
            "vanhusty",
            "maahanmuuttov",
        ),
    ),
    Cue(
        "pupils",
        r"\boppilai(?!to)\w+|\boppilas(?:ta|ryhm\w*)?\b|\boppilaa[nt]\w*\b(?<!ohjaus)"
        r"|peruskoulula\w+|perusopetuksen oppi(?:j|l)\w+"
        r"|(?:ylä|ala)-?koulula\w+|koululai\w+|(?:yläkoulun|peruskoulun) (?:oppil|päättä)\w+"
        r"|peruskoulunsa päättä\w+"
        r"|(?:yhdeksäs|kahdeksas|seitsemäs|\b[1-9]\.?)[ -]?luokkalai\w*"
        r"|[1-9]\.?[–-][1-9]\.? ?-?luok\w+",
        ("perusopetuksen oppilaat", "yläkoululaisille", "9.-luokkalaiset", "oppilaille"),
        ("oppilaitokset", "oppilaanohjaus", "koulutus"),
        ("oppil", "koulul", "luok", "koulunsa", "perusopetuksen opp", "koulun pä"),
    ),
    Cue(
        "youth_under_30",
        r"\bnuor(?:et|ten|ia|ille|illa|ilta|ista|iin|in|issa|i|en|ta|elle|ena)\b|\bnuor(?:et|ten"
        r"|ia|ille|in|i)? ?aikui\w+"
        r"|(?:alle|\d\d ?[–-]) ?(?:3[0-5]|2[5-9])[ -]?vuoti\w+|alle kolmekymmentävuoti\w+"
        r"|\bneet-\w+|\bneet\b|nuoriso(?:lle|a|n)\b",
        ("alle 30-vuotiaat nuoret", "nuorille", "15–29-vuotiaat", "nuorten aikuisten"),
        ("nuorisotyö", "nuorentaa", "30-vuotinen"),
        ("nuor", "vuoti", "neet"),
    ),
    Cue(
        "upper_secondary_students",
        r"(?:toisen|2\.) asteen (?:[\w-]+ ){0,3}?(?:opiskel|oppij|nuor|koulutuksessa)\w*"
        r"|\blukiola\w+|\blukio-?opiskelij\w*|lukio(?:n|iden|koulutuksen) (?:[\w-]+ )?opiskel\w+"
        r"|ammatilli\w+ (?:[\w-]+ ){0,2}?opiskelij\w+|ammattiin opiskelev\w+|amis-?opiskelij\w+"
        r"|ammattikoulula\w+|ammatti(?:opisto|instituuti|koulu)\w* opiskelij\w+"
        r"|kaksoistutkinto-opiskelij\w+",
        ("toisen asteen opiskelijat", "lukiolaisille", "ammatillisen koulutuksen opiskelijat"),
        ("lukio", "opiskelijat", "ammatillinen koulutus"),
        ("asteen", "lukio", "ammat", "amis", "kaksois"),
    ),
    Cue(
        "higher_education_students",
        r"korkeakoulu-?opiskelij\w*|yliopisto-?opiskelij\w*|\bamk-opiskelij\w*|(?:korkeakoulu"
        r"|yliopisto|ammattikorkeakoulu)(?:n|jen|issa|ssa|ien) (?:[\w-]+ ){0,2}?opiskel\w+"
        r"|(?:korkeakoulu|yliopisto)tutkintoa suorittav\w+|korkea-asteen opiskelij\w+",
        ("korkeakouluopiskelijat", "ammattikorkeakoulujen opiskelijoille", "yliopisto-opiskelijat"),
        ("ammattikorkeakoulu", "opiskelijat"),
        ("korkea", "yliopisto", "amk"),
    ),
    Cue(
        "adult_learners",
        r"aikuis(?:opiskelij|oppij|koulutettav|koulutuksen (?:opiskelij|osallistuj))\w*"
        r"|(?<!nuoret )(?<!nuorten )(?<!nuoria )(?<!nuorille )\baikui\w+ (?:oppij|opiskelij)\w*"
        r"|opiskelev\w+ aikui\w+|(?<!nuoret )(?<!nuorten )(?<!nuoria )(?<!nuorille )\baikui(?:set"
        r"|sten|sia|sille|silla),? jotka (?:[\w-]+ ){0,2}?(?:opiskel|opint|koulut|kouluttau)\w*"
        r"|aikuisena opiskel\w*|osaamistaan (?:päivittä|kehittä|täydentä)v\w+(?: aikui\w+)?"
        r"|aikuislukiola\w+",
        ("aikuisopiskelijat", "aikuisille oppijoille", "opiskelevat aikuiset"),
        ("aikuiskoulutus", "nuoret aikuiset", "aikuiset"),
        ("aikui", "osaamistaan"),
    ),
    Cue(
        "employed",
        r"työssä ?(?:olev|olij)\w*|työssäkäy\w+|työelämässä (?:jo )?(?:olev|mukana olev)\w*"
        rf"|\b{_NOT_OLDER}työntekij\w+|palkansaaj\w*|palkkatyössä olev\w*|työsuhteessa olev\w*"
        r"|(?:yritysten|yrityksen|organisaatioiden|työpaikkojen) (?:henkilöst|työntekij)\w*"
        r"|lomautet\w+|alan vaihtajat|alanvaihtaj\w*|\b(?!ohjau)\w*henkilö(?:stölle|kunnalle)\b",
        ("työssä olevat", "työssäkäyville", "työntekijöiden"),
        (
            "työssä oppiminen",
            "työelämä",
            "ikääntyneiden työntekijöiden",
            "yli 55-vuotiaille työntekijöille",
        ),
        ("työ", "palk", "lomaut", "alan", "henkilö"),
    ),
    Cue(
        "unemployed",
        r"työttöm(?!yy)\w+|työtön\b|\w*työnhakij\w+|\bilman työtä olev\w+|työtä vailla\w*"
        r"|vailla työtä\w*|työtä hakev\w+|työtä etsiv\w+",
        ("työttömät työnhakijat", "pitkäaikaistyöttömille", "työtä vailla oleville"),
        ("työttömyys", "työnhaku"),
        ("työt", "työn", "vailla"),
    ),
    Cue(
        "outside_labour_force",
        r"(?:työelämän|työvoiman|työmarkkinoiden|työn|työelämästä|koulutuksen|opiskelun"
        r"|opintojen)(?: (?:ja|tai|sekä) (?:työ\w*|koulut\w*|opiskel\w*|opin\w*))? ulkopuol\w*"
        r"|työelämästä (?:syrjäyty|poissa|pudon)\w*"
        r"|eivät (?:ole )?(?:[\w-]+ )?(?:työssä|opiskel\w+|koulutuksessa)(?: eivätkä| tai"
        r"| ja)? [\w-]+|\bneet\b|\bneet-\w+|kotivanhem\w+|kotiäi\w+|työvoimaan kuulumattom\w+"
        r"|kotona lapsia hoitav\w+",
        ("työelämän ulkopuolella olevat", "työn ja koulutuksen ulkopuolella", "NEET-nuoret"),
        ("ulkopuolinen arviointi", "työelämä"),
        ("ulkopuol", "syrjäyt", "poissa", "pudon", "eivät", "neet", "koti", "kuulumat", "kotona"),
    ),
    Cue(
        "immigrants",
        r"maahanmuut(?:taj|tan|tav)\w*|maahan muutta[nv]\w+|maahanmuuttajataust\w*|kotoutuj\w*"
        r"|\bpakolai\w+|vieraskieli\w+|ulkomaalaistaust\w*|ulkomaalai(?:set|sten|sille|sia)\b"
        r"|turvapaikanhakij\w*|kansainväli\w+ osaaj\w+|ulkomai\w+ osaaj\w+"
        r"|monikulttuuri\w+ (?:nuor|nais)\w*|s2-opiskelij\w*|muuta kuin suom\w+|paluumuutta\w+",
        ("maahanmuuttaneet", "maahan muuttaneille", "kotoutujien", "vieraskielisille"),
        ("maahanmuutto", "ulkomaankauppa"),
        (
            "maahan",
            "kotoutuj",
            "pakolai",
            "vieraskiel",
            "ulkom",
            "turvap",
            "kansainväl",
            "monikult",
            "s2-",
            "muuta kuin",
            "paluumuut",
        ),
    ),
    Cue(
        "older_workers",
        r"ikääntyn\w+|ikääntyv\w+|(?:yli|\+) ?5[05][ -]?vuoti\w+|5[05] ?(?:vuotta )?täyttän\w+"
        r"|5[05][ -]vuotiai\w+ ja (?:sitä )?vanhem\w+|\bsenior(?:i|ei)\w*|varttuneet|varttunei\w+"
        r"|ikäihmi\w+|eläkeikä\w+|\b5[05]\+|iäkkä\w+|vanhuk\w+|vanhem\w+ työntekij\w+",
        ("ikääntyneet", "yli 55-vuotiaille", "seniorit", "ikääntyviä työntekijöitä"),
        ("ikäluokka", "vanhemmat"),
        ("ikäänty", "5", "senior", "varttun", "ikäihm", "eläkeik", "iäkkä", "vanhuk", "vanhem"),
    ),
    Cue(
        "underrepresented",
        r"aliedust\w+|(?:vähän|matalasti|heikosti|vähemmän|matalammin) koulut(?:et|tau)\w+"
        r"|(?:vailla|ilman) (?:[\w-]+ ){0,3}?(?:tutkinto|koulutus)\w*|vain (?:peruskoulu"
        r"|perusaste)\w*|(?:heikot|heikoilla|puutteelli\w+) (?:perus|opiskelu)\w+"
        r"|koulutuksesta syrjäyty\w+|vähiten (?:[\w-]+ )?koulut\w+"
        r"|harvoin koulut\w+ osallistuv\w+|tutkintoa vailla\w*",
        ("koulutuksessa aliedustetut ryhmät", "vähän koulutetut", "ilman ammatillista tutkintoa"),
        ("aliarvioitu", "koulutettu"),
        ("aliedust", "koulut", "vailla", "ilman", "vain", "heik", "puutteel", "vähiten", "harvoin"),
    ),
    Cue(
        "partial_work_ability",
        r"osatyöky\w+|\w*kuntoutuj\w+|vammai(?:set|sten|sille|sia|si)\w*|pitkäaikaissairai\w+"
        r"|vajaakuntoi\w+|(?:alentu|heiken|rajoittu)\w+ työky\w+|työkyvyltään (?:rajoit|heik)\w+"
        r"|työky\w+ (?:on )?(?:alentu|heiken|rajoittu)\w+|kehitysvamma\w+"
        r"|mielenterveyskuntoutuj\w+|kuntoutusasiakka\w+|kuntoutuksessa olev\w+",
        ("osatyökykyiset ja kuntoutujat", "vammaisille", "alentunut työkyky"),
        ("kuntoutus", "työkyky"),
        ("osatyö", "kuntou", "vamma", "pitkäaik", "vajaak", "työky"),
    ),
    Cue(
        "prisoners",
        r"rikosseuraamus(?!lait|vir)\w*|\bvank(?:i|eja|ien|eille|eilla|eista|eina)\b|\bvang(?:it"
        r"|in|ille|eille|eilla)\b|vankil\w+|vapautuv\w+ vang\w+|\w*vankeu\w+|rikostausta\w+"
        r"|rangaistu\w+ suoritta\w+|yhdyskuntaseuraam\w+|tutkintavan\w+",
        ("rikosseuraamusasiakkaat", "vangeille", "vankiloissa", "vankien"),
        ("vankka osaaminen", "vankkuri"),
        ("rikos", "vank", "vang", "rangaistu", "yhdyskuntas", "tutkintav"),
    ),
    Cue(
        "conscripts",
        r"varusmie\w+|varusmiespal\w*|siviilipalvel\w+|asevelvolli\w+|varusnai\w+",
        ("varusmiehet ja siviilipalvelusmiehet", "varusmiehille"),
        ("varustelu", "siviilit"),
        ("varus", "siviilipalv", "asevelv"),
    ),
    Cue(
        "entrepreneurs",
        r"\b(?:\w*-?|(?:pien|mikro|yksin|maatalous|nuor|nais|kevyt|toiminimi)-?)yrittäj(?:ä|ät|än"
        r"|iä|ien|ille|illä|iltä|istä|älle|änä|iin)\b|yritt(?:ämistä|äjyyttä) (?:aloittav"
        r"|harkits)\w+|itsensä työllistä\w+|yksinyrittäj\w+|freelanc\w+",
        ("yrittäjät", "yksinyrittäjille", "itsensä työllistäjät"),
        ("yrittäjyys", "yritykset", "yrittäjyyskasvatus"),
        ("yrittäj", "yrittäm", "itsensä", "freelan"),
    ),
    Cue(
        "employers",
        r"työnantaj\w*",
        ("työnantajat", "työnantajille"),
        ("työntekijät",),
        ("työnantaj",),
    ),
    Cue(
        "guidance_professionals",
        r"ohja(?:us|uksen)[ -]?ala\w* (?:[\w-]+ )?(?:ammattilai|asiantuntij|toimij|henkilö"
        r"|osaaj)\w*|ohjauksen (?:ammattilai|asiantuntij|henkilö)\w*|ohjausammattilai\w*"
        r"|ohjaushenkilö\w*"
        r"|(?:\b|opinto-?|ura|oppilaan|opinto- ja ura)ohjaaj(?:at|ien|ille|ia|illa|ilta|ista)\b"
        r"|ohjaus(?:ta|työtä) (?:tekev|antav)\w*|\bopo(?:t|jen|ille|ja)\b|uraneuvoj\w+"
        r"|ammatinvalintapsykolog\w*|uravalmentaj\w+|ohjaus- ja neuvontahenkilö\w*|omavalmentaj\w+",
        ("ohjausalan ammattilaiset", "opinto-ohjaajille", "ohjaajien", "ohjaushenkilöstö"),
        ("liikunnanohjaajat", "työpaikkaohjaajat", "ohjaajan"),
        ("ohja", "opo", "neuvoj", "ammatinval", "valment"),
    ),
    Cue(
        "everyone",
        r"kaikenikä\w+|kaikki (?:kansalai|asukka|ikäryhm|ikäluok|ihmis|suomalai|halukka|kiinnostu"
        r"|suomessa)\w*|kaikille (?:kansalai|asukka|ikäryhm|ikäluok|ihmis|suomalai|halukka"
        r"|kiinnostu|avoi|suunnat)\w*|(?m:(?:^|: ?|[–-] )kaikki\W*$)|(?:palvel\w+|ohjaus\w*"
        r"|tarkoitettu|kuuluu|sopii|avoin\w*|suunnattu|saatavilla"
        r"|tarjolla)(?: [\w-]+)? kaikille(?=\s*(?:$|[.,;:!)]))|koko väestö\w*|iästä riippumatta"
        r"|ikään katsomatta",
        (
            "kaikenikäisille",
            "Kaikki",
            "Kohderyhmä: kaikki",
            "palvelu on kaikille.",
            "kaikille avoin",
        ),
        ("kaikille oppilaille", "kaikki tulokset", "kaikki nuoret"),
        ("kaik", "väestö", "iästä", "ikään"),
    ),
)
