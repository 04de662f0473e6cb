"""Rows of a list of granted projects: a name, who runs it and its sum, in any order.

A list is opened by a sentence that says that what follows was granted, and by the head row of a
table. A row is read only where it has a sum and a body. What does not belong here: sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingestion.sources.ely_releases.naming import clean_name, is_project_name
from ingestion.text.names import collapse
from ingestion.text.organisations import OrganisationFound, find_organisations, split_parties
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.mention_words import MODALITIES
from ingestion.text.rules.money_meanings import MEANINGS

_UNIT = r"(?:€|EUR\b|euroa?\b|euros\b|milj\.?\s*(?:€|euroa)|miljoonaa?\s+euroa|miljoner\s+euro)"
_HEDGE = r"(?:(?:noin|n\.|enintään|ca|cirka|högst|about|up to)\s+)?"
_NUMBER = r"(?:\d{1,3}(?:[\s.,]\d{3})+|\d+)(?:[,.]\d{1,2})?"
_SUM = rf"{_HEDGE}(?:(?:EUR|€)\s?{_NUMBER}|{_NUMBER}(?:\s*{_UNIT})?)"
#: The sum ends the row, or the first sentence of it.
_SUM_LAST = re.compile(
    rf"(?P<mark>\s*[,:;|–—-]\s*|\s+/\s+|\s*\(|\s+)(?<![\d.,])(?P<sum>{_SUM})\)?(?:\.?$|\.\s+(?=[A-ZÅÄÖ]))"
)
_MONEY = re.compile(rf"\d\s*{_UNIT}|(?:EUR|€)\s?\d", re.IGNORECASE)
_SUM_FIRST = re.compile(rf"^(?P<sum>{_SUM})\s*[:–—-]\s+")
_BULLET = re.compile(r"^\s*(?:[•·*–—-]\s+|\d{1,2}[.)]\s+|[a-zåäö]\)\s+)")
_RUN_BY = re.compile(
    r"\s*\((?:(?:pää)?toteuttaja|hakija|hallinnoija|projektägare|genomförare|huvudgenomförare"
    r"|lead|led by|run by)?:?\s*(?P<lead>[^()]{3,100})\)\s*$",
    re.IGNORECASE,
)
_MARK = r"\s*(?:,|:|;|\||\s[–—-]|\s/(?=\s))\s*"
#: The sum between the name and who runs the project: `T, 51 000 euroa, X`, `T: 51 000 € (X)`.
_SUM_INSIDE = re.compile(
    rf"(?P<mark>{_MARK}|\s*\()(?<![\d.,])(?P<sum>{_HEDGE}(?:(?:EUR|€)\s?{_NUMBER}|{_NUMBER}\s*{_UNIT}))"
    rf"\)?(?P<rest>{_MARK}.{{3,160}}|\s*\(.{{3,160}}\))$",
    re.IGNORECASE,
)
#: The last row of a list adds up the others; a row of costs names none.
_TOTAL = re.compile(
    r"(?:yhteensä|kaikkiaan|kaikki|muut|kokonais\w+|oma\s?rahoitus|budjetti"
    r"|rahoitus"
    r"|tuki|avustus|totalt|sammanlagt|alla|total\w*|finansiering|altogether|all|funding)\b"
    r"(?=\s+(?:hank|projekt|project|rahoit|yhteensä)|[\s,:]*$)",
    re.IGNORECASE,
)
#: Verbs of the present that no name of a project holds: the line is a sentence.
_SENTENCE = re.compile(
    r"\s(?:on|ovat|toimii|toimivat|avautuu|alkaa|käynnistyy|päättyy|kestää|jatkuu|sai|saa|saavat"
    r"|är|har|får|öppnar|startar|is|are|was|has|opens|starts)(?:\s|$)"
)
_GIVER = re.compile(
    r"ELY-kesku|elinvoimakesku|NTM-central|livskraftscentral|ELY Centre|Development Centre"
    r"|ministeri|ministry|\bliitto\b|\bförbund\b|Regional Council|Euroopan|Europeiska|European",
    re.IGNORECASE,
)
#: The row itself tells who runs the project; what follows need not look like a body.
_LEAD_WORD = (
    r"(?:(?:hankkeen\s+|projektin\s+)?(?:pää|vastuu)?(?:toteuttaj|hakij|hallinnoij|koordinaattor"
    r"|tuensaaj|vetäj)(?:[aäi]|[aä]n[aä]|in[aä]|[aä]t|it)(?:organisaatio(?:na)?)?(?:\s+(?:on|ovat|toimii|toimivat))?"
    r"|(?:hankkeen|hanketta|projektin|projektia|jonka|jota|sen|sitä)?\s*"
    r"\b(?:toteuttaa|hallinnoi|koordinoi)"
    r"|(?:josta|hankkeesta|toteutuksesta)\s+vastaa"
    r"|(?:projektägare|(?:huvud)?genomförare|huvudman|sökande)(?:\s+är)?"
    r"|(?:som\s+)?(?:genomförs|leds|ägs|koordineras)\s+av"
    r"|lead(?:\s+(?:partner|organisation|applicant))?|(?:project\s+)?coordinator|led\s+by|run\s+by"
    r"|(?:implemented|coordinated|carried\s+out)\s+by)"
)
_PARTNER_WORD = (
    r"(?:(?:hankkeen\s+)?(?:osatoteuttaj|(?:yhteistyö|hanke)?kumppan)\w*(?:\s+(?:on|ovat))?"
    r"|mukana|delgenomförare|(?:projekt|samarbets)?partners?|partners?|yhteistyössä|together\s+with"
    r"|tillsammans\s+med)"
)
_LED = re.compile(
    rf"^(?P<name>.{{3,200}}?)(?:{_MARK}|\s*(?P<held>\())(?<![a-zåäö]){_LEAD_WORD}\s*:?\s+(?:the\s+)?"
    rf"(?P<lead>(?-i:[A-ZÅÄÖ]).{{1,120}}?)"
    rf"(?:{_MARK}{_PARTNER_WORD}\s*:?\s+(?P<partners>(?-i:[A-ZÅÄÖ]).{{1,160}}?))?(?(held)\))$",
    re.IGNORECASE,
)
_LED_FIRST = re.compile(
    rf"^{_LEAD_WORD}\s*:?\s+(?:the\s+)?(?P<lead>(?-i:[A-ZÅÄÖ])[^,:;|]{{1,120}}?){_MARK}"
    r"(?P<name>(?-i:[\"”“A-ZÅÄÖ\d]).{2,200})$",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^{_MARK}")
_TRAILING = re.compile(rf"{_MARK}$")
_SPLIT = re.compile(r",\s+|:\s+|\s+[–—|]\s+")
_OPENS = re.compile(
    r"(?:hankke|projekt|project|rahoitu|avustu|stöd|bidrag|finansiering|funding|grant|seuraav"
    r"|följande|following)[^\n]*:$",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"(?:rahoite(?:tut|ttavat)|myönnetyt|rahoituksen saaneet|beviljade|finansierade|funded"
    r"|granted)\s+[\w-]*(?:hank|projekt|project|avustu|tue|tuet|rahoitu|bidrag|stöd|grant)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:hankkeille|hanketta|hankkeita|projektia|projekt(?:en)?|projects|"
    r"(?:\d{1,3}|kahdelle|kolmelle|neljälle|viidelle|kuudelle)\s+(?:uudelle\s+)?[\w-]*hankkeelle)\b",
    re.IGNORECASE,
)
_FINANCES = re.compile(
    r"\b(?:on\s+rahoittanut|rahoittaa|myöntää|sai(?:vat)?|beviljar|har\s+beviljat|finansierar|har\s+finansierat|funds|has\s+funded"
    r"|saavat|får|fick|receive|received|granted|awarded)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """One project of a list; places are positions in the whole text."""

    name: str
    lead: str | None
    start: int
    first: int
    last: int
    sum: str
    partners: tuple[str, ...] = ()


def find_rows(text: str) -> Iterator[Row]:
    """Rows of the lists of a text in order."""
    is_open = colon = False
    at = 0
    for line in text.split("\n"):
        row = _read(line, at, needs_body=not colon) if is_open else None
        if row:
            yield row
        elif line.strip() and not _continues(line):
            is_open, colon = _opens(line)
        at += len(line) + 1


def _opens(line: str) -> tuple[bool, bool]:
    """Whether a list of grants may follow, and whether the line announces it with a colon."""
    told = {hit.means for hit in hits_of(MODALITIES, line)}
    if told & {"negated", "planned", "applied"}:
        return False, False
    granted = "granted" in told or bool(_GRANTED.search(line) or _FINANCES.search(line))
    if _OPENS.search(line):
        return granted, granted
    return bool(_GRANTED.search(line)) or (granted and _SEVERAL.search(line) is not None), False


def _continues(line: str) -> bool:
    """The head row of a table between the opening and the list."""
    return " | " in line and not re.search(r"\d", line)


def _read(line: str, at: int, *, needs_body: bool) -> Row | None:
    bullet = _BULLET.match(line)
    begin = bullet.end() if bullet else 0
    core_start, core_end, end = begin, len(line), len(line)
    if first := _SUM_FIRST.match(line[begin:]):
        said, core_start = first["sum"], begin + first.end()
    elif last := _SUM_LAST.search(line, begin):
        said, core_end, end = last["sum"], last.start(), last.end()
    elif inside := _SUM_INSIDE.search(line, begin):
        return _cut_in_two(line, at, begin, inside)
    else:
        return None
    core = _opened(line[core_start:core_end])
    if not 3 <= len(core) <= 300 or re.search(r"[a-zåäö]{3}\.\s+[A-ZÅÄÖ]", core):
        return None
    split = _named(core) or (None if needs_body else _unknown_body(core))
    return _row(line, at, (core_start, end), said, split)


def _opened(core: str) -> str:
    """`T (X, 51 000 euroa)`: the parentheses hold who runs it, and held the sum."""
    if core.count("(") <= core.count(")"):
        return core
    name, _, body = core.rpartition("(")
    return f"{name.rstrip()}, {body}"


def _cut_in_two(line: str, at: int, begin: int, inside: re.Match[str]) -> Row | None:
    """A row whose sum stands between the name and who runs the project."""
    name, rest = line[begin : inside.start()], inside["rest"].strip(" ,:;|–—-/.")
    if _MONEY.search(name) or _MONEY.search(rest):
        return None
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1]
    split = _led(f"{name}, {rest}") or _granted_to(name, rest)
    if split is None or _SENTENCE.search(name) or hits_of(MODALITIES, name):
        return None
    return _row(line, at, (begin, len(line)), inside["sum"], split)


def _granted_to(name: str, rest: str) -> tuple[str, ...] | None:
    """The body that a row names alone behind the sum; an authority there may be the giver."""
    bodies = find_organisations(rest)
    if len(bodies) != 1 or bodies[0].start or bodies[0].end < len(rest):
        return None
    return None if _GIVER.search(rest) else (clean_name(name), bodies[0].name)


def _row(
    line: str, at: int, span: tuple[int, int], said: str, split: tuple[str, ...] | None
) -> Row | None:
    """The row, unless its name is none; `split` is the name, who leads, then the partners."""
    if split is None:
        return None
    name, lead, *partners = split
    if not is_project_name(name) or _TOTAL.match(name):
        return None
    start = line.find(name.split(" ")[0], span[0])
    return Row(name, lead, at + max(start, span[0]), at, at + span[1], said, tuple(partners))


def _led(core: str) -> tuple[str, ...] | None:
    """Name and bodies of a row that says who runs the project."""
    match = _LED.match(core) or _LED_FIRST.match(core)
    if match is None:
        return None
    bodies = [*split_parties(match["lead"], "lead")]
    bodies += split_parties(match.groupdict().get("partners") or "", "partner")
    names = [body.name for body in bodies if body.name]
    if not names or any(_is_told_of(name) for name in names):
        return None
    return clean_name(match["name"]), *names


def _is_told_of(name: str) -> bool:
    """Words beside a body that tell of money or of a decision: `X, kokonaiskustannukset`."""
    return bool(hits_of(MODALITIES, name) or hits_of(MEANINGS, name) or _MONEY.search(name))


def _named(core: str) -> tuple[str, ...] | None:
    """Name and lead of a row whose body is known by its form or by its role."""
    if led := _led(core):
        return led
    if match := _RUN_BY.search(core):
        inside = match["lead"]
        bodies = find_organisations(inside)
        if bodies and len(bodies[0].name) >= len(inside) - 3:
            return clean_name(core[: match.start()]), bodies[0].name
    for body in find_organisations(core):
        rest = _beside(core, body)
        if rest:
            return clean_name(rest), body.name
    return None


def _beside(core: str, body: OrganisationFound) -> str | None:
    """The rest of a row that a body begins or ends, or None where it is part of the name."""
    if body.start == 0 and (mark := _LEADING.match(core[body.end :])):
        return core[body.end + mark.end() :]
    if body.end >= len(core.rstrip(" ,:;|/")) and (mark := _TRAILING.search(core[: body.start])):
        return core[: mark.start()]
    return None


def _unknown_body(core: str) -> tuple[str, str] | None:
    """`Name, somebody`: the last of two parts is who runs it, though no form tells it."""
    parts = _SPLIT.split(collapse(core))
    if len(parts) != 2 or not re.match(r"[A-ZÅÄÖ]", parts[1]):
        return None
    if hits_of(MODALITIES, parts[1]):  # a sentence with a dash in the name it tells of
        return None
    return clean_name(parts[0]), parts[1]
