"""Sentences that say outright which body runs the project they stand for, and which are partners.

A body, or several in one breath, is written `@`, with `:n` in the genitive; a frame begins where
its sentence or clause begins, so that a verb with another object or another project is none.
Cooperation alone is no role. What does not belong here: verbs whose arguments may stand anywhere
(`role_verbs.py`).
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

#: Between two bodies of one enumeration; behind a comma `ja` and `och` begin a clause.
IN_ONE_BREATH: Final = r"\s*(?:[,;]|\s(?:ja|sekä|och|samt)|,?\s+and)\s+(?:the\s+)?"
#: Behind a body that is the subject of its own clause: `X ja Y on myöntänyt sille`.
GIVES: Final = (
    r"\s+(?:(?:on|ovat|har|has|have)\s+)?(?:myöntä|myöns|rahoitta|bevilja|finansiera|grant|fund"
    r"|award)"
)
_BEGIN = r"(?:^[\s•*–-]*|(?:[,;]|\b(?:ja|sekä|och|samt|and))\s+(?:(?:ja|sekä|och|samt|and)\s+)?)"
_WHO = r"(?:the\s+)?@(?!:)"
_FIRST = rf"{_BEGIN}{_WHO}\s+"
#: Where nothing more of the object follows: `the project website` is not the project.
_END = (
    r"(?=\s*(?:[.,;!)]|$|\d|\b(?:ja|yhdessä|yhteistyössä|vuosi\w+|ajalla|och|i|under|tillsammans|med"
    r"|and|with|together|in|from|during)\b))"
)
#: The project of the page, by no other name.
_ITS = r"(?:(?:tämän\s+)?(?:kehittämis)?(?:hankkeen|projektin)\s+|sen\s+)"
_IN_IT = r"(?:(?:hankkeessa|projektissa|mukana)\s+)"
_IS = r"(?:on|ovat|oli|olivat|toimii|toimivat|toimi)"
_RUNS = (
    r"(?:toteutta(?:a|vat)|toteutti(?:vat)?|hallinnoi(?:vat)?|joht(?:aa|avat|i|ivat)"
    r"|vet(?:ää|ävät|i|ivät)|luotsa(?:a|avat|si))"
)
_LEAD_FI = (
    r"(?:(?:pää|vastuu)?toteuttaj(?:a|at|ana|ina)"
    r"|(?:vastuullinen|pääasiallinen|hallinnoiva|toteuttava)\s+(?:toteuttaja|organisaatio|taho)"
    r"|(?:vastuullisena|pääasiallisena|hallinnoivana|toteuttavana)"
    r"\s+(?:toteuttajana|organisaationa|tahona)"
    r"|hallinnoij(?:a|ana)|vetäj(?:ä|änä)"
    r"|(?:vastuu|päävastuu|hallinnoija|toteuttaja)(?:taho|organisaatio)(?:na)?)"
)
_TASKS = (
    r"(?:toteutuksesta|toteuttamisesta|hallinnoinnista|hallinnosta|johtamisesta|vetämisestä)"
    r"(?:\s+ja\s+\w+(?:sta|stä))?"
)
_COORDINATES = r"(?:koordinoinnista|koordinaatiosta)"
_PARTNER_FI = r"(?:osatoteuttaj(?:a|at|ana|ina)|(?:hanke)?kumppan(?:i|it|ina|eina))"
_LED_SV = r"(?:leds|genomförs|drivs|administreras|förvaltas|ägs|leddes|genomfördes|drevs)"
_LEADS_SV = r"(?:leder|genomför|driver|administrerar|förvaltar|äger|ledde|genomförde|drev)"
_LEAD_SV = r"(?:projektägare|huvudgenomförare|huvudprojektägare|(?:ansvarig\s+)?genomförare|ägare)"
_TASK_SV = (
    r"för\s+(?:projektet(?!s)|projektets\s+(?:genomförande|förvaltning|administration)"
    r"|(?:genomförandet|förvaltningen|administrationen|ledningen)\s+av\s+projektet)"
)
_PARTNER_SV = (
    r"(?:del(?:genomförar(?:e|na)|projektägar(?:e|na))|medgenomförar(?:e|na)"
    r"|(?:projekt)?partner(?:s|n|na)?)"
)
_LED_EN = r"(?:led|run|managed|implemented|carried\s+out|administered)"
_LEADS_EN = r"(?:leads|runs|manages|implements|carries\s+out|administers|led|ran|implemented)"
_LEAD_EN = (
    r"(?:lead\s+(?:partner|organisation|implementer|beneficiary)|project\s+(?:lead|owner|leader)"
    r"|(?:main\s+|responsible\s+)?implementer|implementing\s+organisation)"
)
_TASK_EN = (
    r"for\s+(?:(?:the\s+)?(?:implementation|administration|management)\s+of"
    r"|implementing|running|managing|carrying\s+out)\s+the\s+project"
)
_COORDINATOR_EN = r"(?:(?:project\s+)?coordinator|coordinating\s+(?:organisation|partner))"
_PARTNER_EN = r"(?:(?:project\s+)?partner(?:s|\s+organisations?)?|co-?implementers?)"

FRAMES: Final[tuple[Cue, ...]] = (
    Cue(
        "lead",
        rf"{_BEGIN}(?:tämän\s+|tätä\s+)?(?:kehittämis)?"
        rf"(?:hankkeen|hanketta|projektin|projektia)\s+{_RUNS}\s+{_WHO}"
        rf"|{_BEGIN}(?:{_ITS}|{_IN_IT})?{_LEAD_FI}\s+{_IN_IT}?{_IS}\s+{_WHO}"
        rf"|{_BEGIN}{_ITS}{_TASKS}\s+vasta(?:a|avat|si)\s+{_WHO}"
        rf"|{_BEGIN}(?:hankkeesta|projektista)\s+vasta(?:a|avat|si)\s+{_WHO}",
        (
            "Hankkeen toteuttaa @.",
            "Projektia hallinnoi @",
            "Päätoteuttajana toimii @",
            "Hankkeen vastuullinen toteuttaja on @",
            "Päätoteuttajana hankkeessa on @",
            "Hankkeen hallinnoinnista vastaa @",
            "Hankkeesta vastaa @",
        ),
        (
            "Muut toteuttajat ovat @",
            "Osatoteuttajana on @",
            "Toista hanketta toteuttaa @",
            "Valo-hanketta toteuttaa @",
            "Hankkeen viestinnästä vastaa @",
            "Lapissa hanketta toteuttaa @",
            "Hankkeen toteuttaa @:n opettaja",
        ),
    ),
    Cue(
        "lead",
        rf"{_FIRST}{_RUNS}\s+(?:tätä\s+|tämän\s+)?"
        rf"(?:hanketta|projektia|(?:hankkeen|projektin){_END})"
        rf"|{_FIRST}{_IS}\s+(?:{_ITS}|{_IN_IT})?{_LEAD_FI}(?![\w-])"
        rf"|{_FIRST}vasta(?:a|avat|si)\s+(?:{_ITS}{_TASKS}|(?:hankkeesta|projektista)(?![\w-]))"
        r"|^(?:hanke|projekti)\s+(?:on|oli)\s+@:n\s+"
        r"(?:hallinnoima|toteuttama|johtama|vetämä)(?![\w-])"
        r"|^@:n\s+(?:hallinnoima|toteuttama|johtama|vetämä)\s+(?:hanke|projekti)"
        r"(?=\s+[a-zåäö])",
        (
            "@ toteuttaa hankkeen yhdessä kuntien kanssa",
            "@ hallinnoi hanketta",
            "@ toimii hankkeen päätoteuttajana",
            "@ on hankkeen hallinnoija",
            "@ vastaa hankkeen toteutuksesta",
            "Hanke on @:n hallinnoima.",
            "@:n toteuttama hanke kehittää ohjausta",
        ),
        (
            "@ toteuttaa hankkeen viestinnän",
            "@ toimii hankkeen osatoteuttajana",
            "@ on yksi hankkeen toteuttajista",
            "@ vastaa viestinnästä",
            "@ vastaa hankkeen viestinnästä",
            "@ toteuttaa oman hankkeen",
            "@:n toteuttama Valo-hanke kehittää ohjausta",
        ),
    ),
    Cue(
        "coordinator",
        rf"{_BEGIN}(?:tätä\s+)?(?:hanketta|projektia)\s+koordinoi(?:vat)?\s+{_WHO}"
        rf"|{_BEGIN}{_ITS}?(?:koordinaattori(?:na)?|koordinoija(?:na)?)\s+{_IN_IT}?{_IS}\s+{_WHO}"
        rf"|{_BEGIN}{_ITS}{_COORDINATES}\s+vasta(?:a|avat|si)\s+{_WHO}"
        rf"|{_FIRST}koordinoi(?:vat)?\s+(?:tätä\s+)?(?:hanketta|projektia)"
        rf"|{_FIRST}{_IS}\s+(?:{_ITS}|{_IN_IT})?(?:koordinaattori|koordinoija)(?:na)?(?![\w-])"
        rf"|{_FIRST}vasta(?:a|si)\s+{_ITS}{_COORDINATES}",
        (
            "Hanketta koordinoi @",
            "Hankkeen koordinaattorina toimii @",
            "@ koordinoi hanketta",
            "Hankkeen koordinoinnista vastaa @",
        ),
        ("@ koordinoi verkostoa", "Verkostoa koordinoi @", "Aluetta koordinoi @"),
    ),
    Cue(
        "partner",
        rf"{_BEGIN}(?:(?:lisäksi|mukana|muina|muut|myös)\s+|{_ITS}|{_IN_IT})*{_PARTNER_FI}\s+"
        rf"(?:(?:lisäksi|myös)\s+|{_IN_IT})?{_IS}\s+(?:(?:lisäksi|myös|mukana)\s+)*{_WHO}"
        rf"|{_BEGIN}{_ITS}?(?:muut|muina|muita|muu|toinen|toisena)\s+"
        rf"toteuttaj(?:a|at|ana|ina|ia)\s+{_IN_IT}?{_IS}\s+{_WHO}"
        rf"|{_FIRST}{_IS}\s+(?:{_ITS}|{_IN_IT})*"
        r"(?:osatoteuttaj(?:a|ia|ana|ina|at)|(?:hanke)?kumppan(?:i|eita|ina|eina|it))(?![\w-])"
        rf"|{_BEGIN}(?:sitä|hanketta|projektia)\s+toteutta(?:a|vat)\s+(?:lisäksi|myös|mukana)\s+{_WHO}"
        rf"|{_BEGIN}lisäksi\s+(?:sitä|hanketta|projektia)\s+toteutta(?:a|vat)\s+{_WHO}"
        rf"|{_FIRST}osallistu(?:u|vat|i|ivat)\s+(?:(?:hankkeeseen|projektiin|siihen)\s+)?"
        r"(?:osatoteuttaj(?:ana|ina)|(?:hanke)?kumppan(?:ina|eina))",
        (
            "Osatoteuttajina ovat @",
            "Hankkeen osatoteuttajat ovat @",
            "Mukana osatoteuttajina ovat @",
            "Kumppaneina hankkeessa ovat @",
            "Muut toteuttajat ovat @",
            "Lisäksi osatoteuttajana on @",
            "Lisäksi hanketta toteuttavat @",
            "ja sitä toteuttavat myös @",
            "@ ovat hankkeen osatoteuttajia",
            "@ osallistuu hankkeeseen osatoteuttajana",
        ),
        (
            "Yhteistyökumppaneina ovat @",
            "Mukana ovat @",
            "Osatoteuttajina ovat @:n opettajat",
            "@ osallistuu hankkeeseen",
        ),
    ),
    Cue(
        "lead",
        rf"{_BEGIN}projektet\s+{_LED_SV}(?:\s+och\s+\w+s)?\s+av\s+{_WHO}"
        rf"|{_BEGIN}(?:projektets\s+)?{_LEAD_SV}(?:\s+(?:för|i|av)\s+projektet)?\s+(?:är|var)\s+"
        rf"{_WHO}|{_BEGIN}{_TASK_SV}\s+ansvarar\s+{_WHO}"
        rf"|{_FIRST}{_LEADS_SV}\s+projektet{_END}"
        rf"|{_FIRST}(?:är|var)\s+(?:projektets\s+)?{_LEAD_SV}(?!\w)|{_FIRST}ansvarar\s+{_TASK_SV}",
        (
            "Projektet genomförs av @",
            "Projektägare är @",
            "Huvudgenomförare för projektet är @",
            "För genomförandet av projektet ansvarar @",
            "@ leder projektet.",
            "@ är projektägare",
            "@ ansvarar för projektets genomförande",
        ),
        (
            "Övriga genomförare är @",
            "Delgenomförare är @",
            "Systerprojektet genomförs av @",
            "@ leder projektets styrgrupp",
        ),
    ),
    Cue(
        "coordinator",
        rf"{_BEGIN}projektet\s+(?:koordineras|samordnas)\s+av\s+{_WHO}"
        rf"|{_BEGIN}(?:projektets\s+)?(?:koordinator|samordnare)(?:\s+(?:för|i)\s+projektet)?\s+är\s+"
        rf"{_WHO}|{_FIRST}(?:koordinerar|samordnar)\s+projektet{_END}"
        rf"|{_FIRST}är\s+(?:projektets\s+)?(?:koordinator|samordnare)(?!\w)",
        ("Projektet samordnas av @", "Projektets koordinator är @", "@ koordinerar projektet"),
        ("@ koordinerar nätverket", "Nätverket samordnas av @"),
    ),
    Cue(
        "partner",
        rf"{_BEGIN}(?:(?:projektets|de|övriga|andra)\s+)*{_PARTNER_SV}(?:\s+i\s+projektet)?\s+är\s+"
        rf"{_WHO}|{_BEGIN}(?:projektets\s+|de\s+)?(?:övriga|andra)\s+genomförar(?:e|na)\s+är\s+{_WHO}"
        rf"|{_BEGIN}(?:med\s+)?(?:i\s+projektet\s+)?(?:är\s+)?som\s+{_PARTNER_SV}\s+(?:i\s+projektet\s+)?"
        rf"(?:deltar|medverkar|är|fungerar)\s+{_WHO}"
        rf"|{_FIRST}är\s+(?:projektets\s+)?{_PARTNER_SV}(?!\w)"
        rf"|{_FIRST}(?:deltar|medverkar)\s+(?:i\s+projektet\s+)?som\s+{_PARTNER_SV}(?!\w)",
        (
            "Delgenomförare är @",
            "De övriga genomförarna är @",
            "Partner i projektet är @",
            "Med som delgenomförare är @",
            "och @ är delgenomförare",
            "@ deltar i projektet som partner",
        ),
        ("Samarbetspartner är @", "Projektet samarbetar med @"),
    ),
    Cue(
        "lead",
        rf"{_BEGIN}the\s+project\s+(?:is|was)\s+(?:being\s+)?{_LED_EN}(?:\s+and\s+\w+)?\s+by\s+{_WHO}"
        rf"|{_BEGIN}(?:the\s+|its\s+)?(?:project['’]s\s+)?{_LEAD_EN}(?:\s+(?:of|in)\s+the\s+project)?"
        rf"\s+(?:is|was)\s+{_WHO}"
        rf"|{_FIRST}{_LEADS_EN}\s+the\s+project{_END}"
        rf"|{_FIRST}(?:is|was|acts\s+as)\s+(?:the\s+)?(?:project['’]s\s+)?{_LEAD_EN}(?!\w)"
        rf"|{_FIRST}is\s+responsible\s+{_TASK_EN}(?!['’\w])",
        (
            "The project is led by @",
            "The lead partner is @",
            "The lead partner of the project is @",
            "The @ runs the project.",
            "@ is the lead partner",
            "@ is responsible for the implementation of the project",
        ),
        (
            "The partners are @",
            "The sister project is led by @",
            "@ runs the project website",
            "@ is a partner",
        ),
    ),
    Cue(
        "coordinator",
        rf"{_BEGIN}the\s+project\s+(?:is|was)\s+coordinated\s+by\s+{_WHO}"
        rf"|{_BEGIN}(?:the\s+|its\s+)?{_COORDINATOR_EN}(?:\s+of\s+the\s+project)?\s+is\s+{_WHO}"
        rf"|{_FIRST}coordinates\s+the\s+project{_END}"
        rf"|{_FIRST}(?:is|acts\s+as)\s+(?:the\s+)?{_COORDINATOR_EN}(?!\w)",
        ("The project is coordinated by @", "The project coordinator is @", "@ is the coordinator"),
        ("The network is coordinated by @",),
    ),
    Cue(
        "partner",
        rf"{_BEGIN}(?:(?:the|its|other|project['’]s)\s+)*{_PARTNER_EN}"
        rf"(?:\s+(?:of|in)\s+the\s+project)?\s+(?:is|are|were)\s+{_WHO}"
        rf"|{_BEGIN}(?:the\s+)?other\s+implementers?\s+(?:is|are)\s+{_WHO}"
        rf"|{_FIRST}(?:is|are)\s+(?:a\s+|the\s+)?{_PARTNER_EN}(?:\s+(?:of|in)\s+the\s+project)?(?!\w)"
        rf"|{_FIRST}(?:takes?\s+part|participates?)\s+(?:in\s+the\s+project\s+)?as\s+"
        rf"(?:an?\s+)?{_PARTNER_EN}(?!\w)",
        (
            "The partners are @",
            "and its partners are @",
            "Project partners are @",
            "@ takes part in the project as a partner",
        ),
        ("The lead partner is @", "@ is the lead partner", "The project cooperates with @"),
    ),
)
