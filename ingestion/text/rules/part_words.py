"""Words that announce the projects an umbrella or programme consists of.

`related` masks what only looks alike: sisters, partners, earlier projects, and the whole that
the page's own project is part of. A row ends where the names begin.
"""

from __future__ import annotations

import re
from typing import Final

from ingestion.text.rules.base import Cue

_FI_PROJECTS: Final = (
    r"[\w-]*(?:hankkeet|hankkeita|hankkeista|hankkeina|hanketta|hankkeesta"
    r"|projektit|projekteja|projekteista|projekteina|projektia|projektista)\b"
)
#: The whole: a programme, a family of projects, an umbrella. A period (`ohjelmakausi`) is none.
_FI_WHOLE: Final = (
    r"[\w-]*(?:kokonaisuu(?:s|den|teen|dessa|desta|tta)|ohjelma(?:n|an|ssa|sta)?"
    r"|sateenvarjo(?:n|on)|katon|hankeperhe(?:en|eseen|essä|estä)?|hankesalk(?:ku|un|kuun|ussa)"
    r"|han(?:ke|kkeen|kkeeseen|kkeessa)|projekti(?:n|in|ssa)?|hankkeemme)\b"
)
_FI_HOLDS: Final = (
    r"(?:kuulu\w*|sisälty\w*|sisältä\w+|koostu\w*|muodostu\w*|muodosta\w*|käsittä\w+|kattaa"
    r"|(?:on|ovat)\s+mukana|mukana\s+(?:on|ovat)|mukana\s+olev\w+|toteutet\w+|toteutuv\w+"
    r"|rahoitet\w+|alla\s+(?:toimi|ole|toteut)\w+|toimiv\w+|jakautu\w*|jaettu|jakaantu\w*)"
)
_SV_PROJECTS: Final = r"\w*projekt(?:en)?\b"
_SV_WHOLE: Final = (
    r"[\w-]*(?:helhet(?:en)?|program(?:met|mets)?|projektfamilj(?:en)?|paraply\w*"
    r"|projektet|projektets)\b"
)
_EN_PROJECTS: Final = r"\b(?:sub-?)?projects\b"
_EN_WHOLE: Final = (
    r"\b(?:programme|program|umbrella|whole|entity|portfolio|project|initiative|consortium)"
    r"(?:'s)?\b"
)
_COUNTED: Final = r"(?:[\w-]+\s+){0,3}?"

#: What may stand between the announcing words and the first name; a capital may begin a name.
LEAD_IN: Final = re.compile(
    r"\s*(?:\([^()]{1,40}\))?"
    r"(?:\s*,?\s*\b(?:ovat|olivat|on|oli|toteutetaan|toimivat|toimii|seuraavat|mm\.?|muun muassa"
    r"|esimerkiksi|kuten|nimeltään"
    r"|är|var|ingår|följande|bl\.?\s?a\.?|till exempel|såsom|are|were|include|includes"
    r"|the following|following|e\.g\.|such as|namely)(?=[\s:,]|$))*\s*[:–—-]?\s*"
)

PART_HEADINGS: Final[tuple[Cue, ...]] = (
    Cue(
        "related",
        r"\bsam(?:aan|assa|an|oihin)\b|\bmuu(?:t|n|hun)\b|\bmui(?:ta|hin|den)\b|\btois(?:en|iin)\b"
        r"|sisarhan|sisarproj|rinnakkais|\bliitty\w+|\bverkosto\w*|yhteistyöhank"
        r"|\bjo(?:hon|ssa|tka|sta|ihin)\s+(?:\w+\s+)?(?:kuulu|sisälty|on mukana|hanke\b)"
        r"|\b(?:on|ovat|oli|toimii|toteutetaan)\s+(?:\w+\s+)?osa(?:na|hanke|hankkeena)?\b"
        r"|\bosana\b|\baiem\w+|\bedelt\w+|\bedelli\w+|\bvastaav\w+|\bkilpail\w+|\bhaet\w+|\bhaku\b"
        r"|\bsamma\b|\bandra\b|\bövriga\b|systerproj|parallella|\banknyt\w+|\brelatera\w+"
        r"|\btidigare\b|\bär\s+(?:en\s+)?del\b|\bsom en del\b"
        r"|\bsame\b|\bother\b|\bsister\b|\brelated\b|\blinked\b|\bparallel\b|\bprevious\b"
        r"|\bearlier\b|\bsimilar\b|\bis\s+(?:a\s+)?part\b|\bas part\b",
        (
            "Samaan kokonaisuuteen kuuluvat hankkeet",
            "Muut ohjelman hankkeet",
            "Sisarhankkeet",
            "Kokonaisuuteen liittyvät hankkeet",
            "Hanke on osa kokonaisuutta, johon kuuluvat hankkeet",
            "Andra projekt inom programmet",
            "Projektet är en del av helheten",
            "Sister projects",
            "Related projects",
            "The project is part of the programme",
        ),
        (
            "Kokonaisuuteen kuuluvat hankkeet",
            "Hankkeen osahankkeet ovat",
            "Osahankkeet",
            "Projekt inom helheten",
            "Delprojekt",
            "Sub-projects",
            "The programme consists of the following projects",
        ),
    ),
    Cue(
        "parts",
        r"\b(?:osa|ala|ali)-?(?:hankkeet|hankkeita|hankkeemme|hankkeista|hankkeina|hanketta"
        r"|projektit|projekteja|projekteina|projekteista|projektia)\b"
        rf"(?:,?\s*(?:jotka\s+)?kuuluvat\s+{_FI_WHOLE})?"
        r"|\b[\w-]*(?:hankkeen|ohjelman|kokonaisuuden)\s+alais(?:et|ia)\s+(?:hankkeet|hankkeita)\b",
        (
            "Osahankkeet",
            "Hankkeen osahankkeet ovat",
            "Osahankkeita ovat",
            "Hankkeella on kolme osahanketta",
            "Alahankkeet",
            "Osaprojektit",
            "Ohjelman osahankkeina toteutetaan",
            "Koordinaatiohankkeen alaiset hankkeet",
        ),
        ("Osahanke", "Osahankkeen budjetti", "Osahankkeiden rahoitus", "Osatoteuttajat"),
    ),
    Cue(
        "parts",
        rf"{_FI_WHOLE}\s+{_COUNTED}{_FI_HOLDS}\s+{_COUNTED}{_FI_PROJECTS}"
        rf"|{_FI_PROJECTS},?\s+(?:jotka\s+)?kuuluvat\s+{_FI_WHOLE}"
        rf"|{_FI_PROJECTS}\s+[\w-]*(?:kokonaisuudessa|ohjelmassa|hankeperheessä|hankesalkussa)\b"
        rf"|{_FI_WHOLE}\s+muodosta\w+\s+{_COUNTED}{_FI_PROJECTS}",
        (
            "Kokonaisuuteen kuuluvat hankkeet",
            "Ohjelmaan kuuluvia hankkeita",
            "Hankekokonaisuuteen kuuluu kolme hanketta",
            "Ohjelma koostuu seuraavista hankkeista",
            "Kokonaisuuden muodostavat hankkeet",
            "Kattohankkeen alla toimivat hankkeet",
            "Ohjelmassa toteutettavat hankkeet",
            "Ohjelmasta rahoitettavat hankkeet",
            "Ohjelmassa mukana olevat hankkeet",
            "Hankkeet, jotka kuuluvat kokonaisuuteen",
            "Hankkeet ohjelmassa",
            "Sateenvarjon alla toimivat hankkeet",
        ),
        (
            "Ohjelmakaudella rahoitettavat hankkeet",
            "Hanke kuuluu opetuksen alaan",
            "Hankkeeseen kuuluvat koulutukset",
            "Hankkeita rahoitetaan",
        ),
    ),
    Cue(
        "parts",
        r"\b[\w-]*(?:kokonaisuuden|ohjelman|hankeperheen|hankesalkun|katto-?hankkeen"
        rf"|sateenvarjo-?hankkeen|emohankkeen)\s+{_COUNTED}(?:hankkeet|projektit)\b"
        r"|\bhanke(?:kokonaisuuteen|perheeseen|ohjelmaan|salkkuun)\s+(?:kuulu|sisälty)\w*\b"
        r"|\bhanke(?:kokonaisuus|perhe|ohjelma|salkku)\s+(?:koostuu|muodostuu|käsittää|sisältää)\b"
        r"|\bhanke(?:kokonaisuuden|perheen|ohjelman|salkun)\s+muodostavat\b",
        (
            "Ohjelman hankkeet",
            "Kokonaisuuden omat hankkeet",
            "Kehittämisohjelman hankkeet",
            "Hankekokonaisuuteen kuuluu",
            "Hankeperheeseen kuuluvat",
            "Hankekokonaisuus käsittää",
            "Hankekokonaisuuden muodostavat",
        ),
        ("Ohjelman tavoitteet", "Hankkeen kuvaus", "Hankekokonaisuuden rahoitus"),
    ),
    Cue(
        "parts",
        rf"\b(?:del|under)projekt(?:en)?\b(?:\s+(?:hör till|tillhör|ingår i)\s+{_SV_WHOLE})?"
        rf"|{_SV_PROJECTS}\s+(?:som\s+)?(?:ingår|ingående|hör till|tillhör|inom|i|under)\s+"
        rf"(?:i\s+)?{_SV_WHOLE}"
        rf"|\b(?:i|till)\s+{_SV_WHOLE}\s+(?:ingår|hör|tillhör)\s+{_COUNTED}{_SV_PROJECTS}"
        rf"|{_SV_WHOLE}\s+(?:består av|omfattar|innehåller|utgörs av|är indelat i|samlar)\s+"
        rf"{_COUNTED}{_SV_PROJECTS}"
        r"|\b(?:programmets|helhetens|paraplyprojektets)\s+(?:del)?projekt\b"
        rf"|\b(?:ingående|underställda)\s+{_SV_PROJECTS}|{_SV_PROJECTS}\s+(?:som\s+)?ingår\b"
        rf"|\b(?:inom|under|i)\s+{_SV_WHOLE}\s+(?:genomförs|drivs|pågår|finns)\s+"
        rf"{_COUNTED}{_SV_PROJECTS}",
        (
            "Delprojekt",
            "Delprojekten är",
            "Projekt inom helheten",
            "Projekt som ingår i helheten",
            "Projekten i programmet",
            "I helheten ingår följande projekt",
            "Programmet består av följande projekt",
            "Programmets projekt",
            "Ingående projekt",
            "Följande projekt ingår",
            "Projekt som ingår",
            "Under programmet genomförs följande projekt",
        ),
        ("Delprojektägare", "Programmets mål", "Projektets mål", "Projekttid"),
    ),
    Cue(
        "parts",
        rf"\bsub-?projects\b(?:\s+belong to\s+(?:the\s+|this\s+)?{_EN_WHOLE})?"
        r"|\b(?:component|constituent)\s+projects\b|\bprojects\s+included\b"
        rf"|{_EN_PROJECTS}\s+(?:that\s+|which\s+)?(?:are\s+)?(?:included in|belonging to|belong to"
        rf"|part of|forming|within|under|of|in)\s+(?:the\s+|this\s+|our\s+)?(?:[\w-]+\s+)?"
        rf"{_EN_WHOLE}"
        rf"|{_EN_WHOLE}\s+(?:consists of|is made up of|comprises|includes|covers|contains"
        rf"|brings together|is composed of|has)\s+{_COUNTED}{_EN_PROJECTS}"
        r"|\b(?:programme|umbrella|portfolio|included)\s+projects\b"
        rf"|{_EN_PROJECTS}\s+are\s+included\b"
        rf"|\b(?:within|under)\s+the\s+{_EN_WHOLE},?\s+the\s+following\s+projects\b",
        (
            "Sub-projects",
            "Subprojects",
            "The subprojects are",
            "Projects within the programme",
            "Projects included in the whole",
            "The programme consists of the following projects",
            "The umbrella project includes three projects",
            "Included projects",
            "The following projects are included",
            "Projects included",
        ),
        ("Projects in Finland", "Project programme", "The project includes workshops"),
    ),
)
