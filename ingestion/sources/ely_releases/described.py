"""Facts that a release about one project tells in sentences of their own.

`Hankkeen päätoteuttaja on …`, `Projekttid: …`: they belong to the project only where the
release speaks of no other one. What does not belong here: finding the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingestion.records import Language, OrganisationMention, Role
from ingestion.text.organisations import split_parties
from ingestion.text.periods import PeriodFound, read_period

_END = r"(?P<value>.+?)(?:(?<!r\.y)(?<!\d)\.(?=\s|$)|\.?$)"
_IS = r"\s*(?:\b(?:on|ovat|oli|olivat|toimii|toimivat|är|var|is|was|are|were)\b|:)\s*"
_WORDINGS: tuple[tuple[Role, str], ...] = (
    (
        "partner",
        r"\b(?:osatoteuttaj(?:a|at|ana|ina|ia)|(?:hanke|yhteistyö)?kumppan(?:i|it|ina|eina|eita)|delgenomförare"
        rf"|projektpartners?|(?<!lead )(?<!main )(?:project )?partners?){_IS}{_END}",
    ),
    ("partner", rf"\bmukana (?:hankkeessa )?(?:on|ovat)(?: myös)?\s+(?=(?-i:[A-ZÅÄÖ])){_END}"),
    ("partner", rf"\bmed i projektet är(?: också)?\s+(?=(?-i:[A-ZÅÄÖ])){_END}"),
    (
        "lead",
        r"\b(?:päätoteuttaj(?:a|ana)|hallinnoij(?:a|ana)|toteuttaj(?:a|at|ana|ina)"
        r"|projektägare(?:n)?|huvudgenomförare|lead partner|project owner|lead organisation"
        rf"|coordinator){_IS}{_END}",
    ),
    (
        "lead",
        r"\b(?:hankkeen|hanketta|projektin|projektia|sen|sitä)"
        r"\s+(?:toteutta(?:a|vat)|hallinnoi(?:vat)?|koordinoi(?:vat)?)"
        rf"\s+{_END}",
    ),
    (
        "lead",
        r"\b(?:hankkeesta|projektista|siitä|(?:hankkeen |sen )?toteutuksesta)\s+vasta(?:a|avat)"
        rf"\s+(?=(?-i:[A-ZÅÄÖ])){_END}",
    ),
    ("lead", rf"\bprojektet\s+(?:genomförs|ägs|leds)\s+av\s+{_END}"),
    ("lead", rf"\bthe project is (?:carried out|led|run) by\s+{_END}"),
    ("funder", rf"\b(?:myöntäjä|rahoittaja|finansiär(?:en)?|funder){_IS}{_END}"),
    ("funder", rf"(?<!kielteisen )\brahoituspäätöksen\s+(?:teki|on tehnyt)\s+{_END}"),
)
_PARTIES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _WORDINGS
)
#: One sentence may name the lead and then the partners.
_ROLE_CUT = re.compile(
    r"(?:,?\s+(?:ja|sekä|mutta|och|samt|men|and|but)\s+|[;,]\s*)"
    r"(?=(?:(?:sen|its|dess)\s+)?(?:osatoteuttaj|hankekumppan|delgenomförare|partners\b|päätoteuttaj"
    r"|hallinnoij|huvudgenomförare|lead partner|mukana (?:on|ovat)\b))",
    re.IGNORECASE,
)
#: A verb that no name holds: the sentence goes on behind the bodies.
_FINITE = re.compile(
    r"(?<![\w-])(?:on|ovat|oli|olivat|toimii|toimivat|myönsi|myöntää|rahoitti|rahoittaa|tukee|saa|sai"
    r"|saavat|saivat|toteuttaa|hallinnoi|koordinoi|vastaa|osallistuu|alkaa|käynnistyy|kestää"
    r"|päättyy|maksaa|har|är|var|beviljar|beviljade|finansierar|får|fick|genomförs|genomför|leder"
    r"|pågår|deltar|inleds|has|have|is|are|was|were|will|funds|funded|granted|grants|receives"
    r"|received|runs|leads|starts|ends)(?![\w-])"
)
_NEW_CLAUSE = re.compile(
    r"(?<!-),\s+(?:ja|sekä|mutta|kun|och|samt|men|medan|and|but|while|joka|jotka|jonka|jota|jolle"
    r"|johon|som|vilka|vilket|which|who|that)(?=\s)"
)
_BORDER = re.compile(r"(?<!-)(?:[,;]\s|\s+(?:ja|sekä|mutta|och|samt|men|and|but|joka|som|which)\s)")
_FI_RUNS = (
    r"(?:toteutetaan|tehdään|kestää|alkaa|alkoi|käynnistyy|käynnistyi|päättyy|päättyi|jatkuu)"
)
_SV_RUNS = r"(?:pågår|genomförs|inleds|startar|börjar|avslutas|slutar)"
_EN_RUNS = r"(?:(?:will\s+)?(?:runs?|lasts?|starts?|begins?|ends?))"
#: Who takes part beside the lead is told by the words around it.
_TOGETHER = re.compile(r"\s+(?:yhdessä|yhteistyössä|tillsammans|together)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:toteutusaika|toteuttamisaika|hankeaika|kesto|projekttid(?:en)?|duration|project period)"
    rf"{_IS}(?P<value>.+?)\.?$"
    rf"|\b(?:(?:hanke|projekti|työ)\b(?:\s+(?!{_FI_RUNS})[^\s.,]+){{0,8}}|joka|se)"
    rf"\s+(?P<fi>{_FI_RUNS}\s+.*?\d.*?)\.?$"
    rf"|\b(?:projektet\b(?:\s+(?!{_SV_RUNS})[^\s.,]+){{0,8}}|som|det)"
    rf"\s+(?P<sv>{_SV_RUNS}\s+.*?\d.*?)\.?$"
    rf"|\b(?:the project|which|it)\s+(?P<en>{_EN_RUNS}\s+.*?\d.*?)\.?$",
    re.IGNORECASE,
)
#: A point behind a verb of beginning or of ending is one end of the period, not a whole month.
_STARTS = re.compile(
    r"\b(?:alkaa|alkoi|käynnisty[yi]|inleds|startar|börjar|starts?|begins?)\b", re.IGNORECASE
)
_ENDS = re.compile(r"\b(?:päättyy|avslutas|slutar|ends?)\b", re.IGNORECASE)


def described_parties(sentences: Sequence[str]) -> Iterator[OrganisationMention]:
    """Organisations that whole sentences give a role."""
    for sentence in (part for whole in sentences for part in _ROLE_CUT.split(whole)):
        for role, pattern in _PARTIES:
            if match := pattern.search(sentence):
                value = _bodies_alone(_TOGETHER.split(match["value"])[0])
                yield from (one for one in split_parties(value, role) if _is_body(one.name))
                break


def _bodies_alone(value: str) -> str:
    """A value without the clause that goes on behind it: `X, ja Y on myöntänyt sille …`."""
    verb = _FINITE.search(value)
    if verb is None:
        return value
    borders = [cut.start() for cut in _NEW_CLAUSE.finditer(value, 0, verb.end())] or [
        cut.start() for cut in _BORDER.finditer(value, 0, verb.end())
    ]
    return value[: borders[-1]] if borders else ""


def _is_body(name: str | None) -> bool:
    """A name begins like one and is no sum."""
    return bool(name and re.match(r"[\"”“]?[A-ZÅÄÖ]|\d+[\w-]*\s[A-ZÅÄÖ]", name))


def described_period(sentences: Sequence[str], language: Language | None) -> PeriodFound | None:
    """The period that a sentence gives the project."""
    for sentence in sentences:
        if match := _PERIOD.search(sentence):
            value = next(text for text in match.groups() if text)
            if period := read_period(value, language):
                return _one_end(value, period)
    return None


def _one_end(value: str, period: PeriodFound) -> PeriodFound:
    """`alkaa syyskuussa 2026` tells a start only, `päättyy kesäkuussa 2027` an end only."""
    starts, ends = _STARTS.search(value), _ENDS.search(value)
    is_point = bool(period.start and period.end) and (
        period.start_precision == period.end_precision != "day"
        and len(re.findall(r"\b(?:19|20)\d\d\b", value)) == 1
    )
    if starts and not ends and is_point:
        return replace(period, end=None, end_precision=None)
    if ends and not starts:
        if is_point:
            return replace(period, start=None, start_precision=None)
        if period.end is None:
            return replace(
                period,
                start=None,
                start_precision=None,
                end=period.start,
                end_precision=period.start_precision,
            )
    return period
