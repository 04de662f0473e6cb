"""Words that tell what a range of years is, and which side of a range is open."""

from __future__ import annotations

import re
from typing import Final

#: Before a range of years: the line is a labelled value, or names a fund in parentheses.
YEAR_LABEL: Final = re.compile(
    r"(?:Kesto|Toteutusaika|Hankeaika|Toiminta-aika|Projektin kesto|Hankkeen kesto|Projekttid|"
    r"Genomförandetid|Tidtabell|Aikataulu|Tid|Duration|Project period|Period)\s*:\s*[^:]{0,40}$"
    r"|\((?:ESR\+?|ESF\+?|EAKR|ERUF|JTF|RRF|ELY|OKM|TEM|OPH|STM|Jotpa)\b[^()]{0,20}$",
    re.IGNORECASE,
)
#: A project that runs over the years of the sentence.
RUNNING_YEARS: Final = re.compile(
    r"(?:hanke|hankkeen|hankkeessa|hanketta|projekti\w*)\b.{0,80}"
    r"\b(?:toteut|kestä|käynnis|toimi|on voimassa|jatku)\w*"
    r"|\b(?:toteut|kestä|käynnis)\w*\b.{0,60}\b(?:hanke|hankkeen|hanketta|projekti\w*)\b"
    r"|\btyö\s+(?:tehdään|toteutetaan|jatkuu)\b|\barbetet\s+(?:utförs|genomförs|pågår)\b"
    r"|\bthe work\s+(?:is carried out|is done|runs)\b"
    r"|projekt\w*\b.{0,80}\b(?:genomförs|pågår|löper|varar)"
    r"|project\b.{0,80}\b(?:runs|lasts|is carried out|will run|is implemented)",
    re.IGNORECASE | re.DOTALL,
)
PROGRAMME_YEARS: Final = re.compile(
    r"ohjelmakau\w*|rahoituskau\w*|strategia\w*|hallituskau\w*|ohjelma[nst]?\w{0,4}\s+(?:19|20|21)"
    r"|programperiod\w*|strategi\w*|programme|program \d",
    re.IGNORECASE,
)
#: The point that stands alone is a start.
OPEN_START: Final = re.compile(
    r"alkaen|lähtien|alkaa|fr\.?\s?o\.?\s?m|från|since|from|starting|[-–—]\s*$"
    r"|toistaiseksi|tills vidare|until further notice",
    re.IGNORECASE,
)
#: The point that stands alone is an end.
OPEN_END: Final = re.compile(
    r"saakka|asti|mennessä|loppuun|päätty[yin]\w*|t\.?\s?o\.?\s?m\b|till och med|senast|until"
    r"|by the end"
    r"|ends|\btill\b|^\s*[-–—]",
    re.IGNORECASE,
)
#: A season is no month: only its year is read.
SEASON: Final = re.compile(
    r"(?:loppu|alku)?(?:kevät|kevään|keväällä|keväästä|kevääseen|syksy|syksyn|syksyllä|syksystä|"
    r"syksyyn|kesä|kesän|kesällä|kesästä|kesään|talvi|talven|talvella)(?=\s+(?:19|20|21)\d\d)"
    r"|(?:våren|hösten|sommaren|vintern|spring|autumn|summer|winter)(?=\s+(?:19|20|21)\d\d)",
    re.IGNORECASE,
)
#: Before the start and before the end of a range told in words.
START_WORD: Final = re.compile(
    r"\b(?:alka[aeoi]\w*|käynnisty\w*|börja[rd]\w*|inled\w+|starta[rd]\w*|start(?:s|ed)|beg[ai]n\w*"
    r"|launched)\b",
    re.IGNORECASE,
)
END_WORD: Final = re.compile(
    r"\b(?:päätty\w*|jatku\w*|kestä\w*|saakka|asti|sluta[rd]\w*|avsluta\w*|pågår|fortsätter"
    r"|end(?:s|ed)|continues?|runs? until|lasts? until)\b",
    re.IGNORECASE,
)
