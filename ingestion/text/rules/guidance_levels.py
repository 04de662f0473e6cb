"""How much a wording of guidance proves: alone, beside people, or beside study and career.

What does not belong here: the wordings themselves, one table a language.
"""

from __future__ import annotations

from typing import Final

#: Evidence alone.
STRONG: Final = "strong"
#: Evidence where its sentence speaks of people who learn, seek work or change, or of `CAREER`.
PERSON: Final = "person"
#: Evidence where its sentence speaks of studies, career, choices or competences.
CAREER: Final = "career"
