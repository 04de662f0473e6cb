"""Verbs of granting, receiving and running a project, and what they make of their arguments.

A verb is known by its class only; which argument plays which role follows from the class and
the case (Finnish) or the place (Swedish, English) of the argument: see `party_roles`.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

#: A word for a project in any case, also as the last part of a compound.
PROJECT_WORD: Final = r"(?:[\w-]*hank(?:e|ke\w*|etta|keita)|[\w-]*projekt\w*|projects?)"
_OF_PROJECT = rf"(?=[^.\n]*\b{PROJECT_WORD})"

#: Classes: `give` (subject grants), `given` (passive), `receive`, `run`, `run_by` (passive).
FINNISH_VERBS: Final[tuple[Cue, ...]] = (
    Cue(
        "give",
        r"\b(?:on|ovat)\s+(?:\w+\s+)?(?:myöntä|rahoitta|anta|osoitta|tuke)(?:n[uy]t|neet)\b"
        r"|\bmyönsi(?:vät)?\b|\bmyöntä(?:ä|vät)\b|\brahoitt(?:aa|avat|i|ivat)\b"
        r"|\bavusta[av]a?t?\b"
        rf"|\b(?:tukee|tukevat|antaa|antoi|osoitti){_OF_PROJECT}",
        (
            "on myöntänyt tukea",
            "myönsi",
            "keskus myöntää",
            "rahoittaa hanketta",
            "keskus tukee hanketta",
        ),
        ("myönnettiin", "tukee nuoria"),
    ),
    Cue(
        "given",
        r"\b(?:on|oli)\s+(?:\w+\s+)?(?:myönnetty|osoitettu|annettu)\b"
        r"|\b(?:myönnettiin|myönnetään|osoitettiin)\b|\bmyönnetty\b",
        ("on myönnetty tukea", "myönnettiin"),
        ("myönsi",),
    ),
    Cue(
        "receive",
        r"\bsai(?:vat)?\b|\bsaa(?:vat)?\b|\b(?:on|ovat)\s+(?:\w+\s+)?saa(?:nut|neet)\b",
        ("sai rahoituksen", "on saanut tukea"),
        ("saada",),
    ),
    Cue(
        "run",
        r"\b(?:toteutta(?:a|vat)|toteutti(?:vat)?|hallinnoi(?:vat)?|koordinoi(?:vat)?"
        r"|vetä(?:ä|vät)|johta(?:a|vat)|luotsa(?:a|avat))\b|\bvasta(?:a|avat)\b",
        ("hanketta hallinnoi", "hankkeesta vastaa"),
        ("toteutetaan", "vastaava summa"),
    ),
)
#: Behind a genitive: `X:n hallinnoima hanke`, `keskuksen rahoittama hanke`.
AGENT_PARTICIPLE: Final = (
    r"\s+(?:yhdessä\s+)?(?:(?P<lead>(?:hallinnoi|toteutta|koordinoi|vetä|johta|luotsa)m[aä]\w*)"
    r"|(?P<funder>(?:rahoitta|myöntä|tuke)m[aä]\w*))"
)
#: Behind a genitive: the project itself, with at most two words that describe it.
OWNED_PROJECT: Final = rf"(?:\s+[a-zåäö]+){{0,2}}?\s+{PROJECT_WORD}\b"
#: Behind a genitive: who takes part beside the lead.
TOGETHER: Final = r"\s+kanssa\b"
#: In front of an allative without a verb: `Rahoitusta opistolle: …`.
GRANT_NOUN_BEFORE: Final = r"\b(?:[\w+-]*(?:rahoitu(?:sta|s)|avustu(?:sta|s)|tukea))\s+$"
#: In front of a body behind Swedish and English verbs: `av X`, `till X`.
BY: Final = r"\b(?:av|från|by|from)\s+(?:the\s+)?$"
TO: Final = r"\b(?:till|åt|to)\s+(?:the\s+)?$"
#: A verb that tells what its subject is needs a project in its sentence or one it refers to.
REFERS: Final = (
    rf"\b{PROJECT_WORD}|\b(?:sitä|siitä|jota|josta|sille|jolle|toteutuksesta|hallinnoinnista)\b"
)
GERMANIC_VERBS: Final[tuple[Cue, ...]] = (
    Cue(
        "given",
        r"\b(?:har\s+)?bevilja(?:ts|des|s)\b|\b(?:har\s+)?tilldela(?:ts|des|s)\b"
        r"|\b(?:(?:has|have)\s+(?:also\s+)?been|was|were|is)\s+(?:also\s+)?(?:granted|awarded)\b",
        ("har beviljats", "beviljades", "tilldelas", "has been granted", "was awarded"),
        ("har beviljat stöd", "has granted"),
    ),
    Cue(
        "give",
        r"\b(?:har\s+)?bevilja(?:t|de|r)\b|\b(?:har\s+)?tilldela(?:t|de|r)\b"
        r"|\bfinansiera(?:r|de)\b|\bstöder\b"
        r"|\b(?:has\s+|have\s+)?(?:granted|awarded)\b|\bgrants\b|\b(?:funds|funded|finances)\b",
        ("har beviljat", "beviljar", "finansierar", "has granted", "awarded", "funds"),
        ("vi berättar",),
    ),
    Cue(
        "receive",
        r"\b(?:får|fick|har fått|erhåller|erhöll|har erhållit)\b"
        r"|\b(?:has\s+|have\s+)?received\b|\breceives?\b|\b(?:gets|secured)\b",
        ("fick", "har fått", "received"),
        ("beviljar",),
    ),
    Cue(
        "run_by",
        r"\b(?:leds|genomförs|samordnas|koordineras|drivs|ägs|förvaltas)\s+av\b"
        r"|\b(?:led|run|coordinated|managed|implemented|carried out)\s+by\b",
        ("leds av", "is led by", "coordinated by"),
        ("leder",),
    ),
    Cue(
        "run",
        r"\b(?:leder|genomför|samordnar|koordinerar|driver|förvaltar|ansvarar)\b"
        r"|\b(?:leads|coordinates|implements|manages|carries out)\b",
        ("leder projektet", "leads the project"),
        ("leds",),
    ),
)
#: Words that open a sentence or clause without being a body, in front of a verb in a frame.
NO_BODY: Final = frozenset(
    {
        "the", "project", "projektet", "hanke", "hankkeelle", "the project", "det", "it", "den",
        "this", "detta", "finansiering", "funding", "stöd", "support", "bidrag", "we", "vi",
    }
)  # fmt: skip
