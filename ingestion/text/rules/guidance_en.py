"""English wordings of guidance, and documents and devices that are called so too.

What does not belong here: the judgement.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue
from ingestion.text.rules.guidance_levels import CAREER, PERSON, STRONG

_FEW = r"\s+(?:[a-z,-]+\s+){0,4}?"
#: A need of the labour market is nobody's competence.
_NO_NEED = r"(?!\s+(?:needs?|gaps?|shortages?|mismatch\w*|demand|forecast\w*))"

GUIDANCE_EN: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"guidance (?:documents?|notes?|systems?|papers?|letters?|values?|manuals?|materials? for"
        r" applicants)"
        r"|application guidance|under the guidance of|(?:missile|laser|vehicle|gps|laser) guidance"
        r"|guidance (?:of|for) (?:[a-z]+ )?(?:machines?|vehicles?|robots?|applicants?|compan\w+"
        r"|business\w*|enterprises?|reporting|beneficiar\w+)"
        r"|applicants['’]? guidance|guidance (?:on|about|in) (?:how|the application|state aid"
        r"|report\w*|costs?|procurement|using|filling)|steering groups?|credit counsel\w+",
        ("guidance document", "application guidance", "guidance for applicants", "Laser guidance"),
        ("career guidance", "guidance services", "guidance for prisoners"),
        ("guidance", "steering", "counsel"),
    ),
    Cue(
        STRONG,
        r"(?:careers?|vocational|occupational|educational|lifelong|stud(?:y|ies)|students?"
        r"|learners?"
        r"|employment|school|multi-?professional|personal|individual|peer)[\s-](?:and [\w-]+ )?"
        r"(?:guidance|counsel\w*|advice|advis\w+)"
        r"|careers? (?:and [\w-]+ )?(?:planning|management|choices?|plans?|options?|coaching"
        r"|paths? plan"
        r"|services?|orientation|education|learning)"
        r"|guidance (?:and (?:counsel\w+|advice|information)|services?|counsel\w+|practi\w+|staff"
        r"|professionals|networks?|centres?|centers?|workers?|at transitions|counsellors?|policy"
        r"|provision)"
        r"|(?:quality|coordination|development|evaluation|providers?) of (?:lifelong )?guidance"
        r"|information, (?:advice|counsel\w+|guidance)(?:,)? and (?:guidance|counsel\w+|advice)",
        (
            "career guidance",
            "guidance services",
            "career choices",
            "Student counsellors",
            "career coaching",
            "Guidance at transitions",
        ),
        ("career", "skills development", "guidance document", "Careers in steel"),
        ("guidance", "counsel", "career", "advi"),
    ),
    Cue(
        STRONG,
        rf"(?:recogni[szt]|identif|validat|map|discover"
        rf"|assess)\w*(?: and \w+)?(?: of)?{_FEW}(?:prior"
        rf" learning|competenc\w+|skills|strengths|interests|talents)\b{_NO_NEED}"
        rf"|(?:recogni[szt]|identif|validat|discover)\w*(?: of)? (?:prior learning|competenc\w+"
        rf"|skills"
        rf"|strengths|interests)\b{_NO_NEED}"
        r"|(?:prior learning|competenc\w+|skills|strengths)\s+(?:[a-z]+\s+){0,5}?(?:visible"
        r"|recogni[sz]ed|validated)"
        r"|competence discussions?|(?:skills?|competence) (?:mapping|assessments?|audits?"
        r"|profiling)",
        (
            "recognition of prior learning",
            "identify their own skills",
            "recognise their strengths",
            "Prior learning of refugees is made visible",
        ),
        ("identify skills needs", "recognise the problem", "skills development"),
        (
            "recogni",
            "identif",
            "validat",
            "map",
            "discover",
            "visible",
            "discussion",
            "assess",
            "audit",
            "profiling",
        ),
    ),
    Cue(
        STRONG,
        r"(?:study|life|learning|education(?:al)?|occupational|vocational)\s+(?:plans?|goals?|options?|choices?|planning)\b"
        rf"|choos(?:e|es|ing){_FEW}(?:education\w*|stud(?:y|ies)|careers?|occupations?|professions?"
        rf"|training|vocations?)\b"
        r"|(?:advice|counsel\w*|information) (?:on|about) (?:[a-z]+ ){0,2}?(?:stud(?:y|ies)"
        r"|careers?"
        r"|education|training)\b"
        rf"|find(?:s|ing)?{_FEW}(?:careers?|occupations?|professions?|vocations?"
        rf"|field(?: of study)?"
        rf" that suits?)\b"
        rf"|plan(?:s|ning)?(?: for)? (?:their|your|own|a)(?: own)? (?:careers?|studies|education"
        rf"|future|lives|life)\b"
        rf"|guid(?:e|es|ed|ing)\s+(?:[a-z-]+\s+){{1,6}}?(?:to|into"
        rf"|towards)\s+(?:[a-z-]+\s+){{0,4}}?"
        rf"(?:education|stud(?:y|ies)|training|careers?|school|college)\b",
        (
            "set personal learning goals",
            "choose a study path",
            "plan their careers",
            "guides them to the next place of study",
        ),
        ("plan the road", "planning permission", "choose a supplier", "guides traffic to the port"),
        (
            "plan",
            "goal",
            "choice",
            "option",
            "choos",
            "find",
            "guid",
            "advice",
            "counsel",
            "inform",
        ),
    ),
    Cue(
        PERSON,
        r"\bguidance\b|\bcounsel(?:l?ing|l?ors?)\b"
        r"|\b(?:smooth(?:er|ing)?|seamless|flexible) transitions?\b"
        r"(?! (?:to|towards) (?:an? |the )?(?:green|clean|low|circular|carbon|renewable|digital))",
        ("guidance to young people", "counselling", "smooth transitions for jobseekers"),
        ("control", "council", "a smooth transition to clean energy"),
        ("guidance", "counsel", "transition"),
    ),
    Cue(
        CAREER,
        r"\b(?:coach(?:es|ing)?|mentor(?:s|ing)?|advis(?:ory|ers?|ors?))\b",
        ("coaching", "mentors"),
        ("coast",),
        ("coach", "mentor", "advis"),
    ),
)
