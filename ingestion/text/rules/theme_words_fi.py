"""Finnish wordings of the closed list of themes, and what only sounds like them.

The rows of `NOTHING` mask what they cover: names of authorities and programmes, and words that
share a stem with a theme.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue

THEMES_FI: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"työ- ja elinkeino\w+|te-hallin\w+|ely-keskus\w*|opetus- ja kulttuuri\w+|opetushallitu\w*"
        r"|(?:jatkuvan oppimisen ja )?työllisyyden palvelukesku\w*|työllisyysrahasto\w*"
        r"|innovaatiorahoituskesku\w*|innovaatio ja osaaminen(?= suomessa)"
        r"|kestävää kasvua ja työtä\w*|uudistuva ja osaava suomi\w*"
        r"|toimintalinja\w*[^.\n]*|erityistavoite[^.\n]*"
        r"|suomen yrittäj\w+|\w+ yrittäjät ry|koulutuskuntayhty\w+|koulutuskesku\w+"
        r"|aikuiskoulutuskesku\w+|kehittämisyhtiö\w*|kuntoutussääti\w+|työkykyis\w+",
        ("työ- ja elinkeinoministeriö", "Työllisyysrahaston tuella", "Toimintalinja 3: Työllisyys"),
        ("työllisyyspalvelut", "koulutuksen kehittäminen"),
        (
            "elinkeino",
            "te-hallin",
            "ely-",
            "kulttuuri",
            "opetushal",
            "palvelukesku",
            "rahasto",
            "rahoituskesku",
            "osaaminen",
            "kestävää",
            "uudistuva",
            "toimintalinja",
            "erityistav",
            "yrittäj",
            "kuntayhty",
            "keskus",
            "kesku",
            "yhtiö",
            "säätiö",
            "sääti",
            "työkykyis",
        ),
    ),
    Cue(
        NOTHING,
        r"(?:traktori|veturi|auto|kone|nosturi|laiva|lentoko?ne|junan?)\w*[ -]ohjaamo\w*"
        r"|ohjaamo(?:n|jen|ssa|sta)? (?:melu|ilmastoin|ergonom|ikkun|lämmit|laitte)\w*"
        r"|ohjausryhm\w*|(?:liikunnan|lasten|nuoriso-?|työpaikka)ohja\w*|palveluohjau\w*"
        r"|asiakasohjau\w*|työnohjau\w*|itseohjau\w*|informaatio-?ohjau\w*|ohjausjärjestelm\w*"
        r"|(?:vihre|digitaali|energia|oikeudenmukai|digi|hiili)\w*-? ?siirtym\w*"
        r"|siirtymä(?:aika|ajan|kau|säänn)\w*|etsivä\w* (?:poliis|työnhak|työtön|työttöm)\w*"
        r"|ennakoiva\w* (?:huol|kunnossapi|ylläpi)\w*|riskien ennakoin\w*"
        # a machine that is steered from afar
        r"|(?:kone(?:e|i)|laittei?|robot(?:i|ti?e)|ajoneuvo(?:je)?|nosturei?(?:de)?|traktorei?(?:de)?"
        r"|droni(?:e)?|lennok(?:i|kie)|alu(?:kse|ste)|prosess(?:i|ie))\w{0,3}n"
        r"(?: ja \w+n)? (?:etä|kauko|digi|verkko|mobiili)-?ohja\w+(?: [\w-]*verko\w+)?"
        r"|(?:etä|kauko)-?ohjat\w+",
        (
            "traktorin ohjaamo",
            "vihreä siirtymä",
            "siirtymäajan",
            "ennakoivaa huoltoa",
            "koneiden etäohjaus 5G-verkossa",
            "työkoneiden ja robottien etäohjausta",
            "etäohjattava",
        ),
        ("nuorten Ohjaamo", "siirtymä työelämään", "ennakointi", "nuorten etäohjaus"),
        ("ohja", "siirtym", "etsivä", "ennakoi"),
    ),
    Cue(
        "career_guidance",
        r"ura-?ohja(?!aj)\w*|ura-?(?:neuvon|valmennu|palvelu|valin|mentoroin)\w*"
        r"|ura- ja [\w-]+ohjau\w*|\bura-?,? [\w-]+(?:,| ja) [\w-]+ohjau\w*"
        r"|\buran valin\w+|työuraohjau\w*|ura-asioi\w+ (?:ohja|neuvo)\w*",
        ("nuorten uraohjaus", "uraneuvontaa", "ura- ja opinto-ohjaus", "uravalinnat"),
        ("urakka", "urapolku", "uraohjaajien", "kuraattori"),
        ("ura-", "uraoh", "uran", "urav", "urap", "uram"),
    ),
    Cue(
        "study_guidance",
        r"opinto-?(?:ja )?ohjau\w*|opinto-? ?(?:, [\w-]+ |,? ?ja )[\w-]*ohjau\w*"
        r"|oppilaanohjau\w*|opintoneuvon\w*"
        r"|opinto(?:jen|polu\w*|polku\w*)-? ?(?:ohja|suunnit)\w*|opiskel(?:un|ijoiden) ohjau\w*"
        r"|opiskelijaohjau\w*|oppilaiden ohjau\w*"
        r"|henkilökohtais\w+ (?:opinto|opiskelu|osaamisen kehittämis)\w*suunni\w*"
        r"|henkilökohtaistam\w+|opiskeluvalmiuksi\w+ tu\w+|koulutusneuvon\w*",
        (
            "opinto-ohjauksen",
            "oppilaanohjaus",
            "opintoneuvontaa",
            "opinto- ja uraohjausta",
            "henkilökohtaiset opintosuunnitelmat",
        ),
        ("opinto-ohjaajien", "opintotuki", "opintokeskus"),
        ("opin", "oppil", "opisk", "henkilökoh", "koulutusneu"),
    ),
    Cue(
        "vocational_guidance",
        r"ammatinvalin\w*|ammatin valin\w+|ammatinvalint\w*|alanvalin\w*|(?:opiskelu)?alan valin\w+"
        r"|ammattialan valin\w+|valits\w+ (?:sopiva\w*|oikea\w*|itselleen) (?:ammat|ala)\w*"
        r"|ammatti(?:in|eihin) ohja\w*|ammattitietou\w*",
        ("ammatinvalinnanohjaus", "ammatinvalintaa", "alanvalinta", "valitsemaan sopivan ammatin"),
        ("ammattitaito", "valinnat", "alan yritykset"),
        ("ammat", "alan", "valits"),
    ),
    Cue(
        "career_skills",
        r"urasuunnit\w*|ura(?:nhallin|taito|taido|valmiu|osaami)\w*|uran ?hallinnan? ?tai\w+"
        r"|uran suunnit\w+|uranhallinta\w*|suunnit\w+ (?:omaa |oman )?ura(?:a|ansa|nsa)\b"
        r"|ura(?:a|ansa|nsa) (?:koskevia )?suunni\w+|(?:oman )?tulevaisuu\w+ suunnit\w+ (?:tai"
        r"|val)\w*"
        r"|rakent\w+ (?:omaa )?uraansa",
        (
            "urasuunnittelutaidot",
            "uranhallintataitojen",
            "suunnittelemaan uraansa",
            "oman uran suunnittelu",
        ),
        ("urakan suunnittelu", "kaupunkisuunnittelu", "uraohjaus"),
        ("ura",),
    ),
    Cue(
        "recognition_of_competence",
        r"(?:osaami|taito|taido|kompetens|ammattitai)\w*(?:,? (?:ja |sekä )?[\w-]+){0,2}?"
        r" (?:tunnist|tunnust|kartoit|validoi|sanoit|näkyväk)\w+"
        r"|(?:tunnist|tunnust|kartoit|validoi|sanoit)\w+ (?:[\w-]+ ){0,3}?(?:osaami|taito|taido)\w+"
        r"|osaamis(?:kartoitu|merk|profiil|identite|tunnist)\w*|aiemmin hankit\w+"
        r"|muualla hankit\w+|arkioppimi\w+|\bahot\w*|piilevä\w* osaami\w+"
        r"|(?:tehdä|tehdään|tuoda|tuodaan) (?:[\w-]+ ){0,3}?näkyväk\w*"
        r"|osaamisen (?:arvioin|arviointi)\w*"
        r"|(?:osaami|taito|taido|kompetens|ammattitai|vahvuu)\w+(?: [\w-]+){0,2}?"
        r" (?:näkyviin|esiin|esille)\b"
        r"|(?:näkyviin|esiin|esille) (?:[\w-]+ ){0,2}?(?:osaami|taito|taido|vahvuu)(?!starpe)\w+",
        (
            "osaamisen tunnistaminen ja tunnustaminen",
            "osaamiskartoitus",
            "osaamismerkit",
            "tunnistetaan työssä kertynyttä osaamista",
            "aiemmin hankitun osaamisen",
            "nuorten osaaminen näkyviin",
            "tuo esiin piilevää osaamista",
        ),
        ("osaamisen kehittäminen", "asiakkaan tunnistaminen", "osaamistarpeet"),
        (
            "osaam",
            "taito",
            "taido",
            "hankit",
            "arkiopp",
            "ahot",
            "näkyväk",
            "kompetens",
            "ammattit",
        ),
    ),
    Cue(
        "one_stop_guidance",
        r"\bohjaamo(?:t|n|jen|on|ssa|sta|lle|ja|issa|ista|ihin|-?(?:toimin|palvelu|verkost|mall"
        r"|työ|piste|talo|konsep)\w*)?\b|(?:yhden|saman) (?:luukun|katon|oven)\b"
        r"|(?:monialai|moniammatilli|monitoimijai|poikkihallinnolli|monihallinnolli)\w+"
        r" (?:[\w-]+ ){0,2}?(?:yhteis)?(?:ohja|neuvon|palvelu|tuki|tue|tukea|tiimi|työ|toimin"
        r"|mall)\w*"
        r"|matalan kynnyksen (?:[\w-]+ ){0,2}?(?:ohja|neuvon|palvelu|piste|paik)\w*",
        (
            "Ohjaamot",
            "Ohjaamo-toiminnan vakiinnuttaminen",
            "monialaista ohjausta",
            "yhden luukun palvelu",
            "matalan kynnyksen ohjauspiste",
        ),
        ("ohjaamotta", "monialainen yritys", "ohjaaminen"),
        ("ohjaamo", "luukun", "katon", "oven", "moni", "poikkihal", "matalan"),
    ),
    Cue(
        "outreach",
        r"hakeva(?!t\b)\w* (?:ja \w+ )?(?:toimin|työ|nuorisotyö|ohja|neuvon|tuki|koulutu)\w*"
        r"|etsivä\w* (?:ja \w+ )?(?:työ|nuorisotyö|toimin|vanhus)\w*|jalkau(?:tu|te|du)\w+"
        r"|löytävä\w* (?:nuoriso)?työ\w*|tavoittava\w* (?:työ|toimin)\w*"
        r"|(?:palvelujen|palveluiden) ulkopuol\w+ (?:[\w-]+ ){0,3}?tavoit\w+"
        r"|tavoit\w+ (?:[\w,-]+ ){0,4}?(?:palvelujen|palveluiden) ulkopuol\w+",
        (
            "hakeva toiminta",
            "etsivää nuorisotyötä",
            "jalkaudutaan kauppakeskuksiin",
            "tavoitetaan nuoria, palvelujen ulkopuolella",
            "etsivän työn",
        ),
        ("hakevat työtä", "etsivätkö", "hakemus"),
        ("hakeva", "etsivä", "jalkau", "löytävä", "tavoit"),
    ),
    Cue(
        "transitions",
        r"nivelvaih\w*|siirtymävaih\w*|siirtymäkoh\w*|siirtymäpolk\w*|siirtymäpolu\w*"
        r"|siirty\w* (?:[\w-]+ ){0,4}?(?:työelämä|jatko-opin|toise\w+ aste|opin|koulut|korkeakoul"
        r"|ammatilli|työhön|lukio|peruskoul|perusopetu)\w*"
        r"|(?:koulutukse|peruskoulu|opin|opiskelu|perusopetukse|lukio"
        r"|asteelta)\w* (?:[\w-]+ ){0,3}?siirty\w*"
        r"|\bsiirtymä(?:t|ä|n|ssä|issä|stä|istä|än)?\b|siirtymi(?:en|ä|in)\b",
        (
            "nivelvaiheen ohjaus",
            "siirtymä peruskoulusta toiselle asteelle",
            "siirtymät",
            "siirtymistä työelämään",
            "opinnoista työelämään siirtyville",
        ),
        ("siirto", "siirretään varoja", "nivelrikko"),
        ("nivelvaih", "siirty"),
    ),
    Cue(
        "workplace_guidance",
        r"(?:ohjau|neuvon)\w* työpaiko\w+|työpaik\w+ (?:[\w-]+ ){0,4}?(?:[\w-]*ohjau|ohjaa"
        r"|neuvon)\w*"
        r"|työpaik\w+ (?:[\w-]+ ){0,2}?(?:osaamis|kehitys|ura)keskustel\w+"
        r"|proaktiivi\w+ (?:[\w-]+ )?ohjau\w*|ohjau\w* työ(?:elämä|ura)n aikan\w*"
        r"|työuran aikai\w+ (?:[\w-]+ )?ohjau\w*",
        (
            "työpaikalla annettava ohjaus",
            "ohjausta työpaikoille",
            "proaktiivista ohjausta",
        ),
        ("työpaikkaohjaajat", "työssä olevien ohjaus"),
        ("työpaik", "työura", "työelämän aik", "proaktiiv"),
    ),
    Cue(
        "integration_guidance",
        r"kotoutumi(?!sla[ik]|skoulut)\w*|kotoutta\w+|kotouttami\w*|maahanmuuttajaohjau\w*"
        r"|monikieli\w+ (?:ohja|neuvon)\w*",
        ("kotoutumisen tuki", "kotouttaminen", "monikielinen neuvonta"),
        ("maahanmuuttajat", "kotoutumislaki", "ohjaus kotona"),
        ("maahanmuuttajaohj", "kotout", "monikiel"),
    ),
    Cue(
        "rehabilitation_guidance",
        r"kuntoutu\w*-? (?:ja|sekä) [\w-]+ohjau\w*|kuntoutusohj\w*|työkykyohj\w*"
        r"|(?<!osa)työky(?:ky|vy)-?(?:koordin|palvelu|valmen|tuki|tue|ohjelm|johtam|neuvon|arvio"
        r"|n\b|ä\b)\w*"
        r"|ammatilli\w+ kuntoutu(?!j)\w*|kuntouttava\w*|työhönkuntoutu\w*"
        r"|kuntoutu(?!j)\w+ (?:[\w-]+ ){0,3}?(?:ohja|neuvon)\w*"
        r"|ohjau\w* (?:[\w-]+ ){0,2}?kuntoutu\w*"
        r"|työhön paluu\w*|työhönpaluu\w*",
        (
            "kuntoutus- ja työkykyohjaus",
            "työkykykoordinaattori",
            "ammatillinen kuntoutus",
            "työkyvyn tuki",
        ),
        ("kuntoutujat", "osatyökykyiset", "leikkauksen jälkeinen kuntoutus"),
        ("kuntou", "työky", "paluu"),
    ),
    Cue(
        "guidance_staff",
        r"(?<!\w)(?:(?:opinto-|ura|oppilaan|opinto-?\w* ja ura)?ohjaajien|ohjausalan"
        r"|ohjaushenkilö\w+"
        r"|ohjausalan ammattilaisten|opojen|neuvojien)(?: [\w-]+){0,3}? (?:osaami|koulut|täydenny"
        r"|ammattitai|kompetens|pereh|valmen|työväline|jaksam|mentoroin)\w*"
        r"|(?:koulut|täydenny|pereh|valmen|vahvist)\w+ (?:[\w-]+ ){0,3}?"
        r"(?:opinto-|ura|oppilaan)?ohjaaji\w*"
        r"|ohjaus(?:osaami|henkilöst|ammattilais\w+ osaam)\w*|ohjaajakoulut\w*|ohjaaja(?:osaami)\w*"
        r"|ohjau(?:kse\w*|s)[ -](?:ammattilai|asiantuntij)\w+ (?:[\w-]+ )?(?:osaam|koulut"
        r"|täyden)\w*"
        r"|ohjaustyötä tekevien (?:[\w-]+ )?(?:osaam|koulut|täyden)\w*",
        (
            "Opinto-ohjaajien täydennyskoulutus",
            "ohjaajien osaaminen",
            "ohjausosaamisen",
            "koulutetaan uraohjaajia",
        ),
        ("ohjaajat", "liikunnanohjaajien koulutus", "opettajien koulutus"),
        ("ohja", "opojen", "neuvojien"),
    ),
    Cue(
        "digital_guidance",
        r"(?:digitaali|sähköi|verkkopohjai|virtuaali|tekoälyavustei|mobiili)\w*(?: [\w-]+){0,2}?"
        r" [\w-]*(?:ohja(?:u|am)|neuvon)\w*|(?:verkko|digi|etä|chat|video|virtuaali)-?(?:ohja(?:u"
        r"|t)|neuvon|ohjaam)\w*"
        r"|(?:ohjau|neuvon)\w*(?:-? ?palvelu\w*)? (?:[\w-]+ ){0,3}?(?:digitali|digitaal"
        r"|verko(?!st)|verkkoon"
        r"|etänä|tekoäly|chatbo|mobiili|sähköis|virtuaal)\w*"
        r"|tekoäly\w* (?:[\w-]+ ){0,3}?ohjau\w*",
        (
            "digitaaliset ohjauspalvelut",
            "verkko-ohjaus",
            "ohjauksen digitalisaatio",
            "ohjausta verkossa",
            "etäohjausta",
        ),
        ("digitaalinen tuotanto", "verkosto-ohjelma", "ohjauksen alueellinen verkosto"),
        ("ohja", "neuvon"),
    ),
    Cue(
        "guidance_quality",
        r"ohjauksen (?:[\w-]+ ){0,2}?(?:laatu|laadu|arvioin|arviointi|vaikuttavu|kriteer)\w*"
        r"|ohjaus(?:-? ?ja neuvonta)?palvelu\w+ (?:[\w-]+ ){0,2}?(?:laatu|laadu|arvioin|arviointi"
        r"|vaikuttavu)\w*"
        r"|ohjau\w+ (?:laatu|arviointi)(?:kriteer|järjestel|mall|mittar)\w*"
        r"|(?:arvioidaan|arvioida|mitataan|laatukritee\w+|laatumall\w+) (?:[\w-]+ ){0,3}?ohjau\w*"
        r"|hyvän ohjauksen\w*|ohjauskäytän\w*|(?:tutkimu|näyttö"
        r"|tieto)\w+ perustuv\w+ (?:[\w-]+ ){0,3}?ohjau\w*",
        (
            "ohjauksen laatu ja arviointi",
            "ohjauspalvelujen vaikuttavuuden",
            "hyvän ohjauksen kriteerit",
            "Arvioidaan nuorten ohjausta",
        ),
        ("ohjausryhmän arvio", "opetuksen laatu", "ohjauksen koordinaatio"),
        ("ohja",),
    ),
    Cue(
        "guidance_coordination",
        r"ohjauksen (?:[\w-]+ ){0,2}?(?:koordin|verkosto|yhteensov|yhteistyö|yhteistoim|ekosyst"
        r"|työnja|alueelli|palveluverk|ryhm|foorum)\w*"
        r"|ohjaus(?:palvelu\w*|toimij\w*|ala\w*) (?:[\w-]+ ){0,2}?(?:koordin|verkost|yhteisty"
        r"|yhteensov|työnja)\w*"
        r"|ohjausverkost\w*|\belo-?(?:ryhm|verkost|yhteist|toimin|koordin|foorum|työ)\w*"
        r"|ohjausyhteisty\w*|tno-(?:verkost|yhteist|koordin)\w*"
        r"|(?:koordinoi|verkosto|yhteensovit)\w* (?:[\w-]+ ){0,3}?(?:ohjauksen|ohjauspalvelu"
        r"|ohjausta|ohjaustoimij)\w*",
        (
            "ohjauksen koordinaatio ja verkostot",
            "ELO-verkosto",
            "ohjauspalvelujen koordinointi",
            "ohjausverkostot",
            "Koordinoidaan alueen ohjauspalveluja",
        ),
        ("ohjausryhmän kokous", "ohjauksen laatu", "koordinaattori"),
        ("ohja", "elo", "tno"),
    ),
)
