"""Words inside proper names: a body called `Majavan Nuorten Tuki ry` serves whom it likes.

What does not belong here: finding bodies (`organisations.py`).
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue
from ingestion.text.rules.organisation_words import LEGAL

_CAPITAL = r"[A-ZÅÄÖÆØ][\wåäöÅÄÖéü’'-]*"

PROPER_NAMES: Final[tuple[Cue, ...]] = (
    Cue(  # a body with its legal form
        NOTHING,
        rf"(?:{_CAPITAL},? (?:(?:ja|och|and|&|för|for) )?){{1,6}}{LEGAL}(?![\w-])",
        (
            "Hankkeen päätoteuttaja on Majavan Nuorten Tuki ry.",
            "Saukon Työttömät r.y.",
            "Utterns Unga rf",
            "Opiskelijoiden Oma Oy",
        ),
        ("nuorten tuki", "Nuorten tuki alueella", "Nuorille ja heidän ohjaajilleen"),
        exact_case=True,
    ),
    Cue(  # a coined name of two words before what it is about
        NOTHING,
        rf"^{_CAPITAL} [A-ZÅÄÖ][a-zåäö]+(?=\s?[–—:]|\s-\s)",
        ("Youth Map – timber construction", "Student Point: shipbuilding", "Adult Wing - coal"),
        ("Young people – career guidance", "Nuorten polku – uraohjaus", "Nuoret – oma suunta"),
        exact_case=True,
    ),
)
