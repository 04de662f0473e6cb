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
from ingestion.text.organisations import OrganisationFound, find_organisations
from ingestion.text.rules.base import hits_of
from ingestion.text.rules.mention_words import MODALITIES

_UNIT = r"(?:€|EUR\b|euroa?\b|milj\.?\s*(?:€|euroa)|miljoonaa?\s+euroa|miljoner\s+euro)"
_HEDGE = r"(?:(?:noin|n\.|enintään|ca|cirka|högst|about|up to)\s+)?"
_NUMBER = r"(?:\d{1,3}(?:[\s.,]\d{3})+|\d+)(?:[,.]\d{1,2})?"
_SUM = rf"{_HEDGE}(?:(?:EUR|€)\s?{_NUMBER}|{_NUMBER}(?:\s*{_UNIT})?)"
#: The sum ends the row, or the first sentence of it.
_SUM_LAST = re.compile(
    rf"(?P<mark>\s*[,:;|–—-]\s*|\s*\(|\s+)(?<![\d.,])(?P<sum>{_SUM})\)?(?:\.?$|\.\s+(?=[A-ZÅÄÖ]))"
)
_SUM_FIRST = re.compile(rf"^(?P<sum>{_SUM})\s*[:–—-]\s+")
_BULLET = re.compile(r"^\s*(?:[•·*–—-]\s+|\d{1,2}[.)]\s+|[a-zåäö]\)\s+)")
_RUN_BY = re.compile(
    r"\s*\((?:(?:pää)?toteuttaja|hakija|hallinnoija|projektägare|genomförare|huvudgenomförare"
    r"|lead|led by|run by)?:?\s*(?P<lead>[^()]{3,100})\)\s*$",
    re.IGNORECASE,
)
_MARK = r"\s*(?:,|:|;|\||\s[–—-])\s*"
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
    else:
        return None
    core = line[core_start:core_end]
    if not 3 <= len(core) <= 300 or re.search(r"[a-zåäö]{3}\.\s+[A-ZÅÄÖ]", core):
        return None
    split = _named(core) or (None if needs_body else _unknown_body(core))
    if split is None:
        return None
    name, lead = split
    if not is_project_name(name):
        return None
    start = line.find(name.split(" ")[0], core_start)
    return Row(name, lead, at + max(start, core_start), at, at + end, said)


def _named(core: str) -> tuple[str, str] | None:
    """Name and lead of a row whose body is known by its form or by its role."""
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
    if body.end >= len(core.rstrip(" ,:;")) and (mark := _TRAILING.search(core[: body.start])):
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
