"""Wordings that state guidance as an aim or activity, and the look-alikes that do not.

`strong` is evidence alone; `person` needs people, a choice or development in its sentence. The
rows of `NOTHING` mask what they cover.
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.text.rules.base import Cue

NOTHING: Final = "nothing"
STRONG: Final = "strong"
PERSON: Final = "person"

GUIDANCE: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"ohjausryhm\w*|ohjausjärjestelm\w*|ohjauslaitte\w*|ohjauskesku\w*|ohjausyksik\w*"
        r"|ohjausvaikutu\w*"
        r"|asiakasohjau\w*|palveluohjau\w*|työnohjau\w*|itseohjau\w*|tulosohjau\w*"
        r"|informaatio-?ohjau\w*"
        r"|kunta-?ohjau\w*|liikenteenohjau\w*|(?:liiken|tulv|vesi|vede|valo|prosess|kone|sää"
        r"|energi)\w* ohjau\w*"
        r"|omistajaohjau\w*|lääkeohjau\w*|ohjaustoimikun\w*|rakentamisen ohjau\w*|ohjausratka\w*"
        r"|ohjausautomaat\w*|kauko-?ohjau\w*|liikunnanohja\w*|lastenohja\w*|rahoitu\w* ohjau\w*"
        r"|kaavoitu\w* ohjau\w*"
        r"|ohjaa\w* liikenne\w*|ohjausvipu\w*|ohjaustekni\w*|ohjaust?ekniikka|ohjaustaulu\w*"
        r"|(?:hakemuksen|haun|täyttö|käyttö)\w* ?ohje\w*|valtionohjau\w*|ohjausmuuto\w*"
        r"|strategi\w+ ohjau\w*",
        (
            "hankkeen ohjausryhmä",
            "ohjausjärjestelmän uusiminen",
            "asiakasohjaus",
            "liikenteen ohjausta",
            "työnohjaus",
        ),
        ("nuorten ohjaus", "uraohjaus"),
        ("ohja", "ohje"),
    ),
    Cue(
        NOTHING,
        r"vägledande \w+|vägledning (?:för|till|om|i) (?:ansök|sökande|hur|tillämp)\w*"
        r"|ansökningsvägledning\w*"
        r"|ledningsgrupp\w*|styrgrupp\w*|trafikledning\w*",
        ("vägledande beslut", "vägledning för ansökan", "styrgruppen"),
        ("vägledning för unga",),
        ("vägled", "grupp", "ledning"),
    ),
    Cue(
        NOTHING,
        r"guidance (?:document|note|system|paper|material for applicants|letter)s?"
        r"|application guidance"
        r"|under the guidance of|missile guidance|applicants['’]? guidance|guidance for applicants"
        r"|guidance on (?:how|the application|state aid|reporting)|steering group|guidance values?",
        ("guidance document", "application guidance", "guidance for applicants"),
        ("career guidance", "guidance services"),
        ("guidance", "steering"),
    ),
    Cue(
        STRONG,
        r"uraohja\w+|ura- ja (?:opinto|koulutus)-?\w*ohja\w*|ura-?neuvon\w+|ura-?valmennu\w*"
        r"|urasuunnit\w+"
        r"|urataito\w*|urataido\w*|uravali\w+|uranhallin\w+|urapolkujen suunnit\w*"
        r"|ura- ja opiskelu\w+"
        r"|urapohdin\w*|uraohjau\w*",
        (
            "Uraohjauksen kehittäminen",
            "urasuunnittelutaidot",
            "uraneuvontaa",
            "uravalinta",
        ),
        ("urakoitsija", "urapolku", "urakka", "uraani"),
        ("ura",),
    ),
    Cue(
        STRONG,
        r"opinto-?ohja\w+|oppilaanohja\w+|opojen\b|opinto-ohjau\w*|opintoneuvon\w+"
        r"|jatko-?opinto\w* suunni\w*"
        r"|jatko-opintosuunni\w*|(?:henkilökohtai\w+ )?(?:opinto|opiskelu|oppimis)suunnitelm\w+"
        r"|koulutusvalin\w+|koulutus- ja uravali\w*|hakeutumisvaihee\w*|koulutusneuvon\w+"
        r"|ammatinvalin\w+|alanvalin\w+|ohjaaja\w*koulutu\w*|ohjausala\w* (?:osaa|koulut"
        r"|ammatt)\w*",
        ("opinto-ohjaus", "oppilaanohjausta", "ammatinvalinnanohjaus", "koulutusvalintojen tueksi"),
        ("opintotuki", "koulutuksen hankinta"),
        ("op", "valin", "neuvon", "ohjaaj", "ohjausal", "hakeutum"),
    ),
    Cue(
        STRONG,
        r"elinikäi\w+ ohjau\w+|jatkuva\w* ohjau\w+|monialai\w+ (?:yhteis)?ohjau\w+"
        r"|ohjauspalvelu\w*|ohjausosaami\w+"
        r"|ohjausverkosto\w*|ohjaushenkilöst\w*|ohjausalan?\b|ohjaus- ja neuvon\w*"
        r"|neuvon\w*-? ja ohjaus\w*"
        r"|tieto-, neuvonta- ja ohjaus\w*|ohjausmalli\w*|ohjauskäytän\w*|ohjaustyö\w*"
        r"|ohjauksen (?:laatu|laadun|koordin)\w*"
        r"|ryhmäohjau\w*|yksilöohjau\w*|verkko-?ohjau\w*|digiohjau\w*|ohjauksen digi\w*"
        r"|siirtymä\w* ohjau\w*|nivelvaihe\w* ohjau\w*",
        (
            "elinikäisen ohjauksen",
            "ohjauspalvelujen kehittäminen",
            "neuvonta- ja ohjauspalvelut",
            "ohjausosaamista",
            "monialaista ohjausta",
        ),
        ("ohjausryhmän",),
        ("ohja",),
    ),
    Cue(
        STRONG,
        r"(?:osaami\w+|taito\w*|kompetens\w*)(?: ja \w+)? (?:tunnist|tunnustami|kartoit"
        r"|validoin|sanoitt)\w+"
        r"|osaamiskartoitu\w+|osaamisen näkyväksi\w*|osaamisen (?:arvioin|arviointi)\w*"
        r"|osaamismerk\w*"
        r"|aiemmin hankitu\w+ osaami\w+|kiinnostu\w+ (?:tunnist|kartoit)\w+|vahvuu\w+ tunnist\w+"
        r"|oppimistavoit\w+",
        ("osaamisen tunnistaminen", "osaamiskartoitukset", "vahvuuksien tunnistamisessa"),
        ("osaamisen kehittäminen", "asiakkaan tunnistaminen"),
        (
            "tunnist",
            "kartoit",
            "validoin",
            "sanoit",
            "arvioin",
            "merk",
            "aiemmin",
            "tunnust",
            "oppimistavoit",
            "näkyväks",
        ),
    ),
    Cue(
        STRONG,
        r"(?:karriär|yrkes|studie|studie- och yrkes)-?vägled\w*|livslång vägledning"
        r"|vägledningstjänst\w*"
        r"|vägledningspersonal\w*|vägledningskompetens\w*|vägledningsnätverk\w*"
        r"|studiehandledning\w*|elevhandledning\w*"
        r"|karriär(?:planering|rådgivning|val|kompetens|färdighet)\w*|yrkesval\w*|studieval\w*"
        r"|studierådgivning\w*"
        r"|(?:identifier\w+|validering|kartläggning|erkännande)\w* av (?:\w+ )?(?:kunnande"
        r"|kompetens|kunskap|färdighet)\w*"
        r"|vägledning(?:en|s)?\b (?:av|för|till|åt) \w+|livslånga? vägled\w*"
        r"|vägledningsprojekt\w*|vägledare\w*",
        (
            "karriärvägledning",
            "livslång vägledning",
            "vägledningstjänster",
            "studiehandledning",
            "identifiering av kunnande",
            "vägledning för unga",
        ),
        ("karriär", "handledning av doktorander", "vägledande"),
        ("väg", "karriär", "hand", "val", "identifier", "kartlägg", "erkänn", "studier"),
    ),
    Cue(
        STRONG,
        r"(?:career|vocational|educational|lifelong|study|student|learner|employment) (?:and \w+ )?"
        r"(?:guidance|counsel\w*|planning|advice|management skills|choices?)"
        r"|guidance (?:and counsel\w+|services?|counsel\w+|practition\w+|staff|professionals"
        r"|network|centres?|work)"
        r"|(?:recognition|validation|identification|recognising|identifying"
        r"|mapping) (?:and \w+ )?of (?:prior learning"
        r"|(?:\w+ )?competenc\w+|(?:\w+ )?skills)|(?:recognise|identify|recognising"
        r"|identifying)(?: their)?(?: own)?"
        r" (?:competenc\w+|skills|strengths|interests)|career paths?(?= plan)|learning goals"
        r"|one-stop guidance",
        (
            "career guidance",
            "guidance services",
            "recognition of prior learning",
            "career choices",
            "identify their own skills",
        ),
        ("career", "skills development", "guidance document"),
        (
            "guidance",
            "counsel",
            "career",
            "recogni",
            "identif",
            "validation",
            "mapping",
            "learning goals",
            "planning",
            "advice",
            "choice",
        ),
    ),
    # The definition told in verbs, without the word guidance.
    Cue(
        STRONG,
        r"\bura(?:a|ansa|nsa|n)? suunnit\w+|suunnittel\w+ (?:omaa |oman |tulevaa )?"
        r"(?:uraa|opintoja|tulevaisuu|koulutuspol|opintopol)\w*"
        r"|jatkosuunnitel\w+|tulevaisuu\w+ suunnit\w+|suunnitelm\w+ (?:opinto|ura|jatko-opinto)\w+"
        r"|löytä\w+ (?:oman|omia|itselleen sopiva\w*)(?: \w+)? ?"
        r"(?:ala|polku|polun|ura|vahvuu|opiskelupai|suun)\w*"
        r"|kartoit\w+ (?:\w+ )?osaami\w+|tunnist\w+ (?:omaa? |oman |omia )?"
        r"(?:osaami|vahvuu|taito|kiinnostu)\w+|ohjaamo-?(?:palvelu|toimin|verkosto)\w*",
        (
            "suunnittelemaan uraansa",
            "tekemään jatkosuunnitelmia",
            "löytämään oman alansa",
            "Kartoitetaan osaaminen",
            "tunnistamaan omaa osaamistaan",
            "Ohjaamopalvelujen",
        ),
        ("suunnittelu", "urakan suunnittelu", "löytää ratkaisun", "traktorin ohjaamo"),
        ("suunnit", "löytä", "kartoit", "tunnist", "ohjaamo"),
    ),
    Cue(
        STRONG,
        r"planera (?:sina |sin |sitt |egna |deras )?(?:studier|karriär|framtid|yrkes|utbildning)\w*"
        r"|identifiera (?:sitt|sina|sin|eget|egna) (?:kunnande|kompetens|styrk|intress|kunskap)\w*"
        r"|\bplan(?:ning)? (?:for )?(?:their |your |own )+(?:careers?|studies|education|future"
        r"|lives)"
        r"|\b(?:career|study) plans\b|set(?:ting)? (?:their |own )*learning goals",
        ("planera sina studier", "identifiera sina styrkor", "plan their careers", "career plans"),
        ("planera en bro", "plan the road", "planning permission"),
        ("planera", "identifiera", "plan", "learning goals"),
    ),
    Cue(
        PERSON,
        r"\bohjau(?:s|ksen|sta|kseen|ksella|ksessa|ksesta|kset|ksia|ksien)\b|\bohjaamo\w*"
        r"|ohjaajien|ohjaajat\b"
        r"|\bohjata\b|\bohjataan\b|henkilökohtai\w+ ohjau\w+",
        ("nuorten ohjaus", "Ohjaamojen", "ohjausta"),
        ("ohjelma", "ohje", "johtaminen"),
        ("ohja",),
    ),
    Cue(
        PERSON,
        r"\bvägledning(?:en|s)?\b|\bNavigator(?:n|er|erna)?\b|\bhandledning(?:en)?\b",
        ("vägledningen", "Navigatorn"),
        ("navigationen",),
        ("väg", "navigator", "handled"),
    ),
    Cue(
        PERSON,
        r"\bguidance\b|\bcounsel(?:l?ing|l?ors?)\b|\bcoaching\b",
        ("guidance to young people", "counselling"),
        ("control", "council"),
        ("guidance", "counsel", "coaching"),
    ),
)
#: People or choices that make a bare `ohjaus` guidance of a person.
PEOPLE: Final = re.compile(
    r"nuor(?:i|en|ten|ia|ille|illa)\w*|opiskelij\w+|oppilai\w+|oppij\w+|aikui\w+|työttöm\w+"
    r"|työikäi\w+"
    r"|työnhak\w+|maahanmuut\w+|ohjattav\w+|asiakka\w+ (?:ura|koulutu|työelämä)\w*"
    r"|hakij\w+ koulut\w*"
    r"|työssäkäy\w+|eläm[äö]nkaar\w*|ikäi(?:sten|sille|siä)|elinikäi\w+|nivelvaihe\w*|siirtymä\w*"
    r"|urall?a\w*|koulutukseen|työelämään|opintoihin"
    r"|\bunga\b|ungdomar\w*|studerande\w*|elever\w*|vuxna\w*|invandrar\w*|arbetssökande\w*"
    r"|arbetslösa\w*"
    r"|young people|youth|students?|adults?|learners?|pupils?|jobseekers?|immigrants?"
    r"|unemployed|citizens",
    re.IGNORECASE,
)
#: Nothing is offered or developed where it is denied.
DENIED: Final = re.compile(
    r"\b(?:ei|eivät|eikä)\s+(?:\w+\s+){0,4}?(?:anneta|anna|sisällä|kuulu|tarjota|tarjoa"
    r"|kehitetä|liity|koske|ole|järjestetä)\b"
    r"|\b(?:utan|inte|ingen|inget)\s+(?:\w+\s+){0,3}?(?:vägled|erbjud|omfatt|gäll)\w*"
    r"|\b(?:no|not|without|does not|do not)\s+(?:\w+\s+){0,3}?(?:guidance|offer|include|concern"
    r"|provide|cover)\w*"
    r"|\bilman (?:ura|opinto)?ohjau\w*",
    re.IGNORECASE,
)
#: Research about guidance is no guidance unless something is developed or offered too.
RESEARCH: Final = re.compile(
    r"\btutki(?:taan|mu\w*|ja\w*|vat|i)\b|väitöskirj\w*|\btutkielma\w*|\bforskning\w*"
    r"|\bforskar\w*|\bforskas\b"
    r"|\bavhandling\w*|\bresearch\w*|\bdissertation|\bacademic study|\bstudies the\b",
    re.IGNORECASE,
)
ACTION: Final = re.compile(
    r"kehit|vahvist|parant|luo(?:daan|da|nut|vat)|raken[nt]|tarjo|tue(?:taan|lla)|tuke[ae]"
    r"|edist|mallin|malli\b|pilot|juurr"
    r"|laajen|koordin|järjest|perust|käynnist|toteut|kokeil|otetaan käyttöön|koulut|saa(?:vat"
    r"|da)? |aut(?:taa|etaan)"
    r"|laadu|arvioi"
    r"|utveckl|stärk|förbättr|erbjud|stöd|främj|bygg|inför|sama?ordn|skapa|hjälp"
    r"|develop|support|improv|provid|help|strengthen|promot|pilot|offer|build|coordinat|creat"
    r"|enhanc|evaluat",
    re.IGNORECASE,
)
