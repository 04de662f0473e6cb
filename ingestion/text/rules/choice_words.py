"""Themes told without their names: choosing a trade or a study place, one door, reaching out.

What does not belong here: guidance called by its name (`theme_words_*`).
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

CHOICES: Final[tuple[Cue, ...]] = (
    Cue(
        "vocational_guidance",
        r"(?:vali(?:ts|nt|nn)|päät(?:ös|ök|tä)|löytä|pohti|vaihta)\w* (?:[\w-]+ ){0,4}?(?<!\w)"
        r"(?:ammat(?:in|ista|eista|tia|teja|tiin)|(?:sopiva\w*|uu\w+|kiinnosta\w+|oman|oikean)"
        r" (?:ammat|ala)\w*|alan)\b|alanvaih(?:to|do|taj)\w*|soveltuvuu\w+ (?:[\w-]+ )?(?:ala"
        r"|ammat)\w*",
        ("valitsemaan koulutuspolun ja ammatin", "löytämään kiinnostavan alan", "alanvaihtoa"),
        ("valita toimittaja", "päätös rahoituksesta", "alan yritykset"),
        ("vali", "päät", "löytä", "pohti", "vaih", "soveltuvuu"),
    ),
    Cue(
        "vocational_guidance",
        r"(?:välj|valet|hitta|beslut|byta|byter)\w* (?:[\w-]+ ){0,4}?(?:yrke(?:t|n|sbana)?\b"
        r"|(?:passande|lämplig\w*|rätt|ny\w*) (?:yrke|bransch|område)\w*|bransch(?:en)?\b"
        r"|områden? som intresserar)|branschbyt\w+",
        ("välja utbildningsväg och yrke", "hitta en passande bransch", "branschbytare"),
        ("välja leverantör", "bransch"),
        ("välj", "valet", "hitta", "beslut", "byt"),
    ),
    Cue(
        "vocational_guidance",
        r"(?:choos|choice|chose|select|find|decid|chang|switch)\w* (?:[\w-]+ ){0,5}?(?:occupations?"
        r"|professions?|(?:a|the|new|suitable|right) (?:trade|vocation)|an? (?:[\w-]+ )?field"
        r"(?: of work| that)?)\b",
        ("choose an educational path and an occupation", "find a field that suits them"),
        ("choose a supplier", "field trial"),
        ("choos", "choice", "chose", "select", "find", "decid", "chang", "switch"),
    ),
    Cue(
        "study_guidance",
        r"(?:koulutus|jatko-?opinto|opinto|opiskelu|opiskelupaika\w*|koulutuspolku?)-?(?:valin"
        r"|vaihtoeh|suunnitelm)\w*|(?:vali(?:ts|nt|nn)|hake|löytä|suunnit)\w* (?:[\w-]+ ){0,2}?"
        r"(?:koulutuspol|opiskelupaik|opintopaik|jatko-opin|opintopol)\w*"
        r"|(?<!\w)(?:opinto-ohjaaja|oppilaanohjaaja|opo)(?:n|a|lla|lle|lta)?\b(?!-)",
        ("koulutusvalinnat", "jatko-opintosuunnitelman", "tapaa opinto-ohjaajan"),
        ("opinto-ohjaajien", "opintotuki", "koulutuksen järjestäjä"),
        ("valin", "vaihtoeh", "suunn", "utuspol", "paik", "jatko-", "ohjaaja", "opo", "ntopol"),
    ),
    Cue(
        "study_guidance",
        r"utbildningsval\w*|(?:val|välj)\w* (?:av )?(?:[\w-]+ ){0,2}?(?:utbildning(?:sväg"
        r"|splats)\w*|studieplats\w*|fortsatta studier)|plan(?:er)? för (?:sina )?(?:fortsatta )?"
        r"studier\w*|träffa\w* (?:en )?(?:studie|elev)handledar\w+",
        ("utbildningsvalen", "val av fortsatta studier", "plan för fortsatta studier"),
        ("utbildning", "plan för parken"),
        ("utbildning", "studie", "plan", "handled"),
    ),
    Cue(
        "study_guidance",
        r"(?:educational|further study|study) (?:choices?|options?|paths?)|choos\w+ (?:[\w-]+ )"
        r"{0,2}?(?:educational path|place of study|further stud|where to study)\w*"
        r"|plans? for (?:their )?further stud\w+"
        r"|(?:meets?|sees?|with) an? (?:study|school|student) counsell?or\b",
        ("educational choices", "written plan for further studies", "meets a study counsellor"),
        ("study counsellors", "education path"),
        ("educational", "study", "studies", "school couns", "student couns"),
    ),
    Cue(
        "career_guidance",
        r"\bura-?(?:vaihtoeh|mahdolli|polk|polu|tavoit|käänte)\w+|työura(?:tavoit|vaihtoeh)\w+"
        r"|karriär(?:alternativ|möjlig|väg(?!led)|mål)\w*|career (?:options?|alternatives?|goals?"
        r"|paths?|possibilit\w+)",
        ("uravaihtoehtoja vertaillaan", "karriäralternativ", "career options"),
        ("urakka", "barriär", "career skills"),
        ("ura", "karriär", "career"),
    ),
    Cue(
        "one_stop_guidance",
        r"(?:samasta|yhdestä) paikasta|ilman ajanvarausta|utan tidsbeställning|en och samma"
        r" (?:plats|lucka)|ett och samma ställe|(?:from|in|under) one (?:place|roof)|one door\b"
        r"|without an appointment",
        ("samasta paikasta", "på ett och samma ställe", "from one place", "One door for youth"),
        ("paikasta", "one placement", "en plats"),
        ("paikasta", "ajanvar", "tidsbest", "en och samma", "ett och samma", "one ", "appointm"),
    ),
    Cue(
        "outreach",
        r"reach\w* out\b|(?:viedään|vie|vietiin) (?:[\w-]+ ){0,2}?(?:ohjau|neuvon)\w* (?:[\w-]+ )"
        r"{0,2}?(?:kyl|koteihin|kaduil|kauppakesk)\w*",
        ("reaching out in villages", "Hanke vie neuvonnan kylätaloille"),
        ("out of reach", "vie tavaraa"),
        ("reach", "vie"),
    ),
    Cue(
        "guidance_staff",
        r"(?:koulutuks|koulutus|koulutta|täydennyskoul|valmennuks)\w*[^.;!?\n]{0,60}?(?:opinto-|ura"
        r"|oppilaan)?ohjaajille\b|(?:opinto-|ura|oppilaan|ryhmän)?ohjaajille[^.;!?\n]{0,80}?"
        r"(?:täydennyskoul|koulutu)\w*|(?<!\w)(?:opinto-|ura|oppilaan)?ohjaajien (?:[\w-]+ ){0,2}?"
        r"\w*(?:taitojen|taidot|taitoja|tiedot|valmiudet|valmiuksien)\b",
        ("opinto-ohjaajille järjestetään koulutuksia", "uraohjaajien digitaitojen vahvistaminen"),
        ("liikunnanohjaajien taidot", "ohjaajat"),
        ("ohjaaj",),
    ),
    Cue(
        "guidance_quality",
        r"neuvonta\w* (?:[\w-]+ ){0,2}?(?:laadu|laatu|vaikuttavu)\w*"
        r"|rådgivning\w* (?:[\w-]+ ){0,2}?(?:kvalit|genomslag|effekt)\w*"
        r"|(?:bedöm|utvärder)\w*[^.;!?\n]{0,60}?vägledning\w*"
        r"|(?:quality|impact|results|effectiveness) of (?:[\w-]+ ){0,3}?(?:guidance|advice)\b",
        ("neuvontapalvelujen vaikuttavuuden seuranta", "resultaten bedöms av vägledning",
         "impact of information and advice services"),
        ("neuvonta", "quality of air"),
        ("neuvonta", "rådgiv", "bedöm", "utvärder", "guidance", "advice"),
    ),
    Cue(
        "transitions",
        r"saattaen vaih\w+|ledsaga\w+ övergång\w*|övergång(?:en|ar)? (?:[\w-]+ ){0,3}?(?:stadie"
        r"|skol|studie|arbetsliv|utbildning)\w*|(?:managed|guided|smooth|supported)"
        r" (?:transitions?|handovers?)"
        r"|(?:finish|leav|complet)\w+ (?:basic|comprehensive|lower secondary|upper secondary)"
        r" (?:education|school)|between (?:school stages|levels of education)",
        ("saattaen vaihtoa", "ledsagad övergång", "finishing basic education"),
        ("vaihto", "övergångsställe", "green transition"),
        ("saattaen", "övergång", "transition", "handover", "education", "school"),
    ),
    Cue(
        "employment",
        r"välit(?:t|e|y)\w+ (?:[\w-]+ ){0,3}?(?:työntek|työpai|työvoim|työnhak)\w*|avoim\w+"
        r" työpaik\w+|förmedla\w* (?:[\w-]+ ){0,3}?(?:arbetstagar|arbetsplats|jobb)\w*|ledig\w+"
        r" (?:jobb|arbetsplats)\w*|(?:fill|place)s? (?:[\w-]+ ){0,2}?(?:vacanc|workers|jobs)\w*"
        r"|vacant jobs|job vacancies",
        ("välittää työntekijöitä", "avoimiin työpaikkoihin", "lediga jobb", "fills vacancies"),
        ("välittää tietoa", "avoin", "förmedla kunskap"),
        ("väli", "avoim", "förmedla", "ledig", "vacan", "place", "fill"),
    ),
    Cue(
        "skills_anticipation",
        r"(?:työvoiman|ammatti\w*|eläke)\w*[ -]?poistum\w+|poistum\w+ ammat\w+|avgång\w*"
        r" (?:per yrke|yrkesvis)|exits? by occupation|labour demand|työvoiman (?:tarve|kysyn)\w*",
        ("ammattialoittaiset poistumat", "avgångarna yrkesvis", "exits by occupation"),
        ("poistumistie", "avgångstid"),
        ("poistum", "avgång", "exit", "demand", "työvoiman"),
    ),
    Cue(
        "digital_guidance",
        r"(?:verkko|chat|video|digi|etä)-?(?: ja [\w-]+)?(?:palvelu|väli)\w*[^.;!?\n]{0,80}?"
        r"(?:ohja|neuvoj|uravaihto|urasuun)\w*|(?:urasuunnittelu|uraohjau)\w* verkkopalvel\w+"
        r"|(?:nät|chatt|video|digi)\w*(?: och \w+)?tjänst\w*[^.;!?\n]{0,80}?(?:vägled|karriär)\w*"
        r"|(?:online|chat|video|web|digital|remote)[\w ]{0,20} service[^.;!?\n]{0,80}?"
        r"(?:counsel|career|guidance)\w*|(?:online|remote|digital) (?:career|guidance)\w*"
        r"|vägledning på distans|online career",
        ("chat- ja videovälitteinen palvelu, jossa pohditaan ohjaajan", "en chatt- och videotjänst"
         " där vuxna får vägledning", "an online career planning service"),
        ("verkkopalvelu yrityksille", "online service for shops"),
        ("verkko", "chat", "video", "digi", "etä", "nät", "online", "web", "remote", "distans"),
    ),
)  # fmt: skip
