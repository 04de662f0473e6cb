"""English wordings of the closed list of themes, and what only sounds like them."""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import NOTHING, Cue

_WORDS = r"(?:[\w'’-]+ ){0,3}?"
_NEWCOMERS = (
    r"(?:immigrants?|migrants?|refugees?|newcomers?|asylum seekers?|foreign-born|newly arrived)"
)
THEMES_EN: Final[tuple[Cue, ...]] = (
    Cue(
        NOTHING,
        r"ministry of [\w ,]+|sustainable growth and jobs\w*|agency for education"
        r"|innovation and skills in finland|service centre for continuous learning[\w ]*"
        r"|employment fund\b|business finland|federation of [\w ]+|priority axis[^.\n]*"
        r"|centres? for economic development[\w ,]*|specific objective[^.\n]*",
        ("the Ministry of Economic Affairs and Employment", "Priority axis 3: Employment"),
        ("employment services", "business"),
        (
            "ministry",
            "sustainable",
            "agency",
            "innovation and",
            "service centre",
            "fund",
            "business finland",
            "federation",
            "priority axis",
            "economic dev",
            "specific obj",
        ),
    ),
    Cue(
        NOTHING,
        r"(?:green|digital|just|energy|twin|low-carbon) transitions?|transition(?:al)? (?:period"
        r"|rules)"
        r"|transition (?:to|towards) (?:a |the )?(?:low|circular|carbon|green|clean|renewable"
        r"|sustainab)[\w-]*"
        r"|(?:public|science|scientific|dissemination and|communication and) outreach"
        r"|(?:reduced|partial|limited) (?:work(?:ing)?[ -])?(?:ability|capacity)|guidance (?:note"
        r"|document|paper)s?"
        r"|guidance (?:of|for) (?:[\w-]+ )?(?:machin|vehicle|robot|drone|tractor|missile|vessel)\w*"
        r"|guidance (?:for|to) applicants|application guidance|flight training|training data"
        r"|weight training",
        (
            "the green transition",
            "public outreach",
            "partial work ability",
            "guidance documents",
            "digital guidance of forest machines",
        ),
        ("school-to-work transition", "outreach work", "work ability"),
        ("transition", "outreach", "ability", "capacity", "guidance", "training"),
    ),
    Cue(
        "career_guidance",
        r"career(?:s)?,? (?:guidance|counsel(?!lors|ors)\w*|advice|advisory|coaching|services?"
        r"|support|mentoring|choices?|information|education)"
        r"|career(?:s)? (?:and|or) [\w-]+ (?:guidance|counsel\w+|advice)|(?:study|vocational"
        r"|educational) and career (?:guidance|counsel\w+)"
        r"|guidance on careers|choos\w+ (?:a|their) careers?",
        ("career guidance", "careers advice", "career and study guidance", "career choices"),
        ("career", "career management skills", "carer guidance"),
        ("career",),
    ),
    Cue(
        "study_guidance",
        r"(?:study|student|pupil|school|educational|academic|learner)(?: and [\w-]+)? (?:guidance"
        r"|counsel(?!lors|ors)\w*|advice|advising)"
        r"|(?:guidance|counsel\w+) (?:of|for) (?:\w+ )?(?:students|pupils|learners)"
        r"|individual study plans?|study plan\w*"
        r"|guidance (?:in|during|on) (?:their )?stud(?:y|ies)",
        ("study guidance", "student counselling", "guidance for students", "educational guidance"),
        ("student grant", "case study", "school counsellors"),
        ("guidance", "counsel", "advi", "study plan"),
    ),
    Cue(
        "vocational_guidance",
        r"(?:vocational|occupational)(?: and [\w-]+)? (?:guidance|counsel\w*|choice\w*"
        r"|orientation)|choice of (?:an? )?(?:occupation|profession|trade)s?"
        r"|choos\w+ (?:an?|their|the right|a suitable) (?:occupation|profession|trade|vocation)"
        r"|guidance (?:into|towards?) (?:a |an )?(?:trade|occupation|profession)s?",
        ("vocational guidance", "occupational choice", "choosing a profession"),
        ("vocational education", "choice of supplier"),
        ("vocational", "occupation", "profession", "trade", "vocation"),
    ),
    Cue(
        "career_skills",
        r"career (?:management|planning|skills?|competenc\w+|readiness|development skills"
        r"|self-management|adaptability|plans?)"
        r"|(?:plan|manage|shape|build|design)\w* (?:for )?(?:their |your |one's "
        r"|own )+(?:careers?|working li\w+|future)|career-management",
        ("career management skills", "career planning", "manage their own careers"),
        ("career guidance", "project management"),
        ("career", "working li", "future"),
    ),
    Cue(
        "recognition_of_competence",
        r"(?:recogni[sz]\w+|recognition|validat\w+|identif\w+|mapping|mapped|map|assess\w+"
        r"|accredit\w+|making visible|make visible)(?:,? (?:and|or) [\w-]+)?(?: of)? "
        + _WORDS
        + r"(?:competenc\w+|prior learning|skills|learning outcomes|informal learning"
        r"|non-formal learning|qualifications|know-how)"
        r"|prior learning|open badges?|digital badges?|skills audit\w*|competence mapping"
        r"|(?:skills?|competenc\w+|know-how|strengths) (?:of )?(?:[\w'’-]+ ){0,4}?visible"
        r"|micro-?credentials for",
        (
            "recognition and validation of competence",
            "prior learning",
            "identify the skills",
            "skills mapping of prior learning",
            "open badges",
            "making the skills of young adults visible",
        ),
        ("identify the customer", "skills development", "facial recognition"),
        (
            "recogn",
            "validat",
            "identif",
            "map",
            "assess",
            "accredit",
            "visible",
            "prior learning",
            "badge",
            "audit",
            "credential",
        ),
    ),
    Cue(
        "one_stop_guidance",
        r"one-?stop[ -]\w+|(?:multi-?(?:professional|agency|disciplinary|sectoral)"
        r"|cross-(?:sectoral|sector|administrative)|inter-?agency) "
        + _WORDS
        + r"(?:guidance|counsel\w+|services?|support|team\w*|cooperation|co-operation|model|advice)"
        r"|\bohjaamo\w*|under (?:one|the same) roof|low-?threshold \w+",
        (
            "multi-professional and one-stop guidance",
            "one-stop shops",
            "Ohjaamo centres",
            "services under one roof",
        ),
        ("multi-professional orchestra", "bus stop"),
        ("one", "multi", "cross-", "inter", "ohjaamo", "roof", "threshold"),
    ),
    Cue(
        "outreach",
        r"outreach\w*|reach(?:ing|es)? out to|detached youth work|(?:reach|seek"
        r"|find)\w* " + _WORDS + r"(?:not (?:using|reached by)"
        r"|outside (?:the )?)(?: ?\w+)? ?services?",
        ("outreach work", "reaching out to young people"),
        ("reach the target", "outsourcing"),
        ("reach", "detached", "seek", "find"),
    ),
    Cue(
        "transitions",
        r"transition(?:s|ing|al)?(?: \w+)? (?:from|between|to|into|in"
        r"|after) " + _WORDS + r"(?:school|education|stud(?:y|ies)|work\w*|employment|labour"
        r"|training|upper|basic|comprehensive)\w*"
        r"|school-to-work|education-to-work|transition (?:phase|stage|point|support|guidance"
        r"|pathway)s?|(?:educational|school|career|study) transitions?|\btransitions\b"
        r"|mov(?:e|ing) (?:on )?from (?:[\w-]+ ){0,2}?(?:school|education|studies|training) (?:to"
        r"|into) \w+",
        ("transition from school to work", "transition stages", "moving from education into work"),
        ("transit", "green energy", "transmission"),
        ("transition", "to-work", "mov"),
    ),
    Cue(
        "workplace_guidance",
        r"(?:workplace|in-work|on-the-job) (?:career )?(?:guidance|counsel\w+)"
        r"|(?:guidance|counsel\w+|advice) (?:at|in|through) (?:the |their )?workplaces?"
        r"|guidance at work\b|guidance during working life"
        r"|(?:competence|development|career) discussions? (?:at|in) (?:the )?workplaces?",
        ("workplace guidance", "guidance in the workplace"),
        ("people in work", "guidance for young people", "workplace instructors"),
        ("guidance", "counsel", "advi", "discussion"),
    ),
    Cue(
        "integration_guidance",
        r"(?:immigrant|migrant|refugee|integration) (?:guidance|counsel\w+|advice|services|support)"
        rf"|integration (?:and \w+ )?of (?:[\w-]+ ){{0,2}}?{_NEWCOMERS}\b"
        r"|(?:immigrants|refugees|migrants|newcomers)['’]? integration"
        r"|multilingual (?:guidance|advice)",
        ("integration guidance", "integration of refugees"),
        ("immigrants", "system integration", "career guidance"),
        ("immigrant", "migrant", "refugee", "newcomer", "integration", "multilingual"),
    ),
    Cue(
        "rehabilitation_guidance",
        r"rehabilitation(?: and [\w -]+)? (?:guidance|counsel\w+|support|coaching)"
        r"|work[ -]ability\w*|vocational rehabilitation|occupational rehabilitation"
        r"|return(?:ing)?[ -]to[ -]work\b|guidance (?:[\w-]+ ){0,3}?rehabilit\w+"
        r"|rehabilitative work",
        ("rehabilitation and work-ability guidance", "work ability", "vocational rehabilitation"),
        ("rehabilitees", "rehabilitation of a bridge", "ability"),
        ("rehabil", "ability", "work"),
    ),
    Cue(
        "guidance_staff",
        r"guidance (?:staff|professionals|practitioners|workers|counsel\w+"
        r"|personnel)['’]?s? (?:[\w-]+ ){0,2}?(?:competenc\w+|training|skills|professional"
        r"|education|expertise|learn\w*)"
        r"|(?:career|study|school|student) (?:counsel\w+|advis\w+"
        r"|practitioners)['’]s? (?:[\w-]+ ){0,2}?(?:competenc\w+|training|skills|professional)"
        r"|(?:training|competenc\w+|skills|expertise|train|trains|upskilling|education"
        r"|professional development)(?: and [\w-]+)?(?: (?:of|for"
        r"|among))? (?:the )?(?:guidance (?:staff|professionals|practitioners|workers|counsel\w+"
        r"|personnel)|counsellors|(?:career|study|school) (?:counsel\w+|advis\w+|practitioners))"
        r"|counsell?or training|guidance competenc\w+|guidance skills",
        (
            "competence and training of guidance staff",
            "training for career counsellors",
            "guidance practitioners' training",
        ),
        ("guidance professionals", "training of teachers"),
        ("guidance", "counsel", "advis", "practitioner"),
    ),
    Cue(
        "digital_guidance",
        r"(?:digital|online|virtual|web-based|remote|electronic|ai-based"
        r"|ai-assisted)(?: [\w-]+){0,2}? (?:guidance|counsel\w+|advice)|e-guidance|e-counselling"
        r"|(?:guidance|counsel\w+)(?: services?)? (?:[\w-]+ ){0,2}?(?:online|remotely|digitally"
        r"|digitali[sz]\w*|on the web|via chat|chatbot|artificial intelligence)"
        r"|digitali[sz]\w+ (?:of )?(?:[\w-]+ ){0,2}?guidance|digital tools? (?:for"
        r"|in) (?:[\w-]+ )?(?:guidance|counsel\w+)",
        (
            "digital guidance services",
            "online counselling",
            "guidance services online",
            "digitalisation of guidance",
        ),
        ("digital services", "guidance networks"),
        ("guidance", "counsel", "advice"),
    ),
    Cue(
        "guidance_quality",
        r"(?:quality|evaluat\w+|effectiveness|impact)(?: [\w-]+){0,3}? (?:of|in"
        r"|for) (?:[\w-]+ ){0,2}?(?:guidance|counsel\w+)|guidance quality"
        r"|quality criteria for guidance"
        r"|(?:evaluat|assess)\w+ (?:[\w-]+ ){0,2}?guidance\b"
        r"|guidance(?: services)?['’]?s? (?:quality|evaluation|effectiveness|impact)"
        r"|quality guidance|(?:research|evidence)-based (?:[\w-]+ )?guidance|guidance practices?\b",
        ("quality and evaluation of guidance", "evaluate guidance", "guidance quality"),
        ("air quality", "guidance networks"),
        ("guidance", "counsel"),
    ),
    Cue(
        "guidance_coordination",
        r"(?:co-?ordinat|network|cooperat|co-operat|collaborat)\w*(?: [\w-]+){0,2}? (?:of|in|for"
        r"|among|between|on) (?:[\w-]+ ){0,2}?guidance|co-?ordinat\w+ (?:[\w-]+ ){0,2}?guidance"
        r"|guidance(?: services?)? (?:and \w+ )?(?:network|co-?ordination|cooperation|ecosystem"
        r"|actors|providers)\w*|\belo (?:group|network|forum)s?",
        (
            "coordination of guidance and networks",
            "guidance networks",
            "coordinates regional guidance",
        ),
        ("coordination of transport", "steering group"),
        ("guidance", "elo"),
    ),
    Cue(
        "skills_anticipation",
        r"(?:anticipat|forecast|foresight|predict|foresee)\w*[^.;:!?\n]{0,40}?(?:skill|competenc"
        r"|labour|workforce|training need|job|education)\w*"
        r"|(?:skills?|competence|labour(?: market)?|workforce|training)(?: and [\w-]+)? (?:needs?"
        r"|forecast\w*|foresight|anticipation|intelligence|shortage\w*)|future skills",
        ("anticipation of skills needs", "skills forecasting", "labour market foresight"),
        ("weather forecast", "skills development"),
        (
            "anticipat",
            "forecast",
            "foresight",
            "predict",
            "foresee",
            "skill",
            "competence need",
            "labour",
            "workforce",
            "training need",
        ),
    ),
    Cue(
        "training",
        r"(?:develop|renew|improv|pilot|design|creat|build|deliver|organi[sz]|moderni[sz]"
        r"|reform)\w*(?: of)? (?:[\w-]+ ){0,4}?(?:education|training|curricul\w+|teaching"
        r"|courses?|learning environments?|study modules?)\b"
        r"|(?:education|training) (?:and training )?(?:programme|program|module|model|package"
        r"|provision|content|material|reform|pathway|course)s?|curricul\w+|teaching\b|pedagog\w+"
        r"|learning (?:environment|material)s?|apprenticeship\w*"
        r"|teacher (?:training|education)|continuing education|further training"
        r"|in-service training|upskilling courses?|micro-?credentials?|e-learning|online courses?"
        r"|\btrains? (?:new |future |adult )?(?:nurses|teachers|staff|professionals|employees"
        r"|workers|students)|quality of (?:\w+ )?(?:education|teaching|training)",
        (
            "development of education and training",
            "curriculum",
            "teaching methods",
            "training programmes",
        ),
        ("train station", "enter education", "educated"),
        (
            "education",
            "training",
            "curricul",
            "teaching",
            "course",
            "learning",
            "study module",
            "pedagog",
            "apprentic",
            "credential",
            "train",
        ),
    ),
    Cue(
        "employment",
        r"employment (?:services?|support|measures?|promotion|office|area|polic\w+|opportunit\w+"
        r"|pathway)s?|(?:promot|support|improv|increas)\w+ (?:[\w-]+ ){0,2}?employment"
        r"|job (?:placement|search|matching|seeking|coaching|brokerage)s?|job-search\w*"
        r"|recruit\w*|labour market matching|find(?:ing)? (?:a )?(?:jobs?|work|employment)"
        r"|employability|work placement\w*|wage subsid\w*|public employment\w*|labour exchange"
        r"|into (?:paid )?employment\b|help\w* (?:[\w-]+ ){0,3}?into work\b",
        ("employment services", "job placement", "recruitment", "finding work"),
        ("unemployed", "employers", "jobseekers"),
        ("employ", "job", "recruit", "labour", "find", "work", "wage"),
    ),
    Cue(
        "business",
        r"business\w*|innovat\w+|entrepreneurship|start-?ups?|product development"
        r"|commerciali[sz]\w+|competitiveness|internationali[sz]ation|circular economy"
        r""
        r"|(?:smes?|enterprises?|compan(?:y|ies)|firms?)['’]?s? (?:[\w-]+ ){0,3}?(?:growth|grow"
        r"|compet|export|digital|develop|renew|product)\w*|(?:growth|competitiveness|development"
        r"|digitali[sz]ation) (?:of|in) (?:[\w-]+ ){0,2}?(?:smes?|enterprises?|companies|firms)",
        ("business and innovation", "start-ups", "growth of SMEs"),
        ("busy", "company", "entrepreneurs"),
        (
            "business",
            "innovat",
            "entrepreneurship",
            "start",
            "product dev",
            "commerciali",
            "competitive",
            "internationali",
            "circular",
            "sme",
            "enterprise",
            "compan",
            "firm",
        ),
    ),
)
