"""Where running text names a project: `X-hanke`, quoted names, `projektet X`, `the X project`.

A bare word is no project, and neither is a fund, an office or a kind of project before
`-hanke`. What does not belong here: what the text says about the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from ingestion.text.names import collapse
from ingestion.text.prose_organisations import OrganisationFound
from ingestion.text.rules.mention_words import HANKE, NO_NAME, OPENERS, SV_NAME_ENDS


@dataclass(frozen=True)
class NameFound:
    """A project's name and the span of the words that name it."""

    name: str
    start: int
    end: int


_OPEN, _CLOSE = "\"“”„«»'‘’", "\"“”«»'’‘"
_QUOTED = rf"[{_OPEN}](?P<quoted>[^\n{_OPEN}]{{2,120}}?)[{_CLOSE}]"
_I = re.IGNORECASE
_HANKE_AFTER_QUOTE = re.compile(rf"{_QUOTED}\s?-?\s?(?:{HANKE}|projektets?|project)\b", _I)
_HANKE_BEFORE_QUOTE = re.compile(
    rf"\b(?:[\w-]{{0,40}}(?:{HANKE})|[\w-]{{0,40}}projektets?|projects?)(?:\s+(?:nimeltä|called|named|kallat"
    rf"|med namnet))?\s*:?\s*{_QUOTED}",
    _I,
)
_COMPOUND = re.compile(
    rf"(?P<gap>\s?)[-–](?P<kind>(?:kehittämis|kehitys|pilotti|jatko|ohjaus|yhteis)?(?:{HANKE}"
    rf"|projektets?))\b"
)
_LAST_WORD = re.compile(r"[\w+.]*\w[+.]?$")
_CAP = r"[A-ZÅÄÖ0-9][\w+.-]*"
_SV = re.compile(
    r"\b(?:[Pp]rojektet|[\w-]{1,40}projektet)\s+(?P<name>[A-ZÅÄÖ][^\n.,;:()\"”“»]{1,100})"
)
_EN = re.compile(
    r"\b[Tt]he\s+(?P<name>[A-Z][\w+-]*(?:\s(?:[A-Z0-9][\w+-]*|in|for|of|to|and"
    r"|the)){0,6}?)\s+project\b"
)
_WITH_CODE = re.compile(
    r"\b(?:hankkeelle|hankkeen|hanke|projektille|projektet"
    r"|project)\s+(?P<name>[A-ZÅÄÖ][^\n.;:()]{2,100}?)\s*\((?:[ASJ]\d{5})\b"
)
_TOKEN = re.compile(r"\S+")
_BOUNDARY = re.compile(r"[.!?:;()\n\"“”»«]\s*$|[,]\s*$")
_MAX_WORDS = 8


def find_names(text: str, organisations: list[OrganisationFound]) -> list[NameFound]:
    """Project names of a text in text order, overlapping readings reduced to the first."""
    found: list[NameFound] = []
    for name in _readings(text, organisations):
        if any(name.start < other.end and other.start < name.end for other in found):
            continue
        if _is_name(name.name):
            found.append(name)
    return sorted(found, key=lambda name: name.start)


def _readings(text: str, organisations: list[OrganisationFound]) -> Iterator[NameFound]:
    for pattern in (_HANKE_AFTER_QUOTE, _HANKE_BEFORE_QUOTE):
        for match in pattern.finditer(text):
            yield NameFound(collapse(match["quoted"]), *match.span())
    for match in _WITH_CODE.finditer(text):
        yield NameFound(collapse(match["name"]), match.start("name"), match.end("name"))
    for match in _COMPOUND.finditer(text):
        reading = _compound(text, match, organisations)
        if reading:
            yield reading
    for match in _EN.finditer(text):
        yield NameFound(collapse(match["name"]), match.start("name"), match.end())
    for match in _SV.finditer(text):
        words = [match["name"].split()[0]]
        words += takewhile(lambda word: word not in SV_NAME_ENDS, match["name"].split()[1:])
        name = " ".join(words[:_MAX_WORDS])
        start = match.start("name")
        yield NameFound(name, start, start + len(name))


def _compound(
    text: str, match: re.Match[str], organisations: list[OrganisationFound]
) -> NameFound | None:
    """`Majakkapolku-hanke` is one word; before ` -hanke` the name reaches back to its capital."""
    end = match.start()
    last = _LAST_WORD.search(text, max(0, end - 60), end)
    if last is None:
        return None
    start: int | None = last.start()
    is_phrase = match["kind"].startswith("projektet") and last[0][0].islower()
    if match["gap"] or is_phrase:
        start = _reach_back(text, last.start(), organisations)
    else:
        while start and (text[start - 1] in "-–" or text[start - 1].isalnum()):
            start -= 1
        if not (text[start or 0].isupper() or text[start or 0].isdigit()):
            return None
    return None if start is None else NameFound(collapse(text[start:end]), start, match.end())


def _reach_back(text: str, last: int, organisations: list[OrganisationFound]) -> int | None:
    floor = max([0, *(org.end for org in organisations if org.end <= last)])
    line = text[floor:last]
    if floor and re.fullmatch(
        rf"\s+[A-ZÅÄÖ]\S*(?:\s+[^\s.,;:()]+){{0,{_MAX_WORDS}}}\s*", line + "x"
    ):
        # The owner stands directly before the name: all between is the name.
        return floor + len(line) - len(line.lstrip())
    tokens = [(m.start() + floor, m[0]) for m in _TOKEN.finditer(line)][-_MAX_WORDS:]
    tokens.append((last, text[last : last + 1]))
    best: int | None = None
    for position, token in reversed(tokens):
        before = text[floor:position]
        word = token.strip('"“”»«,')
        if word[:1].isupper() and word.lower() not in OPENERS:
            best = position
            if best is not None and not _goes_on(text, floor, position):
                break
        if _BOUNDARY.search(before.rstrip(" ")) or not before.strip():
            break
    return best


def _goes_on(text: str, floor: int, position: int) -> bool:
    """Whether the word before a capital one can belong to the same name."""
    before = _TOKEN.findall(text[floor:position])
    if not before:
        return False
    word = before[-1]
    return word[:1].isupper() and word.lower().strip(",") not in OPENERS and word[-1] not in ",.:;"


def _is_name(name: str) -> bool:
    bare = name.strip(" -–.").casefold()
    return len(bare) >= 2 and bare not in NO_NAME and any(ch.isalpha() for ch in bare)
