"""Where the wording of a theme or group is no statement about the project.

Three ways: it is denied, it names others than those meant, or it names who works along.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

DENIED: Final = "denied"
BESIDE: Final = "beside"

#: At the end of the words before a wording in its sentence.
BEFORE: Final[tuple[Cue, ...]] = (
    Cue(  # how many took part is no word on whom the project is for
        DENIED,
        r"\b(?:mukana (?:on|oli|ovat|olivat)|osallistu(?:i|ivat|jia on)|med är|med var|deltog"
        r"|deltar|took part were|involv(?:es|ed|ing)|participants:) (?:noin |yli |cirka |över"
        r" |about |over )?\d{1,3}(?:[ \u00a0\u202f]?\d{3})*[ \u00a0]$",
        ("Mukana on 5 144 ", "Toimintaan osallistui 120 ", "The project involves about 30 "),
        ("15–29 -vuotiaille ", "vuonna 2024 ", "koulutetaan 120 "),
        ("mukana", "osallistu", "med ", "delt", "involv", "partic", "took part"),
    ),
    Cue(
        DENIED,
        r"(?<!jotka )(?<!joka )\b(?:ei|eivät|eikä)\s+(?!vain\b|pelkästään|ainoastaan|yksin|enää\b"
        r"|riittäv)"
        r"(?:[\w-]+ ){0,4}[\w-]*$|\b(?:muu|muut|muita|muille|muiden) kuin (?:[\w-]+ )?$"
        r"|\bilman (?:[\w-]+ ){0,1}$"
        r"|\bsen sijaan, että (?:[\w-]+ ){0,3}$",
        ("hankkeessa ei anneta ", "muut kuin ", "ei ole kyse "),
        ("ei vain ", "jotka eivät ole ", "joka "),
        ("ei", "kuin", "ilman", "sijaan"),
    ),
    Cue(
        DENIED,
        r"(?<!som )\b(?:inte|ingen|inget|inga|utan|varken|aldrig)\s+(?!bara\b|endast\b|enbart\b"
        r"|längre\b|tillräck)(?:[\w-]+ ){0,4}[\w-]*$|\b(?:andra|annat) än (?:[\w-]+ )?$"
        r"|\bförutom (?:[\w-]+ )?$",
        ("ger inte ", "andra än ", "inte någon "),
        ("inte bara ", "som inte har "),
        ("in", "utan", "varken", "aldrig", "än", "förutom"),
    ),
    Cue(
        DENIED,
        r"(?<!who )(?<!are )\b(?:not|no|nor|without|never)\s+(?!only\b|just\b|merely\b|longer\b"
        r"|enough\b)(?:[\w-]+ ){0,4}[\w-]*$|\b(?:other than|except|excluding|instead of"
        r"|rather than) (?:[\w-]+ ){0,2}$",
        ("does not offer ", "no ", "other than "),
        ("not only ", "who are not "),
        ("no", "without", "never", "other than", "except", "excluding", "instead", "rather"),
    ),
    Cue(
        BESIDE,
        r"(?:tillsammans med|i samarbete med|samarbetar med|i samråd med|samarbetet med"
        r"|kontakter till|together with|in co-?operation with|in collaboration with"
        r"|in partnership with|cooperates? with|working with"
        r"|co-?operation with)(?: [\w-]+,?){0,4} $",
        ("i samarbete med ", "in cooperation with local ", "tillsammans med regionens "),
        ("för ", "with "),
        ("med", "with", "till"),
    ),
    Cue(
        BESIDE,
        r"\b(?:an?|en|stöd av|hjälp av|(?<!in )support of|help of) $"
        r"|\b(?:välit|rekrytoi|palkat|palkka|förmedla|rekryter|anställ|places?\b|placing|recruit|hir(?:e|es|ing)\b)\w*"
        r" (?:[\w-]+ )?$",
        ("med stöd av en ", "with a ", "välittää ", "recruits skilled "),
        ("för ", "kehittää ", "guidance for ", "in support of "),
        (
            "a ",
            "an ",
            "en ",
            "av ",
            "of ",
            "väli",
            "rekry",
            "palka",
            "palkk",
            "förm",
            "anst",
            "plac",
            "recru",
            "hir",
        ),
    ),
)
#: At the start of the words after it.
AFTER: Final[tuple[Cue, ...]] = (
    Cue(
        DENIED,
        r"^[\w-]*(?: [\w-]+){0,2} (?:ei|eivät) (?:[\w-]+ ){0,1}?(?:anneta|anna|tarjota|tarjoa"
        r"|järjestetä|kuulu|sisälly|kehitetä|ole|koske|ole mukana)\b"
        r"|^[\w-]*(?: [\w-]+){0,1} (?:lukuun ottamatta|poislukien|pois lukien)",
        (" ei anneta", "a ei tarjota", " lukuun ottamatta"),
        (", joita ei ole tavoitettu", " annetaan"),
        ("ei", "luk"),
    ),
    Cue(
        DENIED,
        r"^[\w-]*(?: [\w-]+){0,2} (?:(?:ges|erbjuds|ordnas|ingår|omfattas|utvecklas|är) (?:inte"
        r"|ej)|är uteslut\w+)\b",
        (" ges inte", " ingår inte"),
        (" ges", " som inte"),
        ("inte", "ej", "uteslut"),
    ),
    Cue(
        DENIED,
        r"^[\w-]*(?: [\w-]+){0,2} (?:is|are|was|were|will) (?:not|never) (?:[\w-]+ )?(?:offered"
        r"|provided|given|included|part|covered|developed|eligible|a|the|organi[sz]ed)\b"
        r"|^[\w-]* (?:is|are) excluded",
        (" is not offered", " are not included"),
        (" is offered",),
        ("not", "never", "excluded"),
    ),
    Cue(
        BESIDE,
        r"^[\w-]*(?: (?:ja|sekä|och|and) [\w-]+)? (?:kehittä(?:ä|vät)|laati(?:i|vat)|suunnittele"
        r"|utvecklar|utarbetar|planerar|develops?|drafts?|designs?)\b",
        (" kehittävät menetelmiä", " och forskare utvecklar", " and researchers develop"),
        ("en kehittäminen", " utbildas"),
        ("kehit", "laati", "suunn", "utveck", "utarb", "planer", "develop", "draft", "design"),
    ),
    Cue(
        BESIDE,
        r"^[\w-]*(?:,? (?:ja |sekä )?[\w-]+){0,4} kanssa\b|^[\w-]*(?: [\w-]+){0,2} (?:yhteistyönä"
        r"|yhteistyössä)\b",
        (" kanssa", "jen ja kuntien kanssa", " yhteistyössä"),
        (" kannalta",),
        ("kanssa", "yhteisty"),
    ),
)
#: A sentence that tells who pays and how much, and nothing of what is done.
MONEY_ONLY: Final[tuple[Cue, ...]] = (
    Cue(
        "money",
        r"\d\s?(?:m?€|euro|eur\b|milj|t€)|\bmyön(?:si|ne|tä)\w*|\bbevilja\w*|\bgrant(?:s|ed)\b"
        r"|\brahoit(?:taa|ti|etaan)\b|\bfinansiera\w*|\bfunded by\b",
        ("myönnettiin 98 500 euroa", "har beviljats stöd", "was granted 5 000 €"),
        ("rahoituslukutaito", "kehitetään palvelua", "grantor"),
    ),
)
#: Codes that often name a partner of the work; for others, who works along is who it is for.
PARTNERS: Final = frozenset(
    {
        "employers", "entrepreneurs", "guidance_professionals", "employment", "one_stop_guidance",
        "business", "training", "outreach", "guidance_coordination", "employed",
    }
)  # fmt: skip
