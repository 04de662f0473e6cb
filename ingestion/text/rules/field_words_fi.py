"""Finnish wordings of the themes that are no guidance: skills, training, jobs, business."""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

#: Words between two parts of one statement.
_GAP = r"[^.;:!?\n]{0,40}?"

FIELDS_FI: Final[tuple[Cue, ...]] = (
    Cue(
        "skills_anticipation",
        r"(?:osaami|koulutu|työvoima|työelämä|ammat|tulevaisuu|rekrytoin"
        r"|aluee)\w*(?: [\w-]+){0,3}? (?:ennako|ennust|tarpei\w+ (?:selvit|kartoit))\w*"
        r"|ennako\w* " + _GAP + r"(?:osaami|koulutus?tarp|työvoima|ammat|työelämä|työmarkkin"
        r"|tulevaisuu)\w*"
        r"|(?<!n )(?:ennakointi\w*|ennakoin(?:nin|tia|nissa|nilla))\b"
        r"|(?:osaamis|työvoima|koulutus)tarpe\w*|(?:osaamis|työvoima|koulutus)tarve\w*",
        (
            "osaamistarpeiden ennakointi",
            "ennakoidaan alan osaamista",
            "työvoimatarpeet",
            "ennakointitietoa",
        ),
        ("osaamisen kehittäminen", "ennakkotieto", "ennakkomaksu"),
        ("ennako", "ennust", "tarpe", "tarve"),
    ),
    Cue(
        "training",
        r"(?:koulutuksen|koulutuksien|koulutusten|opetuksen|perusopetuksen|tutkintojen"
        r"|tutkintokoulutuksen|kurssien|opintojen"
        r"|korkeakoulutuksen|ammattikoulutuksen|varhaiskasvatuksen"
        r"|oppimisen) (?:[\w-]+ ){0,3}?(?:kehit|uudist|laatu|laadu|toteut|järjest|sisäl"
        r"|menetelm|mallin|tarjon|saavutett|pilot|digital|suunnittel|vetovoim)\w*"
        r"|(?:kehit|uudist|luo|raken|suunnit|pilot|toteut|järjest|tarjo)\w* (?:[\w-]+ ){0,4}?"
        r"(?:\w*koulutu(?:sta|ksia|ksen|s|kset)|\w*opetus(?:ta)?|opetuksen|oppimisympäristö\w*"
        r"|opintokokonaisuu\w*|opintojakso\w*|kursse\w*|kurssi\w*|valmennuksia)\b"
        r"|koulutus(?:kokonaisuu|mall|ohjelm|pilot|tarjon|sisäl|paket|konsep|materiaal|polk|polu"
        r"|palvelu)\w*"
        r"|(?:täydennys|lisä|muunto|rekry|lyhyt|verkko|oppisopimus|ammatti|tutkinto"
        r"|lähihoitaja)-?koulut\w*"
        r"|ammatilli\w+ koulutuksen \w+|opetussuunnit\w*|opetusmenetel\w*|opetuskäytän\w*"
        r"|pedago\w+|oppimisympäristö\w*|oppimateriaal\w*"
        r"|oppisopimu\w*|mikrotutkin\w*|verkkokurss\w*|verkko-opet\w*|verkko-opin\w*|koulutetaan"
        r"|opintokokonaisuu\w*|opintojakso\w*|pienet osaamiskokonaisuu\w*"
        r"|opettaji\w+ (?:[\w-]+ ){0,2}?(?:osaam|täyden|koulut)\w*|simulaatio-?opet\w*"
        r"|\bopetu(?:s|kse\w*)\b",
        (
            "koulutuksen kehittäminen",
            "opetuksen laatu",
            "täydennyskoulutusta",
            "oppimisympäristöt",
            "Koulutetaan lähihoitajia",
            "laaditaan opetussuunnitelma",
            "uutta opetuksessa",
        ),
        ("hakeutuu koulutukseen", "opiskelijat", "koulun piha", "koulutusta vailla"),
        (
            "koulut",
            "opet",
            "pedago",
            "oppi",
            "kurss",
            "tutkin",
            "opin",
            "kasvat",
            "osaamiskok",
            "valmennuk",
        ),
    ),
    Cue(
        "employment",
        r"työllisyy(?:s|den)-?(?:palvelu|toim|kokeil|alue|hank|poliit|est|ast)?\w*"
        r"|työllisty\w+|työllistä\w+|työllistet\w+|työllistym\w+|työnvälit\w*|työvoimapalvelu\w*"
        r"|\bte-palvelu\w*|työvoimahallin\w*|työpai(?:kka|ko)\w+ (?:löyt|välit)\w*"
        r"|työnhak(?!ij)\w+|työhönvalmen\w*"
        r"|työhön valmen\w*|rekrytoin\w*|palkkatu\w+|työkokeil\w*|työvoiman (?:saatav|kohtaan"
        r"|liikkuv)\w*"
        r"|kohtaanto\w*|avoimille työmarkkinoille|työelämään kiinnit\w*|töihin\b",
        (
            "työllisyyspalvelut",
            "työllistymisen tuki",
            "rekrytointi",
            "työnhakutaidot",
            "työnvälitystä",
        ),
        ("työttömyys", "työnhakijat", "työelämä"),
        (
            "työllis",
            "työnvälit",
            "työvoim",
            "te-palv",
            "työpai",
            "työnhak",
            "työhön",
            "rekryt",
            "palkkat",
            "työkok",
            "kohtaanto",
            "työmarkkinoille",
            "työelämään kiin",
            "töihin",
        ),
    ),
    Cue(
        "business",
        r"yritystoimin\w*|yrittäjyy\w*|yrittäjäval\w*|yrityskehit\w*|yritysneuvon\w*"
        r"|liiketoimin\w*|liikeideo\w*"
        r"|innovaati(?!orahoit)\w*|innovoin\w*|tuotekehit\w*|startup\w*|start-up\w*|kasvuyrit\w*"
        r"|kansainvälistym\w*"
        r"|(?:pk-|mikro|pien)?yrity(?:sten|ksiä|ksille|ksissä) (?:[\w-]+ ){0,3}?(?:kehit|kilpail"
        r"|kasvu|kasva|digital|tuotta|uudist|vienti|toimin|perust|investoin|liiketoi"
        r"|verkostoitu)\w*"
        r"|(?:tuetaan|autetaan|kehitetään|vahvistetaan) (?:[\w-]+ ){0,3}?(?:pk-)?yrity\w+"
        r"|omistajanvaihdo\w*|tutkimus-, kehi\w*"
        r"|tki-\w+|kiertotalou\w*|vientiin\b|yrityshautom\w*|prototyyp\w*"
        r"|kilpailukyvy\w*|kilpailukyky\w*",
        (
            "yritystoiminta",
            "Innovaatioiden kaupallistaminen",
            "pk-yritysten kasvu",
            "liiketoimintamallit",
        ),
        ("yritykset", "yritteliäs", "yrittäjät"),
        (
            "yrit",
            "liike",
            "innov",
            "tuotekeh",
            "start",
            "kansainvälisty",
            "omistajanv",
            "tutkimus-",
            "tki-",
            "kiertotal",
            "vientiin",
            "prototyyp",
            "kilpailuky",
        ),
    ),
)
