"""Money that is set aside, offered in a call, or handed out to many.

Order matters: a row masks what it covers. What does not belong here: the money of one project.
"""

from __future__ import annotations

from typing import Final

from ingestion.text.rules.base import Cue

_W = r"\w*"
_B = r"\b"

OFFERS: Final[tuple[Cue, ...]] = (
    Cue(
        "appropriation",
        rf"momenti(?:lle|lla|n|lta|sta)?(?:\s+[\d.]+)?(?:\s+\w+){{0,3}}?\s+(?:myönne|osoite"
        rf"|esite|lisät){_W}"
        rf"|momenti(?:lle|lla|n|lta|sta)?{_B}|talousarvio(?:ssa|n|esity{_W})"
        rf"|esite(?:tty|tään|ttiin){_W}(?:\s+[\w.-]+){{0,4}}?\s+määräraha{_W}"
        rf"|määräraha{_W}(?:\s+[\w.-]+){{0,3}}?\s+(?:esite|ehdote|lisät|on|nousee){_W}"
        rf"|esitetty määräraha|{_B}anslag(?:et|en)?{_B}|statsbudget{_W}|budgetproposition{_W}"
        r"|\bappropriations?\b|state budget",
        (
            "esitetty määräraha",
            "momentille 29.98.97 myönnetään",
            "anslag",
            "talousarvioesityksessä",
        ),
        ("momentum", "anslagstavla"),
        ("moment", "talousarv", "määrära", "anslag", "budget", "appropr"),
    ),
    # The frame of an authority, a programme or a country: no project's money yet.
    Cue(
        "appropriation",
        rf"(?:förbund(?:et)?|NTM-central(?:en|erna)?|ministeriet|liitto|ELY-keskus(?:kset)?"
        rf"|elinvoimakeskus|ministeriö|maakun(?:ta|nat)|Business Finland)\s+(?:har fått|fick|sai"
        rf"|saa|saavat|ovat saaneet|on saanut|received){_B}|{_B}ska anvisas{_B}"
        rf"|{_B}satsa(?:r|s|t)?{_B}"
        rf"|{_B}(?:Finland|Suomi|Sweden|varje land|each country)\s+(?:will receive|receives|har "
        rf"erhållit|saa|får|har fått|has received){_B}|{_B}financial authori[sz]ation"
        rf"|supplementary budget|lisätalousarvio{_W}|(?:budjetti|kehys)rii(?:hi|hessä|hen){_B}"
        rf"|(?:eduskunta|hallitus|government|regeringen) (?:lisäsi|päätti lisätä|gave|decided to"
        rf" allocate|decided to grant|beslutade)|to allocate a total of|{_W}kehyk(?:sen|sestä){_B}"
        rf"|funding committed|{_B}ohjelman (?:EU-)?rahoitus{_B}"
        rf"|{_B}omsluter programmet{_B}|{_B}programmet omsluter{_B}"
        rf"|{_B}programmets (?:\w+ )?(?:budget|ram|medel){_B}"
        rf"|{_B}programme['’]s (?:\w+ )?(?:budget|funding){_B}",
        (
            "Österbottens förbund har fått",
            "omsluter programmet",
            "programmets totala budget",
            "Finland will receive",
            "ska anvisas",
            "the supplementary budget",
            "budjettiriihessä",
            "Eduskunta lisäsi",
        ),
        ("hanke on saanut", "projektet har fått"),
        (
            "förbund",
            "central",
            "minist",
            "liitto",
            "keskus",
            "maakun",
            "business",
            "anvisas",
            "satsa",
            "finland",
            "suomi",
            "sweden",
            "land",
            "countr",
            "authori",
            "budget",
            "talousarv",
            "riih",
            "eduskunta",
            "hallitus",
            "government",
            "regering",
            "allocate",
            "kehyk",
            "committed",
            "programme",
            "ohjelman",
        ),
    ),
    Cue(
        "call_budget",
        rf"voi(?:daan)?\s+(?:käyttää|jakaa){_B}|kan använda|julist\w+ haettavaksi|{_B}haku on auki"
        rf"|{_B}kan få{_B}|{_B}can amount{_B}|{_B}voi olla{_B}|{_B}avsätter{_B}"
        rf"|enimmäis(?:tuki|määrä|tuen|avustus){_W}|maximum (?:grant|funding|support|aid)"
        rf"|(?:pienin|suurin|alin|ylin) (?:mahdollinen )?myönnettävä(?:\s+(?:tuki|avustus))?"
        rf"|{_B}to distribute{_B}"
        rf"|hankekohtai{_W} (?:tuki|avustus|rahoitus)|yhden hankkeen (?:tuki|avustus)"
        rf"|{_B}beviljas{_B}(?=.{{0,150}}{_B}uppgår.{{0,40}}{_B}högst)"
        rf"|(?:i ansöknings\w+|i utlysning\w+)\s+(?:\w+\s+)?fördelas"
        rf"|total amount of funding available|by a maximum of{_B}",
        (
            "voi käyttää avustuksiin",
            "kan använda högst",
            "Ett projekt kan få",
            "enimmäistuki on",
            "The maximum grant per project",
            "Pienin myönnettävä tuki",
            "Understödet som beviljas uppgår till högst",
        ),
        ("voi hyvin", "kan inte", "the maximum length"),
        (
            "voi",
            "kan ",
            "julist",
            "auki",
            "amount",
            "avsätter",
            "enimm",
            "maximum",
            "myönnettävä",
            "distribute",
            "hankek",
            "yhden",
            "fördelas",
            "beviljas",
        ),
    ),
    Cue(
        "call_budget",
        rf"voi(?:daan|vat|t)?\s+(?:\w+\s+){{0,3}}?(?:myöntää|saada|hakea|jakaa|rahoittaa)"
        rf"|{_B}jaetaan|{_B}jaossa{_B}|jaettav(?:issa|ana){_W}|haettav(?:issa|ana|aksi)"
        rf"|käytettävissä"
        rf"|on (?:haussa|varattu){_B}|{_B}haussa (?:on|oli){_B}|{_B}varataan"
        rf"|haun (?:kokonais)?(?:budjet|raha|määrära){_W}"
        rf"|hakukierroksella (?:on|jaetaan)|myöntövaltuu{_W}|(?:haettava|myönnettävä){_W}"
        rf" (?:tuki|avustus|rahoitus)"
        rf"|kan (?:\w+\s+){{0,2}}?(?:beviljas|bevilja|sökas|delas)|delas ut|finns att söka"
        rf"|att ansöka om|{_B}utlys(?:s|t|te|tes|er|es|ning){_W}"
        rf"|till förfogande|står till buds|att söka{_B}"
        rf"|(?:may|can|could|to) be (?:granted|awarded|applied|distributed)|call budget"
        rf"|available|open for applications|budget of the call|{_B}tarjolla{_B}|att dela ut"
        rf"|{_B}(?:can|may|could) (?:receive|apply for){_B}",
        (
            "avustusta voidaan myöntää",
            "elinvoimakeskus voi myöntää",
            "voidaan rahoittaa",
            "Voit saada",
            "har utlyst",
            "jaetaan",
            "haettavissa",
            "on käytettävissä",
            "kan beviljas",
            "can be granted",
            "is available",
        ),
        ("jakaa tietoa", "hakuaika", "haettu tuki"),
        (
            "voi",
            "tarjolla",
            "can ",
            "may ",
            "could ",
            "myönnettäv",
            "jae",
            "jaos",
            "jaet",
            "haett",
            "käytett",
            "haussa",
            "varat",
            "haun",
            "hakukier",
            "myöntöv",
            "kan ",
            "delas",
            "dela ut",
            "söka",
            "utlys",
            "förfogande",
            "buds",
            "be ",
            "call",
            "avail",
            "open",
            "of the",
        ),
    ),
    Cue(
        "call_budget",
        r"\b(?:avustus|tuki|rahoitus|bidraget|stödet) (?:on|voi olla|är) "
        r"(?=enintään|korkeintaan|högst)"
        r"|\b(?:avustus|tuki|rahoitus) voi olla\b|\bcall (?:has|with) a (?:total )?budget"
        r"|\bbudget of the call|^haku\s?:|^utlysning\s?:",
        ("avustus on enintään", "Haku: 2 miljoonaa", "stödet är högst", "The call has a budget"),
        ("avustus on",),
    ),
    Cue(
        "call_budget",
        r"myönnetään\s+(?:\w+\s+){0,2}?(?=enintään|korkeintaan|vähintään)"
        r"|beviljas\s+(?=högst|maximalt)",
        ("avustusta myönnetään enintään", "beviljas högst"),
        ("myönnettiin enintään",),
        ("myönnetään", "beviljas"),
    ),
    # Whoever hands out money hands it to many.
    Cue(
        "aggregate",
        rf"{_B}(?:jakoi(?:vat)?|jaettiin|on jaettu|on jakanut|jakaa (?!haussa)|jakavat"
        rf"|fördela(?:r|de|des|ts|t|s)|dela(?:r|de|des|s|t)?\s+(?:\w+\s+){{0,3}}?(?:ut|på)"
        rf"|distribut(?:ed|es)|jaetusta|kohdens(?:i|ivat)|kohdennettiin"
        rf"|divided among"
        rf"|(?:shares|shared|(?<!EU )(?<!state )(?<!own )(?<!national )share)(?= (?:a|the|EUR|€)))",
        (
            "säätiö jakoi",
            "apurahoja jaettiin",
            "stiftelsen fördelade",
            "delar på",
            "delade sammanlagt ut",
            "was distributed",
            "Maakuntahallitus kohdensi",
        ),
        ("jaetaan", "avdelning", "the share", "EU share EUR 5"),
        (
            "jako",
            "jae",
            "jaka",
            "fördela",
            "dela",
            "distribut",
            "kohdens",
            "kohdenn",
            "divided",
            "share",
        ),
    ),
)
