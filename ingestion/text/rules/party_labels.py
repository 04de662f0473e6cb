"""Labels in front of organisations, and the role each gives."""

from __future__ import annotations

import re
from typing import Final

from ingestion.records import Role

PARTY_LABELS: Final[tuple[tuple[Role, str], ...]] = (
    ("partner", r"osatoteuttajat?|delgenomförare|kumppanit?|yhteistyökumppanit?|partners?"),
    (
        "lead",
        r"(?:pää)?toteuttajat?|hallinnoija|hakija|hakijan virallinen nimi|projektägare"
        r"|huvudgenomförare|genomförare|lead partner",
    ),
    ("funder", r"rahoittajat?|finansiärer?|funders?|vastuuviranomainen|myöntäjä"),
    ("coordinator", r"koordinaattori|koordinator|coordinator"),
)
#: A line that begins with such a label; the role is the name of the group that matched.
PARTY_LINE: Final = re.compile(
    r"^[ \t•*–-]*(?:hankkeen\s+|projektin\s+)?(?:"
    + "|".join(f"(?P<{role}>{words})" for role, words in PARTY_LABELS)
    + r")\s*:[ \t]*(?P<value>[^\n]*)(?:\n(?P<next>[^\n:]*)(?=\n|$))?",
    re.IGNORECASE | re.MULTILINE,
)
