"""English wordings of the closed list of target groups, and what only sounds like them."""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue

GROUPS_EN: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"youth work\w*|youth cent\w+|youth guarantee|youth polic\w+|(?:youth|social|guidance"
        r"|care|health|project) workers?|federation of [\w ]+|student unions?|student welfare"
        r"|employers['’]? (?:federation|association|organi[sz]ation)\w*"
        r"|prison and probation service\w*|criminal sanctions agency|prison sentence",
        ("youth work", "social workers", "Criminal Sanctions Agency"),
        ("youth", "workers", "prisoners"),
        ("youth", "worker", "federation", "student", "employers", "prison", "criminal"),
    ),
    Cue(
        "pupils",
        r"\bpupils?\b|school ?children|(?:students|learners) in (?:basic|comprehensive|primary"
        r"|lower secondary) \w+|(?:comprehensive|primary|lower secondary) school (?:students"
        r"|pupils|leavers)|ninth[- ]grade\w*|grades? (?:7|8|9)\b",
        ("pupils in basic education", "schoolchildren", "ninth-graders"),
        ("basic education", "students"),
        ("pupil", "school", "students in", "learners in", "grade"),
    ),
    Cue(
        "youth_under_30",
        r"\byoung(?:er)? (?:people|persons?|adults?|men|women|job\w*|unemployed|immigrants?"
        r"|learners?)|\byouths?\b|\bthe young\b|adolescents?|teenagers?"
        r"|under[- ](?:the age of )?(?:30|29|25)s?\b|aged (?:under (?:30|29|25)|1[5-9] ?(?:[–-]"
        r"|to) ?(?:29|30))|\bneets?\b",
        ("young people under 30", "youth", "young adults"),
        ("younger buildings", "under 300"),
        ("you", "adolesc", "teenag", "under", "aged", "neet"),
    ),
    Cue(
        "upper_secondary_students",
        r"upper[- ]secondary(?: school| education| level| vocational)* (?:students?|learners?"
        r"|pupils?)|vocational(?: school| education| college)* (?:students?|learners?)"
        r"|(?:students?|learners?) (?:in|at|of) (?:the )?(?:upper[- ]secondary|vocational"
        r"|general upper)[\w -]*|high school students?|secondary school students?",
        ("upper secondary students", "students in vocational education", "vocational students"),
        ("upper secondary education", "vocational guidance"),
        ("secondary", "vocational", "high school"),
    ),
    Cue(
        "higher_education_students",
        r"higher[- ]education students?|university students?|(?:students?|undergraduates?) (?:in"
        r"|at|of) (?:the )?(?:higher education|universit\w+|polytechnics?)|undergraduates?"
        r"|college students?|degree students?",
        ("higher education students", "students at universities", "undergraduates"),
        ("higher education", "university"),
        ("student", "undergrad"),
    ),
    Cue(
        "adult_learners",
        r"(?<!young )adult (?:learners?|students?)|(?<!young )\badults? (?:in|returning to"
        r"|who (?:study|learn|return)) (?:\w+ )?(?:education|studies|training|learning)?"
        r"|mature students?|adults who (?:study|learn)\w*",
        ("adult learners", "adults returning to education", "adult students"),
        ("adult education", "young adults"),
        ("adult", "mature"),
    ),
    Cue(
        "employed",
        r"people (?:already )?in (?:work|employment)\b|people at work|(?<!un)\bemployed (?:people"
        r"|persons?|adults?)|\bthe employed\b"
        r"|(?<!older )(?<!ageing )(?<!aging )(?<!senior )\b(?:employees?|workers)\b"
        r"|working (?:adults?|people)|(?<!not )in employment\b|(?:company|companies['’]"
        r"|enterprise|nursing|care|health|hospital|production|teaching) (?:staff|personnel)"
        r"|laid-off\w*|workforce in companies",
        ("people in work", "employed people", "employees", "workers"),
        ("unemployed people", "workplace", "employers", "older employees", "ageing workers"),
        ("work", "employ", "staff", "personnel", "laid"),
    ),
    Cue(
        "unemployed",
        r"\bunemployed\b|job-? ?seekers?|(?:people|those|persons) (?:who are )?(?:out of"
        r"|without) (?:work|a job)|\bjobless\b|looking for (?:work|a job)",
        ("unemployed jobseekers", "job seekers", "people without work"),
        ("unemployment", "employed"),
        ("unemployed", "seeker", "out of", "without", "jobless", "looking for"),
    ),
    Cue(
        "outside_labour_force",
        r"outside (?:of )?(?:the )?(?:working life|labou?r (?:market|force)|work\w*|employment"
        r"|education)|not in (?:employment|education|work)\w*|economically inactive|\bneets?\b"
        r"|excluded from (?:the )?(?:labou?r market|working life)|stay-at-home \w+",
        ("people outside working life", "outside the labour market", "not in employment"),
        ("outside the city", "working life"),
        ("outside", "not in", "inactive", "neet", "excluded", "stay-at"),
    ),
    Cue(
        "immigrants",
        r"\bimmigrants?\b|\bmigrants?\b|refugees?\b|asylum[- ]seekers?|newcomers?\b|foreign-born"
        r"|newly arrived (?:people|persons|adults)|(?:migrant|immigrant|foreign) backgrounds?"
        r"|foreign-language speakers?|international talents?|people who have moved to finland"
        r"|speakers of foreign languages",
        ("immigrants", "people with a migrant background", "refugees"),
        ("immigration", "integration"),
        ("migrant", "refugee", "asylum", "newcomer", "foreign", "newly", "talent", "moved to"),
    ),
    Cue(
        "older_workers",
        r"\b(?:older|ageing|aging|senior) (?:people|workers?|adults?|employees?|persons?"
        r"|job-?seekers?)|\bthe elderly\b|elderly people|seniors\b|(?:over|aged) 5[05]s?\b"
        r"|5[05]\+|over[- ]5[05]s|aged 5[05] (?:and|or) (?:over|older)|older unemployed",
        ("older people", "ageing workers", "people aged 55 and over"),
        ("older buildings", "senior adviser"),
        ("older", "ageing", "aging", "senior", "elderly", "5"),
    ),
    Cue(
        "underrepresented",
        r"under-?represented|low-?(?:skilled|qualified|educated)|(?:poorly|less) educated"
        r"|(?:without|lack(?:ing)?|no) (?:an? |any )?(?:[\w-]+ ){0,2}?(?:qualifications?"
        r"|degree)\b|(?:weak|poor|low) basic skills|least educated|rarely (?:take part"
        r"|participate) in (?:training|education)",
        (
            "groups underrepresented in training",
            "low-skilled adults",
            "adults without a qualification",
        ),
        ("represented", "qualification"),
        ("under", "low", "educated", "qualif", "degree", "basic skills", "rarely"),
    ),
    Cue(
        "partial_work_ability",
        r"(?:partial|reduced|limited|impaired)(?:ly)? (?:work(?:ing)?[ -]?)?(?:ability|capacity"
        r"|able)\b|partially able to work|rehabilitees?|rehabilitation (?:clients?|patients?"
        r"|customers?)|(?:people|persons|adults|students|youth) with (?:a )?disabilit\w+"
        r"|disabled (?:people|persons)|people in rehabilitation",
        ("people with partial work ability and rehabilitees", "people with disabilities"),
        ("work ability", "rehabilitation"),
        ("ability", "capacity", "able", "rehabil", "disab"),
    ),
    Cue(
        "prisoners",
        r"prisoners?\b|inmates?\b|ex-?offenders?|\boffenders?\b|criminal sanctions?|\bprisons?\b"
        r"|probation\w*|serving (?:a |their )?(?:prison )?sentences?|released from prison",
        ("clients of criminal sanctions", "prisoners", "inmates"),
        ("comprise", "enterprises"),
        ("prison", "inmate", "offender", "criminal", "probation", "sentence"),
    ),
    Cue(
        "conscripts",
        r"\bconscripts?\b|(?:civil|civilian|non-military|military) service(?:men|persons?"
        r"|man)?(?: personnel)?\b(?! provider)|servicemen|national service",
        ("conscripts and civil servicemen", "non-military service"),
        ("transcript", "public services", "civil servants"),
        ("conscript", "service"),
    ),
    Cue(
        "entrepreneurs",
        r"\bentrepreneurs?\b|self-?employed|business owners?|freelancers?|sole traders?",
        ("entrepreneurs", "self-employed people"),
        ("entrepreneurship", "business"),
        ("entrepren", "self", "business owner", "freelanc", "sole"),
    ),
    Cue("employers", r"\bemployers?\b", ("employers",), ("employees",), ("employer",)),
    Cue(
        "guidance_professionals",
        r"guidance (?:professionals?|practitioners?|staff|counsell?ors?|workers?|personnel"
        r"|experts?|specialists?|providers)|(?:career|study|school|student"
        r"|vocational)(?: guidance)? (?:counsell?ors?|advis[eo]rs?|practitioners?|coaches)"
        r"|guidance and counselling (?:professionals?|staff|practitioners?)"
        r"|professionals in guidance|counsell?ors\b",
        ("guidance professionals", "career counsellors", "school counsellors"),
        ("guidance services", "council"),
        ("guidance", "counsel", "advis", "practitioner", "coaches"),
    ),
    Cue(
        "everyone",
        r"\beveryone\b|\beverybody\b|(?:people|persons|citizens|learners) of all ages|of all ages"
        r"|\ball (?:citizens|residents|age groups|people|ages|inhabitants)\b|(?:open|available"
        r"|accessible) to all\b(?! \w)|for all(?=\s*(?:$|[.,;:!)])| regardless)|regardless of age"
        r"|whole population|entire population|(?m:(?:^|: ?)all\W*$)",
        ("everyone", "people of all ages", "guidance for all.", "open to all"),
        ("all pupils", "for all young people", "all results"),
        ("every", "all", "regardless", "population"),
    ),
)
