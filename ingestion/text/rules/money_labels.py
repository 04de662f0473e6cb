"""Labels and nouns that tell an amount's kind where no verb of its sentence does."""

from __future__ import annotations

import re
from typing import Final

#: A label that names money and nothing else: on a page it is the total.
BARE_LABEL: Final = re.compile(
    r"^\W*(?:hankkeen |projektin )?(?:rahoitus|budjetti|finansiering|budget"
    r"|funding)\s*(?:\([^)]*\))?\s*(?::|$)"
    r"|\b(?:hankkeen|projektin|projektets|project['’]s)\s+(?:rahoitus|finansiering"
    r"|funding)\s+(?:on|är|is)\b",
    re.IGNORECASE,
)
#: The support of a named fund, without a verb: the grant itself.
FUND_SUPPORT: Final = re.compile(
    r"\b(?:ES[RF]|EAKR|ERUF|JTF)\s?\+?-(?:tuki|rahoitus|stöd|finansiering)\w*\s*(?:on|oli|är"
    r"|:)?\s*$",
    re.IGNORECASE,
)
#: A proposed sum is an appropriation where its sentence speaks of the state budget.
STATE_BUDGET: Final = re.compile(
    r"määräraha|momen(?:tti|ti)|talousarvio|\banslag|appropriation", re.IGNORECASE
)
