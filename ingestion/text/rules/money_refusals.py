"""Grants that did not happen or have not happened yet: refused, withdrawn, intended, proposed."""

from __future__ import annotations

import re
from typing import Final

from ingestion.text.rules.base import Cue

_W = r"\w*"
_B = r"\b"

#: A grant that did not happen.
NEGATED: Final = "negated"
#: A grant that somebody wishes, proposes or intends.
PLANNED: Final = "planned"

#: Opens a sentence whose grant hangs on something that has not happened.
CONDITION: Final = re.compile(
    r"\W*(?:jos|mikäli|edellyttäen|om|ifall|förutsatt|if|provided that)\b", re.IGNORECASE
)

REFUSALS: Final[tuple[Cue, ...]] = (
    Cue(
        NEGATED,
        rf"{_B}ei(?:kä)?\s+(?:[\w:+-]+\s+){{0,6}}?(?:myönn|saa(?:nut|tu|da)|puoll|hyväksyt"
        rf"|rahoitet){_W}",
        ("rahoitusta ei myönnetty", "tukea ei ole myönnetty hankkeelle", "avustusta ei saatu"),
        ("rahoitus myönnettiin",),
        ("ei ", "eikä"),
    ),
    Cue(
        NEGATED,
        rf"{_B}e(?:i|ivät)\s+(?:[\w:+-]+\s+){{0,6}}?(?:myöntä|saa){_W}"
        rf"|hylä(?:tt|t){_W}|hylkä{_W}|{_B}jä(?:i|ivät) (?:ilman|saamatta){_W}"
        rf"|kieltei{_W}(?: (?:rahoitus)?päätö{_W})?|jätettiin myöntämättä|{_B}evät{_W}",
        ("hakemus hylättiin", "keskus hylkäsi hakemuksen", "jäi ilman", "kielteinen päätös"),
        ("hyllyt",),
        ("hyl", "ei ", "eivät ", "jäi", "jäivät", "kieltei", "jätettiin", "evä"),
    ),
    Cue(
        NEGATED,
        rf"avslog{_W}|avslag{_W}|avslå{_W}|(?:inte|ej)\s+(?:\w+\s+){{0,3}}?bevilja{_W}"
        rf"|bevilja{_W}\s+(?:inte|ej|inget|ingen){_B}|fick (?:inte|inget|ingen|avslag)",
        ("ansökan avslogs", "beviljades inte", "inte har beviljats", "fick avslag"),
        ("beviljades",),
        ("avsl", "inte", "ej", "inge", "avslag"),
    ),
    Cue(
        NEGATED,
        rf"(?:not|never)\s+(?:[a-z]+\s+){{0,3}}?(?:granted|awarded|funded|receive{_W}|approved)"
        rf"|{_B}(?:was|were|been|is)\s+(?:rejected|refused|declined|turned down|denied)"
        rf"|{_B}reject(?:ed|s){_B}|no funding",
        ("was not granted", "has not been awarded", "the application was rejected"),
        ("granted",),
        ("not", "never", "reject", "refus", "declin", "turned", "denied", "no fund"),
    ),
    Cue(
        NEGATED,
        rf"{_B}peru(?:ttiin|ttu){_B}|{_B}kumot(?:tiin|tu){_W}|takaisinper{_W}|återkalla(?:des|ts)"
        rf"|återkräv{_W}|{_B}(?:withdrawn|revoked){_B}",
        ("päätös kumottiin", "rahoitus peruttiin", "the grant was withdrawn"),
        ("perusteella",),
        ("peru", "kumo", "takaisin", "åter", "withdrawn", "revoked"),
    ),
    Cue(
        PLANNED,
        rf"(?:tarkoitus|aikoo|aikovat|suunnittelee|esittää|ehdottaa|esitetään|ehdotetaan|toivoo"
        rf"|tavoitteena)"
        rf"\s+(?:on\s+)?(?:[\w-]+\s+){{0,5}}?(?:myön|saa[dm]|rahoit){_W}"
        rf"|myönnettäväksi|avser (?:\w+\s+){{0,3}}?bevilja"
        rf"|föreslå\w*(?:\s+\w+){{0,4}}?\s+bevilja{_W}"
        rf"|(?:plans?|intends?|proposes?|hopes?) to (?:grant|award|receive|secure)"
        rf"|(?:is|are|was) (?:planned|proposed)|planeras{_B}|föreslås{_B}"
        rf"|esitetään(?!\s+\w*määräraha){_B}"
        rf"|{_B}(?:myönnettäisiin|myöntäisi|saisi(?:vat|mme)?|rahoitettaisiin|rahoittaisi){_B}"
        rf"|{_B}(?:jos|mikäli)\s+(?:[\w-]+\s+){{0,6}}?(?:myönnet|saa(?:daan|mme)?|hyväksy){_W}"
        rf"|{_B}skulle\s+(?:\w+\s+){{0,3}}?(?:få|bevilja){_W}"
        rf"|{_B}om\s+(?:\w+\s+){{0,6}}?(?:beviljas|godkänns){_B}"
        rf"|{_B}if\s+(?:\w+\s+){{0,5}}?(?:granted|approved|funded|awarded){_B}"
        rf"|{_B}would\s+(?:\w+\s+)?(?:receive|be (?:granted|awarded|funded)){_B}",
        (
            "on tarkoitus myöntää",
            "esitetään hankkeelle",
            "ehdotetaan myönnettäväksi",
            "planeras",
            "hanke saisi tukea",
            "jos rahoitus myönnetään",
            "If granted",
            "would receive",
        ),
        ("suunnitelma", "myönnettiin", "esitetään määrärahaa"),
        (
            "tarkoitus",
            "aiko",
            "suunnittel",
            "esit",
            "ehdot",
            "toivo",
            "tavoite",
            "myönnettäväksi",
            "avser",
            "föreslå",
            "plan",
            "intend",
            "propos",
            "hope",
            "isi",
            "jos ",
            "mikäli",
            "skulle",
            "om ",
            "if ",
            "would",
        ),
    ),
)
