"""Finnish wordings of guidance, and the many other things that `ohjaus` is.

Finnish steers machines, traffic, production and ministries with the same word as people. In a
compound the first part decides (`uraohjaus`, `työmaaohjaus`), or the last one (`ohjauspalvelu`,
`ohjausryhmä`); the bare word needs its sentence. What does not belong here: the judgement.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue
from ingestion.text.rules.guidance_levels import PERSON, STRONG

_W = r"[\wåäö-]*"
#: Up to three words between a verb and its object.
_FEW = r"\s+(?:[\wåäö,-]+\s+){0,3}?"
#: First parts of a compound that make `ohjaus` one of people on their way of learning or work.
_OWN = (
    r"(?:[\wåäö]+-)?(?:työ)?ura|opinto|opiskelu|jatko-?opinto|koulutus|oppilaan|ammatinvalinnan"
    r"|ammatinvalinta|nivelvaihe\w*|siirtymä\w*|hakeutumis\w*|elämän(?:ura)?|tulevaisuus|tno"
    r"|e|digi|verkko|netti|etä|chat|mobiili|ryhmä|pienryhmä|yksilö|vertais|yhteis|monialais"
    r"|moniammatillis|henkilökohtais|alku|jälki|työkyky|kotoutumis|aikuis"
)
#: What is steered and has no plans of its own, as the genitive before `ohjaus`.
_THINGS = (
    r"tuotan|toimin|liiken|prosess|kone|laite|laitte|robot|valais|lämmi|lämpö|ilmanvaih|energi"
    r"|sähkö|vede|vesi|vesistö|tulv|varasto|logisti|kuljetu|lasti|ajoneuvo|aluks|lennok|moottor"
    r"|järjestelm|verko|rakentami|rakennu|työmaa|laadu|kustannu|talou|budjet|raho|hanke|hankke"
    r"|projekt|ohjelma|politiik|strateg|valtio|kunt|ministeriö|omista|konserni|tietohallin|kysyn"
    r"|markkin|myyn|asumi|maankäy|kaavo|liikun|ravitsem|lääk|hoido|potila|pysäköin|pelto|säteily"
)

GUIDANCE_FI: Final[tuple[Cue, ...]] = (
    # -- no guidance of people -------------------------------------------------------------------
    Cue(
        NOTHING,
        rf"(?<![\wåäö-])(?!(?:{_OWN})-?ohja)[\wåäö][\wåäö-]*?ohja(?:u|aj|ami|av|tta|ttu){_W}",
        (
            "työmaaohjauksen",
            "Lean-ohjauksen",
            "palveluohjausta",
            "kauko-ohjattavien",
            "työnohjaus",
            "nuoriso-ohjaajat",
            "toiminnanohjausjärjestelmä",
        ),
        ("uraohjaus", "opinto-ohjaajien", "e-ohjaus", "ohjauspalvelu", "ohjaus", "työuraohjaus"),
        ("ohja",),
    ),
    Cue(
        NOTHING,
        r"ohjaus-?(?:ryhm|järjestel|laite|laitte|kesku|yksi(?!lö)|vaikut|automa|logiik|tekn|vipu"
        r"|taulu|pyör|paneel|sauva|kaap|sovellu|ohjelm|signaal|jännit|toimikun|ratkais|ratka|hyt"
        r"|muuto|järjest|rahasto|tieto(?!j)|kortti|releet?|valta|vall)"
        rf"{_W}",
        ("hankkeen ohjausryhmä", "ohjausjärjestelmän uusiminen", "ohjauskeskus", "ohjauspyörän"),
        ("ohjausosaaminen", "ohjauspalvelu", "ohjausyksilöt"),
        ("ohjaus",),
    ),
    Cue(
        NOTHING,
        rf"(?<![\wåäö])(?:{_THINGS}){_W}n"
        rf"(?:\s+(?:ja|sekä|tai)\s+[\wåäö-]+n|\s+[\wåäö]+(?:inen|isen|isten|äs|kkään))?"
        rf"\s+(?:(?:etä|kauko)-?)?ohjau{_W}"
        rf"|ohjau(?:ksella|ksen avulla)\s+(?:energia|tehok|tuottav|säästö){_W}"
        rf"|ohjau(?:s|ksen|ksella)\s+(?:älypuhelim|kännyk|tietoko){_W}",
        (
            "liikenteen ohjausta",
            "koneiden etäohjaus",
            "tuotannon ohjauksen",
            "Hankkeen ohjaus",
            "kodin valaistuksen ohjaus",
            "rakentamisen ja asumisen ohjaus",
            "ohjauksella energiatehokkuutta",
        ),
        ("nuorten ohjaus", "opintojen ohjaus", "elinikäisen ohjauksen"),
        ("ohjau",),
    ),
    Cue(
        NOTHING,
        rf"ohja(?:a|avat|taan|ta|taisiin|ttiin|isi)\s+(?:[\wåäö-]+\s+){{0,3}}?(?:rahoi|rahaa|raho"
        rf"|varo|vara|resurs|investoin|tuke[ae]|liikenne|materiaal|sivuvir|määrära){_W}"
        rf"|(?:rahoi|rahaa|varo|vara|resurs|investoin|valtionosuu|määrära){_W}\s+ohja(?:a|taan|tti"
        rf"|taisiin|utu){_W}(?:\s+[\wåäö-]+){{0,2}}"
        rf"|ohjaamo{_W}\s+(?:ilmanvaih|melu|ergonom|varuste){_W}"
        rf"|(?:traktori|kone|auto|veturi|nosturi|juna|laiva|trukki|työkone"
        rf"|lentokone){_W}n\s+ohjaamo"
        rf"{_W}",
        (
            "ohjaa rahoitusta ammatilliseen koulutukseen",
            "Valtionosuudet ohjataan koulutuksen",
            "Traktorin ohjaamo",
        ),
        ("ohjaa heidät koulutukseen", "Ohjaamo Majava"),
        ("ohja",),
    ),
    # -- guidance by name ------------------------------------------------------------------------
    Cue(
        STRONG,
        rf"(?<![a-zåäö])(?:[\wåäö]+-)?(?:työ)?(?:opinto|opiskelu|jatko-?opinto|ura|koulutus"
        rf"|oppilaan|ammatinvalinnan|ammatinvalinta|nivelvaihe\w*|siirtymä\w*|hakeutumis\w*"
        rf"|tulevaisuus|tno|e)-?ohja(?:u|aj|ami|av|t){_W}"
        rf"|(?<![\wåäö-])(?:digi|verkko|netti|ryhmä|pienryhmä|yksilö|chat|mobiili)-?ohja(?:u"
        rf"|aj){_W}",
        (
            "Uraohjauksen kehittäminen",
            "opinto-ohjaus",
            "oppilaanohjausta",
            "ammatinvalinnanohjaus",
            "e-ohjauksen",
            "verkko-ohjaaja",
        ),
        ("urakoitsijan ohje", "tuotannonohjaus", "opintotuki"),
        ("ohja",),
    ),
    Cue(  # the counsellors of schools by their everyday name
        STRONG,
        r"(?<![\wåäö-])(?:amis|lukio|etä|digi)?opo(?:t|ja|jen|ille|illa|ilta)?(?![\wåäö-])"
        r"|(?<![\wåäö-])opo-?(?:palvelu|ohja|tun(?:t|n)|tiimi|verkosto|resurs|päiv|koulutu)"
        rf"{_W}",
        ("opot", "opopalvelut", "opo-palveluja", "opojen", "opotunnit", "amisopo"),
        ("oporto", "topot", "oponentti", "opossumi"),
        ("opo",),
    ),
    Cue(
        STRONG,
        rf"(?<![a-zåäö])(?:[\wåäö]+-)?(?:työ)?uran?-?(?:neuvo|valmen|suunni|taito|taido|vali|hallin"
        rf"|pohdin|vaihtoeh|tavoit|palvelu|mentoro|keskuste|coach){_W}"
        rf"|ura- ja (?:opinto|opiskelu|koulutus|rekry)-?{_W}"
        rf"|(?<![a-zåäö])ura(?:a|n|ansa|nsa|polkujen)? (?:suunnit|pohdi|vali(?:nt|nn)){_W}"
        rf"|(?:hahmot|pohti|pohdi|selkiyt|kirkast){_W}{_FEW}(?:urapol|tavoittei|tulevaisuut"
        rf"|koulutuspol){_W}"
        rf"|suunnittele{_W}{_FEW}(?:uraa|uransa|opintoja|opintojaan|tulevaisuut"
        rf"|koulutuspol|opintopol){_W}",
        (
            "urasuunnittelutaidot",
            "uraneuvontaa",
            "uravalinta",
            "uravaihtoehtojaan",
            "suunnittelemaan uraansa",
            "uransa suunnittelu",
        ),
        ("urakoitsija", "urapolku", "urakka", "kulttuuripalvelu", "suunnitella uusia reittejä"),
        ("ura", "suunnittele", "hahmot", "pohti", "pohdi", "selkiyt", "kirkast"),
    ),
    Cue(
        STRONG,
        rf"(?:opinto|opiskelu|koulutus|ammatinvalinta|maahanmuuttaja"
        rf"|maahanmuuttajien )-?neuvo[jn]{_W}"
        rf"|(?:ammatin|alan?|koulutus|uran|koulu|opinto|opiskelu|oppiaine)valin[nt]{_W}"
        rf"|ammatinvalintapsykolog{_W}"
        rf"|koulutus- ja uravali{_W}|(?:opiskelupaikan|koulutu(?:ksen|spolun|salan)|ammatin|alan"
        rf"|(?:jatko-)?opintojen)"
        rf" valin[nt]"
        rf"{_W}"
        rf"|henkilökohtai{_W} (?:osaami{_W} )?(?:kehittämis|opinto|opiskelu|oppimis|ura|kehitys)"
        rf"suunnitelm{_W}"
        rf"|(?:opinto|opiskelu|jatko-?opinto|oppimis|elämän?|tulevaisuus|jatko)-?suunnitel{_W}"
        rf"|elämänsuunnittelu{_W}|jatko-opintojen suunnittelu{_W}|tulevaisuutensa suunnittelu{_W}"
        rf"|oppimistavoit{_W}|osaamiskeskustelu{_W}|hakeutumisvaihee{_W}",
        (
            "ammatinvalinnan",
            "koulutusvalintojen tueksi",
            "koulutusneuvonta",
            "henkilökohtaisen osaamisen kehittämissuunnitelman",
            "tekemään jatkosuunnitelmia",
            "oppimistavoitteet",
        ),
        ("opintotuki", "koulutuksen hankinta", "opetussuunnitelma", "energianeuvonta"),
        ("neuvo", "valin", "suunnit", "oppimistavoit", "keskustelu", "hakeutum"),
    ),
    Cue(
        STRONG,
        rf"(?<![\wåäö-])ohjaus-?(?:palvelu|osaami|osaaj|verkosto|henkilöst|keskustel|tarpe|tarve"
        rf"|suunnitel|koulut|neuvo|käytän|käytänt|piste|kriteer|resurs|kokonaisu|toimij|pol[ku]"
        rf"|opin"
        rf"|yhteistyö|jatkumo|asiantunt|ammatti|kulttuur|kent[ät]|laadu|toiminnan ke){_W}"
        rf"|(?<![\wåäö-])ohjaus(?:ala(?:n|a|lla|lle)?|työ(?:n|tä|ssä|stä|hön|lle|llä)?)(?![\wåäö])"
        rf"|(?<![\wåäö-])ohjaus(?:mall|prosess|menetelm|materiaal){_W}"
        rf"|ohjaus- ja (?:neuvo|palvelu|tuki){_W}|neuvon{_W}-? ja ohjau{_W}"
        rf"|(?:neuvontaa|neuvonnan|tietoa) (?:ja|sekä) ohjau{_W}"
        rf"|ohjauksellis{_W}|ohjaav{_W} palvelu{_W}|(?<![\wåäö])TNO(?![\wåäö])",
        (
            "ohjauspalvelujen kehittäminen",
            "tieto-, neuvonta- ja ohjauspalvelut",
            "ohjausosaamista",
            "ohjausalan ammattilaiset",
            "ohjauksellista tukea",
            "TNO-palvelut",
        ),
        ("ohjausryhmän", "ohjaustyökalujen", "ohjausalasin", "ohjausjärjestelmä"),
        ("ohja", "tno"),
    ),
    Cue(
        STRONG,
        rf"(?:elinikäi|jatkuva|monialai|moniammatilli|matalan kynnyksen|henkilökohtai){_W}"
        rf"(?: {_W})? (?:yhteis)?ohjau{_W}"
        rf"|ohjau(?:ksen|ksessa|kseen) (?:laatu|laadu|koordin|osaami|taito|taido|tahto|ammatti"
        rf"|asiantunt|saatavu|saavutet|yhteist|yhteis(?:et|iä)|kriteer|verkosto|strategi|tila\b"
        rf"|digi"
        rf"|menetelm|henkilöst){_W}"
        rf"|(?<![\wåäö-])tehdä(?:än)?\s+(?:\w+\s+)?ohjausta"
        rf"|(?:siirtymä|nivel)vaihei?(?:den|siin|ssa|seen|essa) ohjau{_W}"
        rf"|(?:opinto|opiskelu|ammatinvalin|ura|koulutusvalin){_W}n ohjau{_W}",
        (
            "elinikäisen ohjauksen",
            "monialaista ohjausta",
            "ohjauksen laatu",
            "Ohjauksen tahto ja taito",
            "opintojen ohjaus",
        ),
        ("ohjauksen kehittäminen", "tuotannon ohjaus"),
        ("ohja",),
    ),
    Cue(
        STRONG,
        rf"(?<![\wåäö-])ohjaamo(?:(?:je|i|t|n|st|ss|ll|lt|on|a|ksi|-)|toimin|palvelu|verkost|malli"
        rf"|hank|koordin){_W}|(?<![\wåäö-])ohjaamo(?![\wåäö])"
        rf"|osaav{_W} ohjaaj{_W}"
        rf"|(?<![\wåäö-])ohjaajien (?:osaami|koulut|täydenny|ammatti|kompetens|verkosto){_W}"
        rf"|(?<![\wåäö-])ohjaajakoulut{_W}",
        ("Ohjaamo Majava", "Ohjaamojen tuki", "ohjaamopalvelut", "Ohjaajien osaaminen"),
        ("ohjaamaton", "nuoriso-ohjaajien osaaminen"),
        ("ohjaamo", "ohjaaj"),
    ),
    Cue(
        STRONG,
        r"(?<![\w-])ELO-(?:verkosto|ryhm|yhteistyö|toimij|koordin|palvelu)\w*",
        ("ELO-verkoston", "ELO-yhteistyöryhmä"),
        ("elo-kuussa", "ELO-tori"),
        ("elo-",),
        exact_case=True,
    ),
    # -- the definition told in verbs ------------------------------------------------------------
    Cue(
        STRONG,
        rf"(?<![\wåäö])(?:osaami(?:sen|sensa|sta|staan|nen|siaan|s-)|kompetenss{_W}|taito(?:jen"
        rf"|jensa"
        rf"|ja|jaan)|taidon|vahvuu(?:ksien|ksiensa|ksia|ksiaan|de[nt]{_W})"
        rf"|kiinnostu(?:ksen kohteiden|sten|ksen))"
        rf"(?: ja {_W})? (?:tunnist|tunnust|kartoit|validoi|sanoit){_W}"
        rf"|osaamiskartoitu{_W}|osaamismerk{_W}|osaamisen (?:arvioin|arviointi){_W}"
        rf"|(?:tunnist|kartoit|sanoit|hahmot){_W}{_FEW}(?:osaami(?:nen|sen|sensa|sta|staan|siaan)"
        rf"|vahvuu"
        rf"|taito(?:ja|jaan|nsa)|taidot|kiinnostu(?:ks|st|ks)|kykyjään){_W}"
        rf"|(?:aiemmin|muualla|epävirallisesti|työssä){_FEW}hankit{_W} osaami{_W}",
        (
            "osaamisen tunnistaminen",
            "osaamiskartoitukset",
            "vahvuuksien tunnistamisessa",
            "Kartoitetaan osaaminen, tunnistamaan vahvuutensa",
            "tunnistamaan omaa osaamistaan",
            "osaamista tunnistamalla",
        ),
        (
            "osaamisen kehittäminen",
            "asiakkaan tunnistaminen",
            "osaamistarpeiden kartoitus",
            "Tunnistetaan uudet liiketoiminnan lähteet",
        ),
        (
            "tunnist",
            "kartoit",
            "validoi",
            "sanoit",
            "arvioin",
            "merk",
            "tunnust",
            "hankit",
            "hahmot",
        ),
    ),
    Cue(
        PERSON,
        rf"(?:osaami(?:nen|sen|sta|set|sensa)|vahvuu(?:det|ks{_W})|taidot)"
        rf"[^.!?\n]{{0,50}}?\s(?:näkyv(?:äksi|iksi|iin)|esiin|esille)(?![\wåäö])"
        rf"|(?:näkyv(?:äksi|iksi|iin)|esiin|esille)\s[^.!?\n]{{0,60}}?(?:osaami(?:nen|sen|sta|sensa)"
        rf"|vahvuu|taidot){_W}",
        ("osaaminen näkyväksi", "tekee näkyväksi työssä hankitun osaamisen", "taidot näkyviin"),
        ("näkyvä osaaminen", "osaamista kehitetään"),
        ("näkyv", "esiin", "esille"),
    ),
    Cue(
        STRONG,
        rf"(?:valita|valitsemaan|valitsemise{_W}|valitsevat|valinnassa){_FEW}"
        r"(?:koulutu(?:ksen(?:sa)?|s(?:ta|taan|polun|polkunsa|alan|alansa|paikan))|ammat(?:in|insa"
        r"|tia|tiaan)|alan(?:sa)?|alaa(?:nsa)?|uran(?:sa)?|opintonsa|opiskelupai(?:kan|kkansa))"
        r"(?![\wåäö])(?! (?:järjest|tuotta|toteut|yrity))"
        rf"|(?:etsi|löyty|löytä){_W}{_FEW}(?:opiskelu|opinto|koulutus|jatko-opinto)pai[kt]{_W}"
        rf"|löytä{_W}{_FEW}(?:itselleen sopiv|itseään kiinnostav|itselleen mieluis|oman polkun"
        rf"|oman suun|oman ala(?:n|nsa)(?! (?:osaaj|yrity|työ))|oman ura|omat vahvuu|opiskelupai"
        rf"|vahvuute){_W}",
        (
            "valitsemaan koulutuspolun ja ammatin",
            "löytämään oman alansa",
            "löytää itseään kiinnostavan alan",
        ),
        (
            "valitaan koulutuksen järjestäjä",
            "löytää ratkaisun",
            "yritykset löytävät oman alan osaajat",
        ),
        ("vali", "löytä", "löyty", "etsi"),
    ),
    Cue(
        STRONG,
        rf"(?<![\wåäö-])ohja(?:a|avat|taan|ta|amaan|amalla|tuu|tuvat|utu{_W})(?![\wåäö])"
        r"[^.!?\n]{0,50}?\s(?:koulutukseen|koulutuspol[\wåäö]+|opintoihin|opiskelemaan"
        r"|opiskelupaik[\wåäö]+"
        r"|opintopaik[\wåäö]+|jatko-opintoihin|sopivalle alalle)(?![\wåäö])"
        rf"|nivelvaih{_W}[^.!?\n]{{0,60}}?(?:sujuv|tuki|tuke|tuet|tuen|neuvo|palvelu){_W}"
        rf"|(?:sujuv|tuke|tuki|tuet|neuvo){_W}[^.!?\n]{{0,60}}?nivelvaih{_W}",
        ("ohjaa heidät koulutukseen", "Nivelvaiheiden sujuvoittaminen", "tukea nivelvaiheessa"),
        ("ohjaa liikennettä", "nivelvaiheen opetus", "ohjaa kehitystä"),
        ("ohja", "nivelvaih"),
    ),
    Cue(
        PERSON,
        rf"siirtymävaih{_W}[^.!?\n]{{0,90}}?(?:sujuv|tuki|tuke|tuet|tuen|neuvo){_W}"
        rf"|(?:sujuv|tuke|tuki|tuet|neuvo){_W}[^.!?\n]{{0,90}}?siirtymävaih{_W}"
        rf"|sujuv{_W} siirtym{_W}|siirtym{_W} sujuv{_W}",
        ("sujuvaksi siirtymävaiheessa", "Siirtymät sujuviksi"),
        ("siirtymävaiheen koulutusmalli", "vihreä siirtymä"),
        ("siirtym",),
    ),
    # -- words that need their sentence ----------------------------------------------------------
    Cue(
        PERSON,
        r"(?<![\wåäö-])ohjau(?:s|ksen|sta|kseen|ksella|ksessa|ksesta|ksena|kset|ksia|ksien|stoim\w+"
        r"|styökalu\w*|sväline\w*|stilan\w*|stiim\w*)(?![\wåäö])"
        r"|(?<![\wåäö-])ohjaaj(?:a|an|at|ia|ien|alla|alle|ille)(?![\wåäö])"
        r"|(?<![\wåäö-])ohja(?:ta|taan|ttav\w+)(?![\wåäö])"
        r"|(?<![\wåäö-])(?:etä|vertais|yhteis|työkyky|alku|jälki|kotoutumis|aikuis|monialais\w*)"
        r"-?ohjau\w*",
        ("nuorten ohjaus", "ohjausta", "etäohjausta"),
        ("ohjelma", "ohje", "johtaminen"),
        ("ohja",),
    ),
    Cue(
        PERSON,
        rf"(?:punni|pohti|pohdi|vertail|hahmot){_W}{_FEW}vaihtoehto{_W}"
        rf"|tieto- ja neuvonta(?:palvelu|työ|verkosto){_W}",
        ("punnitsemaan vaihtoehtojaan", "nuorten tieto- ja neuvontapalvelut"),
        ("tietopalvelut", "vaihtoehtoinen reitti"),
        ("vaihtoehto", "neuvonta"),
    ),
)
